"""Word families that the Snowball stemmers break, read from `exceptions.<language>.txt` beside this module.

A line `tinjau: meninjau` says under which stem its words are found. It holds for more words than it lists:
Snowball gives "meninjau" and "peninjauan" one stem, "injau", so that the first speaks for both. A stem that
two families would claim, or that is a family itself, is left alone; a line with no words says just that.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

from snowballstemmer.english_stemmer import EnglishStemmer
from snowballstemmer.indonesian_stemmer import IndonesianStemmer

# Named here: snowballstemmer.stemmer() gives way to another package, and to other stems, where it finds it.
SNOWBALL = {"id": IndonesianStemmer, "en": EnglishStemmer}


def snowball(word: str, language: str) -> str:
    """The bare Snowball stem. A stemmer keeps its word in itself, so that threads cannot share one."""
    return SNOWBALL[language]().stemWord(word)


@cache
def exceptions(language: str) -> dict[str, str]:
    """Words and Snowball stems, each with the stem (or stems, spaces between) under which it is found."""
    families = read_families(language)
    words = {word: family for family, members in families.items() for word in [family, *members]}
    return {**repairs(words, language), **words}


def read_families(language: str) -> dict[str, list[str]]:
    lines = Path(__file__).with_name(f"exceptions.{language}.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split(":") for line in lines if line and not line.startswith("#")]
    return {family.strip(): words.split() for family, words in pairs}


def repairs(words: dict[str, str], language: str) -> dict[str, str]:
    """The wrong stems that the listed words betray, with the right ones."""
    claims: defaultdict[str, set[str]] = defaultdict(set)
    for word, family in words.items():
        claims[snowball(word, language)].add(family)
    return {wrong: min(right) for wrong, right in claims.items() if len(right) == 1}
