from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.articles import Article


class Revision(models.Model):
    """The whole working copy as it stood at one save. Read-only once stored; it goes only with its draft."""

    append_only = ("UPDATE",)

    article = models.ForeignKey(Article, models.CASCADE, related_name="revisions", verbose_name=_("siaran"))
    number = models.PositiveIntegerField(_("nomor"))
    document = models.JSONField(_("dokumen"))
    digest = models.CharField(_("sidik"), max_length=64)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="revisions",
        verbose_name=_("penyunting"),
    )
    at = models.DateTimeField(_("waktu"))
    note = models.CharField(_("catatan"), max_length=200, blank=True)
    autosave = models.BooleanField(_("tersimpan otomatis"), default=False)

    class Meta:
        verbose_name = _("revisi")
        verbose_name_plural = _("revisi")
        ordering = ["article", "-number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="articles_revision_number")]

    def __str__(self) -> str:
        return f"{self.article_id}/{self.number}"


class EditionQuerySet(models.QuerySet):
    def standing(self) -> Self:
        """Editions that have taken effect or will; those cancelled before their moment never do."""
        return self.filter(cancellation__isnull=True)


class Edition(models.Model):
    """What the agency said: one sealed publication of a release, chained to the one before it."""

    append_only = ("UPDATE", "DELETE")

    class Kind(models.TextChoices):
        FIRST = "first", _("terbit")
        UPDATE = "update", _("pembaruan")
        MINOR = "minor", _("perbaikan kecil")
        TRANSLATION = "translation", _("terjemahan")
        CORRECTION = "correction", _("ralat")
        WITHDRAWAL = "withdrawal", _("pencabutan")
        KILL = "kill", _("pembatalan")

    article = models.ForeignKey(Article, models.PROTECT, related_name="editions", verbose_name=_("siaran"))
    number = models.PositiveIntegerField(_("nomor"))
    kind = models.CharField(_("jenis"), max_length=12, choices=Kind)
    languages = models.CharField(_("bahasa"), max_length=20, blank=True)
    document = models.JSONField(_("dokumen"))
    digest = models.CharField(_("sidik"), max_length=64)
    chain = models.CharField(_("rantai"), max_length=64, unique=True)
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="editions", verbose_name=_("revisi"))
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="approved_editions",
        verbose_name=_("disetujui oleh"),
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="published_editions",
        verbose_name=_("diterbitkan oleh"),
    )
    at = models.DateTimeField(_("dicatat"))
    public_from = models.DateTimeField(_("publik sejak"))
    reason = models.TextField(_("alasan"), blank=True)
    note = models.TextField(_("catatan publik"), blank=True)
    note_en = models.TextField(_("catatan publik (Inggris)"), blank=True)
    was = models.TextField(_("yang keliru"), blank=True)
    was_en = models.TextField(_("yang keliru (Inggris)"), blank=True)
    successor = models.ForeignKey(
        Article,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="succeeds",
        verbose_name=_("siaran pengganti"),
    )
    early_access = models.BooleanField(_("embargo: mitra tepercaya membaca lebih dahulu"), default=False)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edisi")
        verbose_name_plural = _("edisi")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="articles_edition_number"),
            models.CheckConstraint(
                condition=Q(
                    kind__in=["first", "update", "minor", "translation", "correction", "withdrawal", "kill"]
                ),
                name="articles_edition_kind",
            ),
            # Whatever nobody approved says why; what takes a text away says so to its readers.
            models.CheckConstraint(
                condition=Q(approved_by__isnull=False)
                | ~Q(reason="")
                | (Q(kind__in=["withdrawal", "kill"]) & ~Q(note="")),
                name="articles_edition_approved_or_reasoned",
            ),
            # A first edition that was cancelled before its moment is followed by another first one.
            models.CheckConstraint(
                condition=Q(number__gt=1) | Q(kind="first"),
                name="articles_edition_first_is_first",
            ),
            models.CheckConstraint(
                condition=Q(kind="correction") | Q(was="", was_en=""),
                name="articles_edition_only_corrections_correct",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}/{self.number} ({self.get_kind_display()})"


class Cancellation(models.Model):
    """An edition was taken back before its moment came: the public never had it."""

    append_only = ("UPDATE", "DELETE")

    edition = models.OneToOneField(
        Edition, models.PROTECT, related_name="cancellation", verbose_name=_("edisi")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="cancellations",
        verbose_name=_("dibatalkan oleh"),
    )
    at = models.DateTimeField(_("waktu"))
    reason = models.TextField(_("alasan"))

    class Meta:
        verbose_name = _("jadwal yang dibatalkan")
        verbose_name_plural = _("jadwal yang dibatalkan")
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="articles_cancellation_says_why")]

    def __str__(self) -> str:
        return str(self.edition)
