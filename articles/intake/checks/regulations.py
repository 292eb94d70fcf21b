"""A regulation whose number or year is another than that of the same title in the register."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.intake.proposals import Concern
from articles.intake.resolving.regulations import same_number, same_title

from .context import Context, keys


def numbers(context: Context) -> Iterator[Concern]:
    pairs = zip(context.reading.regulations, context.resolution.regulations, strict=True)
    for found, match in pairs:
        rows = [context.instruments[pk] for pk in keys(match) if pk in context.instruments]
        titled = [row for row in rows if same_title(found, row)]
        if found.number and titled and not any(same_number(found, row) for row in rows):
            held = titled[0].citation()
            message = _("Register mencatat peraturan dengan judul ini sebagai %(held)s.")
            yield context.concern(
                "regulation_number", found.mentions[0], message % {"held": held}, held, titled[0]
            )
