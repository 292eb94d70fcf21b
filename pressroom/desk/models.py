"""What the desk itself remembers: who has a release open."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import Article


class Presence(models.Model):
    """Somebody has the form of a release open, or had until a moment ago."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="presences", verbose_name=_("siaran"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="presences", verbose_name=_("penyunting")
    )
    since = models.DateTimeField(_("sejak"))
    seen_at = models.DateTimeField(_("terakhir terlihat"))

    class Meta:
        verbose_name = _("naskah yang sedang dibuka")
        verbose_name_plural = _("naskah yang sedang dibuka")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["article", "user"], name="desk_presence_once")]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.user_id}"
