"""What a row of the change log means to somebody who follows releases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, QuerySet

from articles.models import Edition, EditionNotice, EditionText, PublicNote
from pressroom.core.models import Change
from pressroom.site.notices import notices

Kind = Edition.Kind
# Told at once and whatever the frequency; the others as the subscription says. Small mends are not told.
URGENT = frozenset({Kind.CORRECTION, Kind.WITHDRAWAL, Kind.KILL})
TOLD = frozenset({Kind.FIRST, Kind.UPDATE, Kind.TRANSLATION})


@dataclass
class News:
    """One public edition of a release, and what stands at its address now, by language."""

    change: Change
    edition: int
    article: int
    kind: str
    note: PublicNote | None = None
    texts: dict[str, EditionText] = field(default_factory=dict)
    notices: dict[str, EditionNotice] = field(default_factory=dict)

    @property
    def urgent(self) -> bool:
        return self.kind in URGENT

    @property
    def told(self) -> bool:
        return self.kind in URGENT | TOLD

    def concerns(self, language: str) -> bool:
        """A translation is news to those who read its language."""
        return self.told and (self.kind != Kind.TRANSLATION or language != "id")


def changes_of_releases() -> QuerySet[Change]:
    """One row an edition: a public note that was mended gets another one, which is no news."""
    earlier = Change.objects.filter(
        kind="release",
        object_id=OuterRef("object_id"),
        version=OuterRef("version"),
        seq__lt=OuterRef("seq"),
    )
    return Change.objects.filter(~Exists(earlier), kind="release", version__isnull=False)


def news_of(changes: Iterable[Change]) -> dict[int, News]:
    """By `seq`, in a constant number of queries; changes of other things are left out."""
    changes = list(changes)
    found = with_editions(changes)
    articles = {news.article: news for news in found.values()}
    if not articles:
        return found
    texts = EditionText.objects.current().filter(article__in=articles).defer("html", "stems", "text")
    gone = notices().filter(article__in=articles)
    notes = PublicNote.objects.visible().filter(edition__in=[news.edition for news in found.values()])
    notes_by_edition = {note.edition_id: note for note in notes}
    standing = by_article(texts), by_article(gone)
    for news in found.values():
        news.texts, news.notices = (rows.get(news.article, {}) for rows in standing)
        news.note = notes_by_edition.get(news.edition)
    return found


def with_editions(changes: list[Change]) -> dict[int, News]:
    uids = {change.object_id for change in changes if change.kind == "release"}
    editions = Edition.objects.filter(article__uid__in=uids, number__in={c.version for c in changes})
    names = ("article__uid", "number", "pk", "article_id", "kind")
    known = {(str(uid), number): rest for uid, number, *rest in editions.values_list(*names)}
    keyed = ((change, known.get((change.object_id, change.version))) for change in changes)
    return {change.seq: News(change, *of) for change, of in keyed if of}


def by_article(rows: Iterable[EditionText] | Iterable[EditionNotice]) -> dict[int, dict]:
    found: dict[int, dict] = {}
    for row in rows:
        found.setdefault(row.article_id, {})[row.language] = row
    return found
