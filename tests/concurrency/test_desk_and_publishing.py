"""Saving at the desk while somebody publishes: neither undoes the other, and nobody waits for ever.

A test stops one of the two halfway by a lock, starts the other, and lets go when both have come as far as
they can.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, models, transaction
from django.test import Client
from django.urls import reverse

from articles.models import Article, Edition
from articles.publishing import publish
from entities.models import Appointment, PersonName, Topic
from pressroom.core import changes
from pressroom.core.models import Change
from tests import factories as make
from tests.concurrency.rivals import Rival
from tests.desk.pages import address, change_address, shown

pytestmark = pytest.mark.skipif(
    connection.vendor == "sqlite",
    reason="SQLite lets one connection at a time begin to write, so there are no two to race",
)
HIDDEN = {"public_from": None}
REASON = {"reason": "Penyunting lain sedang cuti."}
Start = Callable[..., Rival]
Send = Callable[[], int]


@pytest.fixture
def browser(transactional_db: None) -> Client:
    browser = Client()
    browser.force_login(make.user(is_staff=True, is_superuser=True))
    return browser


def sending(browser: Client, url: str, data: dict[str, Any]) -> Send:
    """Posts this when it is called; gives the status of the answer."""
    return lambda: browser.post(url, data).status_code


def saving(browser: Client, url: str, **typed: Any) -> Send:
    """Posts what the page shows now, and what is typed over it, when it is called."""
    return sending(browser, url, shown(browser.get(url)) | typed)


def hold(table: type[models.Model], mode: str) -> None:
    """Until the transaction ends: SHARE stops whoever writes to the table, ACCESS EXCLUSIVE readers too."""
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {table._meta.db_table} IN {mode} MODE")


def test_a_publication_during_a_save_stays(browser: Client, rival: Start) -> None:
    person, article = make.person(**HIDDEN), make.article()
    make.person_name(person)
    article.people.add(person)
    save = saving(browser, change_address(person), bio="Riwayat baru.")
    with transaction.atomic():
        hold(PersonName, "ACCESS EXCLUSIVE")
        desk = rival(save)
        assert desk.waits_for() == "relation"  # the person is read, and not yet written
        publication = rival(publish, article, **REASON)
        publication.waits_for()
    assert (desk.result(), publication.result().number) == (302, 1)
    person.refresh_from_db()
    assert person.is_visible()
    assert person.bio == "Riwayat baru."


def test_a_save_during_a_publication_changes_what_was_published(browser: Client, rival: Start) -> None:
    person, article = make.person(**HIDDEN), make.article()
    article.people.add(person)
    save = saving(browser, change_address(person), bio="Riwayat baru.")
    with transaction.atomic():
        publish(article, **REASON)
        desk = rival(save)
        assert desk.waits_for() == "advisory"
    assert desk.result() == 302
    person.refresh_from_db()
    assert person.is_visible()
    newest = Change.objects.latest("seq")
    assert (newest.kind, newest.object_id) == ("person", person.slug)


def test_what_is_saved_during_a_publication_is_the_draft_of_the_next_edition(
    browser: Client, rival: Start
) -> None:
    article = make.article()
    save = saving(browser, change_address(article), title="Judul berikut")
    with transaction.atomic():
        publish(article, **REASON)
        desk = rival(save)
        assert desk.waits_for() == "advisory"
    assert desk.result() == 302
    article.refresh_from_db()
    assert (article.state, article.title) == ("draft", "Judul berikut")
    assert "Judul berikut" not in Edition.objects.get().document["texts"]["id"]["title"]


def test_a_save_and_a_publication_do_not_wait_for_each_other(browser: Client, rival: Start) -> None:
    person, article = make.person(**HIDDEN), make.article()
    make.appointment(person)
    article.people.add(person)
    typed = {"bio": "Riwayat baru.", "appointments-0-basis": "Keppres 1/2024"}
    save = saving(browser, change_address(person), **typed)
    with transaction.atomic():
        hold(Appointment, "SHARE")
        desk = rival(save)
        assert desk.waits_for() == "relation"  # the person is written, and the log is not
        publication = rival(publish, article, **REASON)
        assert publication.waits_for()
    assert (desk.result(), publication.result().number) == (302, 1)


def chosen(browser: Client, row: models.Model, action: str) -> Send:
    data = {"action": action, "_selected_action": row.pk, "post": "yes"}
    return sending(browser, address(type(row), "changelist"), data)


def publishing(browser: Client, article: Article) -> Send:
    url = reverse("admin:articles_article_act", args=[article.pk, "publish_urgently"])
    return sending(browser, url, REASON | {"seen_version": article.version, "step": "confirm"})


WRITERS: dict[str, Callable[[Client], Send]] = {
    "add": lambda browser: saving(browser, address(Topic, "add"), name="Baru", slug="baru"),
    "change": lambda browser: saving(browser, change_address(make.topic()), name="Baru"),
    "delete": lambda browser: sending(
        browser, address(Topic, "delete", make.topic(**HIDDEN).pk), {"post": "yes"}
    ),
    "delete from the list": lambda browser: chosen(browser, make.topic(**HIDDEN), "delete_selected"),
    "make public": lambda browser: chosen(browser, make.topic(**HIDDEN), "announce"),
    "publish": lambda browser: publishing(browser, make.article()),
}


@pytest.mark.parametrize("writer", WRITERS)
def test_every_page_that_writes_takes_its_turn(browser: Client, rival: Start, writer: str) -> None:
    send = WRITERS[writer](browser)
    with transaction.atomic():
        changes.lock()
        desk = rival(send)
        assert desk.waits_for() == "advisory"
    assert desk.result() == 302


def test_looking_waits_for_nobody(browser: Client, rival: Start) -> None:
    topic = make.topic()
    with transaction.atomic():
        changes.lock()
        desk = rival(lambda: browser.get(change_address(topic)).status_code)
        assert (desk.waits_for(), desk.result()) == ("", 200)
