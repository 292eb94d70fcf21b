"""All that a page says in JSON-LD, as one data block."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from agreements.models import Agreement, Event
from articles.models import EditionText
from entities.models import Country, Organization, Person, Topic
from pressroom.site.display.words import called
from pressroom.site.formats.structured import agency, agreement, event, listing, registers, release
from pressroom.site.formats.structured.crumbs import crumbs
from pressroom.site.formats.structured.here import Here, Node

# What is described, the name of its page, and how.
DESCRIBED: dict[type, tuple[str, Callable[[Any, Here], list[Node]]]] = {
    EditionText: ("release", release.described),
    Person: ("person", registers.person),
    Organization: ("organization", registers.organization),
    Agreement: ("agreement", agreement.described),
    Event: ("event", event.described),
    Topic: ("topic", listing.of_thing),
    Country: ("country", listing.of_thing),
}
# Nothing in a data block may look to a browser like its end or a comment.
ESCAPES = (("<", "\\u003C"), (">", "\\u003E"), ("&", "\\u0026"))


def graph(thing: Any, here: Here) -> list[Node]:
    """The thing that a page is about and the way to it; of the agency (a dict), the site too.

    A page that is about no thing of the registers is given by its name, such as "people".
    """
    if isinstance(thing, dict):
        return agency.described(thing, here)
    if isinstance(thing, str):
        return listing.described(thing, here)
    name, described = DESCRIBED[type(thing)]
    title = thing.title if isinstance(thing, EditionText) else called(thing)
    return [*described(thing, here), crumbs(name, listing.slug_of(thing), title, here)]


def data_block(nodes: list[Node]) -> SafeString:
    """The markup; it runs nothing, so that the content security policy asks no nonce of it."""
    said = {"@context": "https://schema.org", "@graph": nodes}
    written = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    for letter, escape in ESCAPES:
        written = written.replace(letter, escape)
    return mark_safe(f'<script type="application/ld+json">{written}</script>')
