"""Readings built by hand: words are looked up in the text, so that spans are always right."""

from __future__ import annotations

from datetime import date
from typing import Any

from articles.intake.reader import Evidence, Reading, Span, lay_out
from articles.intake.reader.findings import (
    Agreement,
    Country,
    Event,
    Moment,
    Organization,
    Person,
    Quote,
    Regulation,
)

DAY = date(2024, 10, 9)


class Text:
    """A release of a title and a body, and findings in it."""

    def __init__(self, body: str, title: str = "Siaran") -> None:
        self.text = f"{title}\n{body}"

    def spans(self, words: str) -> tuple[Span, ...]:
        """Every place of these words."""
        found, start = [], self.text.find(words)
        while start >= 0 and words:
            found.append(Span(start, start + len(words)))
            start = self.text.find(words, start + 1)
        return tuple(found)

    def evidence(self, words: str) -> Evidence:
        return Evidence((self.spans(words) or (Span(0, 0),))[0])

    def person(self, name: str, role: str = "", **fields: Any) -> Person:
        full = fields.pop("full", name)
        span = self.spans(role)[0] if role else None
        return Person(name, full, self.spans(name), self.evidence(name), role=role, role_span=span, **fields)

    def organization(self, name: str, acronym: str = "") -> Organization:
        mentions = tuple(sorted({*self.spans(name), *self.spans(acronym)}))
        return Organization(name, acronym, mentions, self.evidence(name))

    def agreement(self, text: str, kind: str = "mou", **fields: Any) -> Agreement:
        return Agreement(text, kind, self.spans(text), self.evidence(text), **fields)

    def regulation(self, printed: str, kind: str, number: str, year: int, **fields: Any) -> Regulation:
        return Regulation(kind, number, year, self.spans(printed), **fields)

    def country(self, code: str, name: str) -> Country:
        return Country(code, self.spans(name))

    def quote(self, words: str, speaker: str = "") -> Quote:
        return Quote(words, self.spans(words)[0], True, speaker, self.evidence(words))

    def event(self, title: str, kind: str, first: date, last: date | None = None, **fields: Any) -> Event:
        when = Moment(title, first, last or first, self.evidence(title))
        return Event(title, kind, self.evidence(title), planned=False, when=when, **fields)

    def reading(self, day: date | None = DAY, **findings: Any) -> Reading:
        moment = Moment("", day, day, self.evidence("")) if day else None
        found = {name: tuple(value) for name, value in findings.items()}
        return Reading(lay_out(self.text), event_date=moment, **found)
