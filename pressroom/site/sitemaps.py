"""Every public page in both languages, for search engines: an index and one map for each kind of page."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import get_language

from pressroom.site.reading import SUBJECTS, texts

LANGUAGES = [code for code, _name in settings.LANGUAGES]


class BilingualSitemap(Sitemap):
    i18n = True
    alternates = True
    x_default = True
    limit = 5000

    def get_latest_lastmod(self) -> datetime | None:
        """The index says nothing of dates: finding the latest would mean reading every row."""
        return None


class PageSitemap(BilingualSitemap):
    """Home and the lists."""

    def items(self) -> list[str]:
        return ["home", "releases", "people", "organizations", "agreements", "calendar", "topics"]

    def location(self, item: str) -> str:
        return reverse(f"site:{item}")


class ReleaseSitemap(BilingualSitemap):
    def items(self) -> QuerySet:
        """Indonesian texts, with the English address as `slug_en` where there is one."""
        english = texts("en").filter(article=OuterRef("article")).values("slug")[:1]
        return texts("id").annotate(slug_en=Subquery(english)).order_by("id").only("slug", "updated_at")

    def get_languages_for_item(self, item: Any) -> list[str]:
        return LANGUAGES if item.slug_en else ["id"]

    def location(self, item: Any) -> str:
        slug = item.slug_en if get_language() == "en" else item.slug
        return reverse("site:release", args=[slug])

    def lastmod(self, item: Any) -> datetime:
        return item.updated_at


class RegisterSitemap(BilingualSitemap):
    """The pages of one register, all of which exist in both languages."""

    def __init__(self, name: str) -> None:
        self.name = name

    def items(self) -> QuerySet:
        visible = SUBJECTS[self.name]().order_by("id").only("slug")
        return visible.standing() if hasattr(visible, "standing") else visible

    def location(self, item: Any) -> str:
        return reverse(f"site:{self.name}", args=[item.slug])


SITEMAPS: dict[str, BilingualSitemap] = {
    "pages": PageSitemap(),
    "releases": ReleaseSitemap(),
    "people": RegisterSitemap("person"),
    "organizations": RegisterSitemap("organization"),
    "agreements": RegisterSitemap("agreement"),
    "events": RegisterSitemap("event"),
    "topics": RegisterSitemap("topic"),
}
