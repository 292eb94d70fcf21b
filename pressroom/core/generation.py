"""The generation of everything public: a word that is another one after every change that readers can see.

It is made of the newest number of the change log, of a number that counts what readers see though the log
does not tell of it (an office hour, a rendition of a photo), and of the day, which parts today from tomorrow.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

from django.db import connection, models, transaction
from django.db.models.signals import post_delete, post_save
from django.utils import timezone

from pressroom.core import changes
from pressroom.core.binding import binding
from pressroom.core.models import Change, Generation

# Where the environment of a request tells in which generation it is answered.
TOLD = "pressroom.generation"
ASK = """
SELECT max(seq), (SELECT number FROM core_generation),
    EXISTS (SELECT 1 FROM core_pendingchange WHERE due <= {now})
FROM core_change
"""


def current() -> str:
    """The generation of this moment; what falls due by now is moved into the log first."""
    now = datetime.now(UTC)
    seq, number, due = ask(now)
    if due:
        changes.advance(now)
        seq, number, due = ask(now)
    return f"{seq or 0}.{number or 0}.{timezone.localdate(now).toordinal()}"


def ask(now: datetime) -> tuple[int | None, int | None, bool]:
    """One statement, by the driver itself: every page asks, and Django's cursor takes ten times as long."""
    connection.ensure_connection()
    driver: Any = connection.connection
    with connection.wrap_database_errors:
        if connection.vendor == "sqlite":
            asked = driver.execute(ASK.format(now="?"), [now.strftime("%Y-%m-%d %H:%M:%S.%f")])
        else:
            asked = binding(driver).execute(ASK.format(now="%s"), [now], prepare=True)
        return asked.fetchone()


def began() -> datetime:
    """The moment since which nothing public has changed; the day's beginning is one."""
    midnight = timezone.make_aware(datetime.combine(timezone.localdate(), time.min))
    moments = [
        Change.objects.order_by("-seq").values_list("at", flat=True).first(),
        Generation.objects.values_list("at", flat=True).first(),
    ]
    return max([midnight, *(moment for moment in moments if moment)])


def renew(**_signal: Any) -> None:
    """Begin a new generation, under the lock of the log: generations begin in the order of commits."""
    with transaction.atomic():
        changes.lock()
        renewed = {"number": models.F("number") + 1, "at": timezone.now()}
        if not Generation.objects.update(**renewed):
            Generation.objects.create(number=1)


def follow(*shown: type[models.Model]) -> None:
    """Begin a new generation with every save of these, which readers see and the log does not tell of."""
    for model in shown:
        for signal in (post_save, post_delete):
            signal.connect(renew, sender=model, dispatch_uid=f"generation:{model._meta.label}")
