"""The newest releases as an Atom feed, one feed a language."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _

from pressroom.core.dates.days import interface_language
from pressroom.site.entries import Entry, entries
from pressroom.site.templatetags.press import plain
from pressroom.site.tombstones import AtomWithTombstones


class ReleaseFeed(Feed):
    feed_type = AtomWithTombstones

    def title(self) -> str:
        return _("Siaran pers %s") % settings.AGENCY["short"]

    def subtitle(self) -> str:
        return plain(settings.AGENCY, "name")

    def link(self) -> str:
        return reverse("site:releases")

    def feed_url(self) -> str:
        return reverse("site:feed")

    def items(self) -> list[Entry]:
        return entries(interface_language())

    def item_title(self, item: Entry) -> str:
        return item.title

    def item_description(self, item: Entry) -> str:
        """Atom takes summaries for HTML."""
        return escape(item.summary)

    def item_link(self, item: Entry) -> str:
        return item.link

    def item_guid(self, item: Entry) -> str:
        return item.guid

    def item_pubdate(self, item: Entry) -> datetime:
        return item.published

    def item_updateddate(self, item: Entry) -> datetime:
        return item.updated

    def item_extra_kwargs(self, item: Entry) -> dict[str, bool]:
        return {"deleted": item.deleted}
