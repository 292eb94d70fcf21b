"""Readers at the desk: one address is found and erased by whoever knows it; nobody reads the list of them."""

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from pressroom.core.models import AuditEntry
from pressroom.delivery.models import Letter, Subscriber, Subscription
from tests import factories as make
from tests.desk.conftest import LogIn
from tests.desk.pages import address

SARI = "sari@contoh.example"


@pytest.fixture
def keeper(log_in: LogIn) -> Client:
    return log_in("Pengelola Mitra")


def test_no_page_prints_an_address_and_only_the_whole_of_one_finds_it(keeper: Client) -> None:
    letter = make.letter(make.subscription(of=make.subscriber(SARI)), state="failed", error="Sebab")
    make.letter()
    rows = (letter.subscription.subscriber, letter.subscription, letter)
    for row in rows:
        pages = [address(type(row), "changelist"), address(type(row), "change", row.pk)]
        assert SARI not in "".join(keeper.get(page).content.decode() for page in pages)
        for asked, found in (("sari", 0), ("contoh.example", 0), (SARI, 1), (SARI.upper(), 1)):
            listed = keeper.get(pages[0], {"q": asked}).context["cl"]
            assert listed.result_count == found, asked


def test_an_address_is_erased_and_the_trail_does_not_name_it(keeper: Client, log_in: LogIn) -> None:
    line = make.delivery(make.letter(make.subscription(of=make.subscriber(SARI))))
    path = address(Subscriber, "delete", line.subscriber_id)
    assert log_in("Administrator").post(path, {"post": "yes"}).status_code == 403
    assert SARI not in keeper.get(path).content.decode()
    assert keeper.post(path, {"post": "yes"}).status_code == 302
    assert not any(model.objects.exists() for model in (Subscriber, Subscription, Letter))
    entry = AuditEntry.objects.get(act="subscriber_erased")
    assert (entry.subject, entry.details) == ("", {})
    assert SARI not in str([*AuditEntry.objects.values(), *LogEntry.objects.values()])


def test_what_failed_can_be_sent_again(keeper: Client, log_in: LogIn) -> None:
    failed, sent = make.letter(state="failed", attempts=7), make.letter(state="sent", sent_at=make.LONG_AGO)
    chosen = {"action": "send_again", "_selected_action": [failed.pk, sent.pk]}
    path = address(Letter, "changelist")
    log_in("Administrator").post(path, chosen)
    assert not AuditEntry.objects.filter(act="letter_again").exists()
    assert keeper.post(path, chosen).status_code == 302
    failed.refresh_from_db()
    sent.refresh_from_db()
    assert (failed.state, failed.attempts, sent.state) == ("waiting", 0, "sent")
    assert AuditEntry.objects.filter(act="letter_again").count() == 1
