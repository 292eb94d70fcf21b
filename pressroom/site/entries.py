"""What a feed says of each release: its text, that it was withdrawn, or that it must not be used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db.models import F
from django.utils.translation import gettext as _

from articles.models import Edition, EditionNotice, EditionText, PublicNote
from pressroom.site.history import corrections_of
from pressroom.site.languages import address_in
from pressroom.site.notices import notices
from pressroom.site.reading import SHOWN, rows
from pressroom.site.templatetags.press import moment_words, opening, plain


@dataclass(frozen=True)
class Entry:
    """One entry, in plain text; `deleted` ones leave nothing but their identity and the reason."""

    guid: str
    title: str
    link: str
    summary: str
    published: datetime
    updated: datetime
    deleted: bool = False


def entries(language: str) -> list[Entry]:
    """The newest of all that readers were told, whichever release it concerns; small mends are not told."""
    uid = F("article__uid")
    texts = rows(language).annotate(uid=uid).order_by("-updated_at", "-id")[:SHOWN]
    gone = notices().filter(language=language).annotate(uid=uid).order_by("-public_from", "-id")[:SHOWN]
    corrections = corrections_of(text.article_id for text in texts)
    found = [
        *(entry_of_text(text, corrections.get(text.article_id, ())) for text in texts),
        *(entry_of_notice(notice) for notice in gone),
    ]
    return sorted(found, key=lambda entry: entry.updated, reverse=True)[:SHOWN]


def entry_of_text(text: EditionText, corrections: Sequence[PublicNote]) -> Entry:
    return Entry(
        guid=guid(text),
        title=text.title,
        link=address_in(text.language, "release", text.slug),
        summary=" ".join([*map(correction_words, corrections), opening(text)]),
        published=text.published_at,
        updated=text.updated_at,
    )


def entry_of_notice(notice: EditionNotice) -> Entry:
    return Entry(
        guid=guid(notice),
        title=_("Dicabut: %s") % notice.title,
        link=address_in(notice.language, "release", notice.slug),
        summary=plain(notice, "reason"),
        published=notice.published_at,
        updated=notice.public_from,
        deleted=notice.kind == Edition.Kind.KILL,
    )


def correction_words(note: PublicNote) -> str:
    """Such as "Ralat, Kamis, 10 Oktober 2024, 08.00 WIB. Semula: 2011. Yang benar: 2010."."""
    said = {"moment": moment_words(note.at), "was": plain(note, "was"), "now": plain(note, "text")}
    return _("[Ralat, %(moment)s. Semula: %(was)s Yang benar: %(now)s]") % said


def guid(row: EditionText | EditionNotice) -> str:
    """The same for good, whatever becomes of the address; each language is an entry of its own."""
    uid: UUID = row.__dict__["uid"]
    return f"urn:uuid:{uuid5(uid, row.language)}"
