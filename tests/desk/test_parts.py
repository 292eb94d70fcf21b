"""Lines on the page of a fact at the desk: hidden until somebody who may makes them public."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.db import models
from django.test import Client

from agreements.models import AgendaItem, AgreementParty, EventParticipant
from pressroom.core.models import Change
from tests import factories as make
from tests.desk.conftest import LogIn
from tests.desk.pages import added_part, address, change_address, save

HIDDEN: dict[str, Any] = {"public_from": None}
EMBARGOED: dict[str, Any] = {"public_from": make.FAR_AHEAD}
MOMENTS = pytest.mark.parametrize("hidden", [HIDDEN, EMBARGOED], ids=["never public", "embargoed"])
LINES = [
    *(make.agenda_item, make.participant, make.party, make.relation),
    *(make.organization_name, make.person_name),
]


def logged() -> list[tuple[str, str]]:
    return list(Change.objects.values_list("kind", "object_id"))


def announce_whole(browser: Client, *rows: models.Model) -> list[tuple[str, str]]:
    chosen = {"action": "announce_whole", "_selected_action": [row.pk for row in rows]}
    response = browser.post(address(type(rows[0]), "changelist"), chosen)
    return [(message.level_tag, message.message) for message in get_messages(response.wsgi_request)]


def test_a_line_added_to_a_public_fact_is_hidden_and_not_logged(desk: Client) -> None:
    event = make.event()
    save(desk, change_address(event), **added_part("agenda", 0, ordinal=1, text="Pendanaan"))
    assert not AgendaItem.objects.get().is_visible()
    assert logged() == []


@MOMENTS
def test_mending_and_dropping_a_hidden_line_is_not_logged(desk: Client, hidden: dict[str, Any]) -> None:
    event = make.event()
    make.agenda_item(event, **hidden)
    save(desk, change_address(event), **{"agenda-0-text": "Media sosial"})
    assert AgendaItem.objects.get().text == "Media sosial"
    save(desk, change_address(event), **{"agenda-0-DELETE": "on"})
    assert not AgendaItem.objects.exists()
    assert logged() == []


def test_a_wrong_line_can_be_dropped_although_the_public_sees_it_and_is_logged(desk: Client) -> None:
    event = make.event()
    make.agenda_item(event)
    save(desk, change_address(event), **{"agenda-0-DELETE": "on"})
    assert not AgendaItem.objects.exists()
    assert logged() == [("event", event.slug)]


def test_each_line_says_whether_the_public_sees_it(desk: Client) -> None:
    event = make.event()
    make.agenda_item(event, 1)
    make.agenda_item(event, 2, **HIDDEN)
    page = desk.get(change_address(event))
    agenda = next(p for p in page.context["inline_admin_formsets"] if p.opts.model is AgendaItem)
    shown = [row for row in agenda.readonly_fields if row == "public"]
    assert shown == ["public"]
    column = page.content.decode().partition('id="agenda-group"')[2]
    assert (column.count("icon-yes"), column.count("icon-no")) == (1, 2)  # an empty row waits at the end


@pytest.mark.parametrize("factory", LINES, ids=lambda factory: factory.__name__)
def test_a_chief_makes_a_line_public_from_its_list(log_in: LogIn, factory: Any) -> None:
    line = factory(**HIDDEN)
    chosen = {"action": "announce", "_selected_action": [line.pk]}
    log_in("Penyunting").post(address(type(line), "changelist"), chosen)
    line.refresh_from_db()
    assert not line.is_visible()
    log_in("Kepala").post(address(type(line), "changelist"), chosen)
    line.refresh_from_db()
    assert line.is_visible()


def test_a_fact_and_its_lines_are_made_public_together(desk: Client) -> None:
    event = make.event(**HIDDEN)
    make.outside_citation(event=event)
    make.agenda_item(event, **HIDDEN)
    make.participant(event, **HIDDEN)
    assert announce_whole(desk, event) == [("success", "3 baris kini publik.")]
    assert AgendaItem.objects.visible().exists()
    assert EventParticipant.objects.visible().exists()


def test_lines_of_a_public_fact_are_made_public_and_those_that_wait_for_a_release_are_not(
    desk: Client,
) -> None:
    event = make.event()
    ours, theirs = make.agenda_item(event, 1, **HIDDEN), make.agenda_item(event, 2, **EMBARGOED)
    assert announce_whole(desk, event) == [("success", "1 baris kini publik.")]
    assert list(AgendaItem.objects.visible()) == [ours]
    said = announce_whole(desk, event)[-1]
    assert said == ("info", "Semua isinya sudah publik, atau menunggu siarannya.")
    theirs.refresh_from_db()
    assert theirs.public_from == make.FAR_AHEAD


def test_lines_of_a_fact_that_is_refused_stay_hidden(desk: Client) -> None:
    pact = make.agreement(parties=("ID",), **HIDDEN)
    said = announce_whole(desk, pact)
    assert [level for level, _message in said] == ["error", "error"]
    assert not AgreementParty.objects.visible().exists()


@MOMENTS
def test_a_link_to_what_nobody_outside_knows_is_not_logged(desk: Client, hidden: dict[str, Any]) -> None:
    event = make.event()
    secret, before = make.agreement(**hidden), make.event(**hidden)
    save(desk, change_address(event), agreements=[secret.pk], follows=before.pk)
    event.refresh_from_db()
    assert (list(event.agreements.all()), event.follows) == ([secret], before)
    assert logged() == []


def test_a_link_between_two_public_facts_is_logged_when_it_comes_and_when_it_goes(desk: Client) -> None:
    event, pact = make.event(), make.agreement()
    save(desk, change_address(event), agreements=[pact.pk])
    save(desk, change_address(event), agreements=[])
    assert logged() == [("event", event.slug)] * 2


def test_a_link_to_what_is_no_fact_is_logged(desk: Client) -> None:
    person = make.person()
    save(desk, change_address(person), nationality=make.country("RU").pk)
    assert logged() == [("person", person.slug)]
