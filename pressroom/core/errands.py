"""What the worker does besides moving the change log. Every room adds its own errands when it starts."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import Error, connection

# Does a little of what there is to do, a second's worth at most, and says whether there is more of it.
Errand = Callable[[], bool]

ERRANDS: dict[str, Errand] = {}

logger = logging.getLogger(__name__)


def add(name: str, errand: Errand) -> None:
    """For the `ready()` of an AppConfig; the name is what the log calls it by."""
    ERRANDS[name] = errand


def run() -> bool:
    """Run every errand once; True where one has more to do. One that fails holds up no other."""
    more = [run_one(name, errand) for name, errand in ERRANDS.items()]
    return any(more)


def run_one(name: str, errand: Errand) -> bool:
    try:
        return errand()
    except Exception as error:
        logger.exception("The errand %s failed; it is tried again.", name)
        if isinstance(error, Error):
            connection.close()
        return False
