"""Words to stems, for the index and for queries alike: both databases search our stems, never raw words.

Pure: no models, no database. Stems change with the exception lists and with snowballstemmer's version;
`manage.py rebuild_projections` brings stored ones up to date.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import chain, repeat
from pathlib import Path
from typing import NamedTuple

from articles.search.families import exceptions, snowball

MARKS = "\u0300-\u036f"
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
# Letters and digits with their accents; an apostrophe belongs to a word that goes on behind it.
WORD = re.compile(rf"[^\W_]+(?:(?:[{MARKS}]|['’](?=[^\W_]))[^\W_]*)*")

# The beginning of "1e5kg" is a number to PostgreSQL's parser, which makes two words of it.
NUMBER_AND_WORD = re.compile(r"([0-9]+e[0-9]+)([^0-9].*)")

MAX_QUERY_LENGTH = 200
MAX_QUERY_WORDS = 12
# Shorter beginnings fit too many unrelated words: "dana" would find "danau", "data" would find "datang".
MIN_PREFIX_LENGTH = 5


class Term(NamedTuple):
    """One condition of a search; with `prefix`, a longer stem that begins so will do."""

    stem: str
    prefix: bool = False

    def fits(self, stem: str) -> bool:
        return stem.startswith(self.stem) if self.prefix else stem == self.stem


def stem_text(text: str, language: str) -> str:
    """Stems of all words of a text in one language ("id" or "en"), in order, with single spaces between."""
    return " ".join(chain.from_iterable(map(stems_of, words(text), repeat(language))))


def stem_query(query: str, language: str) -> list[str]:
    """Stems that a text must contain to answer the query: no stop words, no duplicates, bounded in number."""
    return [term.stem for term in search_terms(query, language)]


def search_terms(query: str, language: str) -> list[Term]:
    """`stem_query`, and whether the last word may be the beginning of one: "Tolchen" for Tolchenov."""
    asked = words_asked(query, language)
    stems = dict.fromkeys(stem for word in asked for stem in stems_of(word, language))
    opening = asked[-1] if asked and is_opening(asked[-1], language) else None
    return [Term(stem, stem == opening) for stem in stems]


def words_asked(query: str, language: str) -> list[str]:
    """The words of a query within its bounds, whole ones only, without stop words."""
    found = [match[0] for match in WORD.finditer(fold(query)) if match.end() <= MAX_QUERY_LENGTH]
    return [word for word in found if word not in stop_words(language)][:MAX_QUERY_WORDS]


def is_opening(word: str, language: str) -> bool:
    """Whether a word may be taken as the beginning of others: long enough, and not known to be complete."""
    return len(word) >= MIN_PREFIX_LENGTH and word.isalpha() and word not in exceptions(language)


@cache
def stop_words(language: str) -> frozenset[str]:
    lines = Path(__file__).with_name(f"stop_words.{language}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def words(text: str) -> list[str]:
    return WORD.findall(fold(text))


def fold(text: str) -> str:
    """One spelling for what reads alike: no case, no accents, no compatibility forms, one apostrophe."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = BEYOND_ASCII.sub(without_marks, decomposed)
    return unicodedata.normalize("NFKC", bare).replace("’", "'")


def without_marks(found: re.Match[str]) -> str:
    return "".join(character for character in found[0] if not unicodedata.combining(character))


@lru_cache(maxsize=50_000)
def stems_of(word: str, language: str) -> tuple[str, ...]:
    """Stems of one folded word: most have one, an abbreviation has those of the words it stands for."""
    known = exceptions(language)
    plain = word.removesuffix("'s").replace("'", "")
    if plain in known:
        return tuple(known[plain].split())
    stem = snowball(plain, language)
    torn = NUMBER_AND_WORD.fullmatch(stem)
    return torn.groups() if torn else tuple(known.get(stem, stem).split())
