"""What may be meant by what somebody begins to type: first what has a page, then releases by their titles."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import pgettext

from articles.search.marks import TITLE, mark
from articles.search.queries import words_in
from articles.search.stems import stems_of, stop_words
from articles.search.wanted import Group, Wanted
from pressroom.site.paths import path_to
from pressroom.site.searching.directory import directory, distinct
from pressroom.site.searching.register import Known
from pressroom.site.searching.standing import standing, titles_with_slugs
from pressroom.site.searching.vocabulary import begun

MOST = 8
ENTITIES = 5
SHORTEST = 2
# A title is searched for by what begins so; two letters begin too much.
SHORTEST_IN_TITLE = 3
# The last word may be the beginning of so many of those that are read here.
WORDS = 5


class Suggestion(NamedTuple):
    label: str
    kind: str
    url: str


def suggestions(query: str, language: str) -> list[Suggestion]:
    asked = words_in(query)
    if len("".join(asked)) < SHORTEST:
        return []
    found = [entity(row, language) for row in entities(query, language, ENTITIES)]
    return found + releases(asked, language, MOST - len(found))


def entities(query: str, language: str, most: int) -> list[Known]:
    """What has the words in its names, the last perhaps unfinished; then what is named among them."""
    asked, known = words_in(query), directory()
    if len("".join(asked)) < SHORTEST:
        return []
    return distinct([*known.names.beginning(asked, most), *known.named_in(query)])[:most]


def kind_labels() -> dict[str, str]:
    """What one of each is called."""
    return {
        "person": pgettext("one", "Tokoh"),
        "organization": pgettext("one", "Lembaga"),
        "agreement": pgettext("one", "Perjanjian"),
        "topic": pgettext("one", "Topik"),
        "country": pgettext("one", "Negara"),
        "event": pgettext("one", "Kegiatan"),
    }


def entity(row: Known, language: str) -> Suggestion:
    address = row.address.lower() if row.kind == "country" else row.address
    label = row.called(language)
    if row.other and row.other not in label:
        label = f"{label} ({row.other})"
    return Suggestion(label, kind_labels()[row.kind], path_to(language, row.kind, address))


def releases(asked: list[str], language: str, most: int) -> list[Suggestion]:
    wanted = in_titles(asked, language)
    if not wanted or len(asked[-1]) < SHORTEST_IN_TITLE:
        return []
    found = standing(wanted, language).rows(titles_with_slugs)[:most]
    return [
        Suggestion(title, pgettext("one", "Siaran pers"), path_to(language, "release", slug))
        for title, slug in found
    ]


def in_titles(asked: list[str], language: str) -> Wanted:
    """All words in the title; the last as the word that it is, or as the beginning of one.

    Stems begin as their words do only where the word has no prefix: "penga" begins none, but "pengamanan".
    """
    whole = [word for word in asked[:-1] if word not in stop_words(language)]
    groups = [Group(((mark(TITLE, stem),),)) for word in whole for stem in stems_of(word, language) if stem]
    opened = [asked[-1], *begun(asked[-1], language, WORDS)]
    last = [asked[-1].replace("'", ""), *(stem for word in opened for stem in stems_of(word, language)[:1])]
    return Wanted(
        (*groups, Group(tuple((mark(TITLE, one),) for one in dict.fromkeys(last) if one), prefix=True))
    )
