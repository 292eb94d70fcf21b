"""What changed between two working copies: fields, links, quotes, citations and images. Pure functions.

A document holds identifiers; the caller says by `show` how a value reads to people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from articles.documents import CITATION_FIELDS, IMAGE_FIELDS, LINKS, QUOTE_FIELDS, TEXT_FIELDS, rows_of
from articles.words import Kind, Passage, Run, html_blocks, passages, text_blocks

Document = Mapping[str, Any]
# The value of a field as people read it; gets the name of the field and what stands in the document.
Show = Callable[[str, Any], str]

BODIES = ("body", "body_en")
FIELDS = (
    *("kind", "number", "place", "place_en", "released_on", "event_id", "title", "slug", "lead", "body"),
    *("title_en", "slug_en", "lead_en", "body_en", "english_ready", "english_unofficial"),
    *("contact", "without_quotes"),
)
ROW_FIELDS = {
    "quotes": QUOTE_FIELDS,
    "citations": ("type", "id", *CITATION_FIELDS),
    "images": ("ordinal", *IMAGE_FIELDS),
}
# Fields of prose, which are compared word by word; a value of any other is the same or another.
PROSE = frozenset(
    {
        *(name + suffix for name in TEXT_FIELDS if name != "slug" for suffix in ("", "_en")),
        *("contact", "text", "text_en", "excerpt", "note", "note_en", "attribution", "number"),
        *("alt", "alt_en", "caption", "caption_en", "credit", "rights", "licence"),
    }
)


@dataclass(frozen=True)
class FieldChange:
    """A field that differs, in passages with the changes marked."""

    name: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class LinkChange:
    """Rows of the registers that the release speaks of no more, and those it newly speaks of."""

    name: str
    removed: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True)
class RowChange:
    """A quote, citation or image that came (`old` is None), went (`new` is None) or differs."""

    part: str
    old: Document | None
    new: Document | None
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True)
class Comparison:
    fields: tuple[FieldChange, ...] = ()
    links: tuple[LinkChange, ...] = ()
    rows: tuple[RowChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.fields or self.links or self.rows)


def compare(old: Document, new: Document, show: Show) -> Comparison:
    """Every difference between two working copies, in the order of the form."""
    return Comparison(
        fields=field_changes(FIELDS, old, new, show),
        links=tuple(link_changes(old, new)),
        rows=tuple(change for part in ROW_FIELDS for change in row_changes(part, old, new, show)),
    )


def field_changes(
    names: Iterable[str], old: Document | None, new: Document | None, show: Show
) -> tuple[FieldChange, ...]:
    """The fields that differ. What an older document did not record yet is no change to a newer one."""
    known = [
        name
        for name in names
        if (old is None or name in old)
        and (new is None or name in new)
        and value(old, name) != value(new, name)
    ]
    return tuple(
        FieldChange(name, changes_in(name, value(old, name), value(new, name), show)) for name in known
    )


def value(document: Document | None, name: str) -> Any:
    """Nothing written is nothing, whatever the type of the field."""
    return (document or {}).get(name) or None


def changes_in(name: str, old: Any, new: Any, show: Show) -> tuple[Passage, ...]:
    """The two values of a field as one text, with what changed marked."""
    if name in BODIES:
        return tuple(passages(html_blocks(old or ""), html_blocks(new or "")))
    if name in PROSE:
        return tuple(passages(text_blocks(old or ""), text_blocks(new or "")))
    if old == new:
        return ((Run(show(name, new), Kind.SAME),),)
    return ((*whole(show(name, old), Kind.DELETED), *whole(show(name, new), Kind.INSERTED)),)


def whole(text: str, kind: Kind) -> Passage:
    return (Run(text, kind),) if text else ()


def link_changes(old: Document, new: Document) -> Iterable[LinkChange]:
    for name in LINKS:
        before, after = old.get(name, []), new.get(name, [])
        removed = tuple(pk for pk in before if pk not in after)
        added = tuple(pk for pk in after if pk not in before)
        if name in old and name in new and (removed or added):
            yield LinkChange(name, removed, added)


def row_changes(part: str, old: Document, new: Document, show: Show) -> Iterable[RowChange]:
    if part not in old or part not in new:
        return
    before, after = rows_of(old, part), rows_of(new, part)
    name = identity(part, [*before, *after])
    old_rows, new_rows = keyed(before, name), keyed(after, name)
    for key in [*new_rows, *(key for key in old_rows if key not in new_rows)]:
        was, became = old_rows.get(key), new_rows.get(key)
        if changed := field_changes(ROW_FIELDS[part], shown(part, was), shown(part, became), show):
            yield RowChange(part, was, became, changed)


def shown(part: str, row: Document | None) -> Document | None:
    """A citation's fact is one value, of which the type is only half."""
    if row is None or part != "citations":
        return row
    return {**row, "type": None, "id": (row["type"], row["id"])}


def identity(part: str, rows: Iterable[Document]) -> str:
    """What stays the same when a row changes; documents of old name no row, and there its place must do."""
    if part == "images":
        return "sha256"
    return "row" if all("row" in row for row in rows) else ""


def keyed(rows: Iterable[Document], name: str) -> dict[Any, Document]:
    return {row[name] if name else place: row for place, row in enumerate(rows)}
