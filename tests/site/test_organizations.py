"""Organizations: the list and its filters, what stands above and below, and who held the posts."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pressroom.core.dates import Span
from pressroom.site.registers.holders import Gap, vacancies
from tests import factories as make
from tests.site.html import Page

pytestmark = pytest.mark.django_db
TODAY = date(2024, 10, 9)


def exactly(first: date, last: date | None = None) -> Span:
    return Span(first, first, last, last)


def test_organizations_are_found_by_letter_kind_and_country(client: Client, reference: None) -> None:
    make.organization(
        "Kedutaan A", kind="embassy", country=make.country("RU"), host_country=make.country("ID")
    )
    make.organization("Badan B", country=make.country("ID"))
    make.organization("Kantor C", country=make.country("ID"), public_from=None)
    for query, expected in {
        "": ["Badan B", "Kedutaan A"],
        "?letter=k": ["Kedutaan A"],
        "?kind=embassy": ["Kedutaan A"],
        "?country=ID": ["Badan B"],
        "?kind=embassy&country=ID": [],
    }.items():
        text = Page(client.get(f"/lembaga/{query}")).text
        assert [name for name in ("Badan B", "Kantor C", "Kedutaan A") if name in text] == expected, query
    for query in ("?kind=x", "?letter=%00", "?country=X"):
        assert client.get(f"/lembaga/{query}").status_code == 404, query


def test_the_line_of_parents_ends_where_nobody_outside_knows_the_next(client: Client) -> None:
    top = make.organization("Negara", slug="atas")
    middle = make.organization("Kementerian", slug="tengah", parent=top)
    low = make.organization("Badan", slug="bawah", parent=middle, name_en="Agency", short="BDN")
    make.organization("Direktorat", parent=low)
    make.organization("Kantor Rahasia", parent=low, public_from=None)
    make.organization_name(low, "Desk Koordinasi", kind="former")
    text = Page(client.get("/lembaga/bawah/")).text
    for words in (
        "Lembaga induk Negara Kementerian",
        "Direktorat",
        "Agency",
        "BDN",
        "Desk Koordinasi Nama lama",
    ):
        assert words in text
    assert "Rahasia" not in text
    type(middle).objects.filter(pk=middle.pk).update(public_from=None)
    assert "Negara Kementerian" not in Page(client.get("/lembaga/bawah/")).text
    assert "Lembaga induk" not in Page(client.get("/lembaga/bawah/")).text


@pytest.mark.parametrize(
    ("spans", "gaps"),
    [
        ([], []),
        ([exactly(date(2020, 1, 1))], []),
        ([exactly(date(2020, 1, 1), date(2021, 1, 1))], [Gap(date(2021, 1, 2), None)]),
        ([exactly(date(2020, 1, 1), date(2021, 1, 1)), exactly(date(2021, 1, 2))], []),
        (
            [exactly(date(2022, 1, 1)), exactly(date(2020, 1, 1), date(2021, 1, 1))],
            [Gap(date(2021, 1, 2), date(2021, 12, 31))],
        ),
        # somebody stood in
        (
            [
                exactly(date(2022, 1, 1)),
                exactly(date(2020, 1, 1), date(2021, 1, 1)),
                exactly(date(2020, 6, 1), date(2021, 12, 31)),
            ],
            [],
        ),
        # nobody knows since when the second held it, or until when the first did
        ([exactly(date(2020, 1, 1), date(2021, 1, 1)), Span(start_latest=date(2023, 1, 1))], []),
        ([exactly(date(2020, 1, 1)), exactly(date(2023, 1, 1))], []),
        # of a year only what lies between two years is certain
        (
            [
                Span(date(2010, 1, 1), date(2010, 12, 31), date(2012, 1, 1), date(2012, 12, 31)),
                Span(date(2014, 1, 1), date(2014, 12, 31)),
            ],
            [Gap(date(2013, 1, 1), date(2013, 12, 31))],
        ),
    ],
)
def test_a_post_is_vacant_only_where_it_is_certain(spans: list[Span], gaps: list[Gap]) -> None:
    assert vacancies(spans, TODAY) == gaps


def test_the_holders_of_a_post_are_told_over_time_with_acting_ones_and_gaps(client: Client) -> None:
    body = make.organization(slug="badan")
    post = make.post("Kepala", organization=body)
    make.appointment(make.person("Pertama"), post, span=exactly(date(2010, 1, 1), date(2012, 12, 31)))
    make.appointment(make.person("Kedua"), post, kind="plt", span=exactly(date(2014, 1, 1), date(2015, 1, 1)))
    make.appointment(make.person("Ketiga"), post, span=exactly(date(2015, 1, 2)))
    make.appointment(
        make.person("Rahasia"), post, kind="pj", span=exactly(date(2013, 5, 1)), public_from=None
    )
    text = Page(client.get("/lembaga/badan/")).text
    told = [
        "Ketiga",
        "Kedua Pelaksana tugas (Plt.)",
        "Lowong, atau pejabatnya belum tercatat 2013",
        "Pertama",
    ]
    assert sorted(text.index(words) for words in told) == [text.index(words) for words in told]
    assert "Rahasia" not in text
    assert text.count("Lowong") == 1
    assert client.get("/lembaga/badan/").content.count(b'<svg class="strip') == 4


def test_a_page_costs_the_same_however_much_it_tells(client: Client, reference: None) -> None:
    top = make.organization(country=make.country("ID"))
    body = make.organization(slug="badan", country=make.country("ID"), parent=top)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/lembaga/badan/").status_code == 200
        return len(captured)

    def more() -> None:
        post = make.post(organization=body)
        for kind in ("substantive", "plt"):
            held = make.appointment(
                None, post, kind=kind, span=exactly(date(2020, 1, 1), timezone.localdate())
            )
            make.person_honorific(held.person)
        make.organization(parent=body)
        make.organization_name(body, f"Nama {post.pk}")
        make.party(make.agreement(parties=("ID",)), body)
        make.participant(make.event(), organization=body)
        edition = make.edition()
        make.edition_text(edition)
        make.edition_subject(edition, make.person(), subject_type="organization", subject_id=str(body.pk))
        make.edition_citation(edition, target_type="organization", target_id=body.pk)

    more()
    before = queries()
    for _ in range(4):
        more()
    assert queries() == before <= 16
