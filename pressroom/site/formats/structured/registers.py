"""People with their offices, and organizations with those who lead them."""

from __future__ import annotations

from typing import Any

from entities.models import Appointment, Organization, Person
from pressroom.site.display.words import plain
from pressroom.site.formats.structured.days import iso_between
from pressroom.site.formats.structured.here import Here, Node, pruned


def person(shown: Person, here: Here) -> list[Node]:
    """`jobTitle` is what is held today; each office in its time is a Role (schema.org/Role)."""
    page, offices = here.page("person", shown.slug), appointments(here)
    node = {
        "@type": "Person",
        "@id": f"{page}#pokok",
        "name": shown.name,
        "alternateName": other_name(shown, here),
        "url": page,
        "mainEntityOfPage": page,
        "description": plain(shown, "bio"),
        "image": here.absolute(shown.portrait.url) if shown.portrait else "",
        "jobTitle": [title(office, here) for office in offices if office.span.current],
        "worksFor": [role(office, here) for office in offices],
    }
    return [pruned(node)]


def other_name(shown: Person, here: Here) -> str:
    """With the titles held today, where there are any."""
    styled = shown.styled(language=here.language)
    return "" if styled == shown.name else styled


def appointments(here: Here) -> list[Appointment]:
    """Those that the page shows, without their sources."""
    return [held.appointment for held, _sources in here.context["roles"] if held.appointment]


def title(office: Appointment, here: Here) -> str:
    return office.title(here.language) or office.title()


def role(office: Appointment, here: Here) -> Node:
    """The property is repeated inside the Role, which stands between the person and the organization."""
    return pruned(
        {
            "@type": "OrganizationRole",
            "roleName": title(office, here),
            "startDate": iso_between(office.start_earliest, office.start_latest),
            "endDate": iso_between(office.end_earliest, office.end_latest),
            "worksFor": brief(office.post.organization, here),
        }
    )


def brief(body: Organization, here: Here) -> Node:
    page = here.page("organization", body.slug)
    return {
        "@type": TYPES.get(body.kind, "Organization"),
        "@id": f"{page}#pokok",
        "name": plain(body, "name"),
    }


def organization(shown: Organization, here: Here) -> list[Node]:
    page = here.page("organization", shown.slug)
    parent = shown.parent if shown.parent and shown.parent.is_visible() else None
    node = {
        **brief(shown, here),
        "alternateName": [name for name in (shown.short, other_language(shown)) if name],
        "url": page,
        "mainEntityOfPage": page,
        "areaServed": country(shown.country),
        "location": country(shown.host_country),
        "parentOrganization": brief(parent, here) if parent else {},
    }
    return [pruned(node)]


def other_language(shown: Organization) -> str:
    """The name in the language that the page is not in."""
    return shown.name if plain(shown, "name") != shown.name else shown.name_en


def country(of: Any) -> Node:
    return {"@type": "Country", "name": plain(of, "name"), "identifier": of.pk} if of else {}


GOVERNMENTAL = "GovernmentOrganization"
TYPES: dict[str, str] = {
    Organization.Kind.AGENCY: GOVERNMENTAL,
    Organization.Kind.MINISTRY: GOVERNMENTAL,
    Organization.Kind.EMBASSY: "Organization",
    Organization.Kind.POLICE: GOVERNMENTAL,
    Organization.Kind.MILITARY: GOVERNMENTAL,
    Organization.Kind.COMPANY: "Corporation",
}
