"""How long a search and its suggestions take, and what they cost, among so many releases.

`python -m tests.benchmarks.searching 10000` prints a table and ends with 1 where a bound is broken; on
PostgreSQL where DATABASE_URL names one. Times are those that pass, costs those on the processor, of the
database too.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple
from urllib.parse import quote

from tests.concurrency.scratch import house

RELEASES = 10_000
RUNS = 30
# Milliseconds: of a search, of suggestions, on the processor for the commonest word and for a rare one.
BOUNDS = {10_000: (60, 30, 15, 4), 100_000: (80, 60, 40, 4.8)}
TICK = os.sysconf("SC_CLK_TCK")


class Cost(NamedTuple):
    passed: list[float]
    processor: float


def clock(backend: int | None) -> float:
    """Seconds on the processor, ours and those of PostgreSQL's process for us."""
    if backend is None:
        return time.process_time()
    fields = Path(f"/proc/{backend}/stat").read_text().rpartition(")")[2].split()
    return time.process_time() + (int(fields[11]) + int(fields[12])) / TICK


def measure(ask: Callable[[str], None], addresses: list[str], backend: int | None) -> Cost:
    passed, before = [], clock(backend)
    for address in addresses:
        start = time.perf_counter()
        ask(address)
        passed.append((time.perf_counter() - start) * 1000)
    return Cost(passed, (clock(backend) - before) * 1000 / len(addresses))


def queries() -> dict[str, list[str]]:
    from tests.benchmarks.searched_archive import vocabulary

    known, chance = vocabulary(), random.Random(3)  # noqa: S311
    rare = chance.sample(known[len(known) // 2 :], RUNS)
    often = known[20:400]
    return {
        "commonest word": ["terorisme"] * RUNS,
        "60 in 100": ["kerja sama"] * RUNS,
        "30 in 100": ["pencegahan"] * RUNS,
        "5 in 100": ["pesantren"] * RUNS,
        "rare word": rare,
        "two words": [f"terorisme {chance.choice(often)}" for _ in range(RUNS)],
        "quoted": [f'"{chance.choice(often)} {chance.choice(often)}"' for _ in range(RUNS)],
        "beginning of a word": [f"{word[:5]}" for word in rare],
        "unknown word": [f"{word}xq" for word in rare],
    }


def run(releases: int = RELEASES) -> bool:
    with house():
        from django.db import connection
        from django.test import Client

        from tests.benchmarks.searched_archive import write

        start = time.perf_counter()
        write(releases)
        say(f"{releases:,} releases written in {time.perf_counter() - start:.0f} s; milliseconds:")
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
        reader = Client(SERVER_NAME="localhost")
        reader.raise_request_exception = True
        return report(lambda address: expect(reader.get(address)), releases, backend_of(connection))


def backend_of(connection: object) -> int | None:
    wrapped = getattr(connection, "connection", None)
    return wrapped.info.backend_pid if getattr(connection, "vendor", "") == "postgresql" and wrapped else None


def expect(response: object) -> None:
    if getattr(response, "status_code", 0) != 200:
        raise RuntimeError(f"{response}")


def report(ask: Callable[[str], None], releases: int, backend: int | None) -> bool:
    costs: dict[str, Cost] = {}
    for name, asked in queries().items():
        addresses = [f"/cari/?q={quote(words)}" for words in asked]
        ask(addresses[0])
        costs[name] = measure(ask, addresses, backend)
    costs["narrowed"] = measure(ask, ["/cari/?q=terorisme&person=tokoh-350&country=ID"] * RUNS, backend)
    costs["list"] = measure(ask, ["/siaran-pers/"] * RUNS, backend)
    typed = [
        words[:length] for words in ("terorisme", *queries()["rare word"][:9]) for length in (2, 3, 4, 6)
    ]
    suggested = measure(ask, [f"/cari/saran/?q={quote(words)}" for words in typed], backend)
    for name, cost in {**costs, "suggestions": suggested}.items():
        say(
            f"{name:22} median {median(cost.passed):6.1f}   p95 {p95(cost.passed):6.1f}"
            f"   processor {cost.processor:6.1f}"
        )
    searched = [one for name, cost in costs.items() if name != "list" for one in cost.passed]
    say(f"{'all searches':22} median {median(searched):6.1f}   p95 {p95(searched):6.1f}")
    search, suggest, commonest, rare = BOUNDS[min(BOUNDS, key=lambda size: abs(size - releases))]
    say(f"The load of the machine is {os.getloadavg()[0]:.1f}, of {os.cpu_count()} processors.")
    return (
        p95(searched) <= search
        and p95(suggested.passed) <= suggest
        and costs["commonest word"].processor <= commonest
        and costs["rare word"].processor <= rare
    )


def p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(0 if run(*(int(count) for count in sys.argv[1:])) else 1)
