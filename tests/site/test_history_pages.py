"""The page of a release's life, and what changed from one public edition to the next, word by word."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.models import Article
from articles.publishing import publish
from pressroom.site.languages import address_in
from tests import factories as make
from tests.site import lives
from tests.site.html import Page
from tests.site.lives import MORNING, SECRET

pytestmark = pytest.mark.django_db
PATH = "/siaran-pers/kunjungan/riwayat/"
FEW = 6


def rewritten(article: Article, body: str, kind: str = "update", **answers: object) -> None:
    """The next edition, in which the Indonesian text is another."""
    article.refresh_from_db()
    article.body = body
    article.save()
    publish(article, kind=kind, reason="Arsip.", **{"note": "Diperbarui.", "note_en": "Updated.", **answers})


def test_every_note_and_every_public_edition_is_listed(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    article = lives.released()
    lives.correct(article)
    rewritten(article, "<p>Lain.</p>", "minor", note="", note_en="", at=MORNING + timedelta(hours=1))
    with django_assert_max_num_queries(FEW):
        page = Page(client.get(PATH))
    assert "Ralat · Kamis, 10 Oktober 2024, 08.00 WIB Semula: Keliru 1. Yang benar: Betul 1." in page.text
    assert page.text.count("Apa yang berubah pada edisi") == 2
    assert {f"{PATH}2/", f"{PATH}3/"} <= set(page.links)
    assert PATH in Page(client.get("/siaran-pers/kunjungan/")).links


def test_what_changed_is_told_word_by_word_also_to_those_who_hear_it(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    article = lives.released(body="<p>Tetap sama.</p><p>Disahkan pada tahun 2011.</p>")
    rewritten(article, "<p>Tetap sama.</p><p>Disahkan pada tahun 2010.</p>", at=MORNING)
    with django_assert_max_num_queries(FEW + 5):
        answer = client.get(f"{PATH}2/")
    page = Page(answer)
    assert "1 paragraf tidak berubah Disahkan pada tahun [dihapus: 2011 ] [ditambahkan: 2010 ] ." in page.text
    assert (page.tags["del"], page.tags["ins"]) == (1, 1)
    assert "Tetap sama" not in page.text


def test_an_edition_that_changed_nothing_in_a_language_says_so(client: Client) -> None:
    article = lives.released()
    rewritten(article, "<p>Lain.</p>", at=MORNING)
    said = Page(client.get(address_in("en", "edition", "kunjungan-en", "2")))
    assert (said.tags["ins"], said.tags["del"]) == (0, 0)


def test_an_edition_leads_to_the_same_step_in_the_other_language_where_that_has_it(client: Client) -> None:
    article = lives.released()
    rewritten(article, "<p>Lain.</p>", at=MORNING)
    english = address_in("en", "edition", "kunjungan-en", "2")
    assert english in Page(client.get(f"{PATH}2/")).links
    assert f"{PATH}2/" in Page(client.get(english)).links


def test_an_edition_of_a_text_without_a_translation_says_so(client: Client) -> None:
    article = make.article(slug="kunjungan", body="<p>Satu.</p>")
    publish(article, reason="Arsip.", at=MORNING)
    rewritten(article, "<p>Dua.</p>")
    page = Page(client.get(f"{PATH}2/"))
    assert "Belum tersedia dalam bahasa Inggris" in page.text
    assert "/en/" not in page.links


def test_only_public_editions_with_one_before_them_have_a_page(client: Client) -> None:
    article = lives.released()
    rewritten(article, "<p>Besok.</p>", at=timezone.now() + timedelta(hours=1))
    statuses = [client.get(f"{PATH}{n}/").status_code for n in ("0", "1", "2", "3", "9" * 30, "satu")]
    assert statuses == [404] * 6
    page = Page(client.get(PATH))
    assert "Edisi 2" not in page.text
    assert "Diperbarui" not in page.text


def test_what_was_withheld_is_not_shown_again_when_the_text_is_back(client: Client) -> None:
    article = lives.released(body="<p>Nama yang salah.</p>")
    rewritten(article, "<p>Nama yang salah sekali.</p>", at=MORNING)
    lives.withdraw(article)
    assert (client.get(PATH).status_code, client.get(f"{PATH}2/").status_code) == (302, 302)
    rewritten(article, "<p>Nama yang benar.</p>")
    rewritten(article, "<p>Nama yang benar sekali.</p>")
    assert [client.get(f"{PATH}{n}/").status_code for n in (2, 3, 4, 5)] == [404, 404, 404, 200]
    pages = [client.get(path).content.decode() for path in (PATH, f"{PATH}5/")]
    assert not any("salah" in page.replace("Salah orang", "") for page in pages)


def test_a_killed_release_has_no_history(client: Client) -> None:
    article = lives.released()
    lives.update(article)
    lives.kill(article)
    for path in (PATH, f"{PATH}2/"):
        answer = client.get(path, follow=True)
        assert answer.status_code == 410
        assert SECRET not in answer.content.decode()


def test_changed_speakers_and_captions_are_told_too(client: Client) -> None:
    someone, other = make.person("Sari"), make.person("Budi")
    article = make.article(slug="kunjungan", body="<p>Kami siap.</p>")
    quote = make.quote(article, someone, text="Kami siap.")
    publish(article, reason="Arsip.", at=MORNING)
    quote.speaker = other
    quote.save()
    article.place = "Bogor"
    article.save()
    publish(article, kind="update", note="Pembicara dibetulkan.", reason="Arsip.")
    said = Page(client.get(f"{PATH}2/")).text
    assert "Pembicara [dihapus: Sari ] [ditambahkan: Budi ]" in said
    assert "Tempat" in said
