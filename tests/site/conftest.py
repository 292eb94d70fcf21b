"""The public site over the first release of all, as its fixtures hold it."""

import pytest
from django.core.management import call_command


@pytest.fixture
def seed(db: None) -> None:
    """The register and the record that the first press release yields."""
    call_command("load_fixtures", verbosity=0)
