"""How many mails a second the worker prepares, commits included, with a mail server that takes no time.

`python -m tests.benchmarks.mailing 2000` for that many readers, who ask ten different questions.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from tests.concurrency.scratch import house

QUESTIONS = 10


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def timed(step: Callable[[], bool]) -> tuple[float, float]:
    """Seconds that passed, and of the processor, until nothing is left to do."""
    begun = time.perf_counter(), time.process_time()
    while step():
        pass
    return time.perf_counter() - begun[0], time.process_time() - begun[1]


def read(number: int) -> None:
    """Readers, and one release that all of them asked for."""
    from pressroom.delivery.models import Subscriber, Subscription
    from tests.factories import LONG_AGO
    from tests.site import lives

    people = Subscriber.objects.bulk_create(Subscriber(email=f"p{n}@contoh.example") for n in range(number))
    questions = ["", *(f"q={'Rahasiawati ' * n}".strip() for n in range(1, QUESTIONS))]
    Subscription.objects.bulk_create(
        Subscription(
            subscriber=one,
            query=questions[n % QUESTIONS],
            frequency="immediate",
            language="id" if n % 3 else "en",
            confirmed_at=LONG_AGO,
            told_until=LONG_AGO,
        )
        for n, one in enumerate(people)
    )
    lives.released()


def run(number: int) -> None:
    with house():
        from django.conf import settings
        from django.core import mail

        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        mail.outbox = []
        from pressroom.delivery.sending import send_due
        from pressroom.delivery.spreading import spread

        read(number)
        spreading, sending = timed(spread), timed(send_due)
        say(
            f"{number:,} letters from one change: {spreading[0]:.2f} s, {spreading[1]:.2f} s on the processor"
        )
        sent = len(mail.outbox)
        say(f"{sent:,} mails: {sent / sending[0]:.0f} a second, {sent / sending[1]:.0f} by processor time")


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
