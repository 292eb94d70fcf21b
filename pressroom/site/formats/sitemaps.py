"""Every public page in both languages, for search engines: an index, and bounded parts for each kind."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import get_language

from articles.models import EditionText
from pressroom.site.countries import concerned
from pressroom.site.formats.windows import Windows
from pressroom.site.reading import SUBJECTS

LANGUAGES = [code for code, _name in settings.LANGUAGES]
PAGES = (
    *("home", "releases", "people", "organizations", "agreements", "calendar", "topics", "countries"),
    *("corrections", "verification", "about", "contact", "press_kit", "licence", "accessibility"),
    *("search", "alerts"),
)


class BilingualSitemap(Sitemap):
    i18n = True
    alternates = True
    x_default = True

    def get_urls(self, *args: Any, **more: Any) -> list[dict[str, Any]]:
        """Django takes "/id/" out of the address for every language, even where that is a country."""
        urls = super().get_urls(*args, **more)
        for url in urls:
            found = {link["lang_code"]: link for link in url["alternates"]}
            if "x-default" in found:
                found["x-default"]["location"] = found[settings.LANGUAGE_CODE]["location"]
        return urls

    def get_latest_lastmod(self) -> datetime | None:
        """The index says nothing of dates: finding the latest would mean reading every row."""
        return None


class PageSitemap(BilingualSitemap):
    """Home, the lists, and what the institution says of itself."""

    def items(self) -> tuple[str, ...]:
        return PAGES

    def location(self, item: str) -> str:
        return reverse(f"site:{item}")


class ReleaseSitemap(BilingualSitemap):
    """Each text under its own address, with that of its translation as `other` where there is one."""

    @property
    def paginator(self) -> Any:
        return Windows(EditionText.objects.current(), self.entries)

    def entries(self, window: QuerySet) -> list[tuple[Any, str]]:
        same = EditionText.objects.current().filter(article=OuterRef("article"))
        other = same.filter(~Q(language=OuterRef("language"))).values("slug")[:1]
        found = window.annotate(other=Subquery(other)).only("slug", "language", "updated_at")
        return [(text, text.language) for text in found]

    def get_languages_for_item(self, item: Any) -> list[str]:
        return LANGUAGES if item.other else [item.language]

    def location(self, item: Any) -> str:
        own = get_language() == item.language
        return reverse("site:release", args=[item.slug if own else item.other])

    def lastmod(self, item: Any) -> datetime:
        return item.updated_at


class RegisterSitemap(BilingualSitemap):
    """The pages of one register, all of which exist in both languages."""

    def __init__(self, name: str) -> None:
        self.name = name

    @property
    def paginator(self) -> Any:
        visible = SUBJECTS[self.name]().only("slug")
        return Windows(visible.standing() if hasattr(visible, "standing") else visible, self.entries)

    def entries(self, window: QuerySet) -> list[tuple[Any, str]]:
        return [(row, language) for row in window for language in LANGUAGES]

    def location(self, item: Any) -> str:
        return reverse(f"site:{self.name}", args=[item.slug])


class CountrySitemap(BilingualSitemap):
    """Countries of which the public can read something; there are no more of them than in the world."""

    def items(self) -> QuerySet:
        return concerned().order_by("pk")

    def location(self, item: Any) -> str:
        return reverse("site:country", args=[item.pk.lower()])


SITEMAPS: dict[str, BilingualSitemap] = {
    "pages": PageSitemap(),
    "releases": ReleaseSitemap(),
    "people": RegisterSitemap("person"),
    "organizations": RegisterSitemap("organization"),
    "agreements": RegisterSitemap("agreement"),
    "events": RegisterSitemap("event"),
    "topics": RegisterSitemap("topic"),
    "countries": CountrySitemap(),
}
