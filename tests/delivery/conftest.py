from collections.abc import Callable

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives

from pressroom.core import changes
from pressroom.delivery.work import work

Work = Callable[[], list[EmailMultiAlternatives]]


@pytest.fixture
def worked(db: None) -> Work:
    """Let the worker do all there is to do; the mails that it sent since the last time."""

    def until_done() -> list[EmailMultiAlternatives]:
        mail.outbox.clear()
        changes.advance()
        while work():
            pass
        return list(mail.outbox)

    return until_done
