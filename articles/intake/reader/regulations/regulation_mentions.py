"""Where a text names a regulation: a word for its kind, then a number and a year, or a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ..agreements.subjects import subject_end
from ..cues import any_of, words
from ..findings import Span
from .law_names import CODE, name_at
from .regulation_kinds import Kind, heads, kind_of
from .regulation_numbers import YEAR, Number, number_at, number_behind

_STATE = re.compile(
    r"\s*(?:\([A-Za-z]{2,15}\)\s*)?(?:(?:negara\s+)?republik\s+indonesia(?!\w)|(?:nk)?ri(?!\w)|r\.\s?i\.|darurat(?!\w))?\s*",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"\s?,?\s?(?:{any_of(words('regulation_joins'))})\s+(?=(?:nomor|nomer|no)\b)", re.IGNORECASE
)
_JOINED = re.compile(rf"(?:,|(?<!\w){any_of(words('regulation_joins'))})\s*$", re.IGNORECASE)
_ABOUT = re.compile(r",?\s+(?:tentang|mengenai|perihal|ttg|concerning|on)\s+", re.IGNORECASE)
_CALLED = re.compile(
    r"[,\s]*\((?:selanjutnya\s+)?(?:disebut\s+|atau\s+)?(?:UU\s+)?(?P<called>[A-Z][^()]{1,60})\)"
)
_YEAR = re.compile(rf"\s+(?:(?:tahun|thn)\s+)?(?P<year>{YEAR})(?![\w/-])", re.IGNORECASE)
_CLAUSE = re.compile(
    r"\b(?:yang|ini|itu|tersebut|sesuai|bahwa|akan|telah|dapat|adalah|tentang)\b", re.IGNORECASE
)
_DRAFT = re.compile(r"\b(?:ruu|rancangan|draf|draft|naskah\s+akademik)\s+$", re.IGNORECASE)
_PARENS = re.compile(r"\([^()]*\)")
_NAMED = frozenset({"UU", "Perpres", "Keppres", "Inpres"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One place. A `weak` one has only a title: it may join another mention, alone it is nothing."""

    kind: str
    span: Span
    number: str | None = None
    year: int | None = None
    issuer: str = ""
    form: str = ""
    title: str = ""
    title_span: Span | None = None
    name: str = ""
    weak: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name in (self.title, self.name) if name)


def find_mentions(flat: str) -> list[Mention]:
    """All mentions in order. A law named only inside another one's title is part of that title."""
    codes = list(_codes(flat))
    found, cursor = list(codes), 0
    taken = {code.span.start: code.span.end for code in codes}
    for head in heads().finditer(flat):
        if head.start() >= cursor and not _inside(taken, head.start()):
            mentions = _at(flat, head)
            found += mentions
            cursor = mentions[-1].span.end if mentions else cursor
    return _whole_titles(flat, _outside_titles(sorted(found, key=lambda mention: mention.span)))


def _inside(taken: dict[int, int], at: int) -> bool:
    """A code's own name holds "Undang-Undang" as its second word."""
    return any(start <= at < taken[start] for start in range(at, at - 8, -1) if start in taken)


def _codes(flat: str) -> Iterator[Mention]:
    for match in CODE.finditer(flat):
        if not _DRAFT.search(flat, max(0, match.start() - 30), match.start()):
            year = _YEAR.match(flat, match.end(), match.end() + 15)
            span = Span(match.start(), year.end() if year else match.end())
            yield Mention("UU", span, year=int(year["year"]) if year else None, form="uu", name=match["name"])


