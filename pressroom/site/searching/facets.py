"""By what the answers to a question can be narrowed, how many would be left, and what it is narrowed by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.models import Article
from articles.search.ranking import Candidate
from pressroom.site.asking import FACETS as SUBJECTS
from pressroom.site.asking import Question
from pressroom.site.display.words import indonesian
from pressroom.site.searching.directory import Directory, directory

SHOWN = 8
# Values whose names are looked up: equals are told apart by name, and some may have no page any more.
CONSIDERED = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """One value: what it is called, how many answers have it (at least), and the question narrowed by it."""

    label: str
    count: int
    query: str


class Facet(NamedTuple):
    name: str
    label: str
    choices: list[Choice]


class Chip(NamedTuple):
    """What a question is narrowed by, and the question without it."""

    facet: str
    label: str
    query: str


def labels() -> dict[str, str]:
    return {
        "kind": _("Jenis"),
        "person": _("Tokoh"),
        "organization": _("Lembaga"),
        "country": _("Negara"),
        "agreement": _("Perjanjian"),
        "topic": _("Topik"),
        "event": _("Kegiatan"),
        "year": _("Tahun"),
    }


ORDER = ("kind", "person", "organization", "country", "agreement", "topic", "year")


Counts = dict[str, dict[str, int]]


def facets(question: Question, counted: Counts, language: str) -> list[Facet]:
    """Those facets that would narrow the answers, with their commonest values."""
    names, called = directory(), labels()
    asked = question.parameters()
    found = [
        Facet(name, called[name], list(choices(name, counted.get(name, {}), question, names, language)))
        for name in ORDER
        if name not in asked
    ]
    return [facet for facet in found if facet.choices]


def counts(candidates: Iterable[Candidate]) -> Counts:
    """How many candidates bear each of the commonest marks, by kind; rows that were merged count once.

    The commonest come first.
    """
    gone = {f"{kind}:{old}": f"{kind}:{new}" for (kind, old), new in directory().merged.items()}
    borne = (marks[marks.find(" kind:") :] for _key, _day, marks in candidates)
    if gone:
        tally = Counter(mark for marks in borne for mark in {gone.get(mark, mark) for mark in marks.split()})
    else:
        tally = Counter(" ".join(borne).split())
    found: Counts = {name: {} for name in ORDER}
    for mark in sorted(sorted(tally), key=tally.__getitem__, reverse=True):
        kind, _colon, key = mark.partition(":")
        if kind in found and len(found[kind]) < CONSIDERED:
            found[kind][key] = tally[mark]
    return found


def choices(
    name: str, counted: dict[str, int], question: Question, names: Directory, language: str
) -> Iterator[Choice]:
    known: list[tuple[str, str, int]] = []
    # The commonest come first: what is rarer than eight others need not be called by its name.
    for key, count in counted.items():
        if name != "year" and len(known) >= SHOWN and count < known[SHOWN - 1][2]:
            break
        label, value = value_of(name, key, names, language)
        if value:
            known.append((label, value, count))
    known.sort(key=lambda one: one[1] if name == "year" else (-one[2], one[0]), reverse=name == "year")
    for label, value, count in known[:SHOWN]:
        yield Choice(label, count, question.query(**{name: value}))


def value_of(name: str, key: str, names: Directory, language: str) -> tuple[str, str]:
    """What a value is called and how it stands in an address; both empty where the public knows none."""
    if name == "year":
        return key, key
    if name == "kind":
        return (capfirst(str(Article.Kind(key).label)), key) if key in Article.Kind.values else ("", "")
    row = names.label(name, key)
    if row is None:
        return "", ""
    in_indonesian_only = kind_has_english(row.kind) and not row.name_en
    return indonesian(row.name) if in_indonesian_only else row.called(language), row.address


def kind_has_english(kind: str) -> bool:
    """People are called the same in every language."""
    return kind != "person"


def chips(question: Question, called: Any) -> list[Chip]:
    """`called` writes the name of a subject in the reader's language."""
    given: dict[str, str] = {name: called(subject) for name, subject in question.subjects.items()}
    if question.kind:
        given["kind"] = capfirst(str(Article.Kind(question.kind).label))
    if question.year:
        given["year"] = str(question.year)
    return [Chip(labels()[name], given[name], question.query(**{name: None})) for name in in_order(given)]


def in_order(names: Iterable[str]) -> list[str]:
    order = dict.fromkeys((*ORDER, *SUBJECTS))
    return sorted(names, key=list(order).index)
