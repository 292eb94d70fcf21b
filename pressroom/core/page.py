"""The page that is being written: its language and the beginning of its paths, looked up once.

Django finds both anew at each question, behind some calls and a lock; a page asks a hundred times. So that
nothing is written in the language of before, Django's own `override` is not used in this project.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import NamedTuple

from django.urls import get_script_prefix
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, override  # noqa: TID251 it is this one that is used


class Page(NamedTuple):
    language: str  # "id" or "en"
    prefix: str


_page: ContextVar[Page | None] = ContextVar("page", default=None)


def here() -> Page:
    """The page under way; outside of any, what one would be that began now."""
    return _page.get() or beginning()


def beginning() -> Page:
    language = "en" if (get_language() or "id").startswith("en") else "id"
    return Page(language, get_script_prefix())


@contextmanager
def being_written() -> Iterator[None]:
    """All that is asked within is answered for one page, in the language that is active at its beginning."""
    token = _page.set(beginning())
    try:
        yield
    finally:
        _page.reset(token)


@contextmanager
def in_language(language: str) -> Iterator[None]:
    """As Django's `override`, on a page too."""
    with override(language), being_written():
        yield


def text(message: str) -> SafeString:
    """The words in the language of the page, of which they are said a hundred times: looked up once."""
    return text_in(here().language, message)


@cache
def text_in(language: str, message: str) -> SafeString:
    """In the active language, which is that one."""
    return mark_safe(gettext(message))
