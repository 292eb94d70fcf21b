"""Registers at the desk: a public fact is logged when it changes, keeps its address, and is not deleted."""

from typing import Any

import pytest
from django.db import models
from django.test import Client

from agreements.models import AgendaItem, Agreement
from entities.models import Appointment, Organization, Person, PersonHonorific
from pressroom.core.dates import UncertainDate
from pressroom.core.models import Change
from pressroom.desk.choices import choice_text
from tests import factories as make
from tests.desk.pages import added_part, address, change_address, errors, save, shown

HIDDEN = {"public_from": None}
EMBARGOED = {"public_from": make.FAR_AHEAD}
ADDRESSED = [make.topic, make.organization, make.person, make.agreement, make.event]
PUBLIC_ROWS = [*ADDRESSED, make.post, make.appointment, make.instrument]


def logged() -> list[tuple[str, str, str]]:
    return list(Change.objects.values_list("kind", "object_id", "op"))


def test_a_change_of_a_public_fact_is_logged_once(desk: Client) -> None:
    topic = make.topic()
    save(desk, change_address(topic), name="Pendanaan terorisme")
    assert logged() == [("topic", topic.slug, "upsert")]


def test_a_save_that_changes_nothing_is_not_logged(desk: Client) -> None:
    save(desk, change_address(make.topic()))
    assert logged() == []


@pytest.mark.parametrize("hidden", [HIDDEN, EMBARGOED], ids=["never public", "embargoed"])
def test_a_change_of_what_nobody_outside_knows_is_not_logged(desk: Client, hidden: dict[str, Any]) -> None:
    topic = make.topic(**hidden)
    save(desk, change_address(topic), name="Pendanaan terorisme")
    topic.refresh_from_db()
    assert topic.name == "Pendanaan terorisme"
    assert logged() == []


def test_several_changed_rows_of_one_fact_are_logged_once(desk: Client) -> None:
    event = make.event()
    point = make.agenda_item(event)
    rows = {"agenda-0-text": "Media sosial"} | added_part("agenda", 1, ordinal=2, text="Pendanaan")
    save(desk, change_address(event), title="Judul lain", **rows)
    point.refresh_from_db()
    assert (point.text, AgendaItem.objects.count()) == ("Media sosial", 2)
    assert logged() == [("event", event.slug, "upsert")]


def test_a_changed_row_alone_is_logged_for_its_owner(desk: Client) -> None:
    event = make.event()
    make.agenda_item(event)
    save(desk, change_address(event), **{"agenda-0-text": "Media sosial"})
    assert logged() == [("event", event.slug, "upsert")]


def test_a_row_with_a_resource_of_its_own_is_logged_too(desk: Client) -> None:
    held = make.appointment()
    save(desk, change_address(held.person), **{"appointments-0-span": "sejak 2023"})
    assert logged() == [("person", held.person.slug, "upsert"), ("appointment", str(held.pk), "upsert")]


def test_a_step_is_logged_as_its_agreement(desk: Client) -> None:
    step = make.action(when=UncertainDate.year(2007))
    save(desk, change_address(step.agreement), **{"actions-0-when": "2008"})
    assert logged() == [("agreement", step.agreement.slug, "upsert")]


@pytest.mark.parametrize("factory", ADDRESSED, ids=lambda f: f.__name__)
def test_an_address_stays_once_the_public_has_it(desk: Client, factory: Any) -> None:
    row = factory()
    save(desk, change_address(row), slug="alamat-lain")
    before = row.slug
    row.refresh_from_db()
    assert row.slug == before
    assert "slug" not in shown(desk.get(change_address(row)))


@pytest.mark.parametrize("factory", ADDRESSED, ids=lambda f: f.__name__)
def test_an_address_can_be_chosen_before(desk: Client, factory: Any) -> None:
    row = factory(**HIDDEN)
    save(desk, change_address(row), slug="alamat-lain")
    row.refresh_from_db()
    assert row.slug == "alamat-lain"


@pytest.mark.parametrize("factory", PUBLIC_ROWS, ids=lambda f: f.__name__)
def test_a_public_fact_cannot_be_deleted_on_its_page(desk: Client, factory: Any) -> None:
    row = factory()
    assert desk.post(address(type(row), "delete", row.pk), {"post": "yes"}).status_code == 403
    assert type(row).objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("factory", PUBLIC_ROWS, ids=lambda f: f.__name__)
def test_a_public_fact_cannot_be_deleted_from_the_list(desk: Client, factory: Any) -> None:
    row = factory()
    chosen = {"action": "delete_selected", "_selected_action": row.pk, "post": "yes"}
    assert desk.post(address(type(row), "changelist"), chosen).status_code == 403
    assert type(row).objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("factory", PUBLIC_ROWS, ids=lambda f: f.__name__)
