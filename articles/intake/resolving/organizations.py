"""Organizations of a release and those of the register."""

from __future__ import annotations

from django.utils.translation import gettext as _

from articles.intake.proposals import Candidate, Match, Verdict
from articles.intake.reader.findings import Organization as Found
from articles.intake.resolving.index import Index
from articles.intake.resolving.likeness import Bearer, Likeness, bearers, best, likeness_of
from articles.intake.resolving.words import words_of
from entities.models.names import AlternativeName

# Words that stand for each other in names of bodies, and endings that a name has or has not.
SHORT_FORMS = {"kedubes": ("kedutaan", "besar"), "kemenko": ("kementerian", "koordinator")}
ENDINGS = (("di", "indonesia"), ("untuk", "indonesia"), ("republik", "indonesia"), ("ri",), ("indonesia",))


def bearers_of(index: Index, found: Found) -> list[Bearer]:
    """By its full name, else by a longer or shorter form of it, else by its acronym."""
    by_name = bearers(index, "organization", [found.name])
    if any(bearer.likeness > Likeness.VARIANT for bearer in by_name):
        return by_name
    forms = [name for text in other_forms(found.name) for name in index.named(text, "organization")]
    by_acronym = index.named(found.acronym, "organization") if found.acronym else []
    return [
        *best(
            index, [(name, Likeness.VARIANT) for name in forms] + [(n, likeness_of(n)) for n in by_acronym]
        ),
        *by_name,
    ]


def other_forms(name: str) -> list[str]:
    """ "Kedubes Rusia" also as "kedutaan besar rusia", "… di indonesia" and so on."""
    words: list[str] = []
    for word in words_of(name):
        words += SHORT_FORMS.get(word, (word,))
    shorter = [words[: -len(end)] for end in ENDINGS if tuple(words[-len(end) :]) == end]
    longer = [[*words, *end] for end in ENDINGS]
    return [" ".join(form) for form in (words, *shorter, *longer) if form]


def match(index: Index, found: Found) -> Match:
    """Who may be meant, as the index alone tells."""
    known = {bearer.pk: bearer for bearer in sorted(bearers_of(index, found), key=rank)}
    named = [b for b in known.values() if is_named(found, b)]
    candidates = [candidate(index, b, named) for b in known.values()]
    candidates.sort(key=lambda one: one.verdict != "existing")
    return Match(tuple(candidates))


def rank(bearer: Bearer) -> tuple[int, int]:
    return -bearer.likeness, bearer.pk


def is_named(found: Found, bearer: Bearer) -> bool:
    """Whether the text names this row in full, or by nothing but its acronym."""
    if bearer.likeness == Likeness.ACRONYM:
        return words_of(found.name) == words_of(bearer.name.text)
    return bearer.likeness >= Likeness.ALIAS


def candidate(index: Index, bearer: Bearer, named: list[Bearer]) -> Candidate:
    verdict: Verdict = "existing" if named == [bearer] else "probable"
    label = index.name_of("organization", bearer.pk) or bearer.name.text
    return Candidate(str(bearer.pk), label, verdict, reason(bearer, named))


def reason(bearer: Bearer, named: list[Bearer]) -> str:
    if bearer in named and len(named) > 1:
        return _("Ada %(count)d lembaga dengan nama ini.") % {"count": len(named)}
    name = {"name": bearer.name.text}
    if bearer.likeness == Likeness.VARIANT:
        return _("Ejaan atau bentuk nama yang mirip: %(name)s.") % name
    if bearer.name.form == AlternativeName.Kind.FORMER:
        return _("Nama lama lembaga ini: %(name)s.") % name
    if bearer.likeness == Likeness.ALIAS:
        return _("Nama lain yang tercatat: %(name)s.") % name
    if bearer.likeness == Likeness.ACRONYM:
        return _("Singkatannya sama: %(name)s.") % name
    return _("Namanya sama.")
