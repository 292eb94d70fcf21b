"""The way from the home page to a page (BreadcrumbList)."""

from __future__ import annotations

from functools import cache

from django.utils.translation import gettext as _

from pressroom.site.formats.naming import site_name
from pressroom.site.formats.structured.here import Here, Node


def crumbs(name: str, slug: str, title: str, here: Here) -> Node:
    """Home, the list that the page is of, and the page."""
    listed, label = sections(here.language)[name]
    return way([(label, here.page(listed)), (title, here.page(name, slug))], here)


def way(steps: list[tuple[str, str]], here: Here) -> Node:
    """Home, and then these pages by name and address."""
    whole = [(site_name(here.language), here.page("home")), *steps]
    items = [
        {"@type": "ListItem", "position": position, "name": words, "item": {"@id": address}}
        for position, (words, address) in enumerate(whole, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


@cache
def sections(language: str) -> dict[str, tuple[str, str]]:
    """The list that each kind of page belongs to, and what the menu calls it in that (active) language."""
    return {
        "release": ("releases", _("Siaran pers")),
        "person": ("people", _("Tokoh")),
        "organization": ("organizations", _("Lembaga")),
        "agreement": ("agreements", _("Perjanjian")),
        "event": ("calendar", _("Agenda")),
        "topic": ("topics", _("Topik")),
        "country": ("countries", _("Daftar negara")),
    }
