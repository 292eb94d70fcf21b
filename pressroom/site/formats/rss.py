"""RSS 2.0 for readers that know nothing newer, and for news systems.

RSS has no word for a correction or a retraction: both come as the item that was, under the same guid. Every
item says `atom:updated`, without which Superdesk takes a correction for what it already has.
"""

from __future__ import annotations

from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.xmlutils import SimplerXMLGenerator

from pressroom.site.formats.entries import Entry
from pressroom.site.formats.moments import utc

NAMESPACES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}


class RssWithUpdates(Rss201rev2Feed):
    content_type = "application/rss+xml; charset=utf-8"

    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), **NAMESPACES}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        entry: Entry = item["entry"]
        handler.addQuickElement("atom:updated", utc(entry.updated))
        handler.addQuickElement("content:encoded", entry.content)
        if item["image"]:
            write_image(handler, item["image"])


def write_image(handler: SimplerXMLGenerator, image: dict[str, Any]) -> None:
    """As Media RSS has it."""
    size = {name: str(image[name]) for name in ("width", "height")}
    described = {"url": image["url"], "medium": "image", **size}
    handler.startElement("media:content", AttributesImpl(described))
    handler.addQuickElement("media:description", image["alt"], {"type": "plain"})
    handler.addQuickElement("media:credit", image["credit"])
    handler.endElement("media:content")
