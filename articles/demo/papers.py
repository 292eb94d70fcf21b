"""The documents of an invented release, equal to those that publishing makes, without asking the database.

`tests/articles/test_make_demo.py` holds them against `articles.documents`.
"""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import Any

from articles.demo.bulk import Written
from articles.documents import (
    RELEASE_FORMAT,
    citation_entry,
    day_of,
    image_entry,
    iso,
    person_entries,
    quote_entry,
    subject_entries,
    text_entry,
)
from articles.models import Article
from pressroom.core.html import paragraphs


def sealed(document: dict[str, Any]) -> tuple[Written, str]:
    """A document in its canonical form, encoded once, and its digest; it holds no floating-point numbers."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    written = Written(document)
    written.text = text
    return written, hashlib.sha256(text.encode()).hexdigest()


def released(article: Article, at: datetime) -> dict[str, Any]:
    """What readers get: everybody who is named speaks, in the appointment that is quoted."""
    day, quotes = day_of(article, at), list(article.quotes.all())
    people = {person.pk: person for person in article.people.all()}
    roles = {quote.speaker_id: quote.appointment for quote in quotes}
    lines = [article.title, *paragraphs(article.body)]
    return {
        "format": RELEASE_FORMAT,
        "uid": str(article.uid),
        "kind": article.kind,
        "number": article.number,
        "contact": article.contact,
        "released_on": iso(article.released_on),
        "texts": {language: text_entry(article, language) for language in article.languages},
        "quotes": [quote_entry(quote, people[quote.speaker_id], day) for quote in quotes],
        "subjects": [*person_entries(quotes, people, roles, day), *subject_entries(article)],
        "citations": [
            {**citation_entry(one), "paragraph": paragraph(one.excerpt, lines)}
            for one in article.citations.all()
        ],
        "images": [image_entry(use.image) for use in article.images.all()],
    }


def paragraph(excerpt: str, lines: list[str]) -> int:
    return next(number for number, line in enumerate(lines) if excerpt in line)
