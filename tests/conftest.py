"""What every test stands on: clean rooms, and a record that only the end of a test may empty."""

import gc
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from django.core.cache import cache
from django.core.signals import request_started
from django.db import connection
from django.dispatch import receiver
from django.utils import translation
from pytest_django import Settings

from pressroom.core import append_only, kept
from tests import factories

# What is imported by now stays; collecting garbage among it again and again is a tenth of the tests' time.
gc.freeze()
gc.set_threshold(100_000, 50, 50)

# Speed differs from machine to machine; a slow example is no wrong one.
hypothesis.settings.register_profile("pressroom", deadline=None)
hypothesis.settings.load_profile("pressroom")


@pytest.fixture
def _django_db_helper(_django_db_helper: None) -> Iterator[None]:
    """Lift the triggers before a transactional test is cleaned up.

    Such a test ends with a flush, which the triggers rightly refuse; `post_migrate`, sent by that flush, puts
    them back.
    """
    yield
    if not connection.in_atomic_block:
        lift_triggers()


def lift_triggers() -> None:
    with connection.cursor() as cursor:
        for table, operation in append_only.guarded_operations(connection.vendor):
            on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
            name = append_only.trigger_name(table, operation)
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")


@pytest.fixture(autouse=True)
def _clean_rooms(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test needs collected static files or writes to the real media folder.

    None reads the cache of the one before, or goes on in its language.
    """
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    settings.MEDIA_ROOT = media_root(tmp_path_factory)
    cache.clear()
    kept.forget()
    translation.deactivate()


@receiver(request_started)
def _nothing_is_kept(**_signal: object) -> None:
    """Tests make facts without telling the change log; each request is the first of its generation."""
    kept.forget()


@pytest.fixture
def one_generation() -> Iterator[None]:
    """Requests find what those before them kept, as they do wherever nothing new is published."""
    request_started.disconnect(_nothing_is_kept)
    yield
    request_started.connect(_nothing_is_kept)


def media_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.getbasetemp() / "media"


@pytest.fixture
def reference(db: None) -> None:
    """Indonesia, Russia and every kind of legal instrument."""
    factories.country("ID")
    factories.country("RU")
    for code in factories.INSTRUMENT_KINDS:
        factories.instrument_kind(code)
