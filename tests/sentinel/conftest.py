import pytest

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
