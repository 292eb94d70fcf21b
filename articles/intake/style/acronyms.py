"""The first mention of a body of the register is its full name with the acronym in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from articles.intake.proposals import Concern
from articles.intake.reader import Span
from articles.intake.resolving.index import Index, Mention, current
from articles.intake.resolving.names import MAIN, SHORT
from articles.intake.style.context import Context
from entities.models import Organization


class Place(NamedTuple):
    span: Span
    is_short: bool


def slips(context: Context) -> Iterator[Concern]:
    bodies = {pk: places for pk, places in bodies_in(context).items() if any(p.is_short for p in places)}
    rows = Organization.objects.in_bulk(bodies) if bodies else {}
    for pk, row in rows.items():
        first = bodies[pk][0]
        values = {"acronym": row.short}
        if first.is_short:
            message = _("Penyebutan pertama %(acronym)s belum memakai nama lengkapnya.") % values
            yield context.slip("acronym_first", first.span, message, f"{row.name} ({row.short})")
        elif not explained(context.flat, first.span, row.short):
            message = _("Singkatan %(acronym)s dipakai kemudian, tetapi belum dijelaskan di sini.") % values
            fix = f"{first.span.of(context.flat)} ({row.short})"
            yield context.slip("acronym_first", first.span, message, fix)


def bodies_in(context: Context) -> dict[int, list[Place]]:
    """Where each body stands below the headline, by its name or its acronym, in order of place."""
    index, found = current(), dict[int, list[Place]]()
    for mention in index.find(context.flat):
        if not context.in_title(mention.span):
            for pk, is_short in body_of(index, mention):
                found.setdefault(pk, []).append(Place(mention.span, is_short))
    return found


def body_of(index: Index, mention: Mention) -> Iterator[tuple[int, bool]]:
    """The one body that is meant, if it is one."""
    names = [name for name in mention.names if name.form in (MAIN, SHORT)]
    rows = {(name.kind, index.survivor(name.kind, name.pk)): name for name in names}
    if len(rows) == 1:
        (((kind, pk), name),) = rows.items()
        if kind == "organization":
            yield pk, name.form == SHORT


def explained(flat: str, span: Span, acronym: str) -> bool:
    """Whether the acronym follows in brackets, alone or among other words: "(disingkat BNPT)"."""
    return (
        re.match(rf"\s*\([^()]{{0,40}}\b{re.escape(acronym)}\b", flat[span.end : span.end + 80]) is not None
    )
