"""A weekday that does not fit the date beside it."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.intake.proposals import Concern
from articles.intake.reasons import say

from .context import Context

CODE = "weekday_contradicts_date"


def weekdays(context: Context) -> Iterator[Concern]:
    """Said by the calendar, not by the register."""
    for remark in context.reading.remarks:
        if remark.code == CODE:
            span = remark.evidence.span
            quoted = context.quotations.touch(span)
            yield Concern(CODE, span, say(remark.evidence), source=_("Kalender"), quoted=quoted)
