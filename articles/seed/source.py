"""A release as intake reads it, with the editor's decisions; whatever does not fit is refused by line."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from articles.intake.reader import Reading, read
from articles.verbatim import paragraph_of


class Refusal(Exception):
    """A decision that the text or the registers do not bear out, with the line that says so."""


@dataclass(frozen=True)
class Source:
    """`reading` is what intake finds in the release; `decisions` the parsed TOML file at `path`."""

    path: Path
    reading: Reading
    decisions: dict[str, Any]

    @classmethod
    def read(cls, path: Path) -> Source:
        """Read `path` (.toml) and the .txt file of the same name; raises Refusal if the TOML is malformed."""
        try:
            decisions = tomllib.loads(path.read_text())
        except tomllib.TOMLDecodeError as error:
            raise Refusal(f"{path.name}: {error}") from error
        return cls(path, read(path.with_suffix(".txt").read_text()), decisions)

    @property
    def text(self) -> str:
        return self.reading.text

    def refuse(self, value: object, reason: str) -> Refusal:
        """The error for a value in the decisions file, with its line number."""
        place = _("%(file)s, baris %(line)d") % {"file": self.path.name, "line": self.line_of(str(value))}
        return Refusal(f"{place}: {reason}")

    def line_of(self, value: str) -> int:
        """The line that gives this value, or else one that holds it; long texts by their beginning."""
        lines = self.path.read_text().splitlines()
        begins = (f'"{value[:60]}', f"'{value[:60]}", value[:60])
        return next((n for begin in begins for n, line in enumerate(lines, start=1) if begin in line), 1)

    def sentence(self, key: str) -> str:
        """The words of a sentence, proven to stand in the paragraph its key names ("P4b": paragraph 4)."""
        words = self.decisions["sentences"].get(key)
        if words is None:
            raise self.refuse(key, _("kalimat “%s” tidak ada dalam daftar kalimat.") % key)
        self.require_in_paragraph(words, int("".join(filter(str.isdigit, key))))
        return words

    def require_in_paragraph(self, words: str, paragraph: int) -> None:
        found = paragraph_of(words, self.text)
        if found is None:
            raise self.refuse(words, _("kata-kata ini tidak ada dalam teks siaran: “%s”") % words)
        if found != paragraph:
            expected = {"words": words, "found": found, "named": paragraph}
            raise self.refuse(words, _("ada di paragraf %(found)d, bukan %(named)d: “%(words)s”") % expected)
