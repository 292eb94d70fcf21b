"""A date as the text words it, before it is known which day that is, and what a day is reckoned from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from ..findings import Span


@dataclass(frozen=True, slots=True)
class Known:
    """The days a saying means. A conclusion has a `reason`, to be filled with `values`."""

    first: date | None = None
    last: date | None = None
    reason: str = ""
    values: dict[str, str | int | date] = field(default_factory=dict)


UNKNOWN = Known()


@dataclass(frozen=True, slots=True)
class Ahead:
    """Something that the text says still lies ahead, on `first` at the earliest."""

    printed: str
    first: date


@dataclass(frozen=True, slots=True)
class Clock:
    """What days are reckoned from: the day of issue where it is known, and full dates of the text.

    `stated` are days of the past that the text gives in full.
    """

    issued: date | None = None
    stated: tuple[date, ...] = ()
    ahead: tuple[Ahead, ...] = ()


class Saying(Protocol):
    """One wording of a date. `exact` names days ("10–12 Juni", "kemarin"), not a month or a week.

    `turn` is -1 or 1 where a word behind it says "lalu" or "mendatang".
    """

    @property
    def span(self) -> Span: ...

    @property
    def printed(self) -> str: ...

    @property
    def turn(self) -> int | None: ...

    @property
    def exact(self) -> bool: ...

    def reckon(self, clock: Clock, ahead: bool) -> Known:
        """The days meant; `ahead` says that the sentence speaks of something to come."""
        ...
