"""A database of its own for a program that is killed, raced or measured; it is thrown away at the end.

Such programs open their database in many processes, as the press room does; a test's cannot be shared so.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import django
import psycopg
from django.core.management import call_command


@contextmanager
def house() -> Iterator[str]:
    """An empty press room, ready for Django in this process and those that it starts; gives its address.

    On PostgreSQL where DATABASE_URL names one, beside that database; else on SQLite in a file.
    """
    beside = os.environ.get("DATABASE_URL", "")
    with on_postgresql(beside) if beside.startswith("postgres") else on_sqlite() as url:
        os.environ |= {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.concurrency.settings"}
        django.setup()
        call_command("migrate", verbosity=0)
        yield url


@contextmanager
def on_sqlite() -> Iterator[str]:
    with TemporaryDirectory(prefix="pressroom-") as folder:
        yield f"sqlite:///{Path(folder) / 'db.sqlite3'}"


@contextmanager
def on_postgresql(beside: str) -> Iterator[str]:
    name = f"pressroom_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(beside, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
        try:
            yield urlsplit(beside)._replace(path=f"/{name}").geturl()
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
