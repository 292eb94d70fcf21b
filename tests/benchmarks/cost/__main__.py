"""Prints what one request costs, in milliseconds of processor time; the median of some runs."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

import psycopg

from tests.benchmarks.cost.clock import seconds
from tests.benchmarks.cost.cluster import cluster
from tests.benchmarks.cost.server import PROCESSES, SERVERS, serving

ROOT = Path(__file__).parents[3]
BENCH = ROOT / ".local" / "bench"
HOUSE = "pressroom.wsgi:application"
HELLO, CONSTANT = "tests.benchmarks.cost.hello:application", "tests.benchmarks.cost.constant:application"
CACHED = "cached release"
TARGETS = {
    CACHED: 0.15,
    "release": 2.5,
    "list, first page": 4,
    "list, last pages": 4,
    "register": 4,
    "person": 4,
    "search, commonest word": 15,
    "search, rare words": 4,
    "feed": 4,
    "home": 4,
}
# Processor seconds that one run of a row should take: the clock ticks a hundred times a second.
LONG_ENOUGH = 1.0
FEWEST, MOST = 40, 4_000
READERS = 4
# So many pages are asked for from the cache: each must have been written by every process before.
WARM = 10


class Database(NamedTuple):
    """Where the archive lies, and the process that keeps it: 0 where the server does so itself."""

    name: str
    url: str
    keeper: int


class Served(NamedTuple):
    port: int
    processes: tuple[int, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    wanted = options(arguments)
    # Whoever stops the measurement stops its servers with it.
    signal.signal(signal.SIGTERM, lambda *_received: sys.exit(143))
    table: dict[str, dict[str, float]] = {}
    with ExitStack() as stack:
        for database in (stack.enter_context(opened(name, wanted.releases)) for name in wanted.databases):
            paths = prepared(database, wanted.releases)
            for server in wanted.servers:
                table[f"{server}, {database.name}"] = measured(server, database, paths, wanted)
    report(table, wanted)
    return 0


def options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.cost", description=__doc__)
    parser.add_argument("--releases", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--servers", nargs="+", choices=SERVERS, default=list(SERVERS))
    both = ["sqlite", *(["postgresql"] if shutil.which("pg_config") else [])]
    parser.add_argument("--databases", nargs="+", choices=["sqlite", "postgresql"], default=both)
    parser.add_argument("--rows", nargs="+", help="only the rows whose name begins so")
    return parser.parse_args(arguments)


@contextmanager
def opened(name: str, releases: int) -> Iterator[Database]:
    BENCH.mkdir(parents=True, exist_ok=True)
    if name == "sqlite":
        yield Database(name, f"sqlite:///{BENCH / f'cost-{releases}.sqlite3'}", 0)
        return
    with cluster(BENCH / f"postgresql-{releases}") as (url, keeper):
        yield Database(name, url, keeper)


def prepared(database: Database, releases: int) -> dict[str, list[str]]:
    """Make the archive where there is none, bring it up to date where there is; the addresses to ask for."""
    manage(database, "migrate", "-v0")
    manage(database, "rebuild_projections", "--missing")
    stamp = BENCH / f"made-{database.name}-{releases}"
    if not stamp.exists():
        manage(database, "make_demo", "--releases", str(releases), "--seed", "1")
        settle(database)
        stamp.touch()
    found = subprocess.check_output(
        [sys.executable, "-m", "tests.benchmarks.cost.addresses"], env=environment(database), cwd=ROOT
    )
    return dict(json.loads(found))


def settle(database: Database) -> None:
    """PostgreSQL looks through what was loaded, as it would by itself within some minutes."""
    if database.keeper:
        with psycopg.connect(database.url, autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")


def manage(database: Database, *arguments: str) -> None:
    subprocess.run([sys.executable, "manage.py", *arguments], check=True, env=environment(database), cwd=ROOT)


def environment(database: Database, **more: str) -> dict[str, str]:
    own = {
        "DATABASE_URL": database.url,
        "DJANGO_SETTINGS_MODULE": "pressroom.settings",
        "STATIC_ROOT": str(BENCH / "static"),
        "MEDIA_ROOT": str(BENCH / "media"),
        "PRESSROOM_MODE": "development",
    }
    return {**os.environ, **own, **more}


def measured(
    server: str, database: Database, paths: dict[str, list[str]], wanted: argparse.Namespace
) -> dict[str, float]:
    """Milliseconds a request by the name of the row, the floors among them, all in the same run."""
    uncached = environment(database, PAGE_CACHE="off")
    keeper = (database.keeper,) if database.keeper else ()
    with ExitStack() as stack:
        start = {
            name: stack.enter_context(serving(server, application, variables))
            for name, application, variables in (
                ("hello", HELLO, uncached),
                ("constant", CONSTANT, {"PATH": os.environ["PATH"]}),
                ("cached", HOUSE, environment(database)),
                ("house", HOUSE, uncached),
            )
        }
        tasks = [
            ("hello, world (WSGI)", Served(start["hello"][0], (start["hello"][1],)), ["/"]),
            ("constant Django view", Served(start["constant"][0], (start["constant"][1],)), ["/"]),
            (CACHED, Served(start["cached"][0], (start["cached"][1], *keeper)), paths["release"][:WARM]),
            *(
                (name, Served(start["house"][0], (start["house"][1], *keeper)), asked)
                for name, asked in paths.items()
            ),
        ]
        found = {}
        for name, served, asked in tasks:
            if asked and (not wanted.rows or any(name.startswith(begin) for begin in wanted.rows)):
                found[name] = cost(served, asked, wanted.runs)
                sys.stderr.write(f"{server}, {database.name}: {name} {found[name]:.2f} ms\n")
        return found


def cost(served: Served, paths: list[str], runs: int) -> float:
    """The median of the runs, half of whose requests come one after another and half at once."""
    warm(served, paths)
    guess = ask(served, paths, FEWEST, 1) / FEWEST
    count = int(min(MOST, max(FEWEST, LONG_ENOUGH / 2 / max(guess, 1e-5))))
    return median(run(served, paths, count) for _run in range(runs)) * 1000


def warm(served: Served, paths: list[str]) -> None:
    """Let every process have seen every address: a kept connection stays with one of them."""
    for _turn in range(PROCESSES):
        ask(served, paths[:WARM], READERS * min(WARM, len(paths)), READERS)


def run(served: Served, paths: list[str], count: int) -> float:
    at_once = count // READERS * READERS
    return (ask(served, paths, count, 1) + ask(served, paths, at_once, READERS)) / (count + at_once)


def ask(served: Served, paths: list[str], count: int, readers: int) -> float:
    """Processor seconds that so many requests cost the server and its database."""
    task = {"port": served.port, "paths": paths, "count": count, "readers": readers}
    before = seconds(*served.processes)
    told = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.cost.client"],
        input=json.dumps(task).encode(),
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    spent = seconds(*served.processes) - before
    if wrong := json.loads(told.stdout)["wrong"]:
        sys.stderr.write(f"{paths[0]}: not 200 but {wrong}\n")
    return spent


def report(table: dict[str, dict[str, float]], wanted: argparse.Namespace) -> None:
    say = sys.stdout.write
    say(f"{wanted.releases:,} releases, {PROCESSES} server processes, median of {wanted.runs}; ")
    say(f"the load of the machine is {os.getloadavg()[0]:.1f}, of {os.cpu_count()} processors.\n")
    say(f"{'ms of processor a request':26}{'target':>8}{''.join(f'{name:>22}' for name in table)}\n")
    for row in dict.fromkeys(row for column in table.values() for row in column):
        target = f"{TARGETS[row]:g}" if row in TARGETS else ""
        found = "".join(f"{column[row]:>22.2f}" if row in column else " " * 22 for column in table.values())
        say(f"{row:26}{target:>8}{found}\n")


if __name__ == "__main__":
    sys.exit(main())
