"""From a text to everything that its editor is asked about it."""

from __future__ import annotations

from datetime import date

from articles.intake.checks import check
from articles.intake.proposals import Proposals
from articles.intake.reader import Reading, Term, read
from articles.intake.reference import Reference
from articles.intake.resolving import resolve
from articles.intake.style import find_slips

from .cards import Deck


def propose(text: str, published: date | None = None) -> Proposals:
    """Read the text, match and check it against the registers as they are now. Writes nothing."""
    reference = Reference()
    return propose_for(read(text, published, vocabulary(reference)), reference)


def propose_for(reading: Reading, reference: Reference | None = None) -> Proposals:
    """The cards for a text that was read already."""
    resolution = resolve(reading)
    concerns = (*check(reading, resolution), *find_slips(reading))
    return Proposals(reading, tuple(Deck(reading, resolution, reference or Reference()).cards(concerns)))


def propose_unchecked(reading: Reading, reference: Reference) -> Proposals:
    """The same without concerns, which are never certain: for an archive, where nobody is asked."""
    return Proposals(reading, tuple(Deck(reading, resolve(reading), reference).cards(())))


def vocabulary(reference: Reference) -> list[Term]:
    """The register's topics, by slug."""
    return [Term(slug, (topic.name,)) for slug, topic in reference.topics.items()]
