"""Atom with tombstones (RFC 4287, RFC 6721): entries that readers of the feed are to throw away."""

from __future__ import annotations

from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.utils.feedgenerator import Atom1Feed, rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator

NAMESPACE = "http://purl.org/atompub/tombstones/1.0"


class AtomWithTombstones(Atom1Feed):
    """Items with `deleted` are written as deleted entries, all others as usual and in the same order."""

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:at": NAMESPACE}

    def write_items(self, handler: SimplerXMLGenerator) -> None:
        for item in self.items:
            if item["entry"].deleted:
                write_tombstone(handler, item)
            else:
                handler.startElement("entry", AttributesImpl(self.item_attributes(item)))
                self.add_item_elements(handler, item)
                handler.endElement("entry")

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["entry"].content, {"type": "html"})


def write_tombstone(handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
    """No title, no link: what was said is not to be found again."""
    said = {"ref": item["unique_id"], "when": rfc3339_date(item["updateddate"])}
    handler.startElement("at:deleted-entry", AttributesImpl(said))
    handler.addQuickElement("at:comment", item["description"])
    handler.endElement("at:deleted-entry")
