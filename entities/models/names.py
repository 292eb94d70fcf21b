from django.db import models
from django.utils.translation import gettext_lazy as _

from pressroom.core.visibility import Public, PublicQuerySet


class AlternativeName(Public):
    """Another name under which somebody or something is or was known; search and intake read it."""

    class Kind(models.TextChoices):
        SPELLING = "spelling", _("ejaan lain")
        FULL = "full", _("nama lengkap")
        NATIVE = "native", _("nama dalam bahasa asal")
        FORMER = "former", _("nama lama")
        ACRONYM = "acronym", _("akronim")

    name = models.CharField(_("nama"), max_length=200, db_index=True)  # read by search and intake
    kind = models.CharField(_("jenis"), max_length=10, choices=Kind, default=Kind.SPELLING)

    objects = PublicQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
