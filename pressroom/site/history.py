"""What readers are told about the life of a release: updates, corrections, withdrawals, reinstatements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest

from django.db.models import Case, JSONField, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Edition, EditionNotice, EditionText, PublicNote
from pressroom.site.prepared import Among, prepared

Kind = Edition.Kind
AMENDS = (Kind.CORRECTION, Kind.WITHDRAWAL)
# So many of them stand on the front page.
NEWEST = 3


@dataclass(frozen=True)
class Line:
    """One line of the history, with the name of what happened."""

    note: PublicNote
    name: str

    @property
    def corrects(self) -> bool:
        """Whether it says what had been wrong."""
        return self.note.kind == Kind.CORRECTION


def history_of(article: int) -> list[Line]:
    """The public history of a release, the newest line first."""
    return lines(list(PublicNote.objects.visible().filter(article=article)))


def lines(notes: Sequence[PublicNote]) -> list[Line]:
    """Notes of one release, the newest first, with their names."""
    return [Line(note, name_of(note, earlier)) for note, earlier in zip_longest(notes, notes[1:])]


def name_of(note: PublicNote, earlier: PublicNote | None) -> str:
    """A text that follows a withdrawal is back, whatever else its edition is."""
    back = earlier is not None and earlier.kind == Kind.WITHDRAWAL
    return _("terbit kembali") if back else str(Kind(note.kind).label)


def corrections_of(articles: Iterable[int]) -> dict[int, list[PublicNote]]:
    """The corrections of each of these releases, the newest first."""
    found: dict[int, list[PublicNote]] = {}
    for note in corrections(timezone.now(), list(articles)):
        found.setdefault(note.article_id, []).append(note)
    return found


@prepared
def corrections(now: datetime, articles: list[int]) -> QuerySet[PublicNote]:
    return PublicNote.objects.visible(now).filter(Among("article", articles), kind=Kind.CORRECTION)


@prepared
def amends(now: datetime, language: str) -> QuerySet[PublicNote]:
    """Corrections and withdrawals that still hold, the newest first; `page` is slug and title of the release.

    What was killed is not named again, and what is back is no longer called withdrawn.
    """
    texts = EditionText.objects.current(now).filter(language=language, article=OuterRef("article"))
    notices = EditionNotice.objects.current(now).filter(language=language, edition=OuterRef("edition"))
    link = JSONObject(slug="slug", title="title")
    page = Case(
        When(kind=Kind.CORRECTION, then=Subquery(texts.values(link=link)[:1])),
        When(kind=Kind.WITHDRAWAL, then=Subquery(notices.values(link=link)[:1])),
        output_field=JSONField(null=True),
    )
    notes = PublicNote.objects.visible(now).filter(kind__in=AMENDS)
    return notes.annotate(page=page).filter(page__isnull=False)


def newest_amends(now: datetime, language: str) -> list[PublicNote]:
    return amends.given(now, language).first(NEWEST)
