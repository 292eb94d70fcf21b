"""Findings against the registers: who is meant, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from articles.intake.proposals import Match
from articles.intake.resolving import resolve
from articles.intake.resolving.spelling import close
from articles.intake.resolving.words import words_of
from entities.models import Organization, Person
from pressroom.core.dates import Span as Time
from tests import factories as make
from tests.intake.by_hand import DAY, Text
from tests.intake.readings import seed_reading

pytestmark = pytest.mark.django_db

BNPT = "Badan Nasional Penanggulangan Terorisme"
ROLE = f"Kepala {BNPT} (BNPT)"
BODY = f"Jakarta - {ROLE} Eddy Hartono hadir. Wakil Ketua DPR Budi Santoso juga hadir."


def bnpt(**fields: Any) -> Organization:
    return make.organization(BNPT, short="BNPT", **fields)


def head(name: str = "Eddy Hartono", **fields: Any) -> Person:
    """Somebody who heads BNPT, as far as is known."""
    person = make.person(name)
    body = Organization.objects.filter(short="BNPT").first() or bnpt()
    office = body.posts.first() or make.post("Kepala BNPT", organization=body)
    make.appointment(person, office, **{"kind": "member", **fields})
    return person


def of_the_head(name: str = "Eddy Hartono", role: str = ROLE, body: str = BODY) -> Match:
    """The match of the head of BNPT in a release."""
    text = Text(body)
    organization = text.organization(BNPT, "BNPT")
    person = text.person(name, role, organization=BNPT if role else "")
    return resolve(text.reading(people=[person], organizations=[organization])).people[0]


def verdicts(match: Match) -> list[tuple[str, str]]:
    return [(candidate.label, candidate.verdict) for candidate in match.candidates]


def test_name_and_office_alike_is_the_same_person() -> None:
    person = head()
    match = of_the_head()
    assert match.certain is not None
    assert match.certain.pk == str(person.pk)
    assert match.certain.reason == "Namanya sama. Jabatannya sama: Kepala BNPT."


def test_a_name_that_nobody_bears_is_new() -> None:
    head("Tito Karnavian")
    assert of_the_head().verdict == "new"


def test_a_name_alone_is_only_probable() -> None:
    make.person("Eddy Hartono")
    assert of_the_head().verdict == "probable"
    assert of_the_head(role="").verdict == "probable"


def test_two_people_of_one_name_are_both_probable_the_one_in_office_first() -> None:
    make.person("Eddy Hartono")
    in_office = head()
    match = of_the_head()
    assert [candidate.verdict for candidate in match.candidates] == ["probable", "probable"]
    assert match.candidates[0].pk == str(in_office.pk)
    assert match.certain is None
    assert "Ada 2 tokoh dengan nama ini." in str(match.candidates[0].reason)


def test_an_office_that_was_over_by_then_is_not_enough() -> None:
    head(span=Time(end_latest=date(2020, 1, 1)))
    match = of_the_head()
    assert match.verdict == "probable"
    assert "tidak dipegangnya pada 9 Oktober 2024" in str(match.candidates[0].reason)


@pytest.mark.parametrize(
    ("registered", "printed"),
    [
        ("Eddy Hartono", "Edy Hartono"),
        ("Eddy Hartono", "Eddy Hartanto"),
        ("Sergei Tolchenov", "Sergey Tolchenow"),
        ("Moeldoko", "Muldoko"),
    ],
)
def test_a_similar_spelling_is_probable(registered: str, printed: str) -> None:
    person = head(registered)
    match = of_the_head(printed, body=f"Jakarta - {ROLE} {printed} hadir.")
    assert [candidate.pk for candidate in match.candidates] == [str(person.pk)]
    assert match.verdict == "probable"
    assert "Ejaannya mirip" in str(match.candidates[0].reason)


def test_another_spelling_that_is_recorded_is_certain_with_the_office() -> None:
    make.person_name(head(), "Edi Hartono")
    match = of_the_head("Edi Hartono", body=f"Jakarta - {ROLE} Edi Hartono hadir.")
    assert match.verdict == "existing"


def test_a_part_of_the_name_in_the_same_office_is_probable() -> None:
    head()
    match = of_the_head("Hartono", body=f"Jakarta - {ROLE} Hartono hadir.")
    assert verdicts(match) == [("Eddy Hartono (Kepala BNPT)", "probable")]


@pytest.mark.parametrize("steps", [1, 2])
def test_a_merged_row_leads_to_the_one_that_took_over(steps: int) -> None:
    lasting = head("Eddy H.")
    for _step in range(steps):
        Person.objects.filter(merged_into=None, name="Eddy Hartono").update(name="Eddy Hartono lama")
        merged = make.person("Eddy Hartono", merged_into=lasting)
    match = of_the_head()
    assert [candidate.pk for candidate in match.candidates] == [str(lasting.pk)]
    assert merged.pk != lasting.pk


@pytest.mark.parametrize(
    ("title", "role", "same"),
    [
        ("Kepala BNPT", ROLE, True),
        ("Kepala BNPT", "Kepala BNPT RI", True),
        ("Kepala BNPT", f"Wakil Kepala {BNPT}", False),
        ("Deputi Penindakan BNPT", f"Deputi Penindakan {BNPT}", True),
        ("Deputi Penindakan BNPT", f"Deputi Pencegahan {BNPT}", False),
    ],
)
def test_offices_are_compared_without_the_name_of_their_body(title: str, role: str, same: bool) -> None:
    person, body = make.person("Eddy Hartono"), bnpt()
    make.appointment(person, make.post(title, organization=body))
    other = make.organization("Lembaga Lain")
    make.appointment(person, make.post("Anggota", organization=other), kind="member")
    match = of_the_head(role=role, body=f"Jakarta - {role} Eddy Hartono hadir. {BNPT} (BNPT).")
    assert ("Jabatannya sama" in str(match.candidates[0].reason)) == same


ORGANIZATIONS: list[tuple[str, dict[str, str], str, str, str]] = [
    ("full name", {"name": BNPT, "short": "BNPT"}, BNPT, "BNPT", "existing"),
    ("acronym only", {"name": BNPT, "short": "BNPT"}, "BNPT", "", "existing"),
    ("acronym of another", {"name": "Badan Narkotika", "short": "BNP"}, "Badan Pangan", "BNP", "probable"),
    ("misspelt", {"name": BNPT}, "Badan Nasional Penangulangan Terorisme", "", "probable"),
    ("longer form", {"name": "Kedutaan Besar Rusia di Indonesia"}, "Kedubes Rusia", "", "probable"),
    ("unknown", {"name": "Kementerian Luar Negeri"}, BNPT, "", "new"),
]


@pytest.mark.parametrize(("case", "row", "name", "acronym", "verdict"), ORGANIZATIONS)
def test_organizations(case: str, row: dict[str, str], name: str, acronym: str, verdict: str) -> None:
    make.organization(**row)
    text = Text(f"Jakarta - Pertemuan dengan {name} ({acronym}) usai.")
    match = resolve(text.reading(organizations=[text.organization(name, acronym)])).organizations[0]
    assert match.verdict == verdict


def test_a_former_name_leads_to_the_body() -> None:
    body = make.organization("Kementerian Komunikasi dan Digital")
    make.organization_name(body, "Kementerian Kominfo", kind="former")
    text = Text("Jakarta - Kementerian Kominfo hadir.")
    found = [text.organization("Kementerian Kominfo")]
    match = resolve(text.reading(organizations=found)).organizations[0]
    assert match.certain is not None
    assert "Nama lama" in str(match.certain.reason)


def mou(title: str = "Nota Kesepahaman tentang Pemberantasan Terorisme") -> None:
    """Between Indonesia and Russia, of 2007."""
    make.action(make.agreement(title), earliest=date(2007, 1, 1), latest=date(2007, 12, 31))


AGREEMENTS = [
    ("MoU tentang Pemberantasan Terorisme", {"year": 2007}, "existing"),
    ("MoU tentang Pemberantasan Terorisme", {}, "existing"),
    ("MoU tentang Pemberantasan Terorisme", {"year": 2008}, "probable"),
    ("MoU", {"year": 2007}, "probable"),
    ("MoU", {"year": 2008}, "new"),
    ("MoU tentang Perikanan", {"year": 2007}, "new"),
]


@pytest.mark.parametrize(("text", "fields", "verdict"), AGREEMENTS)
def test_agreements(text: str, fields: dict[str, Any], verdict: str) -> None:
    mou()
    words = Text(f"Jakarta - Indonesia dan Rusia menandatangani {text}.")
    found = words.agreement(text, parties=("Indonesia", "Rusia"), **fields)
    assert resolve(words.reading(agreements=[found])).agreements[0].verdict == verdict


def test_two_agreements_that_fit_are_both_probable() -> None:
    mou()
    mou("Nota Kesepahaman Pemberantasan Terorisme Siber")
    words = Text("Jakarta - Indonesia dan Rusia menandatangani MoU Pemberantasan Terorisme.")
    found = words.agreement("MoU Pemberantasan Terorisme", parties=("Indonesia", "Rusia"))
    match = resolve(words.reading(agreements=[found])).agreements[0]
    assert [candidate.verdict for candidate in match.candidates] == ["probable", "probable"]


REGULATIONS = [
    ({"kind": "perpres", "number": "3", "year": 2010}, ("Perpres", "3", 2010), {}, "existing"),
    ({"kind": "perpres", "number": "3", "year": 2010}, ("Perpres", "4", 2010), {}, "new"),
    ({"kind": "perpres", "number": "3", "year": 2010}, ("Keppres", "3", 2010), {}, "new"),
    ({"kind": "uu", "number": "5", "year": 2018, "title": "Terorisme"}, ("UU", "5", 2018), {}, "existing"),
]


@pytest.mark.parametrize(("row", "printed", "fields", "verdict"), REGULATIONS)
def test_regulations(row: dict[str, Any], printed: tuple[str, str, int], fields: Any, verdict: str) -> None:
    make.instrument(**row)
    text = Text("Jakarta - Menurut peraturan itu.")
    found = text.regulation("peraturan", *printed, **fields)
    assert resolve(text.reading(regulations=[found])).regulations[0].verdict == verdict


@pytest.mark.parametrize(
    ("issuer", "verdict"),
    [("Menteri Dalam Negeri", "existing"), ("", "probable"), ("Menteri Luar Negeri", "new")],
)
def test_a_ministers_regulation_needs_its_minister(issuer: str, verdict: str) -> None:
    ministry = make.organization("Kementerian Dalam Negeri", kind="ministry")
    make.instrument("permen", "7", 2020, issuer=ministry)
    text = Text("Jakarta - Menurut peraturan itu.")
    found = text.regulation("peraturan", "Permen", "7", 2020, issuer=issuer)
    assert resolve(text.reading(regulations=[found])).regulations[0].verdict == verdict


def test_events_by_day_kind_and_participants() -> None:
    person = head()
    make.participant(make.held_event(), person=person)
    make.held_event(DAY.replace(day=8))
    text = Text(BODY)
    people = [text.person("Eddy Hartono", ROLE, organization=BNPT)]
    visit = text.event("Kepala", "courtesy_call", DAY, participants=("Eddy Hartono",))
    other = text.event("Kepala", "signing", DAY, participants=("Eddy Hartono",))
    found = resolve(
        text.reading(people=people, organizations=[text.organization(BNPT)], events=[visit, other])
    )
    assert [match.verdict for match in found.events] == ["existing", "new"]


def known(body: str) -> list[str]:
    return [one.label for one in resolve(Text(body).reading()).known]


def test_known_names_that_the_reader_passed_over() -> None:
    make.person("Budi Santoso")
    bnpt()
    assert known("Jakarta - BNPT mengundang Budi Santoso, kata Budi Santoso.") == ["BNPT", "Budi Santoso"]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Bintang", "Jakarta - Ada bintang di langit."),  # an ordinary word
        ("Budi Santoso", "Jakarta - Ada Budi Santosoadi."),  # half a word
        ("Budi Santoso", "Jakarta - Datang Budi. Santoso tidak."),  # two sentences
        ("Budi Santoso", "Jakarta - Datang Budi, Santoso, dan lain-lain."),
    ],
)
def test_no_name_where_there_is_none(name: str, body: str) -> None:
    make.organization(name)
    assert known(body) == []


@pytest.mark.parametrize("printed", ["BUDI  SANTOSO", "budi santoso", "Budi\r\nSantoso", "Budi\u00a0Santoso"])
def test_case_and_blanks_make_no_difference(printed: str) -> None:
    make.person("Budi Santoso")
    assert known(f"Jakarta - Kata {printed} kemarin.") == ["Budi Santoso"]


@pytest.mark.parametrize(("printed", "is_known"), [("KSP", True), ("ksp", False), ("Ksp", False)])
def test_acronyms_keep_their_case(printed: str, is_known: bool) -> None:
    make.organization("Kantor Staf Presiden", short="KSP")
    assert bool(known(f"Jakarta - Kata {printed} kemarin.")) == is_known


def test_the_longest_name_wins() -> None:
    make.organization("Universitas Indonesia")
    make.organization("Universitas Indonesia Timur")
    assert known("Jakarta - Di Universitas Indonesia Timur.") == ["Universitas Indonesia Timur"]


def test_the_seed_is_resolved_in_few_queries_and_all_of_it_exists(
    seed: object, django_assert_max_num_queries: Callable
) -> None:
    reading = seed_reading()
    resolve(reading)
    with django_assert_max_num_queries(9):
        found = resolve(reading)
    matches = (*found.people, *found.organizations, *found.agreements, *found.regulations, *found.events)
    assert {match.verdict for match in matches} == {"existing"}
    assert all(match.certain for match in matches)
    assert found.known == ()


def test_more_names_cost_no_more_queries(django_assert_max_num_queries: Callable) -> None:
    names = [f"Tokoh Nomor {chr(65 + n)}" for n in range(20)]
    for name in names:
        head(name)
    text = Text(f"Jakarta - {ROLE}: " + ", ".join(names) + ".")
    reading = text.reading(
        people=[text.person(name, ROLE, organization=BNPT) for name in names],
        organizations=[text.organization(BNPT, "BNPT")],
    )
    resolve(reading)
    with django_assert_max_num_queries(3):
        assert {match.verdict for match in resolve(reading).people} == {"existing"}


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Eddy Hartono", "Edy Hartono", True),
        ("Eddy Hartono", "Eddy Hratono", True),
        ("Eddy Hartono", "Eddy Hartono", False),
        ("Eddy Hartono", "Eddy Hartono Putra", False),
        ("Eddy Hartono", "Andi Hartono", False),
        ("Ali", "Adi", True),
        ("Al Bo", "Al Bi", False),
    ],
)
def test_spellings(one: str, other: str, alike: bool) -> None:
    assert close(words_of(one), words_of(other)) == alike
