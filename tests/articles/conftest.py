from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from articles.models import Article

SOURCE = Path(settings.BASE_DIR) / "fixtures" / "source"


@pytest.fixture
def seed(db: None) -> Article:
    """The first real release, loaded from the fixtures as `make run` does."""
    call_command("load_fixtures", verbosity=0)
    return Article.objects.get()


@pytest.fixture
def source_copy(tmp_path: Path) -> Iterator[Path]:
    """A copy of the source folder that a test may spoil."""
    for path in SOURCE.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path
