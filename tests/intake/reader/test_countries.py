"""Countries found in sentences: names, adjectives and short forms, and the words that only look like them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from articles.intake.reader.countries import find_countries
from articles.intake.reader.cues import table
from articles.intake.reader.layout.layout import lay_out

CASES = Path(__file__).with_name("country_cases.txt")
REGISTER = Path(__file__).parents[3] / "fixtures" / "source" / "countries.csv"


def codes(text: str) -> list[str]:
    return [country.code for country in find_countries(lay_out(f"Siaran pers\n{text}"))]


def cases() -> list[tuple[str, list[str]]]:
    lines = (line for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return [(sentence.strip(), wanted.split()) for sentence, wanted in (line.split("|") for line in lines)]


@pytest.mark.parametrize(("sentence", "wanted"), cases())
def test_the_countries_of_a_sentence(sentence, wanted):
    assert codes(sentence) == wanted


def test_all_mentions_are_kept_and_lie_where_they_say():
    document = lay_out("Rusia dan Indonesia\nRI menyambut Federasi Rusia.\nRusia senang.")
    found = {country.code: country.mentions for country in find_countries(document)}
    words = {code: [span.of(document.text) for span in spans] for code, spans in found.items()}
    assert words == {"RU": ["Rusia", "Federasi Rusia", "Rusia"], "ID": ["Indonesia", "RI"]}


def test_every_code_is_one_of_the_register():
    with REGISTER.open(encoding="utf-8") as file:
        known = {row["iso2"] for row in csv.DictReader(file)}
    assert {row[0] for row in (*table("countries"), *table("demonyms"))} <= known


def test_the_name_of_every_country_is_recognised():
    missed = []
    for code, names in table("countries"):
        missed += [
            name for name in names.split(", ") if codes(f"Delegasi {name.rstrip('?')} tiba.") != [code]
        ]
    assert not missed
