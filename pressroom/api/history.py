"""What became of releases: corrections and public notes, and what stands where a text was taken away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import F
from django.http import Http404

from articles.models import Edition, EditionNotice, EditionProof, EditionText, PublicNote
from pressroom.api.citations import RELEASE, with_release
from pressroom.api.language import LANGUAGES
from pressroom.api.references import pair

Notes = dict[int, list[PublicNote]]


def notes_of(articles: Iterable[int], at: datetime | None = None) -> Notes:
    """The public notes of releases, the newest first, that readers have at that moment (default: now)."""
    found: defaultdict[int, list[PublicNote]] = defaultdict(list)
    for note in PublicNote.objects.visible(at).filter(article__in=list(articles)):
        found[note.article_id].append(note)
    return dict(found)


def code_of(text: EditionText) -> str | None:
    """The code that is printed on every copy of the edition that stands."""
    proofs = EditionProof.objects.visible().filter(edition=text.edition_id)
    return proofs.values_list("code", flat=True).first()


@dataclass(frozen=True, slots=True)
class Notice:
    """What stands in place of a release: its edition, the notice by language, why, and what replaces it."""

    uid: str
    edition: Edition
    by_language: Mapping[str, EditionNotice]
    reason: dict[str, str | None]
    successor: dict[str, Any] | None

    @property
    def first(self) -> EditionNotice:
        return next(iter(self.by_language.values()))

    @property
    def is_kill(self) -> bool:
        return self.first.kind == Edition.Kind.KILL

    def pair(self, field: str) -> dict[str, str | None]:
        """A field of the notice in each language of the release."""
        return {code: getattr(self.by_language.get(code), field, None) or None for code in LANGUAGES}


def notice_of(uid: str) -> Notice:
    """Raises Http404 where no notice stands at this address."""
    found = EditionNotice.objects.current().select_related("edition").annotate(uid=F("article__uid"))
    try:
        rows = list(found.filter(article__uid=uid).order_by("pk"))
    except ValidationError as error:
        raise Http404 from error
    if not rows:
        raise Http404
    notices, edition = {row.language: row for row in rows}, rows[0].edition
    return Notice(str(rows[0].uid), edition, notices, reason_of(edition), successor_of(rows[0]))


def reason_of(edition: Edition) -> dict[str, str | None]:
    """In the words of the public history, where the desk mends them, else as they were sealed."""
    note = PublicNote.objects.visible().filter(edition=edition).first()
    return pair(note, "text") if note else pair(edition, "note")


def successor_of(notice: EditionNotice) -> dict[str, Any] | None:
    """The release that takes the place of this one, once the public has it, for `release_entry`."""
    if notice.successor_id is None:
        return None
    texts = EditionText.objects.current().filter(article=notice.successor_id, language="id")
    return with_release(texts).values(*RELEASE).first()
