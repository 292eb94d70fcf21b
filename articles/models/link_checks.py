from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST = 2000


class LinkCheck(models.Model):
    """What an outside address answered when it was last asked; `status` is null where it said nothing."""

    class Problem(models.TextChoices):
        ERROR = "error", _("menjawab dengan kesalahan")
        SILENT = "silent", _("tidak menjawab")
        PRIVATE = "private", _("berada di jaringan dalam")

    url = models.CharField(_("tautan"), max_length=LONGEST, primary_key=True)
    checked_at = models.DateTimeField(_("diperiksa"))
    status = models.PositiveSmallIntegerField(_("kode HTTP"), null=True, blank=True)
    problem = models.CharField(_("masalah"), max_length=7, choices=Problem, blank=True)

    class Meta:
        verbose_name = _("pemeriksaan tautan")
        verbose_name_plural = _("pemeriksaan tautan")

    def __str__(self) -> str:
        return self.url
