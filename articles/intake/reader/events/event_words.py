"""The words for events, plans and the holding of events, as the cue files list them."""

from __future__ import annotations

import re
from functools import cache

from ..cues import any_of, table, words
from ..spellings import any_spelling

PLAN = re.compile(any_spelling(row[0] for row in table("planning_words") if row[1] == "kerja"), re.IGNORECASE)
NOUN = re.compile(any_spelling(row[0] for row in table("event_words")), re.IGNORECASE)
HOLDING = re.compile(any_spelling(row[0] for row in table("holding_verbs")), re.IGNORECASE)
ADVERBS = re.compile(rf"\s+(?:(?:{any_of(words('plan_adverbs'))})\s+)*", re.IGNORECASE)
SPEECH = re.compile(
    r"[“”\"]|(?<!\w)(?:kata|ujar|jelas|ungkap|tutur|ucap|tambah|imbuh|terang|papar|tegas)(?:nya)?(?!\w)"
)
STANDS_FOR = re.compile(
    rf"(?:(?:{any_of(words('anaphors'))})\s+(?:ini|itu|tersebut)|the\s+(?:event|meeting))", re.IGNORECASE
)
PRONOUN = re.compile(rf"(?:{any_of(words('pronouns_subject'))})", re.IGNORECASE)
PROMISES = frozenset(words("no_events"))


@cache
def _kinds() -> dict[str, str]:
    return {row[0].casefold(): row[1] for row in table("event_words")}


@cache
def _holding() -> dict[str, tuple[str, str]]:
    return {row[0].casefold(): (row[1], row[2]) for row in table("holding_verbs")}


def kind_of(title: str) -> str:
    """The kind that the first word for an event in the title means."""
    noun = NOUN.search(title)
    return _kinds()[" ".join(noun.group().casefold().split())] if noun else "other"


def holding(verb: str) -> tuple[str, str]:
    """On which side of the verb the event stands (pelaku: behind it), and how surely it is one."""
    return _holding()[" ".join(verb.casefold().split())]
