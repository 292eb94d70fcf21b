"""Kill -9, again and again, of whoever writes and of the worker; each time the record must be whole.

`python -m tests.crash.kills [how often] [seed]` prints what was hit and ends with 1 where anything broke. On
PostgreSQL where DATABASE_URL names one; else on SQLite.
"""

from __future__ import annotations

import os
import secrets
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from random import Random

from tests.concurrency.scratch import house

LONGEST_ACT = 0.08  # seconds; most acts take less, so that some are killed just after
MOST_ACTS = 8
# After one kill in so many, the whole chain and every projection are proved, and after the last.
THOROUGH = 10


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def start(program: Callable[[], None]) -> int:
    """A process of its own, with a connection of its own."""
    from django.db import connections

    connections.close_all()
    if pid := os.fork():
        return pid
    try:
        program()
    except Exception:  # noqa: BLE001 (whatever it was, it ends here and not in a second run of the parent)
        traceback.print_exc()
    os._exit(1)


def slay(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def advance_without_end() -> None:
    from django.core.management import call_command

    call_command("worker")


class Run:
    """One life of the office and its worker, and what it had said when it was killed."""

    def __init__(self, seed: int) -> None:
        from tests.crash import churn

        self.chance = Random(seed)  # noqa: S311 (nothing is kept secret by it)
        reading, writing = os.pipe()
        self.writer = start(lambda: churn.work(seed, lambda line: self.tell(writing, line)))
        self.worker = start(advance_without_end)
        os.close(writing)
        self.lines = open(reading, encoding="ascii")  # noqa: SIM115, PTH123 (closed by `end`)

    @staticmethod
    def tell(writing: int, line: str) -> None:
        os.write(writing, f"{line}\n".encode("ascii"))

    def end(self) -> list[str]:
        """Everything that was told, after a death at a random point of a random act."""
        told = list(self.until_act(self.chance.randint(1, MOST_ACTS)))
        time.sleep(self.chance.uniform(0, LONGEST_ACT))
        slay(self.writer)
        slay(self.worker)
        with self.lines:
            return [*told, *(line.strip() for line in self.lines)]

    def until_act(self, number: int) -> Iterator[str]:
        while number:
            line = self.lines.readline().strip()
            if not line:
                raise SystemExit("The office stopped working by itself.")
            yield line
            number -= line.startswith("+")


def run(times: int, seed: int) -> bool:
    say(f"Seed {seed}.")
    hits: Counter[str] = Counter()
    with house():
        from tests.crash import churn, whole

        churn.furnish()
        before = whole.steps()
        for number in range(times):
            told = Run(seed + number).end()
            interrupted = told[-1].startswith("+")
            acts = sum(line.startswith("-") for line in told)
            kept = whole.steps() - before
            thorough = number % THOROUGH == 0 or number == times - 1
            faults = [*whole.faults(every_edition=thorough), *whole.lost(acts, kept, interrupted)]
            if faults:
                say(f"Kill {number + 1}, {told[-1]}: " + " ".join(faults))
                return False
            hits[outcome(told[-1], kept > acts)] += 1
            before += kept
        say(f"{times} kills, {before} acts, {whole.editions()} editions, {whole.logged()} rows of the log.")
    for name, count in hits.most_common():
        say(f"{count:5} {name}")
    return True


def outcome(last: str, kept: bool) -> str:
    if not last.startswith("+"):
        return "between two acts"
    return f"in {last[1:]}: " + ("already stored" if kept else "nothing of it stored")


if __name__ == "__main__":
    often = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    sown = int(sys.argv[2]) if len(sys.argv) > 2 else secrets.randbelow(10**6)
    sys.exit(0 if run(often, sown) else 1)
