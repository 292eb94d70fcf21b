"""Withdrawn and killed releases: the address answers in every language, and the text is nowhere."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.models import Article, EditionText, PublicNote
from articles.publishing import publish
from tests import factories as make
from tests.site import lives
from tests.site.html import Page
from tests.site.lives import SECRET

pytestmark = pytest.mark.django_db
Act = Callable[..., object]
PATH, PATH_EN = "/siaran-pers/kunjungan/", "/en/press-releases/kunjungan-en/"
BOTH = [PATH, PATH_EN]
ACTS = [pytest.param(lives.withdraw, 200, id="withdrawn"), pytest.param(lives.kill, 410, id="killed")]
FEW = 8
# Everywhere else that a text shows itself.
ELSEWHERE = [
    *("/", "/en/", "/siaran-pers/", "/en/press-releases/", f"/cari/?q={SECRET}", f"/en/search/?q={SECRET}"),
    *("/sitemap-releases.xml", "/tokoh/", "/tokoh/tamu/", "/topik/pokok/", "/agenda/acara/"),
    *("/siaran-pers/?person=tamu", "/siaran-pers/tetangga/"),
]


def with_everything() -> Article:
    """A release with a quote, subjects and an image, and another one beside it."""
    article = make.article(SECRET, slug="kunjungan", english=True, slug_en="kunjungan-en", title_en=SECRET)
    guest, topic, event = (
        make.person("Tamu", slug="tamu"),
        make.topic(slug="pokok"),
        make.event(slug="acara"),
    )
    make.quote(article, guest)
    make.article_image(article, make.image(caption=SECRET, alt_en="Two people", caption_en=SECRET))
    article.people.add(guest)
    article.topics.add(topic)
    article.events.add(event)
    publish(article, reason="Arsip.")
    publish(make.article("Tetangga", slug="tetangga"), reason="Arsip.")
    return article


@pytest.mark.parametrize("path", BOTH)
def test_a_withdrawn_release_keeps_address_and_headline_and_says_why(client: Client, path: str) -> None:
    lives.withdraw(lives.released())
    answer = client.get(path)
    page = Page(answer)
    assert answer.status_code == 200
    assert {"name": "robots", "content": "noindex"} in page.all("meta")
    assert f"{SECRET} hadir" not in page.text
    assert page.tags["h1"] == 1
    assert SECRET in page.text
    assert ("Wrong person." if path == PATH_EN else "Salah orang.") in page.text


@pytest.mark.parametrize("path", BOTH)
def test_a_killed_release_is_gone_for_good_and_nothing_of_it_is_said_again(client: Client, path: str) -> None:
    lives.kill(lives.released())
    answer = client.get(path)
    page = answer.content.decode()
    assert answer.status_code == 410
    assert SECRET not in page
    assert "kunjungan" not in page
    assert {"name": "robots", "content": "noindex"} in Page(answer).all("meta")
    assert ("Wrong person." if path == PATH_EN else "Salah orang.") in Page(answer).text


@pytest.mark.parametrize(("act", "status"), ACTS)
@pytest.mark.parametrize("path", BOTH)
def test_no_quote_subject_or_image_stays_at_the_address(
    client: Client, act: Act, status: int, path: str
) -> None:
    act(with_everything())
    answer = client.get(path)
    page = Page(answer)
    assert answer.status_code == status
    assert not page.tags["figure"] + page.tags["img"]
    assert "Riwayat perubahan" not in page.text
    assert "BNPT menerima kunjungan kehormatan." not in page.text
    assert not {"/tokoh/tamu/", "/topik/pokok/", "/agenda/acara/", "/siaran-pers/tetangga/"} & set(page.links)


@pytest.mark.parametrize(("act", "status"), ACTS)
def test_the_text_is_nowhere_else(client: Client, act: Act, status: int) -> None:
    act(with_everything())
    page = {path: client.get(path).content.decode() for path in ELSEWHERE}
    links = f"{SECRET}</a>\n              <span><strong"  # the front page names withdrawals
    listed = [path for path, body in page.items() if SECRET in body.replace(f"q={SECRET}", "")]
    told = ["/", "/en/"] if status == 200 else []
    searches = [path for path in ELSEWHERE if "?q=" in path]
    assert [path for path in listed if path not in searches] == told
    assert all(links in page[path] for path in told)
    assert all("<ol" not in page[path] for path in searches)


@pytest.mark.parametrize(("act", "status"), ACTS)
def test_its_images_are_gone_too(client: Client, act: Act, status: int) -> None:
    article = with_everything()
    path = f"/media/{article.images.get().image.display}"
    assert client.get(path).status_code == 200
    act(article)
    assert client.get(path).status_code == 404


def test_old_addresses_of_a_withdrawn_release_lead_to_the_notice(client: Client) -> None:
    article = lives.released("lama")
    article.slug, article.slug_en = "baru", "baru-en"
    article.save()
    lives.update(article)
    lives.withdraw(article)
    for old, new in (
        ("/siaran-pers/lama/", "/siaran-pers/baru/"),
        ("/en/press-releases/lama-en/", "/en/press-releases/baru-en/"),
    ):
        answer = client.get(old)
        assert (answer.status_code, answer["Location"]) == (301, new)
        assert client.get(new).status_code == 200


def test_old_addresses_of_a_killed_release_are_gone_like_the_last_one(client: Client) -> None:
    article = lives.released("lama")
    article.slug = "baru"
    article.save()
    lives.update(article)
    lives.kill(article)
    for path in ("/siaran-pers/lama/", "/siaran-pers/baru/", "/en/press-releases/lama-en/"):
        answer = client.get(path)
        assert answer.status_code == 410
        assert "baru" not in answer.content.decode().replace("terbaru", "")


@pytest.mark.parametrize(("act", "status"), ACTS)
def test_a_language_that_never_was_is_no_page(client: Client, act: Act, status: int) -> None:
    article = make.article(slug="kunjungan")
    publish(article, reason="Arsip.")
    act(article)
    assert client.get(PATH).status_code == status
    for path in ("/en/press-releases/kunjungan/", "/en/press-releases/kunjungan-en/"):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize(("act", "status"), ACTS)
def test_a_language_given_up_before_answers_as_well(client: Client, act: Act, status: int) -> None:
    article = lives.released()
    Article.objects.filter(pk=article.pk).update(english_ready=False)
    lives.update(article)
    assert client.get(PATH_EN).status_code == 404
    act(article)
    answer = client.get(PATH_EN)
    assert answer.status_code == status
    assert '<span lang="id">' in answer.content.decode() or "Wrong person." in answer.content.decode()


def test_the_notices_of_both_languages_lead_to_each_other(client: Client) -> None:
    lives.withdraw(lives.released())
    assert PATH_EN in Page(client.get(PATH)).links
    assert PATH in Page(client.get(PATH_EN)).links
    assert set(Page(client.get(PATH)).alternates()) == {"id", "en", "x-default"}


@pytest.mark.parametrize(("act", "status"), ACTS)
def test_a_successor_is_named_while_it_is_public(client: Client, act: Act, status: int) -> None:
    successor = lives.released("pengganti", title="Pengganti", title_en="Successor")
    act(lives.released(), successor)
    assert "/siaran-pers/pengganti/" in Page(client.get(PATH)).links
    assert "Successor" in Page(client.get(PATH_EN)).text
    lives.withdraw(successor)
    assert "/siaran-pers/pengganti/" not in Page(client.get(PATH)).links
    assert "Pengganti" not in Page(client.get(PATH)).text


def test_a_successor_without_english_is_named_in_indonesian(client: Client) -> None:
    successor = make.article("Pengganti", slug="pengganti")
    publish(successor, reason="Arsip.")
    lives.withdraw(lives.released(), successor)
    link = {"href": "/siaran-pers/pengganti/", "lang": "id", "hreflang": "id"}
    assert link in Page(client.get(PATH_EN)).all("a")


@pytest.mark.parametrize(("act", "status"), ACTS)
def test_the_reason_reads_as_the_desk_mended_it(client: Client, act: Act, status: int) -> None:
    act(lives.released())
    PublicNote.objects.update(text="Tertukar.", text_en="Mixed up.")
    assert "Tertukar." in Page(client.get(PATH)).text
    assert "Mixed up." in Page(client.get(PATH_EN)).text
    assert "Salah orang" not in Page(client.get(PATH)).text


def test_a_withdrawn_release_of_which_only_the_day_is_known_shows_that_day(client: Client) -> None:
    lives.withdraw(lives.released(released_on=timezone.datetime(2019, 3, 1).date()))
    assert '<time datetime="2019-03-01">1 Maret 2019</time>' in client.get(PATH).content.decode()


def test_a_reinstated_release_has_its_page_back(client: Client) -> None:
    article = lives.released()
    lives.withdraw(article)
    lives.update(article, at=None)
    for path in BOTH:
        assert f"{SECRET} hadir." in Page(client.get(path)).text
    assert EditionText.objects.current().count() == 2


@pytest.mark.parametrize(("act", "status"), ACTS)
def test_a_notice_costs_few_queries(
    client: Client, act: Act, status: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    act(with_everything(), lives.released("pengganti"))
    for path in BOTH:
        with django_assert_max_num_queries(FEW):
            assert client.get(path).status_code == status


def test_every_image_of_a_killed_release_stays_on_the_disk(client: Client) -> None:
    """The record still proves what was said; only the public has it no more."""
    article = with_everything()
    lives.kill(article)
    assert Path(article.images.get().image.display.path).exists()
