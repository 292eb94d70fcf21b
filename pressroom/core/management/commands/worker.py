import logging
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import Error, connection
from django.db.models import Min
from django.utils import timezone

from pressroom.core import changes, errands
from pressroom.core.models import PendingChange

LONGEST_SLEEP = 1.0

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Move what falls due into the change log, every second and to the moment, and run the errands."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="Do what is due now, and end.")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        if once:
            changes.advance()
            while errands.run():
                pass
            return
        with asked_to_stop() as stop:
            while not stop:
                time.sleep(step())


@contextmanager
def asked_to_stop() -> Iterator[list[int]]:
    """A list that is empty until SIGTERM or SIGINT comes; what has begun by then is done to its end."""
    received: list[int] = []
    names = (signal.SIGTERM, signal.SIGINT)
    before = {name: signal.signal(name, lambda number, frame: received.append(number)) for name in names}
    try:
        yield received
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


def step() -> float:
    """Do what is due and say how long to sleep. A database that does not answer is asked anew later."""
    try:
        changes.advance()
        return 0.0 if errands.run() else until_next()
    except Error as error:
        logger.warning("The change log could not be advanced; it is tried again. %s", error)
        connection.close()
        return LONGEST_SLEEP


def until_next() -> float:
    """Seconds to the next due moment, at most LONGEST_SLEEP: another may be put before it meanwhile."""
    due = PendingChange.objects.aggregate(first=Min("due"))["first"]
    if due is None:
        return LONGEST_SLEEP
    return min(max((due - timezone.now()).total_seconds(), 0.0), LONGEST_SLEEP)
