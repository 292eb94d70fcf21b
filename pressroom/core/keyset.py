"""Pages of a list by keyset: a page begins behind the last row of the one before, not at a number of rows.

Rows that come or go while somebody reads neither repeat nor hide others. A page costs one query.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.db.models import F, Model, Q, QuerySet
from django.utils.translation import gettext as _

Row = TypeVar("Row", bound=Model)
Keys = Sequence[str]


class CursorError(ValueError):
    """A cursor that this list never gave out; the message is a sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Rows in the order of the list, and the cursors of the pages beside them; None where there is none."""

    items: list[Row]
    next: str | None
    previous: str | None


def paginate(
    queryset: QuerySet[Row],
    keys: Keys = ("-published_at", "-id"),
    cursor: str | None = None,
    size: int = 20,
) -> Page[Row]:
    """The page that `cursor` names, or the first one.

    `keys` order the list as `order_by` would: fields, annotations or `select_related` paths, "-" for
    descending. None of them may hold nulls (annotate a Coalesce), and the last one is unique.
    Raises CursorError for a cursor that was altered or belongs to another list.
    """
    forward, position = read_cursor(queryset, keys, cursor) if cursor else (True, None)
    found = list(window(queryset, keys, forward, position, size))
    return page(queryset, keys, forward, position, found, size)


def window(
    queryset: QuerySet[Row], keys: Keys, forward: bool, position: Sequence[Any] | None, size: int
) -> QuerySet[Row]:
    """The rows of a page in the order in which they are read, and one more if there are more."""
    order = list(keys) if forward else [opposite(key) for key in keys]
    rows = queryset.order_by(*order)
    if position:
        rows = rows.filter(behind(list(zip(order, position, strict=True))))
    return rows[: size + 1]


def page(
    queryset: QuerySet[Row],
    keys: Keys,
    forward: bool,
    position: Sequence[Any] | None,
    found: list[Row],
    size: int,
) -> Page[Row]:
    """What the rows of a `window` are to a reader."""
    more, items = len(found) > size, found[:size]
    if not forward:
        items.reverse()
    follows, precedes = (more, bool(position)) if forward else (True, more)
    return Page(
        items=items,
        next=write_cursor(queryset, keys, items[-1], forward=True) if items and follows else None,
        previous=write_cursor(queryset, keys, items[0], forward=False) if items and precedes else None,
    )


def behind(position: list[tuple[str, Any]]) -> Q:
    """Rows that come after the position: the first key decides, a tie falls to the next.

    The bound on the first key says nothing new; with it a database can enter its index at the position.
    """
    (key, value), *ties = position
    name, operator = key.removeprefix("-"), "lt" if key.startswith("-") else "gt"
    if not ties:
        return Q(**{f"{name}__{operator}": value})
    bound = Q(**{f"{name}__{operator}e": value})
    return bound & (Q(**{f"{name}__{operator}": value}) | (Q(**{name: value}) & behind(ties)))


def opposite(key: str) -> str:
    return key.removeprefix("-") if key.startswith("-") else f"-{key}"


def write_cursor(queryset: QuerySet[Row], keys: Keys, row: Row, *, forward: bool) -> str:
    values = [value_of(row, key.removeprefix("-")) for key in keys]
    return signer(queryset, keys).sign_object([forward, *values])


def value_of(row: Model, name: str) -> Any:
    value = reduce(getattr, name.split("__"), row)
    if value is None:
        raise ValueError(f"The key {name} of {row!r} is null; a keyset orders by values only.")
    return value.isoformat() if isinstance(value, date) else value


def read_cursor(queryset: QuerySet[Row], keys: Keys, cursor: str) -> tuple[bool, list[Any]]:
    """Whether the cursor leads forward, and the values of the keys where it stands."""
    try:
        forward, *values = signer(queryset, keys).unsign_object(cursor)
        return forward, [as_stored(queryset, *pair) for pair in zip(keys, values, strict=True)]
    except (BadSignature, ValueError, ValidationError) as error:
        raise CursorError(
            _("Penanda halaman ini bukan dari daftar ini. Mulailah lagi dari halaman pertama.")
        ) from error


def as_stored(queryset: QuerySet[Row], key: str, value: Any) -> Any:
    return field_of(queryset, key).to_python(value)


def field_of(queryset: QuerySet[Row], key: str) -> Any:
    return F(key.removeprefix("-")).resolve_expression(queryset.query.clone()).output_field


def signer(queryset: QuerySet[Row], keys: Keys) -> Signer:
    """Each list signs its own cursors, so that none can be altered or carried to another list."""
    return Signer(salt=f"keyset:{queryset.model._meta.label}:{','.join(keys)}", sep=".")
