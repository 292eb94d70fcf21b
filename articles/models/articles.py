from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.models import Agreement, Event
from entities.models import Country, Organization, Person, Topic
from pressroom.core.html import SanitizedHTMLField, plain_text
from pressroom.core.visibility import PublicQuerySet, columns_but


class Article(models.Model):
    """The working copy of a release. The public never reads it; it reads the editions made from it."""

    class Kind(models.TextChoices):
        PRESS_RELEASE = "press_release", _("siaran pers")
        STATEMENT = "statement", _("pernyataan")
        SPEECH = "speech", _("pidato")
        MEDIA_ADVISORY = "media_advisory", _("undangan peliputan")
        CORRECTION_NOTICE = "correction_notice", _("pemberitahuan ralat")

    class State(models.TextChoices):
        DRAFT = "draft", _("draf")
        IN_REVIEW = "in_review", _("ditinjau")
        APPROVED = "approved", _("disetujui")
        PUBLISHED = "published", _("terbit")

    uid = models.UUIDField(_("pengenal tetap"), default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(_("alamat halaman"), max_length=150, unique=True)
    slug_en = models.SlugField(_("alamat halaman (Inggris)"), max_length=150, blank=True)
    kind = models.CharField(_("jenis"), max_length=20, choices=Kind, default=Kind.PRESS_RELEASE)
    number = models.CharField(_("nomor"), max_length=60, blank=True)
    place = models.CharField(_("tempat (dateline)"), max_length=80, blank=True)
    place_en = models.CharField(_("tempat (dateline, Inggris)"), max_length=80, blank=True)
    released_on = models.DateField(
        _("tanggal siaran"),
        null=True,
        blank=True,
        help_text=_(
            "Hanya untuk siaran lama yang jam terbitnya tidak tercatat; pembaca lalu melihat tanggal saja."
        ),
    )
    event = models.ForeignKey(
        Event,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="leading_articles",
        verbose_name=_("kegiatan utama"),
    )
    title = models.CharField(_("judul"), max_length=250)
    title_en = models.CharField(_("judul (Inggris)"), max_length=250, blank=True)
    lead = models.TextField(_("ringkasan"), blank=True)
    lead_en = models.TextField(_("ringkasan (Inggris)"), blank=True)
    body = SanitizedHTMLField(_("isi"), blank=True)
    body_en = SanitizedHTMLField(_("isi (Inggris)"), blank=True)
    english_ready = models.BooleanField(_("teks Inggris siap terbit"), default=False)
    english_unofficial = models.BooleanField(_("terjemahan tidak resmi"), default=True)
    english_source = models.CharField(max_length=64, blank=True, editable=False)
    contact = models.TextField(_("narahubung"), blank=True)
    without_quotes = models.BooleanField(_("memang tanpa kutipan"), default=False)
    topics = models.ManyToManyField(Topic, blank=True, related_name="articles", verbose_name=_("topik"))
    people = models.ManyToManyField(Person, blank=True, related_name="articles", verbose_name=_("tokoh"))
    organizations = models.ManyToManyField(
        Organization, blank=True, related_name="articles", verbose_name=_("lembaga")
    )
    countries = models.ManyToManyField(Country, blank=True, related_name="articles", verbose_name=_("negara"))
    agreements = models.ManyToManyField(
        Agreement, blank=True, related_name="articles", verbose_name=_("perjanjian")
    )
    events = models.ManyToManyField(Event, blank=True, related_name="articles", verbose_name=_("kegiatan"))
    state = models.CharField(_("status"), max_length=10, choices=State, default=State.DRAFT, editable=False)
    version = models.PositiveIntegerField(_("versi"), default=1, editable=False)
    created_at = models.DateTimeField(_("dibuat"), auto_now_add=True)
    updated_at = models.DateTimeField(_("diubah"), auto_now=True)

    class Meta:
        verbose_name = _("siaran")
        verbose_name_plural = _("siaran")
        ordering = ["-updated_at", "-id"]
        permissions = [
            ("submit_article", _("Dapat mengajukan siaran")),
            ("approve_article", _("Dapat menyetujui siaran")),
            ("publish_article", _("Dapat menerbitkan siaran")),
            ("urgently_publish_article", _("Dapat menerbitkan siaran secara darurat")),
            ("withdraw_article", _("Dapat mencabut siaran")),
            ("kill_article", _("Dapat membatalkan siaran untuk selamanya")),
            ("announce_fact", _("Dapat menjadikan fakta publik")),
        ]
        indexes = [
            models.Index(fields=["-updated_at", "-id"], name="articles_article_recent")
        ]  # the desk's list
        constraints = [
            models.UniqueConstraint(
                fields=["slug_en"],
                condition=~Q(slug_en=""),
                name="articles_article_slug_en",
                violation_error_message=_("Alamat bahasa Inggris ini sudah dipakai siaran lain."),
            ),
            models.CheckConstraint(
                condition=Q(english_ready=False) | (~Q(title_en="") & ~Q(body_en="") & ~Q(slug_en="")),
                name="articles_article_english_complete",
                violation_error_message=_("Teks Inggris yang siap terbit memerlukan judul, isi, dan alamat."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Leave the state of a stored article alone: only publishing decides it, and it may just have."""
        if not self._state.adding and kwargs.get("update_fields") is None:
            kwargs["update_fields"] = columns_but(self, "state")
        super().save(*args, **kwargs)

    def public_address(self) -> str | None:
        """The public Indonesian page while there is one; the admin links to it."""
        slug = self.texts.current().filter(language="id").values_list("slug", flat=True).first()
        try:
            return reverse("site:release", args=[slug]) if slug else None
        except NoReverseMatch:
            return None

    @property
    def languages(self) -> list[str]:
        """The languages that the next edition will have."""
        return ["id", "en"] if self.english_ready else ["id"]

    def text(self, language: str = "id") -> str:
        """Headline and body as plain text, one line a paragraph: what quotes and excerpts must stand in."""
        if language == "en":
            return f"{self.title_en}\n{plain_text(self.body_en)}"
        return f"{self.title}\n{plain_text(self.body)}"


class ArticleSlug(models.Model):
    """An address under which a release has been public; addresses are never given to another release."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="slugs", verbose_name=_("siaran"))
    language = models.CharField(_("bahasa"), max_length=5)
    slug = models.SlugField(_("alamat halaman"), max_length=150)
    public_from = models.DateTimeField(_("publik sejak"))

    objects = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = _("alamat publik")
        verbose_name_plural = _("alamat publik")
        constraints = [
            models.UniqueConstraint(fields=["language", "slug"], name="articles_articleslug_once"),
        ]

    def __str__(self) -> str:
        return f"{self.language}: {self.slug}"


class PublicNoteQuerySet(models.QuerySet):
    def visible(self, at: datetime | None = None) -> Self:
        """Lines that the public may read at that moment (default: now)."""
        return self.filter(at__lte=at or timezone.now())


class PublicNote(models.Model):
    """One line of a release's public history; it can be mended without touching the record.

    A correction also says in `was` what had been wrong; its `text` says what is right.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="notes", verbose_name=_("siaran"))
    edition = models.ForeignKey(
        "articles.Edition",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="notes",
        verbose_name=_("edisi"),
    )
    at = models.DateTimeField(_("waktu"))
    kind = models.CharField(_("jenis"), max_length=12)
    was = models.TextField(_("yang keliru"), blank=True)
    was_en = models.TextField(_("yang keliru (Inggris)"), blank=True)
    text = models.TextField(_("catatan"))
    text_en = models.TextField(_("catatan (Inggris)"), blank=True)

    objects = PublicNoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("catatan publik")
        verbose_name_plural = _("catatan publik")
        ordering = ["-at", "-id"]
        indexes = [
            # all corrections and withdrawals, the newest first: their page, and the front page
            models.Index(fields=["-at", "-id"], name="articles_note_newest"),
        ]

    def __str__(self) -> str:
        return self.text
