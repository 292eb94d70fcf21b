"""Pages of a list: keyset paging behind a query parameter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from pressroom.core.keyset import CursorError, Page, field_of, page, paginate, read_cursor, window
from pressroom.site.prepared import Bound, Given

SIZE = 20
CURSORS = ("cursor", "upcoming")


def page_of(
    request: HttpRequest,
    rows: QuerySet | Given,
    *keys: str,
    parameter: str = "cursor",
    size: int = SIZE,
) -> Page:
    """The page that the request asks for; a cursor that was not made by us is a page that does not exist."""
    cursor = request.GET.get(parameter)
    try:
        if isinstance(rows, Given):
            return prepared_page(rows, keys, cursor, size)
        return paginate(rows, keys=keys, cursor=cursor, size=size)
    except CursorError as error:
        raise Http404(str(error)) from error


@dataclass(frozen=True, slots=True)
class Window:
    """A page as the shape of a prepared statement."""

    keys: tuple[str, ...]
    forward: bool
    positioned: bool
    size: int

    def __call__(self, rows: QuerySet) -> QuerySet:
        position = [Bound(place_of(key), field_of(rows, key)) for key in self.keys if self.positioned]
        return window(rows, self.keys, self.forward, position, self.size)


def prepared_page(rows: Given, keys: tuple[str, ...], cursor: str | None, size: int) -> Page:
    """`paginate` with statements written once."""
    forward, position = read_cursor(rows.queryset, keys, cursor) if cursor else (True, None)
    values: dict[str, Any] = dict(zip(map(place_of, keys), position or (), strict=False))
    found = rows.rows(Window(keys, forward, bool(position), size), **values)
    return page(rows.queryset, keys, forward, position, found, size)


def place_of(key: str) -> str:
    return f"position:{key}"
