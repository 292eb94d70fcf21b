"""House style: what the house would write differently, each with a fix; no quote is ever changed.

Editors keep rules of wording in the admin; what is no pattern is a small function here, and RULES names all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from articles.intake.proposals import Concern
from articles.intake.reader import Reading
from articles.intake.style import acronyms, honorifics, sentences, wording
from articles.intake.style.context import Context

RULES: tuple[Callable[[Context], Iterable[Concern]], ...] = (
    wording.slips,
    honorifics.slips,
    acronyms.slips,
    sentences.slips,
)


def find_slips(reading: Reading) -> tuple[Concern, ...]:
    """Everything that the house would write differently, in order of place."""
    context = Context(reading)
    found = chain.from_iterable(rule(context) for rule in RULES)
    return tuple(sorted(found, key=lambda concern: concern.span))
