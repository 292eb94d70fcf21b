"""The fact check: a true and a false case for each check, and nothing on the seed against its register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

import pytest

from agreements.models import Agreement
from articles.intake.checks import RULES, check
from articles.intake.proposals import Concern
from articles.intake.reader import Evidence, Reading
from articles.intake.reader.findings import Remark
from articles.intake.resolving import resolve
from entities.models import Person
from pressroom.core.dates import Span as Time
from tests import factories as make
from tests.intake.by_hand import Text
from tests.intake.readings import seed_reading

pytestmark = pytest.mark.django_db

BNPT = "Badan Nasional Penanggulangan Terorisme"
OFFICE = f"Kepala {BNPT}"
SINCE_2023 = Time.seen_on(date(2023, 1, 1))
LONG_OVER = Time(end_latest=date(2020, 1, 1))
TITLE = "Nota Kesepahaman tentang Pemberantasan Terorisme"


class Case(NamedTuple):
    """A register, a release that contradicts it, and one that does not; `code` is the concern."""

    code: str
    register: Callable[[], object]
    wrong: Callable[[], Reading]
    right: Callable[[], Reading]
    printed: str
    held: str
    fix: str | None = None


def head(name: str = "Eddy Hartono", span: Time = SINCE_2023, kind: str = "substantive") -> Person:
    person = make.person(name)
    body = make.organization(BNPT, short="BNPT")
    make.appointment(person, make.post("Kepala BNPT", organization=body), span=span, kind=kind)
    return person


def general(**fields: Any) -> None:
    make.person_honorific(head(), make.rank("Brigjen. Pol.", name="Brigadir Jenderal"), **fields)
    make.rank("Irjen. Pol.", name="Inspektur Jenderal")


def of_the_head(name: str = "Eddy Hartono", before: str = "", after: str = "", **fields: Any) -> Reading:
    """A release in which that person heads BNPT."""
    full = f"{before}{name}{after}"
    text = Text(f"Jakarta - {OFFICE} {full} hadir. Kata {name}.")
    person = text.person(name, OFFICE, full=full, organization=BNPT, **fields)
    return text.reading(people=[person], organizations=[text.organization(BNPT, "BNPT")])


def mou(title: str = TITLE, year: int = 2007, by: str = "perpres", force: bool = False) -> Agreement:
    row = make.agreement(title)
    make.action(row, earliest=date(year, 1, 1), latest=date(year, 12, 31))
    instrument = make.instrument(by, "3", 2010)
    make.action(row, "domestic_approval", by="ID", instrument=instrument)
    if force:
        make.action(row, "entry_into_force", earliest=date(2011, 1, 1), latest=date(2011, 1, 1))
    return row


def of_the_mou(
    text: str = "MoU tentang Pemberantasan Terorisme",
    year: int = 2007,
    law: tuple[str, int] = ("3", 2010),
    tail: str = "",
) -> Reading:
    """A release on the agreement with Russia, signed that year and ratified by that regulation."""
    printed = f"Perpres No. {law[0]} Tahun {law[1]}"
    words = Text(f"Jakarta - Indonesia dan Rusia punya {text} tahun {year}, disahkan dengan {printed}{tail}.")
    regulation = words.regulation(printed, "Perpres", *law)
    found = words.agreement(
        text, parties=("Indonesia", "Rusia"), year=year, ratified_by=printed, regulation=regulation
    )
    return words.reading(agreements=[found])


def renamed() -> None:
    body = make.organization("Kementerian Komunikasi dan Digital")
    make.organization_name(body, "Kementerian Komunikasi dan Informatika", kind="former")


def of_the_ministry(name: str) -> Reading:
    text = Text(f"Jakarta - {name} hadir.")
    return text.reading(organizations=[text.organization(name)])


def terror_law() -> None:
    make.instrument("uu", "5", 2018, title="Pemberantasan Tindak Pidana Terorisme")


def of_the_law(number: str, year: int) -> Reading:
    text = Text(f"Jakarta - UU {number}/{year} tentang Pemberantasan Tindak Pidana Terorisme berlaku.")
    found = text.regulation(
        f"UU {number}/{year}", "UU", number, year, title="Pemberantasan Tindak Pidana Terorisme"
    )
    return text.reading(regulations=[found])


def on_a_day(*codes: str) -> Reading:
    text = Text("Jakarta - Acara berlangsung Senin (9/10/2024).")
    place = text.spans("Senin (9/10/2024)")[0]
    reason = Evidence(place, "inferred", "Hari %(day)s tidak cocok.", {"day": date(2024, 10, 9)})
    return text.reading(remarks=[Remark(code, reason) for code in codes])


MINISTRY, FORMER = "Kementerian Komunikasi dan Digital", "Kementerian Komunikasi dan Informatika"
CASES = [
    Case(
        "office_held",
        head,
        lambda: of_the_head("Tito Karnavian"),
        of_the_head,
        OFFICE,
        "Eddy Hartono – Kepala BNPT",
    ),
    Case(
        "rank_changed",
        general,
        lambda: of_the_head(before="Irjen Pol "),
        lambda: of_the_head(before="Brigjen Pol "),
        "Irjen Pol",
        "Brigjen. Pol.",
    ),
    Case(
        "rank_changed",
        lambda: general(retired=True),
        lambda: of_the_head(before="Brigjen Pol. "),
        lambda: of_the_head(before="Brigjen Pol. (Purn) "),
        "Brigjen Pol.",
        "Brigjen. Pol. (Purn.)",
    ),
    Case(
        "misspelt",
        head,
        lambda: of_the_head("Edy Hartono"),
        of_the_head,
        "Edy Hartono",
        "Eddy Hartono",
        "Eddy Hartono",
    ),
    Case(
        "misspelt",
        lambda: make.organization(BNPT),
        lambda: of_the_ministry("Badan Nasional Penangulangan Terorisme"),
        lambda: of_the_ministry(BNPT),
        "Badan Nasional Penangulangan Terorisme",
        BNPT,
        BNPT,
    ),
    Case(
        "renamed",
        renamed,
        lambda: of_the_ministry(FORMER),
        lambda: of_the_ministry(MINISTRY),
        FORMER,
        MINISTRY,
        MINISTRY,
    ),
    Case("agreement_year", mou, lambda: of_the_mou(year=2008), of_the_mou, "2008", "2007"),
    Case(
        "agreement_title",
        mou,
        lambda: of_the_mou("MoU tentang Pemberantasan Terorisme dan Radikalisme"),
        of_the_mou,
        "MoU tentang Pemberantasan Terorisme dan Radikalisme",
        TITLE,
    ),
    Case(
        "ratified_by",
        mou,
        lambda: of_the_mou(law=("4", 2010)),
        of_the_mou,
        "Perpres No. 4 Tahun 2010",
        "Perpres No. 3 Tahun 2010",
    ),
    Case(
        "in_force",
        mou,
        lambda: of_the_mou(tail=" dan masih berlaku"),
        lambda: of_the_mou(tail=" dan belum berlaku"),
        "berlaku",
        "ditandatangani; tanggal berlaku belum tercatat",
    ),
    Case(
        "regulation_number",
        terror_law,
        lambda: of_the_law("15", 2003),
        lambda: of_the_law("5", 2018),
        "UU 15/2003",
        "UU No. 5 Tahun 2018",
    ),
    Case(
        "weekday_contradicts_date",
        lambda: None,
        lambda: on_a_day("weekday_contradicts_date"),
        lambda: on_a_day("date_unknown"),
        "Senin (9/10/2024)",
        "",
    ),
]
each = pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.printed[:12]}")


def found_in(reading: Reading) -> list[Concern]:
    return list(check(reading, resolve(reading)))


@each
def test_what_differs_is_said_with_both_sides(case: Case) -> None:
    case.register()
    reading = case.wrong()
    concerns = [concern for concern in found_in(reading) if concern.code == case.code]
    assert concerns
    (concern, *_others) = concerns
    assert concern.span.of(reading.text) == case.printed
    assert (str(concern.held), concern.fix) == (case.held, case.fix)
    assert concern.message
    assert concern.source


@each
def test_what_agrees_raises_nothing(case: Case) -> None:
    case.register()
    assert [concern.code for concern in found_in(case.right())] == []


def test_every_rule_is_tried() -> None:
    """Eleven rules in ten families of concerns; misspelt names are looked for in two registers."""
    assert len(RULES) == len({case.code for case in CASES}) + 1


def test_the_seed_agrees_with_its_own_register(seed: object) -> None:
    assert found_in(seed_reading()) == []


NO_CONTRADICTION = [
    ("the holder's time is over", lambda: head(span=LONG_OVER), lambda: of_the_head("Tito Karnavian")),
    ("a former holder", head, lambda: of_the_head("Tito Karnavian", former=True)),
    ("somebody acts", head, lambda: of_the_head("Tito Karnavian", acting="plt")),
    ("no rank is recorded", head, lambda: of_the_head(before="Irjen Pol ")),
    ("another person, almost of the name", lambda: make.person("Edi Hartono"), of_the_head),
    ("an agreement without years", lambda: make.agreement(TITLE), lambda: of_the_mou(year=2008)),
    ("in force", lambda: mou(force=True), lambda: of_the_mou(tail=" dan masih berlaku")),
    ("described in passing", mou, lambda: of_the_mou("MoU tentang pemberantasan terorisme siber")),
]


@pytest.mark.parametrize(("case", "register", "reading"), NO_CONTRADICTION)
def test_nothing_is_said_without_a_contradiction(
    case: str, register: Callable[[], object], reading: Callable[[], Reading]
) -> None:
    register()
    assert found_in(reading()) == []


def test_a_misspelt_name_inside_a_quote_has_no_fix() -> None:
    head()
    text = Text(f'Jakarta - {OFFICE} Eddy Hartono hadir. "Saya Edy Hartono," katanya.')
    person = text.person("Eddy Hartono", OFFICE, organization=BNPT)
    person = replace(person, mentions=(*person.mentions, *text.spans("Edy Hartono")))
    (concern,) = found_in(text.reading(people=[person], organizations=[text.organization(BNPT)]))
    assert (concern.code, concern.fix, concern.quoted) == ("misspelt", None, True)


def test_the_source_is_the_release_that_the_fact_cites() -> None:
    head()
    holder = Person.objects.get().appointments.get()
    release = make.article("Kepala BNPT Dilantik")
    make.citation(release, appointment=holder)
    (concern,) = found_in(of_the_head("Tito Karnavian"))
    assert concern.source == "Kepala BNPT Dilantik"
    assert concern.source_url == f"/admin/articles/article/{release.pk}/change/"


def test_the_source_is_an_outside_address_where_the_fact_cites_one() -> None:
    row = mou()
    make.outside_citation(action=row.actions.get(kind="signature"))
    concern = next(one for one in found_in(of_the_mou(year=2008)) if one.code == "agreement_year")
    assert (concern.source, concern.source_url) == ("treaty.example.go.id", "https://treaty.example.go.id/1")


def test_a_fact_without_source_is_read_in_the_register() -> None:
    row = mou()
    concern = next(one for one in found_in(of_the_mou(year=2008)) if one.code == "agreement_year")
    assert concern.source == f"Register: {TITLE}"
    assert concern.source_url == f"/admin/agreements/agreement/{row.pk}/change/"
