"""Work on a connection of its own, beside the test's, and what it waits for there."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from django.db import connection

# Far more than any of this takes; a test that gets there has found something that waits for ever.
PATIENCE = 30

UNGRANTED = "SELECT locktype FROM pg_locks WHERE pid = %s AND NOT granted"


class Rival:
    """Starts at once. `waits_for()` returns when it can get no further, or has come to its end."""

    def __init__(self, pool: ThreadPoolExecutor, work: Callable[[], Any]) -> None:
        self.backend: Future[int] = Future()
        self.outcome = pool.submit(self.run, work)

    def run(self, work: Callable[[], Any]) -> Any:
        try:
            connection.ensure_connection()
            self.backend.set_result(connection.connection.info.backend_pid)
            return work()
        finally:
            connection.close()

    def waits_for(self) -> str:
        """The kind of the lock it waits for: "advisory", "relation", …; "" if it waited for none."""
        patience = time.monotonic() + PATIENCE
        while not self.outcome.done():
            if kind := self.ungranted():
                return kind
            assert time.monotonic() < patience, "It neither ends nor waits for a lock."
        return ""

    def ungranted(self) -> str:
        with connection.cursor() as cursor:
            cursor.execute(UNGRANTED, [self.backend.result(PATIENCE)])
            return next((kind for (kind,) in cursor.fetchall()), "")

    def result(self) -> Any:
        return self.outcome.result(PATIENCE)
