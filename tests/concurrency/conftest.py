from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.concurrency.rivals import Rival


@pytest.fixture
def rival(transactional_db: None) -> Iterator[Callable[..., Rival]]:
    """Starts work on another connection: `rival(publish, article)`."""
    with ThreadPoolExecutor() as pool:
        yield lambda work, *args, **kwargs: Rival(pool, lambda: work(*args, **kwargs))
