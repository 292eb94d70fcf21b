"""Every name of the registers, in the form in which the index keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from agreements.models import Agreement
from articles.intake.resolving.changes import Owner
from entities.models import Country, Organization, OrganizationName, Person, PersonName

# Forms of a name besides the kinds of alternative names (spelling, full, native, former, acronym).
MAIN, SHORT, ENGLISH, ORIGINAL = "main", "short", "english", "original"


class Name(NamedTuple):
    """`version` is that of the index in which its owner was read."""

    kind: str
    pk: Any
    text: str
    form: str
    version: int

    @property
    def owner(self) -> Owner:
        return self.kind, self.pk


class Names(NamedTuple):
    """All names, the key of the row that takes over for each merged one, and what each row is called."""

    names: list[Name]
    merged: dict[Owner, Any]
    main: dict[Owner, str]


def read_all() -> Names:
    return read_of(dict.fromkeys(SOURCES), 0)


def read_of(wanted: dict[str, set[Any] | None], version: int) -> Names:
    """The names of these rows by kind; None: of all."""
    names: list[Name] = []
    merged: dict[Owner, Any] = {}
    main: dict[Owner, str] = {}
    for kind, keys in wanted.items():
        for source in SOURCES[kind]:
            for pk, into, texts in source(keys):
                names += [Name(kind, pk, text, form, version) for form, text in texts if text]
                if texts[0][0] == MAIN:
                    main[kind, pk] = texts[0][1]
                if into is not None:
                    merged[kind, pk] = into
    return Names(names, merged, main)


Rows = Iterator[tuple[Any, Any, tuple[tuple[str, str], ...]]]


def _of(model: Any, keys: set[Any] | None, *columns: str, owner: str = "pk") -> Iterator[tuple]:
    rows = model.objects.order_by()
    if keys is not None:
        rows = rows.filter(**{f"{owner}__in": keys})
    return rows.values_list(owner, *columns).iterator(chunk_size=5000)


def people(keys: set[Any] | None) -> Rows:
    for pk, into, name in _of(Person, keys, "merged_into_id", "name"):
        yield pk, into, ((MAIN, name),)


def other_names_of_people(keys: set[Any] | None) -> Rows:
    for pk, form, name in _of(PersonName, keys, "kind", "name", owner="person_id"):
        yield pk, None, ((form, name),)


def organizations(keys: set[Any] | None) -> Rows:
    for pk, into, name, english, short in _of(
        Organization, keys, "merged_into_id", "name", "name_en", "short"
    ):
        yield pk, into, ((MAIN, name), (ENGLISH, english), (SHORT, short))


def other_names_of_organizations(keys: set[Any] | None) -> Rows:
    for pk, form, name in _of(OrganizationName, keys, "kind", "name", owner="organization_id"):
        yield pk, None, ((form, name),)


def agreements(keys: set[Any] | None) -> Rows:
    for pk, title, english, original in _of(Agreement, keys, "title", "title_en", "title_original"):
        yield pk, None, ((MAIN, title), (ENGLISH, english), (ORIGINAL, original))


def countries(keys: set[Any] | None) -> Rows:
    for pk, name in _of(Country, keys, "name"):
        yield pk, None, ((MAIN, name),)


SOURCES = {
    "person": (people, other_names_of_people),
    "organization": (organizations, other_names_of_organizations),
    "agreement": (agreements,),
    "country": (countries,),
}
