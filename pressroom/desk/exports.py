"""Rows as files to take along, written while they are read, however many there are."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any

# A cell that begins so is a formula to a spreadsheet, whoever typed it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Without this mark Excel takes UTF-8 for something else.
BYTE_ORDER_MARK = "\ufeff"

Rows = Iterable[dict[str, Any]]


class Line:
    """A file of one line, which `csv.writer` hands back when it has written it."""

    def write(self, text: str) -> str:
        return text


def csv_lines(names: Iterable[str], rows: Rows) -> Iterator[str]:
    writer = csv.DictWriter(Line(), list(names))
    yield BYTE_ORDER_MARK + str(writer.writeheader())
    for row in rows:
        yield str(writer.writerow({name: harmless(value) for name, value in row.items()}))


def json_lines(names: Iterable[str], rows: Rows) -> Iterator[str]:
    for row in rows:
        yield json.dumps(row, ensure_ascii=False) + "\n"


def harmless(value: Any) -> str:
    """The text of a cell, quoted where a spreadsheet would compute it."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"'{text}" if text.startswith(FORMULA) else text
