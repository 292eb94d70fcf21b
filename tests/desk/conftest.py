from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from tests import factories as make
from tests.browser.conftest import browser as browser

LogIn = Callable[[str], Client]


@pytest.fixture
def log_in(db: None) -> LogIn:
    """A browser at the desk for a role of `roles.ROLES`, or for the superuser, "admin"."""

    def start(role: str) -> Client:
        user = make.user(is_staff=True, is_superuser=role == "admin")
        user.groups.set(Group.objects.filter(name=role))
        browser = Client()
        browser.force_login(user)
        return browser

    return start


@pytest.fixture
def desk(log_in: LogIn) -> Client:
    """The superuser's browser."""
    return log_in("admin")
