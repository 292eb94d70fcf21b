"""Letters that are settled are kept for a while, for those who ask at the desk what became of one."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models.functions import Coalesce
from django.utils import timezone

from pressroom.delivery.models import Delivery, Letter

BATCH = 500
SETTLED = (Letter.State.SENT, Letter.State.SKIPPED)
# One that was skipped when its address was paused had never been claimed.
SETTLED_AT = Coalesce("claimed_at", "made_at")


def prune(now: datetime | None = None) -> None:
    """Delete a batch of those older than `settings.LETTERS_KEPT`; the ledger stays: nothing is told twice."""
    before = (now or timezone.now()) - settings.LETTERS_KEPT
    for state in SETTLED:
        oldest = Letter.objects.filter(state=state).order_by("id").values_list("pk", SETTLED_AT)
        if (first := oldest.first()) and first[1] < before:
            drop([pk for pk, settled_at in oldest[:BATCH] if settled_at < before])


@transaction.atomic
def drop(letters: list[int]) -> None:
    """What a skipped letter would have told was never told, so that no correction of it is owed."""
    unsaid = Delivery.objects.filter(letter__in=letters, letter__state=Letter.State.SKIPPED)
    unsaid.update(subscription=None)
    Letter.objects.filter(pk__in=letters).delete()
