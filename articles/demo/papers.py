"""The documents of an invented release, made as publishing makes them, without asking the database."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import Any

from articles.demo.bulk import Written
from articles.documents import Parts, day_of, frozen
from articles.models import Article

# A document is made of values, so it cannot contain itself: nothing looks for that.
CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False)


def sealed(document: dict[str, Any]) -> tuple[Written, str]:
    """A document in its canonical form, encoded once, and its digest; it holds no floating-point numbers."""
    text = CANONICAL.encode(document)
    written = Written(document)
    written.text = text
    return written, hashlib.sha256(text.encode()).hexdigest()


def released(article: Article, parts: Parts, at: datetime) -> dict[str, Any]:
    """What readers get: everybody who is named speaks, in the appointment that is quoted."""
    people = {person.pk: person for person in parts["people"]}
    roles = {quote.speaker_id: quote.appointment for quote in parts["quotes"]}
    return frozen(article, parts, people, roles, day_of(article, at))
