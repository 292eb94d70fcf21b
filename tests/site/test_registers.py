"""People, organizations, events and topics."""

from datetime import date, time, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.publishing import publish
from pressroom.core.dates import Span, UncertainDate
from tests import factories as make
from tests.site.html import Page
from tests.site.pages import MEETING, VISIT

pytestmark = pytest.mark.django_db


def said(client: Client, path: str) -> str:
    return Page(client.get(path)).text


def test_a_person_is_shown_with_titles_roles_quotes_and_releases(client: Client, seed: None) -> None:
    page = Page(client.get("/tokoh/eddy-hartono/"))
    for words in (
        "Komjen. Pol. Eddy Hartono, S.I.K., M.H.",
        "Komisaris Jenderal Polisi",
        "Kepala BNPT Badan Nasional Penanggulangan Terorisme · tercatat pada 9 Oktober 2024",
        "“Ada agenda expert meeting sebagai kelanjutan",
        "Kutipan tidak langsung · Kepala BNPT, 9 Oktober 2024",
    ):
        assert words in page.text
    assert page.tags["figure"] == 3 + 1


def test_titles_given_up_are_not_part_of_the_name(client: Client) -> None:
    someone = make.person("Eddy Hartono", slug="eddy")
    make.person_honorific(
        someone,
        make.rank("Irjen. Pol."),
        span=Span(date(2018, 1, 1), date(2018, 1, 1), date(2020, 1, 1), date(2020, 1, 1)),
    )
    make.person_honorific(someone, make.rank("Komjen. Pol."), span=Span(start_latest=date(2020, 1, 1)))
    assert "<h1>Komjen. Pol. Eddy Hartono</h1>" in client.get("/tokoh/eddy/").content.decode()


def test_roles_are_told_over_time_the_newest_first(client: Client) -> None:
    someone = make.person(slug="eddy")
    make.appointment(
        someone,
        make.post("Direktur"),
        span=Span(date(2015, 1, 1), date(2015, 12, 31), date(2019, 1, 1), date(2019, 12, 31)),
    )
    make.appointment(
        someone, make.post("Kepala"), kind="plt", span=Span(date(2020, 1, 1), date(2020, 12, 31))
    )
    text = said(client, "/tokoh/eddy/")
    assert text.index("sejak 2020") < text.index("2015–2019")
    assert "Plt. Kepala" in text


def test_a_role_of_which_no_date_is_known_says_so(client: Client) -> None:
    make.appointment(make.person(slug="eddy"))
    assert "masa jabatan belum tercatat" in said(client, "/tokoh/eddy/")


def test_a_person_with_much_to_say_leads_to_the_list_of_their_releases(client: Client) -> None:
    someone = make.person(slug="eddy")
    for _ in range(22):
        edition = make.edition()
        make.edition_subject(edition, someone)
        make.edition_text(edition)
        make.edition_quote(edition, someone)
    page = Page(client.get("/tokoh/eddy/"))
    assert page.tags["figure"] == 20
    assert "/siaran-pers/?person=eddy" in page.links
    first = Page(client.get("/siaran-pers/?person=eddy"))
    following = next(link for link in first.links if link and "cursor=" in link)
    assert "person=eddy" in following
    assert Page(client.get(f"/siaran-pers/{following}")).tags["time"] == 2


def test_an_organization_is_shown_with_its_posts_and_their_holders(client: Client, seed: None) -> None:
    text = said(client, "/lembaga/kedubes-rusia-di-indonesia/")
    for words in (
        "Negara Rusia",
        "Negara penerima Indonesia",
        "Duta Besar Rusia untuk Indonesia",
        "Sergei Tolchenov",
    ):
        assert words in text
    assert "judul" in text
    assert "Disimpulkan:" in text


def test_the_visit_is_shown_as_held(client: Client, seed: None) -> None:
    text = said(client, VISIT)
    for words in (
        "Tanggal 9 Oktober 2024",
        "Tempat Kantor BNPT, Jakarta",
        "Hasil terlaksana",
        "Tuan rumah Eddy Hartono Kepala BNPT",
    ):
        assert words in text
    assert "Pertemuan ahli Indonesia–Rusia tentang keamanan internasional" in text


def test_the_meeting_nobody_confirmed_asks_for_it(client: Client, seed: None) -> None:
    text = said(client, MEETING)
    for words in (
        "Tanggal awal tahun 2025",
        "Hasil perlu konfirmasi",
        "Kelanjutan dari Kunjungan kehormatan",
        "Penyalahgunaan media sosial untuk tujuan teroris",
        "Delegasi Indonesia Rusia Perencana Eddy Hartono",
    ):
        assert words in text


def test_the_calendar_puts_what_comes_first_and_what_has_been_after_it(client: Client) -> None:
    today = timezone.localdate()
    make.event("Nanti", when=UncertainDate.day(today + timedelta(days=9)))
    make.event("Besok", when=UncertainDate.day(today + timedelta(days=1)), starts_at=time(9, 30))
    make.event("Sekarang", when=UncertainDate.day(today))
    make.event("Entah")
    make.held_event(today - timedelta(days=1), title="Kemarin")
    text = said(client, "/agenda/")
    places = [
        text.index(title) for title in ("Sekarang", "Besok", "Nanti", "Entah", "Sudah lewat", "Kemarin")
    ]
    assert places == sorted(places)
    for words in ("Hari ini", "09.30 WIB", "tanggal belum tercatat", "direncanakan", "terlaksana"):
        assert words in text


def test_both_parts_of_the_calendar_are_leafed_through_on_their_own(client: Client) -> None:
    today = timezone.localdate()
    for days in range(1, 26):
        make.event(f"Depan {days:02}", when=UncertainDate.day(today + timedelta(days=days)))
        make.held_event(today - timedelta(days=days), title=f"Lalu {days:02}")
    page = Page(client.get("/agenda/"))
    following = [link for link in page.links if link and ("upcoming=" in link or "cursor=" in link)]
    ahead, behind = (said(client, f"/agenda/{link}") for link in following)
    assert ("Depan 25" in ahead, "Lalu" in ahead) == (True, False)
    assert ("Lalu 25" in behind, "Depan" in behind) == (True, False)
    both = said(client, "/agenda/" + "&".join([following[0], following[1].removeprefix("?")]))
    assert ("Depan 25" in both, "Lalu 25" in both) == (True, True)
    assert ("Depan 01" in both, "Lalu 01" in both) == (False, False)


def test_a_topic_lists_its_releases_and_its_narrower_topics(client: Client) -> None:
    topic = make.topic("Terorisme", slug="terorisme")
    make.topic("Pendanaan", parent=topic)
    article = make.article("Tentang terorisme")
    article.topics.add(topic)
    publish(article, reason="Arsip.")
    publish(make.article("Tentang hal lain"), reason="Arsip.")
    text = said(client, "/topik/terorisme/")
    assert "Tentang terorisme" in text
    assert "Termasuk: Pendanaan" in text
    assert "Tentang hal lain" not in text
