"""What the house answered to one request, and what was found wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

HTML = "text/html"


class Finding(NamedTuple):
    """What is wrong, and at which address."""

    url: str
    what: str


@dataclass(frozen=True, eq=False)
class Answer:
    """`headers` have small letters; `type` has no parameters."""

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip()

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def is_page(self) -> bool:
        """A page as readers mean it, whatever its status."""
        return self.type == HTML
