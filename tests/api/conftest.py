"""Asking the API, and the first release as it is."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def ask(client: Client) -> Ask:
    """`ask("people", organization="bnpt")` is the JSON of that answer, which must be a good one."""

    def ask(path: str = "", /, **parameters: Any) -> dict[str, Any]:
        address = path if path.startswith("http") else f"/api/v1/{path}{'/' if path else ''}"
        response = client.get(address, parameters)
        assert response.status_code == 200, response.content.decode()
        return response.json()

    return ask


@pytest.fixture
def ids(ask: Ask) -> Callable[..., list[str]]:
    """The ids of a list's first page, in order."""
    return lambda path, /, **parameters: [row["id"] for row in ask(path, **parameters)["results"]]


@pytest.fixture
def first_release(db: None) -> None:
    call_command("load_fixtures", verbosity=0)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """`clock(moment)` makes it that moment, and lets time stand still."""
    return lambda moment: monkeypatch.setattr(timezone, "now", lambda: moment)
