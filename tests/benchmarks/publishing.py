"""How long one publication takes, commit included, in a press room of 10,000 and of 100,000 releases.

`python -m tests.benchmarks.publishing` prints the medians and ends with 1 where a bound is broken.
"""

from __future__ import annotations

import os
import sys
import time
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from tests.concurrency.scratch import house

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from articles.models import Article

FEW, MANY = 10_000, 100_000
LONGEST = 50  # milliseconds
MOST_TIMES_SLOWER = 1.5
RUNS = 30


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


class Cost(NamedTuple):
    """Medians in milliseconds: of the time that passed, and of the processor where others use it too."""

    passed: float
    processor: float

    def __str__(self) -> str:
        return f"{self.passed:.1f} ms ({self.processor:.1f} ms of it on the processor)"


def measure() -> Cost:
    """Each run publishes another release; writing and approving it is not counted."""
    from entities.models import Person
    from tests.benchmarks import realistic

    writer, reviewer = realistic.editor(), realistic.editor()
    known = list(Person.objects.order_by("pk")[:10])
    drafts = [realistic.approved(known[n % 5 :], writer, reviewer) for n in range(RUNS)]
    runs = [publication(draft, reviewer) for draft in drafts]
    return Cost(*(median(column) * 1000 for column in zip(*runs, strict=True)))


def publication(article: Article, by: User) -> tuple[float, float]:
    from articles.workflow import perform

    begun = time.perf_counter(), time.thread_time()
    perform("publish", article, by=by)
    return time.perf_counter() - begun[0], time.thread_time() - begun[1]


def run() -> bool:
    with house():
        from tests.benchmarks import crowd, realistic

        realistic.cast()
        crowd.grow(FEW)
        few = measure()
        crowd.grow(MANY - FEW)
        many = measure()
    slower, load = many.passed / few.passed, os.getloadavg()[0]
    say(f"One publication takes {few} beside {FEW:,} releases")
    say(f"and {many} beside {MANY:,}: {slower:.2f} times as long.")
    say(f"Medians of {RUNS}; the load of the machine is {load:.1f}.")
    return few.passed <= LONGEST and slower <= MOST_TIMES_SLOWER


if __name__ == "__main__":
    sys.exit(0 if run() else 1)
