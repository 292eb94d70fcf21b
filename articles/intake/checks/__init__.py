"""The fact check: what the text says against what the registers hold, both sources shown.

Each check is a small function of a `Context`; RULES names them in the order in which they are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from articles.intake.checks import agreements, dates, force, names, offices, organizations, ranks, regulations
from articles.intake.checks.context import Context
from articles.intake.proposals import Concern
from articles.intake.reader import Reading
from articles.intake.resolving import Resolution

RULES: tuple[Callable[[Context], Iterable[Concern]], ...] = (
    dates.weekdays,
    names.people,
    names.organizations,
    offices.held_by_another,
    ranks.changed,
    organizations.renamed,
    agreements.years,
    agreements.titles,
    agreements.ratification,
    force.called_in_force,
    regulations.numbers,
)


def check(reading: Reading, resolution: Resolution) -> tuple[Concern, ...]:
    """Everything that does not fit with what we hold; nothing is said of what we do not know."""
    context = Context(reading, resolution)
    return tuple(chain.from_iterable(rule(context) for rule in RULES))
