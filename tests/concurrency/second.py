"""Many releases due at one moment, two web processes under load, and no worker.

`python -m tests.concurrency.second 200` (or another number of them) ends with 1 where a reader was told of
any before that moment, or not of all after it. On PostgreSQL where DATABASE_URL names one; else on SQLite.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.concurrency.readers import Reader, judge, without_proof
from tests.concurrency.scratch import house

DUE = int(sys.argv[1]) if sys.argv[1:] else 200
PUBLIC, CLIENTS = 25, 6
# Under load on either side of the moment, in publications: a busy machine gets longer.
AROUND = 30
GRANIAN = (
    *("pressroom.wsgi:application", "--interface", "wsgi", "--host", "127.0.0.1", "--http", "1", "--no-ws"),
    *("--workers", "2", "--blocking-threads", "1", "--log-level", "warning"),
)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def publish_one(title: str, at: datetime | None = None) -> None:
    """A release that makes an event known; both bear the title."""
    from articles.publishing import publish
    from tests import factories as make

    slug = title.lower().replace(" ", "-")
    article = make.article(title, slug=slug)
    event = make.held_event(title=title, slug=slug, public_from=None)
    article.events.add(event)
    make.citation(article, event=event)
    publish(article, reason="Uji.", at=at)


def prepare() -> tuple[float, float]:
    """Publish some and schedule the others; answers the moment and how many seconds to read around it.

    The moment leaves as much time as scheduling takes, the web processes need to start, and some more.
    """
    begun = time.time()
    for number in range(PUBLIC):
        publish_one(f"Lama {number:03}")
    each = (time.time() - begun) / PUBLIC
    around = 3 + each * AROUND
    moment = float(int(time.time() + 1.8 * each * DUE + 2 * around) + 5)
    for number in range(DUE):
        publish_one(f"Serentak {number:03}", datetime.fromtimestamp(moment, UTC))
    if time.time() > moment - around - 2:
        raise SystemExit("This machine is too busy to prepare the releases in time; try again.")
    return moment, around


@contextmanager
def serving() -> Iterator[int]:
    """The web processes of `make run`, on a port of their own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = str(Path(sys.executable).with_name("granian"))
    server = subprocess.Popen([program, *GRANIAN, "--port", str(port)])
    try:
        wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("The web processes do not answer.")


def addresses(log: str) -> list[str]:
    from django.urls import reverse

    from articles.models import Article

    article = Article.objects.get(slug="serentak-007")
    lists = [reverse(f"site:{name}") for name in ("home", "releases", "calendar", "feed")]
    pages = [reverse(f"site:{name}", args=["serentak-007"]) for name in ("release", "event")]
    search = f"{reverse('site:search')}?q=serentak"
    api = [
        *("/api/v1/releases/?limit=100", "/api/v1/events/?limit=100"),
        *(f"/api/v1/releases/{article.uid}/", "/api/v1/events/serentak-007/"),
    ]
    return [*lists, *pages, search, "/sitemap-releases.xml", *api, log]


def complete(rows: list[dict[str, Any]], log: list[dict[str, Any]], numbers: dict[str, str]) -> Iterator[str]:
    """The whole list and the whole log, read at the first instant, have everything once."""
    listed = [row["id"] for row in rows if row["id"] in numbers]
    logged = [row["id"] for row in log]
    events = [f"serentak-{number}" for number in numbers.values()]
    if sorted(listed) != sorted(numbers):
        yield f"The list had {len(set(listed))} of {len(numbers)} releases."
    if sorted(logged) != sorted([*numbers, *events]):
        yield f"The log had {len(logged)} rows for {len(numbers)} releases and as many events."


def run() -> bool:
    from django.db import connections

    from articles.models import Article
    from pressroom.api.views.changes import write_since
    from pressroom.core import changes

    moment, around = prepare()
    log = f"/api/v1/changes/?since={write_since(changes.newest())}&limit=100"
    numbers = {str(a.uid): a.slug[-3:] for a in Article.objects.filter(slug__startswith="serentak")}
    paths = addresses(log)
    connections.close_all()
    with serving() as port, ThreadPoolExecutor(CLIENTS + 2) as pool:
        reader = Reader(port, numbers)
        walks = [pool.submit(reader.walk, path, moment) for path in ("/api/v1/releases/?limit=100", log)]
        time.sleep(max(0.0, moment - around - time.time()))
        turns = [paths[n:] + paths[:n] for n in range(CLIENTS)]
        polls = [pool.submit(reader.poll, turn, moment + around) for turn in turns]
        answers = [answer for one in polls for answer in one.result()]
        last = {path: reader.ask(path).told for path in paths}
        wrong = [*complete(*(one.result() for one in walks), numbers), *judge(answers, last, moment)]
    for sentence in (wrong := [*wrong, *without_proof(answers, last, moment)])[:20]:
        say(sentence)
    report(answers, moment)
    return not wrong


def report(answers: list[Any], moment: float) -> None:
    before = [moment - one.ended for one in answers if one.side(moment) == -1]
    after = [one.begun - moment for one in answers if one.side(moment) == 1]
    say(f"{DUE} releases due at once; {len(answers)} answers, {len(before)} before and {len(after)} after.")
    say(
        f"The nearest came {min(before) * 1000:.1f} ms before and was begun {min(after) * 1000:.1f} ms after."
    )


if __name__ == "__main__":
    with house():
        well = run()
    sys.exit(0 if well else 1)
