"""What the public reads: rows derived from editions, and from nothing else; all can be rebuilt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.articles import Article
from articles.models.citations import Citation
from articles.models.images import Image
from articles.models.quotes import Quote
from articles.models.record import Edition
from entities.models import Person
from pressroom.core.visibility import PublicQuerySet


class ProjectionQuerySet(PublicQuerySet):
    def current(self, at: datetime | None = None) -> Self:
        """Rows of the editions that stand at that moment (default: now): public, and not yet superseded."""
        moment = at or timezone.now()
        return self.visible(moment).filter(Q(superseded_at__isnull=True) | Q(superseded_at__gt=moment))


class Projection(models.Model):
    """A row derived from one edition, public from that edition's moment until a later edition's."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="%(class)ss", verbose_name=_("edisi"))
    public_from = models.DateTimeField(_("publik sejak"))
    superseded_at = models.DateTimeField(_("digantikan pada"), null=True, blank=True)

    objects = ProjectionQuerySet.as_manager()

    class Meta:
        abstract = True


class EditionText(Projection):
    """One release in one language, with everything that its page and the lists print."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="texts", verbose_name=_("siaran"))
    language = models.CharField(_("bahasa"), max_length=5)
    slug = models.SlugField(_("alamat halaman"), max_length=150)
    kind = models.CharField(_("jenis"), max_length=20, choices=Article.Kind)
    number = models.CharField(_("nomor"), max_length=60, blank=True)
    place = models.CharField(_("tempat"), max_length=80, blank=True)
    released_on = models.DateField(_("tanggal siaran"), null=True, blank=True)
    published_at = models.DateTimeField(_("terbit"))
    updated_at = models.DateTimeField(_("diperbarui"))
    unofficial = models.BooleanField(_("terjemahan tidak resmi"), default=False)
    title = models.CharField(_("judul"), max_length=250)
    lead = models.TextField(_("ringkasan"), blank=True)
    html = models.TextField(_("isi"))
    text = models.TextField(_("teks polos"))
    contact = models.TextField(_("narahubung"), blank=True)
    stems = models.TextField(_("kata dasar untuk pencarian"))
    marks = models.TextField(_("tanda untuk pencarian"), blank=True, default="")

    class Meta:
        verbose_name = _("teks terbit")
        verbose_name_plural = _("teks terbit")
        constraints = [
            models.UniqueConstraint(fields=["edition", "language"], name="articles_editiontext_once"),
            models.UniqueConstraint(
                fields=["language", "slug"],
                condition=Q(superseded_at__isnull=True),
                name="articles_editiontext_address",
            ),
        ]
        indexes = [
            # the lists of the site and the API, newest first, by keyset
            models.Index(fields=["language", "-published_at", "-id"], name="articles_text_newest"),
            # the feed, in the order in which readers were last told something
            models.Index(fields=["language", "-updated_at", "-id"], name="articles_text_updated"),
            # the page of a release by its address; the unique one is partial and cannot be entered by it
            models.Index(fields=["language", "slug"], name="articles_text_by_address"),
            models.Index(
                fields=["article", "language"], name="articles_text_of_article"
            ),  # translations of a page
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.language})"


class EditionSubject(Projection):
    """What an edition speaks of, with the name and role as they were that day."""

    class Type(models.TextChoices):
        PERSON = "person", _("tokoh")
        ORGANIZATION = "organization", _("lembaga")
        COUNTRY = "country", _("negara")
        TOPIC = "topic", _("topik")
        AGREEMENT = "agreement", _("perjanjian")
        EVENT = "event", _("kegiatan")

    subject_type = models.CharField(_("jenis"), max_length=12, choices=Type)
    subject_id = models.CharField(_("pengenal"), max_length=20)
    ordinal = models.PositiveSmallIntegerField(_("urutan"))
    slug = models.CharField(_("alamat halaman"), max_length=150)
    label = models.CharField(_("nama"), max_length=300)
    label_en = models.CharField(_("nama (Inggris)"), max_length=300, blank=True)
    detail = models.CharField(_("peran hari itu"), max_length=200, blank=True)
    detail_en = models.CharField(_("peran hari itu (Inggris)"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("pokok siaran")
        verbose_name_plural = _("pokok siaran")
        ordering = ["subject_type", "ordinal"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "subject_type", "subject_id"], name="articles_editionsubject_once"
            ),
        ]
        indexes = [
            # "releases that speak of this": pages of people, agreements, …, and the API's filters
            models.Index(
                fields=["subject_type", "subject_id", "-public_from"], name="articles_subject_newest"
            ),
        ]

    def __str__(self) -> str:
        return self.label


class EditionQuote(Projection):
    """A quote in one language, with the speaker's name and the role held that day."""

    language = models.CharField(_("bahasa"), max_length=5)
    ordinal = models.PositiveSmallIntegerField(_("urutan"))
    kind = models.CharField(_("jenis"), max_length=8, choices=Quote.Kind)
    speaker = models.ForeignKey(
        Person, models.PROTECT, related_name="published_quotes", verbose_name=_("pembicara")
    )
    name = models.CharField(_("nama hari itu"), max_length=250)
    role = models.CharField(_("jabatan hari itu"), max_length=200, blank=True)
    attribution = models.CharField(_("penyebutan dalam teks"), max_length=200, blank=True)
    verb = models.CharField(_("kata kerja"), max_length=40, blank=True)
    text = models.TextField(_("kutipan"))

    class Meta:
        verbose_name = _("kutipan terbit")
        verbose_name_plural = _("kutipan terbit")
        ordering = ["-edition", "language", "ordinal"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "language", "ordinal"], name="articles_editionquote_once"
            ),
        ]
        indexes = [
            # the newest of a person, on the page of that person
            models.Index(
                fields=["speaker", "language", "-public_from", "-edition", "ordinal"],
                name="articles_quote_newest",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class EditionImage(Projection):
    """An image of an edition, with the words that went with it; the gate of its file."""

    image = models.ForeignKey(Image, models.PROTECT, related_name="published", verbose_name=_("gambar"))
    ordinal = models.PositiveSmallIntegerField(_("urutan"))
    width = models.PositiveIntegerField(_("lebar"))
    height = models.PositiveIntegerField(_("tinggi"))
    alt = models.CharField(_("teks alternatif"), max_length=250, blank=True)
    alt_en = models.CharField(_("teks alternatif (Inggris)"), max_length=250, blank=True)
    caption = models.TextField(_("keterangan foto"), blank=True)
    caption_en = models.TextField(_("keterangan foto (Inggris)"), blank=True)
    credit = models.CharField(_("kredit foto"), max_length=160, blank=True)
    kind = models.CharField(_("jenis"), max_length=12, choices=Image.Kind, default=Image.Kind.PHOTO)
    taken_on = models.DateField(_("tanggal pengambilan"), null=True, blank=True)
    rights = models.CharField(_("hak cipta"), max_length=250, blank=True)
    licence = models.CharField(_("lisensi"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("gambar terbit")
        verbose_name_plural = _("gambar terbit")
        ordering = ["ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "image"], name="articles_editionimage_once")
        ]

    def __str__(self) -> str:
        return self.caption[:80] or self.alt


# A fact that many releases repeat is shown with the newest of them, and as many outside sources.
CITATIONS_SHOWN = 10
Citations = TypeVar("Citations", bound=QuerySet)


def newest_of_each(citations: Citations, fact: tuple[str, ...], order: tuple[str, ...]) -> Citations:
    """The first CITATIONS_SHOWN of each fact, named by the columns `fact`, in that order."""
    place = Window(RowNumber(), partition_by=[F(column) for column in fact], order_by=order)
    first = citations.annotate(place=place).filter(place__lte=CITATIONS_SHOWN)
    return citations.filter(pk__in=first.values("pk")).order_by(*order)


class EditionCitationQuerySet(ProjectionQuerySet):
    def newest_for(self, facts: Mapping[str, Iterable[int]]) -> Self:
        """Current citations of the newest releases for each fact; facts are ids by a name of TARGETS."""
        cites = Q(pk__in=[])
        for kind, pks in facts.items():
            cites |= Q(target_type=kind, target_id__in=list(pks))
        current = self.current().filter(cites)
        return newest_of_each(current, ("target_type", "target_id"), ("-public_from", "id"))


class EditionCitation(Projection):
    """The words of an edition that a fact of the registers rests on."""

    target_type = models.CharField(_("jenis fakta"), max_length=20)
    target_id = models.PositiveBigIntegerField(_("fakta"))
    paragraph = models.PositiveSmallIntegerField(_("paragraf"), help_text=_("0 adalah judul."))
    excerpt = models.TextField(_("petikan"))
    basis = models.CharField(_("dasar"), max_length=8, choices=Citation.Basis)
    note = models.TextField(_("alasan"), blank=True)
    note_en = models.TextField(_("alasan (Inggris)"), blank=True)

    objects: ClassVar = EditionCitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("rujukan terbit")
        verbose_name_plural = _("rujukan terbit")
        ordering = ["id"]
        indexes = [
            # the sources of one fact: every page and API answer that shows it
            models.Index(
                fields=["target_type", "target_id", "-public_from"], name="articles_citation_of_fact"
            ),
        ]

    def __str__(self) -> str:
        return self.excerpt[:80]


class EditionNotice(Projection):
    """What stands, in one language, at the address of a release whose text was withdrawn or killed."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="notices", verbose_name=_("siaran"))
    language = models.CharField(_("bahasa"), max_length=5)
    kind = models.CharField(_("jenis"), max_length=12, choices=Edition.Kind)
    slug = models.SlugField(_("alamat halaman"), max_length=150)
    title = models.CharField(_("judul"), max_length=250, help_text=_("Kosong bila siarannya dibatalkan."))
    text = models.TextField(_("alasan"))
    successor = models.ForeignKey(
        Article,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("siaran pengganti"),
    )
    published_at = models.DateTimeField(_("terbit"))

    class Meta:
        verbose_name = _("pemberitahuan terbit")
        verbose_name_plural = _("pemberitahuan terbit")
        constraints = [
            models.UniqueConstraint(fields=["edition", "language"], name="articles_editionnotice_once"),
        ]
        indexes = [
            # the notices that stand in one language: feeds, and the list of withdrawals
            models.Index(fields=["language", "-public_from"], name="articles_notice_newest"),
            models.Index(fields=["article", "language"], name="articles_notice_of_article"),  # a page
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.title or self.slug}"


class EditionFact(Projection):
    """A fact of the registers that readers must know to understand an edition, and know by it."""

    fact_type = models.CharField(_("jenis fakta"), max_length=40)
    fact_id = models.PositiveBigIntegerField(_("fakta"))

    class Meta:
        verbose_name = _("fakta edisi")
        verbose_name_plural = _("fakta edisi")
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "fact_type", "fact_id"], name="articles_editionfact_once"
            ),
        ]
        indexes = [
            # "which other releases make this known": asked when one of them is taken away
            models.Index(fields=["fact_type", "fact_id"], name="articles_fact_known_by"),
        ]

    def __str__(self) -> str:
        return f"{self.fact_type} {self.fact_id}"


class EditionProof(Projection):
    """The short code printed on every copy of an edition, by which anyone can check it."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="proofs", verbose_name=_("siaran"))
    code = models.CharField(_("kode verifikasi"), max_length=12, unique=True)

    class Meta:
        verbose_name = _("kode verifikasi")
        verbose_name_plural = _("kode verifikasi")

    def __str__(self) -> str:
        return self.code
