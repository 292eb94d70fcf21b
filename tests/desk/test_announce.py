""" "Jadikan publik": the way to the public for facts that no release makes known."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.messages import get_messages
from django.db import models
from django.test import Client

from agreements.models import Event
from entities.models import Post, Topic
from pressroom.core.models import Change
from pressroom.desk.registers import REPORTED
from tests import factories as make
from tests.desk.conftest import LogIn
from tests.desk.pages import address

HIDDEN = {"public_from": None}
ALLOWED = {"Penulis": False, "Penyunting": False, "Kepala": True, "admin": True}
LISTED = [
    *(make.topic, make.organization, make.person, make.post, make.appointment, make.person_honorific),
    *(make.agreement, make.action, make.event, make.instrument),
]


def announce(browser: Client, *rows: models.Model) -> list[tuple[str, str]]:
    """Choose these rows in their list; gives what the desk says."""
    chosen = {"action": "announce", "_selected_action": [row.pk for row in rows]}
    response = browser.post(address(type(rows[0]), "changelist"), chosen)
    return [(message.level_tag, message.message) for message in get_messages(response.wsgi_request)]


def test_a_fact_with_a_source_becomes_public_and_is_logged(desk: Client) -> None:
    event = make.event(**HIDDEN)
    make.outside_citation(event=event)
    assert announce(desk, event) == [("success", "1 baris kini publik.")]
    event.refresh_from_db()
    assert event.is_visible()
    assert list(Change.objects.values_list("kind", "object_id")) == [("event", event.slug)]
    assert LogEntry.objects.get().get_change_message() == "Dijadikan publik."


def test_a_refused_row_says_why_and_holds_up_no_other(desk: Client) -> None:
    first, bare, last = (make.event(title, **HIDDEN) for title in ("Pertama", "Tanpa sumber", "Terakhir"))
    for event in (first, last):
        make.outside_citation(event=event)
    assert announce(desk, first, bare, last) == [
        ("success", "2 baris kini publik."),
        ("error", "Tanpa sumber: Fakta ini belum mempunyai sumber: Tanpa sumber"),
    ]
    assert set(Event.objects.visible()) == {first, last}


def test_what_it_needs_comes_first(desk: Client) -> None:
    post = make.post("Kepala", organization=make.organization("Badan", **HIDDEN), **HIDDEN)
    assert announce(desk, post) == [("error", "Kepala: Jadikan ini publik lebih dahulu: Badan")]
    assert not Post.objects.visible().exists()


def test_what_is_public_keeps_its_moment(desk: Client) -> None:
    topic = make.topic("Terorisme")
    assert announce(desk, topic) == [("error", "Terorisme: Ini sudah publik.")]
    topic.refresh_from_db()
    assert topic.public_from == make.LONG_AGO
    assert not Change.objects.exists()


def test_many_refusals_are_counted_and_not_all_spelt_out(desk: Client) -> None:
    said = announce(desk, *(make.topic() for _ in range(REPORTED + 3)))
    assert len(said) == REPORTED + 1
    assert said[-1] == ("error", "3 baris lain ditolak pula.")


@pytest.mark.parametrize(("role", "allowed"), ALLOWED.items())
def test_only_who_may_publish_makes_public(log_in: LogIn, role: str, allowed: bool) -> None:
    topic = make.topic(**HIDDEN)
    announce(log_in(role), topic)
    assert Topic.objects.visible().exists() == allowed


@pytest.mark.parametrize("factory", LISTED, ids=lambda factory: factory.__name__)
def test_every_register_can_be_made_public_and_sorted_by_it(log_in: LogIn, factory: models.Model) -> None:
    public, hidden = factory(), factory(**HIDDEN)
    browser, url = log_in("Kepala"), address(type(public), "changelist")
    page = browser.get(url)
    assert '<option value="announce">Jadikan publik</option>' in page.content.decode()
    assert "public" in page.context["cl"].list_display
    for answer, row in (("yes", public), ("no", hidden)):
        assert row in browser.get(f"{url}?public={answer}").context["cl"].result_list
    assert hidden not in browser.get(f"{url}?public=yes").context["cl"].result_list
    assert public not in browser.get(f"{url}?public=no").context["cl"].result_list


@pytest.mark.parametrize(("role", "allowed"), ALLOWED.items())
def test_the_lists_of_parts_are_on_the_first_page_of_who_may(log_in: LogIn, role: str, allowed: bool) -> None:
    page = log_in(role).get("/admin/").content.decode()
    for row in (make.person_honorific(), make.action()):
        assert (address(type(row), "changelist") in page) == allowed
