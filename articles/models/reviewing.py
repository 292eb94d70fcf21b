from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.articles import Article
from articles.models.record import Revision


class PreviewLink(models.Model):
    """A way for one named reviewer without an account to read one revision, for a short while.

    Only the SHA-256 of the token is kept: whoever reads the database cannot open the preview.
    """

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="preview_links", verbose_name=_("siaran")
    )
    revision = models.ForeignKey(
        Revision, models.CASCADE, related_name="preview_links", verbose_name=_("revisi")
    )
    reviewer = models.CharField(_("nama pembaca"), max_length=120)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="preview_links",
        verbose_name=_("dibuat oleh"),
    )
    created_at = models.DateTimeField(_("dibuat"))
    expires_at = models.DateTimeField(_("berlaku sampai"))
    revoked_at = models.DateTimeField(pgettext_lazy("kunci", "dicabut"), null=True, blank=True)

    class Meta:
        verbose_name = _("tautan pratinjau")
        verbose_name_plural = _("tautan pratinjau")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=models.F("created_at")), name="articles_previewlink_ends"
            )
        ]

    def __str__(self) -> str:
        return self.reviewer


class PreviewView(models.Model):
    """One opening of a preview link."""

    append_only = ("UPDATE",)

    link = models.ForeignKey(PreviewLink, models.CASCADE, related_name="views", verbose_name=_("tautan"))
    at = models.DateTimeField(_("waktu"))
    address = models.GenericIPAddressField(_("alamat jaringan"), null=True, blank=True)

    class Meta:
        verbose_name = _("pembukaan pratinjau")
        verbose_name_plural = _("pembukaan pratinjau")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.link} ({self.at:%Y-%m-%d %H:%M})"


class ReviewAnswer(models.Model):
    """What a reviewer says of the revision that the link shows: its facts are right, or a comment."""

    append_only = ("UPDATE",)

    class Verdict(models.TextChoices):
        CORRECT = "correct", _("fakta benar")
        COMMENT = "comment", _("komentar")

    link = models.ForeignKey(PreviewLink, models.CASCADE, related_name="answers", verbose_name=_("tautan"))
    at = models.DateTimeField(_("waktu"))
    verdict = models.CharField(_("jawaban"), max_length=8, choices=Verdict)
    paragraph = models.PositiveSmallIntegerField(
        _("paragraf"), null=True, blank=True, help_text=_("0 adalah judul; kosong: seluruh siaran.")
    )
    language = models.CharField(_("bahasa"), max_length=5, default="id")
    text = models.TextField(_("komentar"), blank=True)

    class Meta:
        verbose_name = _("jawaban pembaca")
        verbose_name_plural = _("jawaban pembaca")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict="correct") | (Q(verdict="comment") & ~Q(text="")),
                name="articles_reviewanswer_comments_say_something",
            )
        ]

    def __str__(self) -> str:
        return self.text[:80] or self.get_verdict_display()
