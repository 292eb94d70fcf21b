from types import SimpleNamespace

import pytest

from pressroom.site.printing import pdf
from tests.sentinel.clock import Clock
from tests.sentinel.world import World, make_world


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of everybody, days before the moment."""
    clock = Clock()
    monkeypatch.setattr("django.utils.timezone.now", clock)
    return clock


@pytest.fixture
def world(db: None, clock: Clock) -> World:
    return make_world()


@pytest.fixture(autouse=True)
def plain_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF hides its words from those who compare; here it is the page that it is made of."""
    monkeypatch.setattr(pdf, "press", lambda: SimpleNamespace(draw=lambda page, _address: page.encode()))
