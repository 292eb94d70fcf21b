"""JSON Feed 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from typing import Any

from django.utils.feedgenerator import SyndicationFeed

from pressroom.site.formats.entries import Entry
from pressroom.site.formats.moments import utc

VERSION = "https://jsonfeed.org/version/1.1"


class JsonFeed(SyndicationFeed):
    """A release taken away stays as a notice under the same id; `_pressroom.status` says so to machines."""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile: Any, encoding: str) -> None:
        outfile.write(json.dumps(self.document(), ensure_ascii=False))

    def document(self) -> dict[str, Any]:
        return {
            "version": VERSION,
            "title": self.feed["title"],
            "description": self.feed["subtitle"],
            "home_page_url": self.feed["link"],
            "feed_url": self.feed["feed_url"],
            "language": self.feed["language"],
            "authors": [{"name": self.feed["author_name"], "url": self.feed["author_link"]}],
            "items": [entry_of(item) for item in self.items],
        }


def entry_of(item: dict[str, Any]) -> dict[str, Any]:
    entry: Entry = item["entry"]
    said: dict[str, Any] = {
        "id": entry.guid,
        "url": "" if entry.deleted else item["link"],
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content,
        "date_published": utc(entry.published),
        "date_modified": utc(entry.updated),
        "image": item["image"]["url"] if item["image"] else "",
        "tags": list(entry.topics),
        "_pressroom": {"status": entry.status},
    }
    return {name: value for name, value in said.items() if value}
