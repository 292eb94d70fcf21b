"""Parts of a sitemap by ranges of keys: the last part costs as much as the first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import EmptyPage, PageNotAnInteger
from django.db.models import Max, QuerySet

# Keys a part spans. A row is at most two addresses, and a sitemap holds 50,000.
SPAN = 5_000


@dataclass(frozen=True)
class Part:
    object_list: list[Any]


@dataclass(frozen=True)
class Windows:
    """What Django's sitemaps ask of a paginator: `num_pages`, and `page(number)` with its `object_list`."""

    rows: QuerySet
    entries: Callable[[QuerySet], list[Any]]

    @property
    def num_pages(self) -> int:
        newest = self.rows.aggregate(newest=Max("pk"))["newest"] or 0
        return max(1, -(-newest // SPAN))

    def page(self, number: int | str) -> Part:
        """Raises PageNotAnInteger and EmptyPage, as Django's paginator does."""
        asked = whole_number(number)
        if asked != 1 and not 0 < asked <= self.num_pages:
            raise EmptyPage
        window = self.rows.filter(pk__gt=(asked - 1) * SPAN, pk__lte=asked * SPAN)
        return Part(self.entries(window.order_by("pk")))


def whole_number(number: int | str) -> int:
    text = str(number)
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise PageNotAnInteger
    return int(text)
