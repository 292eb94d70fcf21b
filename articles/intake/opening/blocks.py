"""Lines of text gathered from a tree of paragraphs, lists and tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

BULLET = "• "
# Cells with more lines than this lay a page out; they are no table.
LINES_OF_A_CELL = 3


@dataclass(slots=True)
class Page:
    """The lines of the document, or of one cell of a table; "" parts paragraphs."""

    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)


class Blocks:
    """Takes what is said and where lines, paragraphs, items and cells begin and end, well nested."""

    def __init__(self) -> None:
        self.pages = [Page()]
        self.lists: list[int | None] = []
        self.verbatim = 0

    @property
    def page(self) -> Page:
        return self.pages[-1]

    def say(self, text: str) -> None:
        if not self.verbatim:
            self.page.line.append(text)
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                self.end_line()
            self.page.line.append(line)

    def end_line(self) -> None:
        if words := " ".join("".join(self.page.line).split()):
            self.page.lines.append(words)
        self.page.line = []

    def end_paragraph(self) -> None:
        if self.page.line and "".join(self.page.line).strip() == BULLET.strip():
            return  # the paragraph of an item goes on its line
        self.end_line()
        if not self.lists:
            self.page.lines.append("")

    def open_list(self, name: str) -> None:
        self.end_line()
        self.lists.append(0 if name == "ol" else None)

    def close_list(self) -> None:
        self.end_line()
        if self.lists:
            self.lists.pop()
        if not self.lists:
            self.page.lines.append("")

    def open_item(self, name: str) -> None:
        self.end_line()
        if name == "li":
            self.page.line.append(self.mark())

    def mark(self) -> str:
        if not self.lists or self.lists[-1] is None:
            return BULLET
        self.lists[-1] += 1
        return f"{self.lists[-1]}. "

    def open_cell(self) -> None:
        self.pages.append(Page())

    def close_cell(self) -> None:
        if len(self.pages) == 1:
            return
        self.end_line()
        cell = self.pages.pop()
        self.page.cells.append(cell.lines)

    def close_row(self) -> None:
        self.end_line()
        cells, self.page.cells = self.page.cells, []
        self.page.lines.extend(row(cells))

    def finished(self) -> list[str]:
        """All lines, never two blank ones in a row."""
        while len(self.pages) > 1:
            self.close_cell()
        self.close_row()
        grouped = groupby(self.page.lines, key=bool)
        return [line for full, lines in grouped for line in (lines if full else [""])]


def row(cells: list[list[str]]) -> list[str]:
    """One line with the cells parted by " | "; where the row only lays a page out, one cell after another."""
    if len([cell for cell in cells if any(cell)]) < 2 or any(is_page(cell) for cell in cells):
        return [line for cell in cells for line in cell]
    return [" | ".join(" ".join(filter(None, cell)) for cell in cells)]


def is_page(cell: list[str]) -> bool:
    return len(list(filter(None, cell))) > LINES_OF_A_CELL
