"""One order of locks for everybody who writes: the record's first, then rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.http import HttpRequest

from pressroom.core import changes


@contextmanager
def one_writer(request: HttpRequest) -> Iterator[None]:
    """Around a page of the desk: what a posted one reads stays true until it has written.

    Publishing takes the same lock before it reads; so neither undoes the other, and none waits for a row that
    the other holds.
    """
    if request.method != "POST":
        yield
        return
    with transaction.atomic():
        changes.lock()
        yield