def _at(flat: str, head: re.Match[str]) -> list[Mention]:
    """The regulation named here, and those whose numbers are joined to it."""
    kind, written_on = kind_of(head.group())
    state = _STATE.match(flat, head.end(), head.end() + 80)
    after = state.end() if state else head.end()
    number = number_at(flat, after, kind.strict) or _behind(flat, after, kind)
    if number is None or (kind.issuer == "@" and number.year is None):
        return _named(flat, head, kind, after)
    between = _PARENS.sub("", f"{written_on} {number.between}").strip()
    mentions = [_numbered(flat, head.start(), kind, number, between)]
    while joined := _NEXT.match(flat, mentions[-1].span.end, mentions[-1].span.end + 60):
        number = number_at(flat, joined.end(), True)
        if number is None:
            break
        mentions.append(_numbered(flat, joined.end(), kind, number, between))
    return mentions


def _behind(flat: str, after: int, kind: Kind) -> Number | None:
    """A number behind a name or an issuer, unless another regulation or a clause stands between."""
    number = number_behind(flat, after)
    if number is None or _CLAUSE.search(number.between):
        return None
    between = _PARENS.sub("", number.between)
    if heads().search(between) or (kind.issuer == "@" and not between[:1].isupper()):
        return None
    return number


def _numbered(flat: str, start: int, kind: Kind, number: Number, between: str) -> Mention:
    title = _title(flat, number.end)
    called = _CALLED.match(flat, title.end if title else number.end, number.end + 400)
    name = between if kind.kind == "UU" else ""
    return Mention(
        kind=kind.kind,
        span=Span(start, number.end),
        number=number.number,
        year=number.year,
        issuer=kind.issued_by(between),
        form=kind.form,
        title=title.of(flat) if title else "",
        title_span=title,
        name=called["called"] if called else name,
    )


def _title(flat: str, at: int) -> Span | None:
    """What "tentang" says, up to the next regulation that is joined by "dan" or a comma."""
    about = _ABOUT.match(flat, at, at + 20)
    if about is None:
        return None
    end = subject_end(flat, about.end(), len(flat))
    for head in heads().finditer(flat, about.end(), end):
        if joined := _JOINED.search(flat, about.end(), head.start() - 1):
            end = joined.start()
            break
    while end > about.end() and flat[end - 1] in " ,":
        end -= 1
    return Span(about.end(), end) if end > about.end() else None


def _named(flat: str, head: re.Match[str], kind: Kind, after: int) -> list[Mention]:
    """ "UU Tipikor", "Undang-Undang tentang Kejaksaan"; other kinds only by a known name or an acronym."""
    if _DRAFT.search(flat, max(0, head.start() - 30), head.start()):
        return []
    if title := _title(flat, after - 1):
        weak = kind.kind != "UU" or head.group()[0].islower() or flat[title.start].islower()
        return [_by_name(head, kind, title, title=title.of(flat), weak=weak)]
    free = kind.kind == "UU" and not kind.strict
    name = name_at(flat, after, free) if kind.kind in _NAMED or kind.form == "perppu" else None
    if name is None:
        return []
    year = _YEAR.match(flat, name.end, name.end + 15)
    span = Span(name.start, year.end() if year else name.end)
    return [_by_name(head, kind, span, name=name.of(flat), year=int(year["year"]) if year else None)]


def _by_name(head: re.Match[str], kind: Kind, words: Span, **values) -> Mention:
    return Mention(kind.kind, Span(head.start(), words.end), form=kind.form, **values)


def _outside_titles(found: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    covered = Span(0, 0)
    for mention in found:
        if mention.number is None and mention.span.start < covered.end:
            continue
        kept.append(mention)
        covered = mention.title_span or covered
    return kept


def _whole_titles(flat: str, found: list[Mention]) -> list[Mention]:
    """A title that names another regulation goes on to that one's end: "Perubahan atas UU Nomor 11 …"."""
    whole = list(found)
    for index, (mention, behind) in enumerate(pairwise(found)):
        title = mention.title_span
        if title and title.start <= behind.span.start < title.end:
            span = Span(title.start, (behind.title_span or behind.span).end)
            whole[index] = replace(mention, title=span.of(flat), title_span=span)
    return whole
