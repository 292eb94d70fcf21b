"""Rows as files to take along, written while they are read, however many there are."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any

from pressroom.core.cells import Line, harmless

# Without this mark Excel takes UTF-8 for something else.
BYTE_ORDER_MARK = "\ufeff"

Rows = Iterable[dict[str, Any]]


def csv_lines(names: Iterable[str], rows: Rows) -> Iterator[str]:
    writer = csv.DictWriter(Line(), list(names))
    yield BYTE_ORDER_MARK + str(writer.writeheader())
    for row in rows:
        yield str(writer.writerow({name: written(value) for name, value in row.items()}))


def json_lines(names: Iterable[str], rows: Rows) -> Iterator[str]:
    for row in rows:
        yield json.dumps(row, ensure_ascii=False) + "\n"


def written(value: Any) -> str:
    """What a cell says: texts as they are, anything else as JSON."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return harmless(text)
