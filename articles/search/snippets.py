"""A passage of a text around what was searched for, with the places that answer the query."""

from __future__ import annotations

from collections.abc import Iterator

from articles.search.stems import WORD, Term, search_terms, stem_text

Segment = tuple[str, bool]


def snippet(text: str, query: str, language: str, width: int = 200) -> list[Segment]:
    """A passage of at most about `width` characters as (text, is a match) segments, in reading order.

    It stands around the first match, or at the beginning where nothing matches; "…" marks where text was left
    out. Words match by their stems: "menanggulangi" answers "penanggulangan". Segments are plain text: escape
    them as any other.
    """
    terms = search_terms(query, language)
    first, last = next(matches(text, terms, language), (0, 0))
    start, end = passage(text, first, last, width)
    return ellipses(segments(text[start:end].strip(), terms, language), start > 0, end < len(text))


def matches(text: str, terms: list[Term], language: str) -> Iterator[tuple[int, int]]:
    """Spans of the words that answer one of the terms."""
    for word in WORD.finditer(text):
        stems = stem_text(word[0], language).split()
        if any(term.fits(stem) for term in terms for stem in stems):
            yield word.span()


def passage(text: str, first: int, last: int, width: int) -> tuple[int, int]:
    """Bounds of a passage that holds text[first:last], most of it behind, cut between words."""
    start = max(0, first - width // 3)
    if start:
        start = next((space for space in range(start, first) if text[space].isspace()), first)
    end = max(last, start + width)
    if end < len(text):
        end = next((space for space in range(end, last, -1) if text[space].isspace()), last or end)
    return start, min(end, len(text))


def segments(text: str, terms: list[Term], language: str) -> list[Segment]:
    found: list[Segment] = []
    done = 0
    for start, end in matches(text, terms, language):
        found += [(text[done:start], False), (text[start:end], True)]
        done = end
    found.append((text[done:], False))
    return [segment for segment in found if segment[0]]


def ellipses(found: list[Segment], before: bool, behind: bool) -> list[Segment]:
    return [("… ", False)] * before + found + [(" …", False)] * behind
