"""The page of one release: date, text, quotes, what it speaks of, its history, its neighbours, its weight."""

import gzip
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from articles.models import EditionText, PublicNote
from articles.publishing import publish
from tests import factories as make
from tests.site.html import Page
from tests.site.pages import RELEASE, RELEASE_EN

pytestmark = pytest.mark.django_db
FEW = 8
AFTERNOON = datetime(2024, 10, 9, 10, 10, tzinfo=UTC)


def published(at: datetime = AFTERNOON, **fields: object) -> str:
    """The address of a new release."""
    article = make.article(**fields)
    publish(article, reason="Arsip.", at=at)
    return f"/siaran-pers/{article.slug}/"


@pytest.mark.parametrize(
    ("path", "day"), [(RELEASE, "Rabu, 9 Oktober 2024"), (RELEASE_EN, "Wednesday, 9 October 2024")]
)
def test_a_release_of_which_only_the_day_is_known_shows_no_hour(
    client: Client, seed: None, path: str, day: str
) -> None:
    page = client.get(path).content.decode()
    assert f'<time datetime="2024-10-09">{day}</time>' in page
    assert "WIB" not in page


def test_the_hour_of_publication_is_shown_with_its_zone(client: Client) -> None:
    page = client.get(published()).content.decode()
    assert '<time datetime="2024-10-09T17:10+07:00">Rabu, 9 Oktober 2024, 17.10 WIB</time>' in page


def test_the_hour_is_written_the_english_way_in_english(client: Client) -> None:
    published(english=True, slug_en="release")
    assert "Wednesday, 9 October 2024, 17:10 WIB" in Page(client.get("/en/press-releases/release/")).text


def test_the_text_of_the_record_stands_on_the_page_word_for_word(client: Client, seed: None) -> None:
    for path, language in ((RELEASE, "id"), (RELEASE_EN, "en")):
        said = Page(client.get(path)).text
        for line in EditionText.objects.get(language=language).text.splitlines():
            assert line in said


def test_quotes_name_the_speaker_with_the_role_of_that_day(client: Client, seed: None) -> None:
    said = Page(client.get(RELEASE)).text
    assert said.count("Komjen. Pol. Eddy Hartono, S.I.K., M.H., Kepala BNPT ·") == 3
    assert said.count("Sergei Tolchenov, Duta Besar Rusia untuk Indonesia ·") == 2


def test_the_page_leads_to_everything_the_release_speaks_of(client: Client, seed: None) -> None:
    links = Page(client.get(RELEASE)).links
    assert {
        "/tokoh/eddy-hartono/",
        "/tokoh/sergei-tolchenov/",
        "/lembaga/bnpt/",
        "/lembaga/kedubes-rusia-di-indonesia/",
        "/perjanjian/mou-indonesia-rusia-pemberantasan-terorisme/",
        "/agenda/kunjungan-kehormatan-dubes-rusia-2024-10-09/",
        "/agenda/pertemuan-ahli-indonesia-rusia-2025/",
        "/topik/pendanaan-terorisme/",
    } <= set(links)
    assert len([link for link in links if link and link.startswith("/topik/")]) == 8 + 2


def test_an_agreement_is_shown_as_it_stands_today(client: Client, seed: None) -> None:
    said = Page(client.get(RELEASE)).text
    assert "Indonesia – Rusia, ditandatangani 2007" in said
    assert "pengesahan: sudah (Perpres No. 3 Tahun 2010)" in said
    assert "mulai berlaku: belum tercatat" in said


def test_a_subject_that_has_moved_is_still_reached(client: Client) -> None:
    someone = make.person("Eddy Hartono", slug="lama")
    article = make.article()
    article.people.add(someone)
    publish(article, reason="Arsip.")
    type(someone).objects.update(slug="baru")
    assert "/tokoh/baru/" in Page(client.get(f"/siaran-pers/{article.slug}/")).links


def test_without_a_contact_there_is_no_contact_heading(client: Client, settings: Settings) -> None:
    settings.AGENCY = {**settings.AGENCY, "contact": "", "contact_email": "", "contact_phone": ""}
    assert b"<h2>Narahubung" not in client.get(published()).content


