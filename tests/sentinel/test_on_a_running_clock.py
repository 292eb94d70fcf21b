"""With the clock that everybody has: nothing until the moment, everything at the first look after it."""

from __future__ import annotations

from datetime import datetime, timedelta
from threading import Event

import pytest
from django.test import Client
from django.utils import timezone

from tests.sentinel import secret as secrets
from tests.sentinel.answers import Answer, answer
from tests.sentinel.readers import READERS
from tests.sentinel.secret import SIGN
from tests.sentinel.world import make_world

pytestmark = pytest.mark.django_db
AHEAD = timedelta(seconds=4)
# What everybody may ask, and what of the secret is said there in the end.
TOLD = {
    "/": "judul",
    "/en/": "title",
    "/atom.xml": "alamatralat",
    "/siaran-pers/": "judul",
    "/siaran-pers/kuarsaalamat/": "isi",
    "/siaran-pers/?topic=kuarsatopik": "judul",
    "/cari/?q=Kuarsaisi": "judul",
    "/sitemap-people.xml": "tokoh",
    "/tokoh/tokoh-terang/": "gelarlama",
    "/api/v1/releases/": "judul",
    "/api/v1/quotes/": "kutipan",
    "/api/v1/changes/?limit=100": "tokoh",
}


Look = dict[tuple[str, str], Answer]


def test_it_is_out_at_its_moment_and_not_before() -> None:
    world, browsers = make_world(), {become.__name__: become() for become in READERS}
    before = look(browsers)
    secret = secrets.write(world)
    moment = timezone.now() + AHEAD
    secrets.schedule(secret, moment)
    looks = look_until(moment, browsers)
    assert looks
    assert all(seen == before for seen in looks)
    Event().wait((moment - timezone.now()).total_seconds())
    after = look(browsers)
    assert [key for key, given in after.items() if not says(given, TOLD[key[1]])] == []


def look(browsers: dict[str, Client]) -> Look:
    """What each reader sees at each address."""
    return {(name, path): answer(browser, path) for name, browser in browsers.items() for path in TOLD}


def look_until(moment: datetime, browsers: dict[str, Client]) -> list[Look]:
    """What was seen at every look that was over before the moment."""
    looks = []
    while timezone.now() < moment:
        seen = look(browsers)
        if timezone.now() < moment:
            looks.append(seen)
    return looks


def says(given: Answer, word: str) -> bool:
    return f"{SIGN}{word}".lower() in given.body.decode().lower()