def test_what_nobody_outside_knows_can_be_deleted(desk: Client, factory: Any) -> None:
    row = factory(**HIDDEN)
    desk.post(address(type(row), "delete", row.pk), {"post": "yes"})
    assert not type(row).objects.filter(pk=row.pk).exists()


def test_an_unknown_agreement_takes_its_steps_along(desk: Client) -> None:
    agreement = make.agreement(**HIDDEN)
    make.action(agreement, **HIDDEN)
    desk.post(address(Agreement, "delete", agreement.pk), {"post": "yes"})
    assert not Agreement.objects.exists()


def test_a_public_row_cannot_be_deleted_on_its_owners_page(desk: Client) -> None:
    held = make.person_honorific()
    save(desk, change_address(held.person), **{"honorifics-0-DELETE": "on"})
    assert PersonHonorific.objects.filter(pk=held.pk).exists()


def test_a_row_that_nobody_outside_knows_can(desk: Client) -> None:
    held = make.person_honorific(**HIDDEN)
    save(desk, change_address(held.person), **{"honorifics-0-DELETE": "on"})
    assert not PersonHonorific.objects.exists()


def test_names_are_added_where_their_owner_is_edited(desk: Client) -> None:
    organization = make.organization()
    save(desk, change_address(organization), **added_part("names", 0, name="BNPT RI", kind="acronym"))
    assert [name.name for name in organization.names.all()] == ["BNPT RI"]


def test_an_embassy_without_its_countries_is_refused_with_a_sentence(desk: Client) -> None:
    response = save(desk, address(Organization, "add"), name="Kedubes", slug="kedubes", kind="embassy")
    assert errors(response) == ["Kedutaan besar memerlukan negara pengirim dan negara penerima."]


def test_overlapping_terms_in_the_past_are_saved_with_a_warning(desk: Client) -> None:
    past = make.appointment()
    save(desk, change_address(past), span="2019–2021")
    add = address(Appointment, "add")
    term = {"person": make.person().pk, "post": past.post_id, "kind": "substantive", "span": "2020–2022"}
    save(desk, add, **term)
    assert Appointment.objects.count() == 2
    assert "beririsan" in desk.get(address(Appointment, "changelist")).content.decode()


def test_only_its_own_parties_act_in_an_agreement(desk: Client) -> None:
    agreement, other = make.agreement(), make.agreement()
    stranger = other.parties.first()
    part = added_part("actions", 0, kind="signature", party=stranger.pk)
    response = save(desk, change_address(agreement), **part)
    assert errors(response) == ["Pilihan itu tidak tersedia. Pilih yang lain."]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (lambda: make.person_honorific(make.person("Eddy Hartono")), "Eddy Hartono: M.H."),
        (
            lambda: make.action(make.agreement("MoU"), when=UncertainDate.year(2007)),
            "penandatanganan 2007 – MoU",
        ),
        (lambda: make.post("Kepala", organization=make.organization("Badan", short="B")), "Kepala (B)"),
        (lambda: make.held_event(title="Kunjungan"), "Kunjungan (9 Oktober 2024)"),
        (lambda: make.topic("Topik"), "Topik"),
    ],
)
@pytest.mark.django_db
def test_choices_can_be_told_apart(row: Any, expected: str) -> None:
    assert choice_text(row()) == expected


@pytest.mark.parametrize(
    ("model", "field", "row"),
    [
        ("articles.citation", "person_honorific", lambda: make.person_honorific(make.person("Eddy Hartono"))),
        ("articles.citation", "action", lambda: make.action(make.agreement("Eddy Hartono"))),
        ("articles.quote", "speaker", lambda: make.person("Eddy Hartono")),
        ("articles.quote", "appointment", lambda: make.appointment(make.person("Eddy Hartono"))),
    ],
)
def test_autocompletes_find_by_name(desk: Client, model: str, field: str, row: Any) -> None:
    found: models.Model = row()
    app, name = model.split(".")
    query = {"app_label": app, "model_name": name, "field_name": field, "term": "hartono"}
    results = desk.get("/admin/autocomplete/", query).json()["results"]
    assert results == [{"id": str(found.pk), "text": choice_text(found)}]


def test_former_names_are_searched(desk: Client) -> None:
    person = make.person("Eddy Hartono")
    make.person_name(person, "Edi Hartono")
    page = desk.get(address(Person, "changelist") + "?q=Edi").content.decode()
    assert person.name in page
