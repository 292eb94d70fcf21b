from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from articles.models.images import Image


class RenderingQuerySet(models.QuerySet):
    def ask_for(self, image: Image) -> None:
        """Have everything made of an image, anew; what was made before serves until then."""
        fresh: dict[str, Any] = {"due": timezone.now(), "attempts": 0, "problem": ""}
        if not self.filter(image=image).update(**fresh):
            self.create(image=image, **fresh)


class Rendering(models.Model):
    """What was made of an image for readers, and while `due` is set the errand to make it.

    `files` holds what `articles.photos.files` reads; empty until everything was made once. An errand that was
    given up has neither `due` nor `made_at`, and says in `problem` why.
    """

    image = models.OneToOneField(
        "articles.Image",
        models.CASCADE,
        primary_key=True,
        related_name="rendering",
        verbose_name=_("gambar"),
    )
    files = models.JSONField(_("berkas"), default=dict, blank=True)
    made_at = models.DateTimeField(_("dibuat pada"), null=True, blank=True)
    due = models.DateTimeField(_("dicoba pada"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("percobaan"), default=0)
    problem = models.TextField(_("masalah"), blank=True)

    objects = RenderingQuerySet.as_manager()

    class Meta:
        verbose_name = _("salinan gambar")
        verbose_name_plural = _("salinan gambar")
        indexes = [
            # "is there an errand?", asked by the worker every second
            models.Index(fields=["due"], condition=Q(due__isnull=False), name="articles_rendering_due"),
        ]

    def __str__(self) -> str:
        return str(self.image)
