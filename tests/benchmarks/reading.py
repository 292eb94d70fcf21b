"""How long the whole reader takes for a release, and whether ten times the text takes ten times as long.

`python -m tests.benchmarks.reading` prints two tables and ends with 1 where a bound is broken. The texts are
the invented releases of `tests/intake/corpus`; times are of the processor, for the machine does other things.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import NamedTuple

from articles.intake.reader import read

CORPUS = Path(__file__).parents[1] / "intake" / "corpus"
PUBLISHED = date(2024, 10, 10)
RELEASES = (3_000, 6_000)
LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
LONGEST = 15  # milliseconds for one release
MOST_TIMES_SLOWER = 11
RUNS = 25
TRIES = 3


class Cost(NamedTuple):
    """Milliseconds on the processor for one text of so many characters."""

    length: int
    milliseconds: float


def release(length: int, number: int = 0) -> str:
    """A text of that length: release `number` of the corpus, and as many behind it as it takes."""
    texts = [path.read_text() for path in sorted(CORPUS.glob("*.txt"))]
    number %= len(texts)
    texts = texts[number:] + texts[:number]
    whole = "\n".join(texts)
    return (f"{whole}\n" * (length // len(whole) + 1))[:length]


def milliseconds(text: str) -> float:
    """One reading; the collector waits, for it also walks what others left."""
    gc.disable()
    try:
        start = time.process_time()
        read(text, PUBLISHED)
        return (time.process_time() - start) * 1000
    finally:
        gc.enable()


def of_releases(lengths: Iterable[int] = RELEASES, runs: int = RUNS) -> list[Cost]:
    """The median over so many releases, each another one."""
    milliseconds(release(max(lengths)))
    return [
        Cost(length, median(milliseconds(release(length, number)) for number in range(runs)))
        for length in lengths
    ]


def of_lengths(lengths: Iterable[int] = LENGTHS, tries: int = TRIES) -> list[Cost]:
    """The fastest of some tries: noise only ever adds."""
    return [
        Cost(length, min(milliseconds(text) for _try in range(tries)))
        for length, text in ((length, release(length)) for length in lengths)
    ]


def ratios(costs: list[Cost]) -> list[float]:
    return [longer.milliseconds / shorter.milliseconds for shorter, longer in pairwise(costs)]


def run() -> bool:
    releases = of_releases()
    say("Characters   one release")
    for cost in releases:
        say(f"{cost.length:>10,}   {cost.milliseconds:>8.1f} ms (median of {RUNS})")
    lengths = of_lengths()
    say("Characters        a text   times as long for 10 times the text")
    for cost, ratio in zip(lengths, [None, *ratios(lengths)], strict=True):
        say(f"{cost.length:>10,}   {cost.milliseconds:>8.1f} ms   {f'{ratio:.1f}' if ratio else ''}".rstrip())
    within = all(cost.milliseconds <= LONGEST for cost in releases)
    return within and all(ratio <= MOST_TIMES_SLOWER for ratio in ratios(lengths))


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(0 if run() else 1)
