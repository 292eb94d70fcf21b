"""Agreements: the ladder, where they stand in words, and the sentence each step rests on."""

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone, translation

from agreements.models import Agreement, AgreementRelation
from agreements.standing import Approval, Force
from articles.models.projections import CITATIONS_SHOWN
from articles.publishing import publish
from pressroom.core.dates import UncertainDate
from pressroom.site.ladder import beside_the_ladder, ladder
from pressroom.site.relations import INVERSE
from pressroom.site.status import (
    APPROVED,
    BINDING,
    Standing,
    approval_words,
    force_words,
    sentence,
    signature_words,
    standing_on,
)
from tests import factories as make
from tests.site.html import Page, words_of
from tests.site.pages import AGREEMENT, AGREEMENT_EN

pytestmark = pytest.mark.django_db
DAY = date(2026, 1, 1)
YEAR = {"when": UncertainDate.year(2010)}


def standing(made: Agreement, day: date | None = None) -> Standing:
    found = Agreement.objects.with_standing().get(pk=made.pk)
    return standing_on(day or timezone.localdate(), found, list(found.actions.all()))


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
    assert approval_words(standing(pact, DAY), "id") == "pengesahan: belum diketahui"
    assert approval_words(standing(pact, DAY + timedelta(days=1)), "id").startswith("pengesahan: sudah")


def test_the_step_in_words_is_the_one_taken_by_that_day(pact: Agreement) -> None:
    for year, number in ((2010, "3"), (2099, "9")):
        when, law = UncertainDate.year(year), make.instrument("perpres", number, min(year, 2026))
        make.action(pact, "domestic_approval", by="ID", when=when, instrument=law)
        make.action(pact, "entry_into_force", when=when)
    assert approval_words(standing(pact, DAY), "id") == "pengesahan: sudah (Perpres No. 3 Tahun 2010)"
    assert force_words(standing(pact, DAY), "id") == "mulai berlaku: 2010"


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
    assert force_words(standing(pact, DAY), "id") == words


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


@pytest.mark.parametrize(
    ("needed", "steps", "day", "words"),
    [
        (
            None,
            [],
            DAY,
            "Penandatanganan belum tercatat, pengesahannya belum diketahui, "
            "dan keberlakuannya belum tercatat.",
        ),
        (
            True,
            [("signature", 2007)],
            DAY,
            "Ditandatangani 2007, belum disahkan, dan tanggal mulai berlakunya belum tercatat.",
        ),
        (
            False,
            [("signature", 2007), ("entry_into_force", 2008)],
            DAY,
            "Ditandatangani 2007, tidak memerlukan pengesahan, dan berlaku sejak 2008.",
        ),
        (
            False,
            [("signature", 2007), ("entry_into_force", 2008), ("termination", 2012)],
            DAY,
            "Ditandatangani 2007, tidak memerlukan pengesahan, dan sudah diakhiri (2012).",
        ),
        (
            False,
            [("signature", 2007)],
            date(2005, 1, 1),
            "Ditandatangani kemudian (2007), tidak memerlukan pengesahan, dan keberlakuannya belum tercatat.",
        ),
    ],
)
def test_where_it_stands_in_one_sentence(
    reference: None, needed: bool | None, steps: list, day: date, words: str
) -> None:
    made = make.agreement(approval_needed=needed)
    for kind, year in steps:
        make.action(made, kind, when=UncertainDate.year(year))
    assert sentence(standing(made, day), "id") == words


def test_every_standing_has_its_words() -> None:
    assert APPROVED.keys() == set(Approval)
    assert BINDING.keys() == set(Force)
    assert INVERSE.keys() == set(AgreementRelation.Kind)


def test_a_relation_is_told_on_both_of_its_pages(client: Client, pact: Agreement) -> None:
    protocol = make.agreement("Protokol", slug="protokol")
    make.relation(protocol, pact, "amends")
    assert "Perjanjian ini mengubah perjanjian di atas." in Page(client.get("/perjanjian/protokol/")).text
    page = Page(client.get("/perjanjian/pakta/"))
    assert "Perjanjian ini diubah oleh perjanjian di atas." in page.text
    assert "/perjanjian/protokol/" in page.links
    type(protocol).objects.filter(pk=protocol.pk).update(public_from=None)
    assert "Protokol" not in Page(client.get("/perjanjian/pakta/")).text


def test_instruments_stand_in_a_table_once_each(client: Client, pact: Agreement) -> None:
    law = make.instrument("perpres", "3", 2010, title="Pengesahan Pakta", enacted_on=date(2010, 1, 5))
    hidden = make.instrument("perpres", "9", 2011, public_from=None)
    for instrument in (law, law, hidden):
        make.action(pact, "domestic_approval", by="ID", instrument=instrument)
    page = client.get("/perjanjian/pakta/").content.decode()
    table = words_of(page.partition("<table")[2].partition("</table>")[0])
    assert table.count("Perpres No. 3 Tahun 2010") == 1
    assert "Pengesahan Pakta" in table
    assert "5 Januari 2010" in table
    assert "No. 9" not in page


def test_two_parties_face_each_other_and_more_are_listed(client: Client, pact: Agreement) -> None:
    assert '<ul class="parties">' in client.get("/perjanjian/pakta/").content.decode()
    make.party(pact, "AU")
    assert '<ul class="signers">' in client.get("/perjanjian/pakta/").content.decode()


def test_a_text_whose_file_is_lost_costs_no_page(client: Client, reference: None) -> None:
    made = make.agreement(slug="pakta", document=ContentFile(b"%PDF-1.7" * 200, name="naskah.pdf"))
    assert "PDF, 1,6 KB" in Page(client.get("/perjanjian/pakta/")).text
    made.document.storage.delete(made.document.name)
    assert "Unduh naskah PDF" in Page(client.get("/perjanjian/pakta/")).text
