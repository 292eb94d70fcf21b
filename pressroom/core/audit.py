"""The one door to the audit trail."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import DatabaseError, models, transaction
from django.utils import timezone

from pressroom.core import acts, origin
from pressroom.core.dates import Span, UncertainDate, write_span, write_when
from pressroom.core.page import in_language
from pressroom.core.trail import AuditEntry

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

# An entry stays short, whatever was typed: characters of a text, texts of a list, fields of a save.
LONGEST_TEXT, LONGEST_LIST, MOST_FIELDS = 500, 50, 200
# Fields of which the trail says that they changed, and never from what to what.
SECRETS = ("password", "token", "secret")
HIDDEN = "•••"

Details = Mapping[str, Iterable[Any]]

logger = logging.getLogger(__name__)


def record(
    act: str,
    subject: models.Model | None = None,
    *,
    by: AbstractBaseUser | AnonymousUser | str | None = None,
    reason: str = "",
    details: Details | None = None,
) -> AuditEntry | None:
    """Write one entry, in the transaction of the act it tells of: what is rolled back was never done.

    `act` is one of `acts.NAMES`. `by` is a user or a name; by default whoever is logged in, "" in a command.
    The subject has its key: what will be deleted is recorded before. `details` are pairs of anything, such as
    "title": [old, new]; they are cut short and hold no secrets. Gives None where somebody merely looked at a
    page and the entry could not be written: that is logged and keeps nobody from reading.
    """
    entry = new_entry(act, subject, origin.actor() if by is None else by, reason, details or {})
    if origin.reading() is None:
        entry.save(force_insert=True)
        return entry
    try:
        with transaction.atomic():
            entry.save(force_insert=True)
    except DatabaseError:
        logger.exception("The audit trail lacks an entry: %s by %r", act, entry.actor)
        return None
    return entry


def new_entry(act: str, subject: models.Model | None, by: Any, reason: str, details: Details) -> AuditEntry:
    if act not in acts.NAMES:
        raise ValueError(f"{act!r} is no act of the audit trail; name it by pressroom.core.acts.add().")
    with in_language(settings.LANGUAGE_CODE):
        return AuditEntry(
            at=timezone.now(),
            actor=cut(by if isinstance(by, str) else by.get_username(), 150),
            address=origin.address(),
            act=act,
            subject_type=subject._meta.label_lower if subject else "",
            subject_id=str(subject.pk or "") if subject else "",
            subject=cut(str(subject), 250) if subject else "",
            details=bounded(details),
            reason=reason.replace("\0", ""),
        )


def bounded(details: Details) -> dict[str, Any]:
    """The details as JSON holds them; what goes beyond the bound is counted."""
    pairs = {
        name: [storable(value) if not is_secret(name) else value and HIDDEN for value in pair]
        for name, pair in islice(details.items(), MOST_FIELDS)
    }
    rest = len(details) - len(pairs)
    return {**pairs, "…": [None, rest]} if rest else pairs


def is_secret(name: str) -> bool:
    return any(word in name.lower() for word in SECRETS)


def storable(value: Any) -> Any:
    match value:
        case None | bool() | int() | float():
            return value
        case date():
            return value.isoformat()
        case UncertainDate():
            return write_when(value)
        case Span():
            return write_span(value)
        case list() | tuple() | set() | models.QuerySet():
            return [storable(item) for item in islice(value, LONGEST_LIST)]
    return cut(str(value), LONGEST_TEXT)


def cut(text: str, longest: int) -> str:
    text = text.replace("\0", "")  # PostgreSQL stores none
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
