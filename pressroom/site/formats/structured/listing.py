"""The pages that list things or speak of the press office, with what they list and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import chain
from typing import Any

from django.utils.translation import gettext as _

from agreements.models import Agreement, Event
from articles.models import EditionText, PublicNote
from entities.models import Country, Organization, Person, Topic
from pressroom.core.office import Office
from pressroom.site.calendar import Month
from pressroom.site.display.words import plain
from pressroom.site.formats.structured.agency import publisher
from pressroom.site.formats.structured.crumbs import way
from pressroom.site.formats.structured.here import Here, Node, pruned
from pressroom.site.formats.structured.registers import country
from pressroom.site.formats.structured.release import picture

# The page of each thing that a list may hold, the name of it there, and the field that it is called by.
LISTED: dict[type, tuple[str, str]] = {
    EditionText: ("release", "title"),
    Person: ("person", "name"),
    Organization: ("organization", "name"),
    Agreement: ("agreement", "title"),
    Event: ("event", "title"),
    Topic: ("topic", "name"),
    Country: ("country", "name"),
}


@cache
def names(language: str) -> dict[str, tuple[str, str]]:
    """What kind of page each is, and what it is called in that, the active language."""
    return {
        "releases": ("CollectionPage", _("Siaran pers")),
        "corrections": ("CollectionPage", _("Ralat dan pencabutan")),
        "people": ("CollectionPage", _("Tokoh")),
        "organizations": ("CollectionPage", _("Lembaga")),
        "agreements": ("CollectionPage", _("Perjanjian")),
        "calendar": ("CollectionPage", _("Agenda")),
        "countries": ("CollectionPage", _("Daftar negara")),
        "topics": ("CollectionPage", _("Topik")),
        "press_kit": ("CollectionPage", _("Kit pers")),
        "about": ("AboutPage", _("Tentang ruang pers ini")),
        "contact": ("ContactPage", _("Narahubung media")),
    }


def described(name: str, here: Here) -> list[Node]:
    """The page of that name, and the way to it."""
    kind, label = names(here.language)[name]
    node = page(kind, label, here) | MORE.get(name, listing)(here)
    return [pruned(node), way([(label, node["url"])], here)]


def of_thing(thing: Country | Topic, here: Here) -> list[Node]:
    """The page that lists what was said about a country or a topic."""
    topic = {"@type": "Thing", "@id": f"{address(thing, here)}#pokok", "name": called(thing)}
    said = {"about": country(thing) if isinstance(thing, Country) else topic}
    return [pruned(page("CollectionPage", called(thing), here) | said | listing(here))]


def page(kind: str, label: str, here: Here) -> Node:
    return {
        "@type": kind,
        "name": label,
        "url": here.own,
        "inLanguage": here.language,
        "isPartOf": {"@type": "WebSite", "@id": f"{here.page('home')}#situs"},
        "publisher": publisher(here),
    }


def listing(here: Here) -> Node:
    """What this part of the list holds, by the addresses of its pages."""
    return {"mainEntity": item_list(here.context["page"].items, here)}


def item_list(rows: Iterable[Any], here: Here) -> Node:
    shown = [
        {"@type": "ListItem", "position": position, "name": words, "url": here.page(name, slug)}
        for position, (name, slug, words) in enumerate(map(entry, rows), start=1)
    ]
    return {"@type": "ItemList", "itemListElement": shown} if shown else {}


def entry(row: Any) -> tuple[str, str, str]:
    """Where a row leads, and its words; a line of the list of corrections leads to its release."""
    if isinstance(row, PublicNote):
        release = row.__dict__["page"]
        return "release", release["slug"], release["title"]
    return LISTED[type(row)][0], slug_of(row), called(row)


def called(thing: Any) -> str:
    return plain(thing, LISTED[type(thing)][1])


def address(thing: Any, here: Here) -> str:
    return here.page(LISTED[type(thing)][0], slug_of(thing))


def slug_of(thing: Any) -> str:
    return thing.pk.lower() if isinstance(thing, Country) else thing.slug


def register(here: Here) -> Node:
    """The list, and the same rows as data to download."""
    query = here.context["question"].query()
    files = {"text/csv": "csv", "application/json": "json"}
    data = {
        "@type": "Dataset",
        "name": _("Perjanjian"),
        "description": _(
            "Perjanjian internasional yang disebut dalam siaran pers, dengan apa yang diketahui tentang "
            "pengesahan dan keberlakuannya."
        ),
        "url": here.own,
        "license": here.page("licence"),
        "creator": {"@id": here.agency},
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": media_type,
                "contentUrl": here.page("agreements_file", form) + query,
            }
            for media_type, form in files.items()
        ],
    }
    return {**listing(here), "hasPart": data}


def agenda(here: Here) -> Node:
    """What is to come, then what has been, as far as this page shows them; or the events of its month."""
    if month := here.context.get("month"):
        return {"mainEntity": item_list(events_of(month), here)}
    shown = [here.context[part].items for part in ("upcoming", "past") if part in here.context]
    return {"mainEntity": item_list(chain(*shown), here)}


def events_of(month: Month) -> Iterable[Event]:
    """Day by day, and then those whose day is not certain."""
    days = chain(*month.weeks)
    return chain(*(day.events for day in days), month.uncertain)


def pictures(here: Here) -> Node:
    return {
        "about": {"@id": here.agency},
        "hasPart": [picture(one, here) for one in here.context["pictures"]],
    }


def about(here: Here) -> Node:
    return {"about": {"@id": here.agency}}


def contact(here: Here) -> Node:
    """How the press office is reached, in the words of the page."""
    shown: Office = here.context["shown"]
    point = pruned({"@type": "ContactPoint", "contactType": "press", **reached(shown)})
    return {"about": {**publisher(here), "contactPoint": point}}


def reached(shown: Office) -> Node:
    return {"name": shown.contact, "email": shown.email, "telephone": shown.phone}


# The pages that are more than a list, or none.
MORE: dict[str, Callable[[Here], Node]] = {
    "agreements": register,
    "calendar": agenda,
    "press_kit": pictures,
    "about": about,
    "contact": contact,
}
