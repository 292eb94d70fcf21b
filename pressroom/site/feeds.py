"""The newest releases as an Atom feed, one feed a language."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid5

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import F
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _

from pressroom.core.dates.days import interface_language
from pressroom.site.reading import newest, rows
from pressroom.site.templatetags.press import opening, plain


class ReleaseFeed(Feed):
    feed_type = Atom1Feed

    def title(self) -> str:
        return _("Siaran pers %s") % settings.AGENCY["short"]

    def subtitle(self) -> str:
        return plain(settings.AGENCY, "name")

    def link(self) -> str:
        return reverse("site:releases")

    def feed_url(self) -> str:
        return reverse("site:feed")

    def items(self) -> list:
        return newest(rows(interface_language()).annotate(uid=F("article__uid")))

    def item_title(self, item: Any) -> str:
        return item.title

    def item_description(self, item: Any) -> str:
        """Atom takes summaries for HTML."""
        return escape(opening(item))

    def item_link(self, item: Any) -> str:
        return reverse("site:release", args=[item.slug])

    def item_guid(self, item: Any) -> str:
        """The same for good, whatever becomes of the address; each language is an entry of its own."""
        return f"urn:uuid:{uuid5(item.uid, item.language)}"

    def item_pubdate(self, item: Any) -> datetime:
        return item.published_at

    def item_updateddate(self, item: Any) -> datetime:
        return item.updated_at
