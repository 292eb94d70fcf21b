"""Sending, at most once: a letter is claimed and counted before the mail server hears of it.

A worker that dies between the server's "accepted" and the next line leaves its one letter `sending`. It may
have arrived, so it is not sent again by itself: never twice was promised. The desk shows it, and somebody
may decide to send it again; it has the same Message-ID then, by which most mailboxes drop the second.
A server that refuses is another matter: the letter waits and is tried again, longer each time.
"""

from __future__ import annotations

import logging
import time
from datetime import timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.core.mail import get_connection
from django.db.models import F, QuerySet
from django.utils import timezone

from pressroom.delivery import refusals
from pressroom.delivery.models import Letter
from pressroom.delivery.writing import Pack

BATCH = 100
SECONDS = 0.8
# How long a letter waits after each attempt that failed; after the last it is given up.
WAITS = [timedelta(minutes=minutes) for minutes in (1, 5, 30, 2 * 60, 6 * 60, 12 * 60)]
SERVER_AWAY = timedelta(minutes=1)
STATE = Letter.State

logger = logging.getLogger(__name__)


def waiting() -> QuerySet[Letter]:
    return Letter.objects.filter(state=STATE.WAITING, due__lte=timezone.now())


def send_due(seconds: float = SECONDS) -> bool:
    """Send for about that long; True where letters may be left that are due."""
    letters = list(
        waiting()
        .select_related("subscription__subscriber")
        .prefetch_related("deliveries__change")
        .order_by("-urgent", "due", "id")[:BATCH]
    )
    if not letters:
        return False
    connection = opened()
    if connection is None:
        return False
    try:
        send_all(letters, connection, time.monotonic() + seconds)
    finally:
        connection.close()
    return True


def opened() -> Any:
    """The mail server; None, and everything waits, where it is away. That is no letter's fault."""
    connection = get_connection()
    try:
        connection.open()
    except (SMTPException, OSError) as error:
        logger.warning("The mail server does not answer; it is asked again. %s", said(error))
        waiting().update(due=timezone.now() + SERVER_AWAY, error=said(error))
        return None
    return connection


def send_all(letters: list[Letter], connection: Any, until: float) -> None:
    pack = Pack(letters)
    for letter in letters:
        if time.monotonic() > until:
            return
        send(letter, pack, connection)


def send(letter: Letter, pack: Pack, connection: Any) -> None:
    """Claim, write, send, note. One letter that cannot be written or sent holds up no other."""
    if not claim(letter):
        return
    try:
        message = pack.message(letter)
        if message is not None:
            connection.send_messages([message])
        settle(letter, STATE.SENT if message is not None else STATE.SKIPPED)
    except (SMTPException, OSError) as error:
        logger.warning("Letter %s was not taken: %s", letter.pk, said(error))
        connection.close()
        give_back(letter, error)
    except Exception as error:
        logger.exception("Letter %s cannot be written.", letter.pk)
        give_back(letter, error)


def claim(letter: Letter) -> bool:
    """Whether it is this worker that sends the letter."""
    mine = Letter.objects.filter(pk=letter.pk, state=STATE.WAITING, attempts=letter.attempts)
    now = timezone.now()
    return bool(mine.update(state=STATE.SENDING, attempts=F("attempts") + 1, claimed_at=now))


def settle(letter: Letter, state: str) -> None:
    sent_at = timezone.now() if state == STATE.SENT else None
    Letter.objects.filter(pk=letter.pk).update(state=state, sent_at=sent_at, error="")
    if sent_at and letter.subscription.subscriber.refusals:
        refusals.forget(letter)


def give_back(letter: Letter, error: Exception) -> None:
    final = is_final(error) or letter.attempts >= len(WAITS)
    state = STATE.FAILED if final else STATE.WAITING
    due = timezone.now() if final else timezone.now() + WAITS[letter.attempts]
    Letter.objects.filter(pk=letter.pk).update(state=state, due=due, error=said(error))
    if is_final(error):
        refusals.note(letter)


def is_final(error: Exception) -> bool:
    """The server said that this mailbox takes no mail (5xx); asking again would only annoy it."""
    return isinstance(error, SMTPRecipientsRefused) and all(
        code >= 500 for code, _words in error.recipients.values()
    )


def said(error: Exception) -> str:
    """What went wrong, without the address that it may name."""
    if isinstance(error, SMTPRecipientsRefused):
        codes = sorted({code for code, _words in error.recipients.values()})
        return f"{type(error).__name__} {codes}"
    code = f" {error.smtp_code}" if isinstance(error, SMTPResponseException) else ""
    return f"{type(error).__name__}{code}"
