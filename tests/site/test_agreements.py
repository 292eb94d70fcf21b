"""Agreements: the ladder, where they stand in words, and the sentence each step rests on."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import translation

from agreements.models import Agreement
from articles.models.projections import CITATIONS_SHOWN
from articles.publishing import publish
from pressroom.core.dates import UncertainDate
from pressroom.site.ladder import beside_the_ladder, ladder
from pressroom.site.status import approval_words, force_words, signature_words
from tests import factories as make
from tests.site.html import Page
from tests.site.pages import AGREEMENT, AGREEMENT_EN

pytestmark = pytest.mark.django_db
DAY = date(2026, 1, 1)
YEAR = {"when": UncertainDate.year(2010)}


def standing(made: Agreement) -> Agreement:
    return Agreement.objects.with_standing().get(pk=made.pk)


@pytest.fixture
def pact(reference: None) -> Agreement:
    return make.agreement(slug="pakta")


def test_a_step_nobody_recorded_is_shown_as_unknown(pact: Agreement) -> None:
    rungs = ladder([])
    assert [(str(rung.name), str(rung.unknown)) for rung in rungs] == [
        ("ditandatangani", "belum ada data"),
        ("disahkan", "belum ada data"),
        ("nota dipertukarkan", "belum ada data"),
        ("mulai berlaku", "belum tercatat"),
        ("berakhir", "belum ada data"),
    ]


@pytest.mark.parametrize(
    ("kind", "rung"),
    [
        ("signature", 0),
        ("notification", 2),
        ("entry_into_force", 3),
        ("termination", 4),
        ("expiry", 4),
        ("withdrawal", 4),
    ],
)
def test_a_step_stands_on_its_rung_and_on_no_other(pact: Agreement, kind: str, rung: int) -> None:
    step = make.action(pact, kind)
    assert [r.actions for r in ladder([step])] == [[step] if n == rung else [] for n in range(5)]
    assert beside_the_ladder([step]) == []


def test_every_kind_of_step_is_on_the_ladder_or_beside_it(pact: Agreement) -> None:
    from agreements.kinds import ActionKind

    steps = [make.action(pact, kind, by="ID") for kind in ActionKind]
    on = [action for rung in ladder(steps) for action in rung.actions]
    assert sorted(a.pk for a in [*on, *beside_the_ladder(steps)]) == [a.pk for a in steps]


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([], "penandatanganan belum tercatat"),
        ([("signature", {})], "ditandatangani, tanggal belum tercatat"),
        ([("signature", {"when": UncertainDate.year(2007)})], "ditandatangani 2007"),
    ],
)
def test_the_signature_in_words(pact: Agreement, steps: list, words: str) -> None:
    for kind, fields in steps:
        make.action(pact, kind, **fields)
    assert signature_words(standing(pact), "id") == words


def test_approval_names_its_instrument_in_both_languages(pact: Agreement) -> None:
    instrument = make.instrument("perpres", "3", 2010)
    make.action(pact, "domestic_approval", by="ID", instrument=instrument)
    assert approval_words(standing(pact), "id") == "pengesahan: sudah (Perpres No. 3 Tahun 2010)"
    assert approval_words(standing(pact), "en").endswith("(Presidential Regulation No. 3 of 2010)")


def test_an_instrument_that_is_not_public_is_not_named(pact: Agreement) -> None:
    make.action(pact, "domestic_approval", by="ID", instrument=make.instrument(public_from=None))
    assert approval_words(standing(pact), "id") == "pengesahan: sudah"


def test_an_approval_that_lies_ahead_has_not_been_given(pact: Agreement) -> None:
    ahead = {"by": "ID", "when": UncertainDate.day(DAY + timedelta(days=1))}
    make.action(pact, "domestic_approval", instrument=make.instrument(number="9"), **ahead)
    assert approval_words(standing(pact), "id", DAY) == "pengesahan: belum diketahui"
    assert approval_words(standing(pact), "id", DAY + timedelta(days=1)).startswith("pengesahan: sudah")


def test_the_step_in_words_is_the_one_taken_by_that_day(pact: Agreement) -> None:
    for year, number in ((2010, "3"), (2099, "9")):
        when, law = UncertainDate.year(year), make.instrument("perpres", number, min(year, 2026))
        make.action(pact, "domestic_approval", by="ID", when=when, instrument=law)
        make.action(pact, "entry_into_force", when=when)
    assert approval_words(standing(pact), "id", DAY) == "pengesahan: sudah (Perpres No. 3 Tahun 2010)"
    assert force_words(standing(pact), "id", DAY) == "mulai berlaku: 2010"


def test_a_page_does_not_praise_an_approval_that_lies_ahead(client: Client, pact: Agreement) -> None:
    make.action(pact, "domestic_approval", by="ID", when=UncertainDate.day(date(2099, 1, 1)))
    page = client.get("/perjanjian/pakta/").content.decode()
    assert "pengesahan: belum diketahui" in page
    assert "status good" not in page


@pytest.mark.parametrize("by", ["RU"])
def test_the_approval_of_another_party_is_not_ours(pact: Agreement, by: str) -> None:
    make.action(pact, "domestic_approval", by=by, instrument=make.instrument())
    assert approval_words(standing(pact), "id") == "pengesahan: belum diketahui"


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([], "mulai berlaku: belum tercatat"),
        ([("signature", {})], "mulai berlaku: belum tercatat"),
        ([("entry_into_force", YEAR)], "mulai berlaku: 2010"),
        ([("entry_into_force", {})], "keberlakuan: berlaku"),
        ([("provisional_application", YEAR)], "keberlakuan: diterapkan sementara (2010)"),
        ([("entry_into_force", {}), ("termination", YEAR)], "keberlakuan: diakhiri (2010)"),
    ],
)
def test_whether_it_is_in_force_in_words(pact: Agreement, steps: list, words: str) -> None:
    for kind, fields in steps:
        make.action(pact, kind, **fields)
    assert force_words(standing(pact), "id", DAY) == words


def test_the_first_agreement_is_shown_with_what_is_known_and_what_is_not(client: Client, seed: None) -> None:
    said = Page(client.get(AGREEMENT)).text
    for words in (
        "Pemerintah Indonesia Pemerintah Rusia",
        "pengesahan: sudah (Perpres No. 3 Tahun 2010)",
        "mulai berlaku: belum tercatat",
        "Ditandatangani 2007 · bersama",
        "Disahkan 2010 · Pemerintah Indonesia · Perpres No. 3 Tahun 2010",
        "Nota dipertukarkan belum ada data",
        "Mulai berlaku belum tercatat",
        "Berakhir belum ada data",
        "MoU ini selanjutnya telah diratifikasi melalui peraturan presiden no. 3 tahun 2010",
        "paragraf 4",
        "Disimpulkan: Teks menyebut peraturannya",
        "Judul ini terjemahan kami",
    ):
        assert words in said


def test_in_english_the_sentences_stay_indonesian_and_their_release_is_the_english_one(
    client: Client, seed: None
) -> None:
    page = client.get(AGREEMENT_EN).content.decode()
    assert '<blockquote lang="id"><p>MoU ini selanjutnya' in page
    assert 'href="/en/press-releases/bnpt-head-and-russian-embassy-plan-expert-meeting/"' in page
    assert "The text names the regulation" in page


def test_a_source_without_english_is_linked_in_indonesian_and_marked_so(
    client: Client, pact: Agreement
) -> None:
    article = make.article(slug="kunjungan")
    make.citation(article, agreement=pact)
    publish(article, reason="Arsip.")
    page = client.get("/en/agreements/pakta/").content.decode()
    assert '<a href="/siaran-pers/kunjungan/" lang="id" hreflang="id">' in page


def test_an_outside_source_is_shown_with_the_day_it_was_read(client: Client, pact: Agreement) -> None:
    make.outside_citation(agreement=pact)
    page = Page(client.get("/perjanjian/pakta/"))
    assert "https://treaty.example.go.id/1" in page.links
    assert "diambil 9 Oktober 2024" in page.text


def test_the_citation_of_a_draft_is_not_shown(client: Client, pact: Agreement) -> None:
    make.citation(make.article(), agreement=pact, excerpt="Kalimat rahasia.")
    assert "Kalimat rahasia." not in Page(client.get("/perjanjian/pakta/")).text


def test_a_fact_with_many_sources_shows_the_newest_of_them(client: Client, pact: Agreement) -> None:
    for number in range(CITATIONS_SHOWN + 5):
        edition = make.edition(public_from=make.LONG_AGO + timedelta(days=number))
        excerpt = f"Kalimat ke-{number}."
        make.edition_citation(edition, target_type="agreement", target_id=pact.pk, excerpt=excerpt)
        retrieved = make.THE_DAY + timedelta(days=number)
        make.outside_citation(agreement=pact, retrieved_on=retrieved, excerpt=f"Sumber ke-{number}.")
    page = Page(client.get("/perjanjian/pakta/"))
    assert page.tags["blockquote"] == 2 * CITATIONS_SHOWN
    for words in ("Kalimat", "Sumber"):
        assert f"{words} ke-4." not in page.text
        assert page.text.index(f"{words} ke-14.") < page.text.index(f"{words} ke-5.")


def test_words_of_status_follow_the_language(pact: Agreement) -> None:
    make.action(pact, "signature", when=UncertainDate.day(date(2007, 9, 6)))
    with translation.override("en"):
        assert "6 September 2007" in signature_words(standing(pact), "en")
