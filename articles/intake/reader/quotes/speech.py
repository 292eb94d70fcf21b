"""The words that report speech, read from the cue files and compiled once."""

from __future__ import annotations

import re

from ..cues import any_of, table, words

PRONOUNS = frozenset(words("pronouns"))
_DOCUMENTS = frozenset(words("speaking_documents"))
NAMING = frozenset(words("naming_words"))

ENDS = {row[0]: row[1:] == ("lunak",) for row in table("attribution_ends")}
"""Words that end the naming of a speaker; True where an office may go on ("Duta Besar RI | di Wina")."""

_ROOTS = table("speech_verbs")
CHOOSY = frozenset(row[0] for row in _ROOTS if row[1:] == ("nama",))
"""Words of other uses too ("jelas"): they report speech only beside a name, an office or a pronoun."""

ROOT = any_of([*(row[0] for row in _ROOTS), *words("passive_speech"), *words("english_speech_verbs")])
ASIDE = any_of(words("aside_verbs"))
REPORTING = any_of(row[0] for row in table("reporting_verbs"))
ENGLISH = any_of(words("english_speech_verbs"))
PASSIVE = any_of(words("passive_speech"))
PRONOUN = any_of(words("pronouns"))

DIRECTLY = frozenset(row[0] for row in table("reporting_verbs") if row[1] == "langsung")
ONLY_QUOTING = frozenset(row[0] for row in table("reporting_verbs") if row[1] == "kutipan")


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression in which the names of `_PLACES` between < and > stand for cue words."""
    for name, value in _PLACES.items():
        source = source.replace(f"<{name}>", value)
    return re.compile(source, flags)


_PLACES = {
    "ROOT": ROOT,
    "ASIDE": ASIDE,
    "REPORTING": REPORTING,
    "ENGLISH": ENGLISH,
    "PASSIVE": PASSIVE,
    "PRONOUN": PRONOUN,
}


def is_document(said: str) -> bool:
    """ "pernyataan bersama", "keterangan tertulis itu": no person, and yet it speaks."""
    return said.split()[0].lower() in _DOCUMENTS
