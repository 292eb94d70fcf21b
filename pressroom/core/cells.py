"""Cells of a CSV that a spreadsheet opens: written line by line, and none of them computed."""

from __future__ import annotations

# A cell that begins so is a formula to a spreadsheet, whoever typed it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Line:
    """A file of one line, which `csv.writer` hands back when it has written it."""

    def write(self, text: str) -> str:
        return text


def harmless(text: str) -> str:
    """The text of a cell, quoted where a spreadsheet would compute it."""
    return f"'{text}" if text.startswith(FORMULA) else text
