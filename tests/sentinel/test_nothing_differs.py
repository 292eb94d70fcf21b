"""Until its moment, a press room with an embargoed release answers exactly like one without it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import chain

import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.test import Client

from articles.workflow import perform
from tests import factories as make
from tests.rollback import rolled_back
from tests.sentinel import addresses
from tests.sentinel import secret as secrets
from tests.sentinel.answers import answers, differing
from tests.sentinel.clock import JUST_BEFORE, MOMENT, Clock
from tests.sentinel.readers import READERS, Reader, anonymous, writer_without_access
from tests.sentinel.routes import routes
from tests.sentinel.secret import Secret
from tests.sentinel.world import World

LONG_AFTER = MOMENT + timedelta(days=1)
Prepare = Callable[[World], Secret]
Table = Callable[[World, Secret], dict[str, list[str]]]


def scheduled(world: World) -> Secret:
    secret = secrets.write(world)
    secrets.schedule(secret, MOMENT)
    return secret


def called_off(world: World) -> Secret:
    secret = scheduled(world)
    chief = make.user("kepala-meja", is_superuser=True)
    for article in (secret.release, secret.correction, secret.reinstated):
        perform("cancel", article, by=chief, reason=secrets.word("batal"))
    return secret


def given_away(
    world: World, clock: Clock, reader: Client, *, prepare: Prepare, table: Table, when: datetime
) -> list[str]:
    """The addresses that answer differently with the secret in the database and without it."""
    with rolled_back():
        secret = prepare(world)
        asked = list(chain.from_iterable(table(world, secret).values()))
        clock.now = when
        with_it = answers(reader, asked)
    forget_files(secret)
    cache.clear()
    without_it = answers(reader, asked)
    assert all(given.status < 500 for given in with_it.values())
    return differing(with_it, without_it)


def forget_files(secret: Secret) -> None:
    """Files outlive the transaction in which they were stored."""
    image = secret.image
    for file in (image.original, image.display, secret.agreement.document, secret.person.portrait):
        default_storage.delete(str(file))


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_nothing_public_differs_until_the_moment(world: World, clock: Clock, reader: Reader) -> None:
    """Pages of the site do not look at who asks: they are asked by nobody in particular only."""
    table = addresses.public if reader is anonymous else addresses.beyond_the_site
    told = {"prepare": scheduled, "table": table, "when": JUST_BEFORE}
    assert given_away(world, clock, reader(), **told) == []


@pytest.mark.parametrize("reader", [anonymous, writer_without_access], ids=lambda reader: reader.__name__)
def test_the_desk_tells_nothing_to_whom_it_lets_in_nowhere(
    world: World, clock: Clock, reader: Reader
) -> None:
    told = {"prepare": scheduled, "table": addresses.desk, "when": JUST_BEFORE}
    assert given_away(world, clock, reader(), **told) == []


def some_of_each(world: World, secret: Secret) -> dict[str, list[str]]:
    """Of each route what names the secret, and what comes first."""
    table = addresses.public(world, secret)
    return {route: [*asked[:2], *filter(names_it, asked[2:])] for route, asked in table.items()}


def names_it(path: str) -> bool:
    return secrets.SIGN.lower() in path.lower()


def test_what_was_called_off_is_never_told(world: World, clock: Clock) -> None:
    told = {"prepare": called_off, "table": some_of_each, "when": LONG_AFTER}
    assert given_away(world, clock, anonymous(), **told) == []


def test_every_route_is_asked(world: World) -> None:
    """A new route fails here until it has a row in the tables of addresses."""
    secret = secrets.write(world)
    rows = addresses.public(world, secret) | addresses.desk(world, secret)
    assert set(routes()) == set(rows)
    assert all(rows.values())
