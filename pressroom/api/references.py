"""How one resource points at another: its identity, its name in both languages, its address."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from rest_framework.request import Request
from rest_framework.reverse import reverse

from agreements.models import Agreement, Event, LegalInstrument
from entities.models import Appointment, Country, Organization, Person, Post, Topic
from pressroom.api.language import LANGUAGES
from pressroom.core.visibility import Public

ROUTES: dict[type[Model], str] = {
    Person: "people",
    Organization: "organizations",
    Post: "posts",
    Appointment: "appointments",
    Country: "countries",
    Topic: "topics",
    Agreement: "agreements",
    LegalInstrument: "instruments",
    Event: "events",
}
# The resource that shows what a row of the change log speaks of.
ROUTES_BY_KIND = {
    "release": "releases",
    **{model.change_kind: route for model, route in ROUTES.items() if issubclass(model, Public)},
}


def address(route: str, public_id: str, request: Request) -> str:
    return reverse(f"api:{route}-detail", args=[public_id], request=request)


def identity(row: Model) -> str:
    return row.public_id if isinstance(row, Public) else str(row.pk)


def pair(row: Any, field: str) -> dict[str, str | None]:
    """A bilingual field of the house; "en" is null where nobody has translated it."""
    return {"id": getattr(row, field), "en": getattr(row, f"{field}_en") or None}


def name_of(row: Model) -> dict[str, str | None]:
    if isinstance(row, Person):
        return {"id": row.name, "en": row.name}
    if isinstance(row, Appointment):
        titles = {language: row.title(language) for language in LANGUAGES}
        return {
            language: f"{row.person.name}, {title}" if title else None for language, title in titles.items()
        }
    return pair(row, "title" if isinstance(row, (Post, Agreement, Event)) else "name")


def is_hidden(row: Model) -> bool:
    """Not public yet; an appointment also when its holder, office or organization is not."""
    if isinstance(row, Appointment) and any(map(is_hidden, (row.person, row.post, row.post.organization))):
        return True
    return isinstance(row, Public) and not row.is_visible()


def survivor(row: Model) -> Any:
    """The public row that answers for this one, itself or what it was merged into; None if it is hidden."""
    if is_hidden(row):
        return None
    return row.survivor() if isinstance(row, (Person, Organization)) else row


def reference(row: Model, request: Request) -> dict[str, Any] | None:
    """None for a row that is not public yet: what points at it shows nothing there."""
    shown = survivor(row)
    if shown is None:
        return None
    public_id = identity(shown)
    return {"id": public_id, "name": name_of(shown), "url": address(ROUTES[type(shown)], public_id, request)}
