"""Two languages, one page: the switch, the alternates, and what happens where a translation is missing."""

import pytest
from django.test import Client

from articles.publishing import publish
from tests import factories as make
from tests.site.html import Page
from tests.site.pages import PAGES, RELEASE, RELEASE_EN

pytestmark = pytest.mark.django_db
HOST = "http://testserver"


def test_the_switch_leads_to_the_same_page_and_back(client: Client, seed: None) -> None:
    for path, path_en in PAGES.items():
        assert path_en in Page(client.get(path)).links
        assert path in Page(client.get(path_en)).links


def test_both_languages_name_the_same_alternates(client: Client, seed: None) -> None:
    for path, path_en in PAGES.items():
        alternates = {"id": HOST + path, "en": HOST + path_en, "x-default": HOST + path}
        assert Page(client.get(path)).alternates() == alternates
        assert Page(client.get(path_en)).alternates() == alternates


def test_the_question_goes_along_with_the_switch_and_the_place_in_the_list_does_not(
    client: Client, seed: None
) -> None:
    assert "/en/search/?q=teroris" in Page(client.get("/cari/?q=teroris")).links
    for _ in range(21):
        make.edition_text()
    following = next(link for link in Page(client.get("/siaran-pers/")).links if link and "cursor" in link)
    assert "/en/press-releases/" in Page(client.get(f"/siaran-pers/{following}")).links


def test_an_unofficial_translation_says_so_and_leads_to_the_original(client: Client, seed: None) -> None:
    page = Page(client.get(RELEASE_EN))
    assert ("a", {"href": RELEASE, "lang": "id", "hreflang": "id"}) in page.elements
    assert "notice" in str(page.elements)
    assert "notice" not in str(Page(client.get(RELEASE)).elements)


def test_an_official_translation_needs_no_notice(client: Client) -> None:
    publish(make.article(english=True, slug_en="release", english_unofficial=False), reason="Arsip.")
    assert "notice" not in str(Page(client.get("/en/press-releases/release/")).elements)


def test_a_release_without_english_says_so_and_has_no_english_page(client: Client) -> None:
    publish(make.article(slug="kunjungan"), reason="Arsip.")
    page = Page(client.get("/siaran-pers/kunjungan/"))
    assert "Belum tersedia dalam bahasa Inggris" in page.text
    assert page.alternates().keys() == {"id", "x-default"}
    assert client.get("/en/press-releases/kunjungan/").status_code == 404


def test_english_lists_hold_english_releases_only(client: Client) -> None:
    publish(make.article("Hanya Indonesia"), reason="Arsip.")
    publish(make.article("Dua bahasa", english=True, title_en="Both languages"), reason="Arsip.")
    listed = Page(client.get("/en/press-releases/")).text
    assert "Both languages" in listed
    assert "Hanya Indonesia" not in listed


def test_a_missing_english_name_is_shown_in_indonesian_and_marked_so(client: Client) -> None:
    make.topic("Deradikalisasi", slug="deradikalisasi")
    page = client.get("/en/topics/deradikalisasi/").content.decode()
    assert '<h1><span lang="id">Deradikalisasi</span></h1>' in page
    assert "<title>Deradikalisasi" in page
    assert "<h1>Deradikalisasi</h1>" in client.get("/topik/deradikalisasi/").content.decode()


def marked(words: str) -> str:
    return f'<span lang="id">{words}</span>'


def test_every_register_name_without_english_is_marked(client: Client, reference: None) -> None:
    """A body, its office and its agreement, on every English page that prints them."""
    body = make.organization("Kementerian Anu", slug="anu")
    make.organization("Badan Anak", slug="anak", parent=body)
    held = make.appointment(
        make.person(slug="tokoh"), make.post("Kepala Seksi", organization=body), kind="plt"
    )
    pact = make.agreement("Pakta Anu", slug="pakta", depositary=body)
    party = make.party(pact, body)
    law = make.instrument("perpres", "3", 2010)
    type(law.kind).objects.update(name_en="")
    make.action(pact, "termination", party=party, instrument=law).signatories.add(held)
    event = make.event("Acara Anu", slug="acara", venue="Ruang Anu")
    make.participant(event, organization=body)
    make.participant(event, person=held.person, appointment=held)
    expected = {
        "/en/agreements/pakta/": (
            "Pakta Anu",
            "Kementerian Anu",
            "Plt. Kepala Seksi",
            "Perpres No. 3 Tahun 2010",
        ),
        "/en/agreements/": ("Pakta Anu", "Kementerian Anu"),
        "/en/": ("Pakta Anu", "Kementerian Anu"),
        "/en/organizations/anu/": ("Kementerian Anu", "Kepala Seksi", "Pakta Anu", "Acara Anu"),
        "/en/organizations/anak/": ("Kementerian Anu", "Badan Anak"),
        "/en/organizations/": ("Kementerian Anu",),
        "/en/people/tokoh/": ("Plt. Kepala Seksi", "Kementerian Anu"),
        "/en/people/": ("Plt. Kepala Seksi",),
        "/en/calendar/acara/": ("Acara Anu", "Ruang Anu", "Kementerian Anu", "Plt. Kepala Seksi"),
        "/en/press-releases/?organization=anu": ("Kementerian Anu",),
    }
    for path, names in expected.items():
        body_of_page = client.get(path).content.decode().partition("</head>")[2]
        for name in names:
            assert body_of_page.count(name) == body_of_page.count(marked(name)) > 0, (path, name)


def test_a_government_is_named_in_the_language_of_the_page(client: Client, reference: None) -> None:
    make.agreement(slug="pakta")
    assert "<li>Government of Russia</li>" in client.get("/en/agreements/pakta/").content.decode()
    assert "<li>Pemerintah Rusia</li>" in client.get("/perjanjian/pakta/").content.decode()


def test_the_sentence_of_a_source_keeps_its_language_on_english_pages(client: Client, seed: None) -> None:
    page = Page(client.get("/en/organizations/bnpt/"))
    assert {"lang": "id"} in page.all("blockquote")


def test_names_cannot_carry_markup(client: Client) -> None:
    make.topic("<script>alert(1)</script>", slug="jahat")
    assert b"<script>" not in client.get("/en/topics/jahat/").content
