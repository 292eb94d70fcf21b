"""What a feed says of each release: its text, that it was withdrawn, or that it must not be used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db.models import BigIntegerField, Case, Exists, F, OuterRef, QuerySet, Value, When
from django.db.models.functions import Cast, Left
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.models import Edition, EditionImage, EditionNotice, EditionSubject, EditionText, PublicNote
from entities.models import Topic
from pressroom.site.asking import Question
from pressroom.site.display.times import moment_words
from pressroom.site.display.words import opening, plain
from pressroom.site.formats.taken import taken_away
from pressroom.site.history import corrections_of
from pressroom.site.languages import address_in
from pressroom.site.prepared import Among, prepared
from pressroom.site.reading import OPENING, SHOWN, texts

COLUMNS = (
    *("edition", "article", "language", "slug", "title", "lead", "html", "published_at", "updated_at"),
)


@dataclass(frozen=True)
class Entry:
    """One entry; `summary` is plain text, `content` HTML.

    `status` is that of ninjs: usable, withheld or canceled. A canceled one leaves nothing but its identity
    and the reason.
    """

    guid: str
    title: str
    link: str
    summary: str
    published: datetime
    updated: datetime
    content: str = ""
    status: str = "usable"
    topics: tuple[str, ...] = ()
    image: EditionImage | None = None

    @property
    def deleted(self) -> bool:
        return self.status == "canceled"


@dataclass(frozen=True)
class Beside:
    """What goes with the texts of a feed, each fetched for all of them at once."""

    corrections: dict[int, list[PublicNote]]
    topics: dict[int, list[str]]
    images: dict[int, EditionImage]


def entries(question: Question, language: str) -> list[Entry]:
    """The newest of all that readers were told in answer to a question; small mends are not told."""
    shown, gone = told(question, language)
    beside = beside_of(shown)
    found = [
        *(entry_of_text(text, beside) for text in shown),
        *(entry_of_notice(notice) for notice in gone),
    ]
    return sorted(found, key=lambda entry: entry.updated, reverse=True)[:SHOWN]


def told(question: Question, language: str) -> tuple[Sequence[EditionText], Sequence[EditionNotice]]:
    """The texts of which readers were told last, and what was taken away last; to no question, of all."""
    if not question.parameters():
        now = timezone.now()
        return newest_of_all(now, language), newest_gone(now, language)
    found = question.texts(releases(language), language)
    gone = with_uid(taken_away(question, language))
    return list(newest_told(found)), list(newest_taken(gone))


@prepared
def newest_of_all(now: datetime, language: str) -> QuerySet[EditionText]:
    return newest_told(releases(language, now))


@prepared
def newest_gone(now: datetime, language: str) -> QuerySet[EditionNotice]:
    return newest_taken(with_uid(taken_away(Question(), language, now)))


def releases(language: str, at: datetime | None = None) -> QuerySet[EditionText]:
    start = Case(When(lead="", then=Left("text", OPENING + 1)), default=Value(""))
    return texts(language, at).only(*COLUMNS).annotate(start=start)


def newest_told(releases: QuerySet[EditionText]) -> QuerySet[EditionText]:
    return with_uid(releases).order_by("-updated_at", "-id")[:SHOWN]


def newest_taken(notices: QuerySet[EditionNotice]) -> QuerySet[EditionNotice]:
    return notices.order_by("-public_from", "-id")[:SHOWN]


def with_uid(rows: QuerySet) -> QuerySet:
    return rows.annotate(uid=F("article__uid"))


def beside_of(shown: Sequence[EditionText]) -> Beside:
    now, editions = timezone.now(), [text.edition_id for text in shown]
    return Beside(
        corrections=corrections_of(text.article_id for text in shown),
        topics=topics_of(now, editions),
        images={image.edition_id: image for image in leading_images(now, editions)},
    )


def topics_of(now: datetime, editions: list[int]) -> dict[int, list[str]]:
    """The names of the public topics of each edition, as it named them."""
    found: dict[int, list[str]] = {}
    for subject in named_topics(now, editions):
        found.setdefault(subject.edition_id, []).append(plain(subject, "label"))
    return found


@prepared
def named_topics(now: datetime, editions: list[int]) -> QuerySet[EditionSubject]:
    key = Cast(OuterRef("subject_id"), BigIntegerField())
    named = EditionSubject.objects.current(now).filter(Among("edition", editions), subject_type="topic")
    public = named.filter(Exists(Topic.objects.visible(now).filter(pk=key)))
    return public.only("edition", "label", "label_en").order_by("ordinal")


@prepared
def leading_images(now: datetime, editions: list[int]) -> QuerySet[EditionImage]:
    found = EditionImage.objects.current(now).filter(Among("edition", editions), ordinal=1)
    return found.select_related("image")


def entry_of_text(text: EditionText, beside: Beside) -> Entry:
    corrections = beside.corrections.get(text.article_id, [])
    return Entry(
        guid=guid(text),
        title=text.title,
        link=address_in(text.language, "release", text.slug),
        summary=" ".join([*map(correction_words, corrections), opening(text)]),
        content=content(text, corrections),
        published=text.published_at,
        updated=text.updated_at,
        topics=tuple(beside.topics.get(text.edition_id, ())),
        image=beside.images.get(text.edition_id),
    )


def entry_of_notice(notice: EditionNotice) -> Entry:
    """A kill says nothing of the text again, not even by its address."""
    killed = notice.kind == Edition.Kind.KILL
    return Entry(
        guid=guid(notice),
        title=_("Dibatalkan: jangan dipakai") if killed else _("Dicabut: %s") % notice.title,
        link=address_in(notice.language, *(("releases",) if killed else ("release", notice.slug))),
        summary=plain(notice, "reason"),
        content=format_html("<p>{}</p>", plain(notice, "reason")),
        published=notice.published_at,
        updated=notice.public_from,
        status="canceled" if killed else "withheld",
    )


def content(text: EditionText, corrections: Iterable[PublicNote]) -> SafeString:
    """The release as its page has it: what was wrong, the lead, the text, which was sanitised when saved."""
    told = format_html_join("", "<p><strong>{}</strong></p>", ((correction_words(n),) for n in corrections))
    lead = format_html("<p><strong>{}</strong></p>", text.lead) if text.lead else ""
    return mark_safe(f"{told}{lead}{text.html}")


def correction_words(note: PublicNote) -> str:
    """Such as "[Ralat, Kamis, 10 Oktober 2024, 08.00 WIB. Semula: 2011. Yang benar: 2010.]"."""
    said = {"moment": moment_words(note.at), "was": plain(note, "was"), "now": plain(note, "text")}
    return _("[Ralat, %(moment)s. Semula: %(was)s Yang benar: %(now)s]") % said


def guid(row: EditionText | EditionNotice) -> str:
    """The same for good, whatever becomes of the address; each language is an entry of its own."""
    uid: UUID = row.__dict__["uid"]
    return f"urn:uuid:{uuid5(uid, row.language)}"
