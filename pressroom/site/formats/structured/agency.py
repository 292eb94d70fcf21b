"""Who speaks here: a GovernmentOrganization, and the site as its publication."""

from __future__ import annotations

from django.conf import settings

from pressroom.site.display.words import plain
from pressroom.site.formats.naming import site_name
from pressroom.site.formats.structured.here import Here, Node

LANGUAGES = [code for code, _name in settings.LANGUAGES]


def described(agency: Node, here: Here) -> list[Node]:
    """For the home page: the agency in full, and the site with its search."""
    return [publisher(here) | principles(here) | {"contactPoint": contact(here)}, site(here)]


def publisher(here: Here) -> Node:
    """The agency as author and publisher of a release."""
    agency = settings.AGENCY
    return {
        "@type": "GovernmentOrganization",
        "@id": here.agency,
        "name": plain(agency, "name"),
        "alternateName": agency["short"],
        "url": agency["url"],
    }


def principles(here: Here) -> Node:
    return {
        "publishingPrinciples": here.page("about"),
        "correctionsPolicy": here.page("corrections"),
        "areaServed": {"@type": "Country", "identifier": settings.HOME_COUNTRY},
    }


def contact(here: Here) -> Node:
    """The page that says how the press office is reached, which may change any day."""
    return {
        "@type": "ContactPoint",
        "contactType": "press",
        "url": here.page("contact"),
        "availableLanguage": LANGUAGES,
    }


def site(here: Here) -> Node:
    home, search = here.page("home"), here.page("search")
    asked = {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{words}}"}
    return {
        "@type": "WebSite",
        "@id": f"{home}#situs",
        "name": site_name(here.language),
        "url": home,
        "inLanguage": here.language,
        "publisher": {"@id": here.agency},
        "potentialAction": {
            "@type": "SearchAction",
            "target": asked,
            "query-input": "required name=words",
        },
    }
