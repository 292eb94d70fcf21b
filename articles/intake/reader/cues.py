"""The cue files beside this module: words of Indonesian that an editor can read and extend.

One entry a line, columns parted by " | ", everything after "#" is a comment. Files are read once a process.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("cues")


@cache
def _files() -> dict[str, Path]:
    """By name, which is its own across the folders."""
    return {path.stem: path for path in FOLDER.rglob("*.txt")}


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `<name>.txt`, each a tuple of its columns without surrounding blanks."""
    lines = (line.partition("#")[0].strip() for line in _files()[name].read_text("utf-8").splitlines())
    return tuple(tuple(column.strip() for column in line.split("|")) for line in lines if line)


@cache
def words(name: str) -> tuple[str, ...]:
    """The first column of `<name>.txt`."""
    return tuple(row[0] for row in table(name))


def any_of(choices: Iterable[str]) -> str:
    """A regular expression for any of these, the longest first; a blank stands for any white space."""
    longest_first = sorted(choices, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(choice).replace(r"\ ", r"\s+") for choice in longest_first) + ")"
