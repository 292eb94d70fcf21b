"""People, organizations, posts, topics."""

from typing import Any

from entities.models import (
    Appointment,
    Country,
    Honorific,
    Organization,
    OrganizationName,
    Person,
    PersonHonorific,
    PersonName,
    Post,
    Topic,
)
from tests.factories.common import LONG_AGO, serial

COUNTRIES = {
    "ID": ("IDN", "Indonesia", "Indonesia"),
    "RU": ("RUS", "Rusia", "Russia"),
    "AU": ("AUS", "Australia", "Australia"),
    "MY": ("MYS", "Malaysia", "Malaysia"),
}


def country(iso2: str = "ID") -> Country:
    iso3, name, name_en = COUNTRIES[iso2]
    found, _ = Country.objects.get_or_create(
        iso2=iso2, defaults={"iso3": iso3, "name": name, "name_en": name_en}
    )
    return found


def organization(name: str = "", **fields: Any) -> Organization:
    number = next(serial)
    defaults = {"slug": f"lembaga-{number}", "kind": "agency", "public_from": LONG_AGO}
    return Organization.objects.create(name=name or f"Lembaga {number}", **{**defaults, **fields})


def embassy(sender: str = "RU", host: str = "ID", **fields: Any) -> Organization:
    return organization(kind="embassy", country=country(sender), host_country=country(host), **fields)


def organization_name(
    owner: Organization | None = None, name: str = "Nama Lain", **fields: Any
) -> OrganizationName:
    fields = {"public_from": LONG_AGO, **fields}
    return OrganizationName.objects.create(organization=owner or organization(), name=name, **fields)


def person(name: str = "", **fields: Any) -> Person:
    number = next(serial)
    name = name or f"Tokoh {number}"
    defaults = {"slug": f"tokoh-{number}", "sort_name": name, "public_from": LONG_AGO}
    return Person.objects.create(name=name, **{**defaults, **fields})


def person_name(owner: Person | None = None, name: str = "Nama Lain", **fields: Any) -> PersonName:
    fields = {"public_from": LONG_AGO, **fields}
    return PersonName.objects.create(person=owner or person(), name=name, **fields)


def honorific(abbr: str = "M.H.", **fields: Any) -> Honorific:
    """An academic suffix, unless told otherwise."""
    defaults = {
        "code": f"gelar-{next(serial)}",
        "kind": "academic",
        "position": "suffix",
        "name": abbr,
        "precedence": 100,
    }
    return Honorific.objects.create(abbr=abbr, **{**defaults, **fields})


def rank(abbr: str = "Komjen. Pol.", **fields: Any) -> Honorific:
    defaults = {"kind": "rank", "position": "prefix", "service": "polri", "precedence": 50}
    return honorific(abbr, **{**defaults, **fields})


def person_honorific(
    holder: Person | None = None, title: Honorific | None = None, **fields: Any
) -> PersonHonorific:
    fields = {"public_from": LONG_AGO, **fields}
    return PersonHonorific.objects.create(person=holder or person(), honorific=title or honorific(), **fields)


def post(title: str = "", **fields: Any) -> Post:
    fields = {"public_from": LONG_AGO, **fields}
    fields.setdefault("organization", None)
    owner = fields.pop("organization") or organization()
    return Post.objects.create(organization=owner, title=title or f"Kepala {next(serial)}", **fields)


def appointment(holder: Person | None = None, office: Post | None = None, **fields: Any) -> Appointment:
    """A substantive head of whom no date is known, unless told otherwise."""
    fields = {"public_from": LONG_AGO, **fields}
    return Appointment.objects.create(person=holder or person(), post=office or post(), **fields)


def topic(name: str = "", **fields: Any) -> Topic:
    number = next(serial)
    defaults = {"slug": f"topik-{number}", "public_from": LONG_AGO}
    return Topic.objects.create(name=name or f"Topik {number}", **{**defaults, **fields})
