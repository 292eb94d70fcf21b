"""Uncertain dates: typed as an editor writes them, stored as bounds, shown back the same way."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from agreements.models import AgreementAction, Event
from entities.models import Appointment, PersonHonorific
from pressroom.core.dates import Span, UncertainDate
from tests import factories as make
from tests.desk.conftest import LogIn
from tests.desk.pages import added_part, address, change_address, errors, save, shown

WHENS = [
    ("9 Oktober 2024", "9 Oktober 2024", date(2024, 10, 9), date(2024, 10, 9)),
    ("Rabu, 9/10/2024", "9 Oktober 2024", date(2024, 10, 9), date(2024, 10, 9)),
    ("Oktober 2024", "Oktober 2024", date(2024, 10, 1), date(2024, 10, 31)),
    ("2007", "2007", date(2007, 1, 1), date(2007, 12, 31)),
    ("awal 2025", "awal 2025", date(2025, 1, 1), date(2025, 4, 30)),
    ("awal tahun 2025", "awal tahun 2025", date(2025, 1, 1), date(2025, 4, 30)),
    ("9-11 Oktober 2024", "9–11 Oktober 2024", date(2024, 10, 9), date(2024, 10, 11)),
    ("", "", None, None),
]
SPANS = [
    ("sejak 2023", "sejak 2023", Span(date(2023, 1, 1), date(2023, 12, 31))),
    (
        "2019-2023",
        "2019–2023",
        Span(date(2019, 1, 1), date(2019, 12, 31), date(2023, 1, 1), date(2023, 12, 31)),
    ),
    ("9 Oktober 2024", "tercatat pada 9 Oktober 2024", Span.seen_on(date(2024, 10, 9))),
    ("", "", Span()),
]
IMPOSSIBLE_WHENS = [
    ("31 Februari 2024", "Tanggal 31 Februari 2024 tidak ada."),
    ("Selasa, 9 Oktober 2024", "9 Oktober 2024 adalah hari Rabu, bukan Selasa."),
    ("9 Oktober 24", "Tulis empat angka"),
    ("entah kapan", "Kami tidak mengenali tanggal “entah kapan”."),
]
IMPOSSIBLE_SPANS = [
    ("2023–2019", "mendahului awalnya"),
    ("sejak 31 Februari 2024", "Tanggal 31 Februari 2024 tidak ada."),
    ("sejak entah kapan", "Kami tidak mengenali"),
]


@pytest.mark.parametrize(("typed", "shown_back", "earliest", "latest"), WHENS)
def test_an_events_date_makes_the_round_trip(
    desk: Client, typed: str, shown_back: str, earliest: date | None, latest: date | None
) -> None:
    save(desk, address(Event, "add"), title="Pertemuan", slug="pertemuan", kind="expert_meeting", when=typed)
    event = Event.objects.get()
    assert (event.earliest, event.latest) == (earliest, latest)
    assert shown(desk.get(change_address(event))).get("when", "") == shown_back


@pytest.mark.parametrize(("typed", "shown_back", "span"), SPANS)
def test_an_appointments_span_makes_the_round_trip(
    desk: Client, typed: str, shown_back: str, span: Span
) -> None:
    person, post = make.person(), make.post()
    save(desk, address(Appointment, "add"), person=person.pk, post=post.pk, kind="member", span=typed)
    appointment = Appointment.objects.get()
    assert appointment.span == span
    assert shown(desk.get(change_address(appointment))).get("span", "") == shown_back


def test_a_label_gains_its_english_twin(desk: Client) -> None:
    event = make.event()
    save(desk, change_address(event), when="awal 2025")
    event.refresh_from_db()
    assert (event.label, event.label_en) == ("awal 2025", "early 2025")


def test_a_date_can_be_taken_back(desk: Client) -> None:
    event = make.event(when=UncertainDate.year(2007))
    save(desk, change_address(event), when="")
    event.refresh_from_db()
    assert not event.when.known


def test_words_that_no_reader_knows_survive_a_save_that_leaves_them_alone(desk: Client) -> None:
    printed = UncertainDate(date(2024, 10, 1), date(2024, 10, 5), "pekan pertama Oktober", "the first week")
    event = make.event(when=printed)
    save(desk, change_address(event), title="Judul lain")
    event.refresh_from_db()
    assert (event.title, event.when) == ("Judul lain", printed)


@pytest.mark.parametrize(("typed", "message"), IMPOSSIBLE_WHENS)
def test_an_impossible_date_is_explained_and_everything_typed_is_kept(
    desk: Client, typed: str, message: str
) -> None:
    response = save(
        desk, address(Event, "add"), title="Pertemuan", slug="pertemuan", kind="other", when=typed
    )
    assert message in " ".join(errors(response))
    assert len(errors(response)) == 1
    assert shown(response) | {"when": typed, "title": "Pertemuan"} == shown(response)
    assert not Event.objects.exists()


@pytest.mark.parametrize(("typed", "message"), IMPOSSIBLE_SPANS)
def test_an_impossible_span_is_explained_and_everything_typed_is_kept(
    desk: Client, typed: str, message: str
) -> None:
    appointment = make.appointment(basis="Keppres 86/TPA/2020")
    response = save(desk, change_address(appointment), span=typed, basis="Keppres 1/TPA/2021")
    assert message in " ".join(errors(response))
    assert shown(response) | {"span": typed, "basis": "Keppres 1/TPA/2021"} == shown(response)
    appointment.refresh_from_db()
    assert appointment.basis == "Keppres 86/TPA/2020"


CONTRADICTIONS: list[tuple[dict[str, Any], str]] = [
    ({"when": "2024", "starts_at": "10.00"}, "Pukul hanya dapat dicatat bila harinya pasti."),
    ({"when": "", "outcome": "held"}, "Kegiatan yang terlaksana memerlukan tanggal."),
]


@pytest.mark.parametrize(("typed", "message"), CONTRADICTIONS)
def test_the_rules_about_dates_speak_in_the_form_and_not_from_the_database(
    desk: Client, typed: dict[str, Any], message: str
) -> None:
    response = save(desk, change_address(make.event()), **typed)
    assert errors(response) == [message]


def test_a_second_sitting_head_is_refused_in_the_form(desk: Client) -> None:
    head = make.appointment()
    response = save(
        desk,
        address(Appointment, "add"),
        person=make.person().pk,
        post=head.post_id,
        kind="substantive",
        span="sejak 2024",
    )
    assert errors(response) == ["Jabatan ini sudah dipegang orang lain; akhiri dulu masa jabatannya."]


def test_dates_make_the_round_trip_in_the_rows_of_an_agreement(desk: Client) -> None:
    agreement = make.agreement()
    part = added_part("actions", 0, kind="signature", when="2007")
    save(desk, change_address(agreement), **part)
    action = AgreementAction.objects.get()
    assert action.when == UncertainDate.year(2007)
    assert shown(desk.get(change_address(agreement)))["actions-0-when"] == "2007"


def test_spans_make_the_round_trip_in_the_rows_of_a_person(desk: Client) -> None:
    person, honorific = make.person(), make.honorific()
    save(
        desk,
        change_address(person),
        **added_part("honorifics", 0, honorific=honorific.pk, span="sejak 2023", ordinal=0),
    )
    held = PersonHonorific.objects.get()
    assert held.span_text() == "sejak 2023"
    assert shown(desk.get(change_address(person)))["honorifics-0-span"] == "sejak 2023"


def test_an_impossible_date_in_a_row_keeps_the_row(desk: Client) -> None:
    agreement = make.agreement()
    part = added_part("actions", 0, kind="signature", when="31 Februari 2007", reference="Nota 12")
    response = save(desk, change_address(agreement), **part)
    assert errors(response) == ["Tanggal 31 Februari 2007 tidak ada."]
    assert shown(response) | part == {**shown(response), "actions-TOTAL_FORMS": 1}
    assert not AgreementAction.objects.exists()


def test_rules_about_dates_speak_in_a_row_too(desk: Client) -> None:
    agreement = make.agreement()
    response = save(
        desk, change_address(agreement), **added_part("actions", 0, kind="domestic_approval", when="2010")
    )
    assert errors(response) == ["Pengesahan adalah tindakan satu pihak; pilih pihaknya."]


def test_who_may_only_look_sees_the_same_words(log_in: LogIn) -> None:
    action = make.action(when=UncertainDate.third(2025, 1))
    page = log_in("Penulis").get(change_address(action)).content.decode()
    assert "awal 2025" in page
    assert "UncertainDate" not in page
