"""How fast an agency's archive becomes drafts, by the command that brings it in.

`python -m tests.benchmarks.archive` prints the figures for 2,000 releases, or for as many as its argument
says, and ends with 1 where the bound is broken.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.benchmarks.intake_names import say
from tests.benchmarks.years import write_releases
from tests.concurrency.scratch import house

RELEASES = 2_000
LONGEST = 10  # milliseconds on the processor that writes, for each release: 100 in a second


class Cost(NamedTuple):
    """Seconds in all: of the time that passed, and on the processors of who writes and of those who read."""

    passed: float
    writing: float
    reading: float


def bring(folder: Path) -> Cost:
    from django.contrib.auth.models import User
    from django.core.management import call_command

    User.objects.create_user("arsip")
    before = clocks()
    call_command("intake", folder, commit=True, username="arsip", stdout=StringIO(), stderr=StringIO())
    return Cost(*(after - start for after, start in zip(clocks(), before, strict=True)))


def clocks() -> Cost:
    readers = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(time.perf_counter(), time.process_time(), readers.ru_utime + readers.ru_stime)


def run(releases: int = RELEASES) -> bool:
    with house(), TemporaryDirectory(prefix="archive-") as name:
        from django.core.management import call_command

        from articles.models import Article

        write_releases(Path(name), releases)
        call_command("load_fixtures", verbosity=0)
        known = Article.objects.count()
        cost = bring(Path(name))
        drafted = Article.objects.count() - known
    each = Cost(*(seconds * 1000 / releases for seconds in cost))
    say(f"Of {releases:,} releases {drafted:,} were drafted, {releases / cost.passed:.0f} in a second.")
    say(f"Each takes {each.writing:.1f} ms of the process that writes, {each.reading:.1f} ms of the readers.")
    say(f"The load of the machine is {os.getloadavg()[0]:.1f}, of {os.cpu_count()} processors.")
    return each.writing <= LONGEST and drafted == releases


if __name__ == "__main__":
    sys.exit(0 if run(*(int(count) for count in sys.argv[1:])) else 1)
