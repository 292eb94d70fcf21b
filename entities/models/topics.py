from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pressroom.core.visibility import Public, PublicQuerySet


class Topic(Public):
    """What releases are about. `medtop` is the code of the IPTC Media Topic that comes closest, if any."""

    change_kind = "topic"

    slug = models.SlugField(_("alamat halaman"), unique=True)
    name = models.CharField(_("nama"), max_length=120)
    name_en = models.CharField(_("nama (Inggris)"), max_length=120, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("topik induk")
    )
    medtop = models.CharField(_("kode IPTC Media Topic"), max_length=8, blank=True)

    objects = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topik")
        verbose_name_plural = _("topik")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="entities_topic_not_own_parent",
                violation_error_message=_("Topik tidak dapat menjadi induknya sendiri."),
            ),
            models.CheckConstraint(
                condition=Q(medtop="") | Q(medtop__regex=r"^[0-9]{8}$"),
                name="entities_topic_medtop",
                violation_error_message=_("Kode IPTC Media Topic terdiri atas delapan angka."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.parent and self.parent.parent_id:
            raise ValidationError({"parent": _("Topik induk sendiri sudah berada di bawah topik lain.")})
        if self.parent and self.pk and self.children.exists():
            raise ValidationError({"parent": _("Topik ini sendiri menjadi induk topik lain.")})
