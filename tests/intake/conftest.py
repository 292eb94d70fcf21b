import csv
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User

from articles.models import StyleRule
from articles.seed.reference import build_reference
from tests.articles.conftest import SOURCE
from tests.articles.conftest import seed as seed


@pytest.fixture
def reference(db: None) -> None:
    """Countries, honorifics, topics and kinds of instruments; registers are empty."""
    build_reference(SOURCE)


def starting_rows() -> list[dict[str, str]]:
    """The rules of house style that the migration brings, as they are written."""
    with (Path(settings.BASE_DIR) / "articles/intake/style/rules.csv").open(newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture
def starting_rules(db: None) -> None:
    """The migration's rules, also on a worker where tests that empty every table took them away."""
    if not StyleRule.objects.exists():
        StyleRule.objects.bulk_create(StyleRule(**row) for row in starting_rows())


@pytest.fixture
def author(db: None) -> User:
    return User.objects.create_user("penulis")