def test_the_contact_of_the_release_comes_before_that_of_the_agency(
    client: Client, settings: Settings
) -> None:
    settings.AGENCY = {**settings.AGENCY, "contact": "Bagian Humas", "contact_email": "humas@contoh.go.id"}
    general, own = Page(client.get(published())), Page(client.get(published(contact="Sari, 0800")))
    assert "mailto:humas@contoh.go.id" in general.links
    assert "Sari, 0800" in own.text
    assert "Bagian Humas" not in own.text


def test_readers_are_told_what_was_updated_and_when(client: Client) -> None:
    path = published()
    article = EditionText.objects.get().article
    article.body = "<p>Tempat acara: Jakarta.</p>"
    article.save()
    later = AFTERNOON + timedelta(days=1)
    publish(article, kind="update", reason="Arsip.", note="Tempat acara dilengkapi.", at=later)
    said = Page(client.get(path)).text
    assert "Diperbarui Kamis, 10 Oktober 2024, 17.10 WIB" in said
    assert "Tempat acara dilengkapi." in said


def test_a_note_of_tomorrow_is_not_told_today(client: Client) -> None:
    path = published()
    PublicNote.objects.create(
        article=EditionText.objects.get().article, at=make.FAR_AHEAD, kind="update", text="Belum saatnya."
    )
    assert "Belum saatnya." not in Page(client.get(path)).text


def test_a_release_leads_to_the_ones_before_and_after_it(client: Client) -> None:
    before = published(AFTERNOON - timedelta(days=1), title="Kemarin")
    path = published(title="Hari itu")
    after = published(AFTERNOON + timedelta(days=1), title="Besok")
    said, links = Page(client.get(path)).text, Page(client.get(path)).links
    assert {before, after} <= set(links)
    assert "Siaran lebih baru Besok" in said
    assert "Siaran lebih lama Kemarin" in said
    assert "lebih baru" not in Page(client.get(after)).text


def test_releases_of_the_same_moment_are_neighbours_in_one_order(client: Client) -> None:
    paths = [published() for _ in range(3)]
    links = set(Page(client.get(paths[1])).links)
    assert {paths[0], paths[2]} <= links


def test_photos_come_with_words_for_those_who_cannot_see_them(client: Client) -> None:
    article = make.article()
    make.article_image(article, make.image(alt="Dua orang", caption="Pertemuan.", credit="Humas BNPT"))
    publish(article, reason="Arsip.")
    page = Page(client.get(f"/siaran-pers/{article.slug}/"))
    (photo,) = [picture for picture in page.all("img") if picture["alt"]]
    assert (photo["alt"], photo["width"], photo["height"]) == ("Dua orang", "4", "3")
    assert "Pertemuan. Foto: Humas BNPT" in page.text


def full_release(subjects: int) -> str:
    """A release with that many of everything on its page, between two others."""
    published(AFTERNOON - timedelta(days=1))
    article = make.article(body="<p>" + "</p><p>".join(f"Kami siap {n}." for n in range(subjects)) + "</p>")
    for number in range(subjects):
        someone = make.person()
        make.quote(article, someone, number + 1, text=f"Kami siap {number}.")
        article.people.add(someone)
        article.organizations.add(make.organization())
        article.topics.add(make.topic())
        article.events.add(make.held_event())
        agreement = make.agreement()
        make.action(agreement)
        article.agreements.add(agreement)
        make.article_image(article, ordinal=number + 1)
        make.public_note(article)
    publish(article, reason="Arsip.", at=AFTERNOON)
    published(AFTERNOON + timedelta(days=1))
    return f"/siaran-pers/{article.slug}/"


@pytest.mark.parametrize("subjects", [1, 12])
def test_a_release_page_costs_few_queries_however_much_it_shows(
    client: Client, subjects: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    path = full_release(subjects)
    with django_assert_max_num_queries(FEW):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", [RELEASE, RELEASE_EN])
def test_a_page_with_its_style_fits_into_the_first_window(client: Client, seed: None, path: str) -> None:
    assert len(gzip.compress(client.get(path).content)) <= 13 * 1024


def test_the_day_named_by_a_release_is_its_own_and_not_that_of_publication(client: Client) -> None:
    said = Page(client.get(published(released_on=date(2019, 10, 9)))).text.partition("Diterbitkan")[2]
    assert said.startswith(" Rabu, 9 Oktober 2019 ")
    assert "2024" not in said
