"""Words of two languages side by side, and how much of a text a list or a reader needs to know."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.html import escape, format_html, linebreaks
from django.utils.safestring import SafeData, SafeString, mark_safe

from articles.models import EditionText
from articles.search.snippets import passage_for
from articles.search.wanted import Wanted
from pressroom.core.dates.days import interface_language
from pressroom.site.reading import OPENING

WORDS_A_MINUTE = 200


def words(thing: Any, field: str) -> str:
    """A two-language field in the reader's language, else the Indonesian words, marked as such."""
    indonesian_words, english = both(thing, field)
    if interface_language() == "id":
        return indonesian_words
    return english or indonesian(indonesian_words)


def plain(thing: Any, field: str) -> str:
    """`words` for places where no markup can stand, such as <title>."""
    indonesian_words, english = both(thing, field)
    return english if english and interface_language() == "en" else indonesian_words


def both(thing: Any, field: str) -> tuple[str, str]:
    """The Indonesian and the English words; a field in one language only, as a person's name, is both."""
    entries: dict[str, str] = thing if isinstance(thing, dict) else thing.__dict__
    return entries[field], entries.get(f"{field}_en", entries[field])


def called(subject: Any) -> str:
    """What a subject of releases is called, without markup: a person's name, an agreement's title."""
    return plain(subject, "title" if hasattr(subject, "title") else "name")


def named(subject: Any) -> str:
    """`called`, marked where it is in Indonesian only."""
    return words(subject, "title" if hasattr(subject, "title") else "name")


def indonesian(text: str) -> str:
    """Words that exist in Indonesian only."""
    if interface_language() == "id" or not text:
        return text
    return format_html('<span lang="id">{}</span>', text)


def readable(written: Callable[[str], str]) -> str:
    """What a register writes in the reader's language, else in Indonesian, marked as such."""
    return written(interface_language()) or indonesian(written("id"))


def opening(text: EditionText) -> str:
    """The lead of a release, else how its text begins; lists have read no more of it than the `start`."""
    if text.lead:
        return text.lead
    start: str = getattr(text, "start", "") or text.text
    first = start.partition("\n")[0]
    return first if len(first) <= OPENING else f"{first[:OPENING].rpartition(' ')[0]} …"


def reading_minutes(text: str) -> int:
    return max(1, round(len(text.split()) / WORDS_A_MINUTE))


def found_in(text: str, wanted: Wanted, width: int = 220) -> SafeString:
    """A passage of the text around what was searched for, with what answers in <mark>."""
    segments = passage_for(text, wanted, interface_language(), width)
    return mark_safe(
        "".join(f"<mark>{escape(part)}</mark>" if found else escape(part) for part, found in segments)
    )


def paragraphs(text: str) -> SafeString:
    """Lines as they were typed: an empty one begins a paragraph."""
    return mark_safe(linebreaks(text, autoescape=not isinstance(text, SafeData)))
