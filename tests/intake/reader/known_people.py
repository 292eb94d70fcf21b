"""Invented people for tests of quotes: found by any part of their names, without the finder of people."""

from __future__ import annotations

import re

from articles.intake.reader.findings import Document, Evidence, Person, Span

ROLES = {
    "Andi Wijaya": "Kepala Badan Riset Bahari (BRB)",
    "Budi Santoso": "Wakil Gubernur Jambi",
    "Siti Rahmawati": "Kabid Humas Polda Jambi",
    "Anna Petrova": "Duta Besar Rusia untuk Indonesia",
    "Lalu Satria": "Menteri Pertahanan",
}


def person(document: Document, name: str) -> Person | None:
    parts = "|".join(re.escape(part) for part in [name, *name.split()])
    mentions = tuple(
        Span(*found.span()) for found in re.finditer(rf"(?<!\w)(?:{parts})(?!\w)", document.flat)
    )
    return Person(name, name, mentions, Evidence(mentions[0]), role=ROLES[name]) if mentions else None


def people_of(document: Document) -> tuple[Person, ...]:
    return tuple(found for name in ROLES if (found := person(document, name)))
