"""Links in a text: our own pages must exist for readers, other hosts must have answered."""

import pytest

from articles.checklist import Level, check, outside_links
from articles.checklist.links import hrefs
from articles.models import Article, ArticleSlug
from tests import factories as make

pytestmark = pytest.mark.django_db

LOST = "tidak ada di situs kita"


def linking(*addresses: str, **fields) -> Article:
    return make.article(body="".join(f'<p><a href="{address}">x</a></p>' for address in addresses), **fields)


def warnings(article: Article) -> list[str]:
    return [line.text for line in check(article) if line.rule == "links" and line.level == Level.WARNS]


def published(language: str = "id", **text) -> None:
    """The text of a release that readers have, with an address that it had before."""
    shown = make.edition_text(make.edition(), language, **text)
    for slug in (shown.slug, f"{shown.slug}-lama"):
        ArticleSlug.objects.create(
            article=shown.article, language=language, slug=slug, public_from=make.LONG_AGO
        )


@pytest.fixture
def _pages(db: None) -> None:
    make.person(slug="eddy")
    make.person(slug="rahasia", public_from=None)
    make.organization(slug="bnpt")
    make.agreement(slug="mou")
    make.event(slug="rapat")
    make.event(slug="rapat-rahasia", public_from=None)
    make.topic(slug="terorisme")
    published(slug="siaran")
    published("en", slug="release")
    published(slug="siaran-kelak", public_from=make.FAR_AHEAD)
    published(slug="siaran-dahulu", superseded_at=make.LONG_AGO)


STANDING = [
    "/",
    "/en/",
    "/siaran-pers/",
    "/siaran-pers",
    "/siaran-pers/?person=eddy",
    "/siaran-pers/siaran/",
    "/siaran-pers/siaran/#kutipan-1",
    "/siaran-pers/siaran-lama/",
    "/en/press-releases/release/",
    "http://localhost/tokoh/eddy/",
    "//localhost/tokoh/eddy/",
    "/tokoh/eddy/",
    "/en/people/eddy/",
    "/lembaga/bnpt/",
    "/perjanjian/mou/",
    "/agenda/rapat/",
    "/topik/terorisme/",
    "/atom.xml",
]
BROKEN = [
    "/tidak-ada/",
    "siaran-pers/siaran/",
    "/tokoh/entah/",
    "/tokoh/rahasia/",
    "/agenda/rapat-rahasia/",
    "/siaran-pers/entah/",
    "/siaran-pers/siaran-kelak/",
    "/siaran-pers/siaran-dahulu/",
    "/siaran-pers/release/",
    "/en/press-releases/siaran/",
    "/press-releases/release/",
    "/admin/",
    "/admin/articles/article/1/change/",
    "http://localhost/tidak-ada/",
]


@pytest.mark.usefixtures("_pages")
@pytest.mark.parametrize("address", STANDING)
def test_a_page_that_readers_can_open_is_fine(address: str) -> None:
    assert warnings(linking(address)) == []


@pytest.mark.usefixtures("_pages")
@pytest.mark.parametrize("address", BROKEN)
def test_a_page_that_readers_cannot_open_is_told(address: str) -> None:
    [warning] = warnings(linking(address))
    assert LOST in warning
    assert address in warning


def test_a_release_may_link_to_itself_and_to_what_it_makes_known() -> None:
    article = linking("/siaran-pers/baru/", "/agenda/rapat/", slug="baru")
    [warning] = warnings(article)
    assert "/agenda/rapat/" in warning
    article.events.add(make.event(slug="rapat", public_from=None))
    assert warnings(article) == []


@pytest.mark.parametrize("address", ["mailto:humas@contoh.go.id", "tel:+62211234", "http://[", "https:///"])
def test_what_is_no_page_is_not_asked_for(address: str) -> None:
    article = make.article(body=f'<p><a href="{address}">x</a></p>')
    assert outside_links(article) == []


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"status": 404, "problem": "error"}, "kesalahan 404"),
        ({"status": None, "problem": "silent"}, "tidak menjawab"),
        ({"status": None, "problem": "private"}, "jaringan dalam"),
    ],
)
def test_the_last_answer_of_another_host_is_told(answer: dict, words: str) -> None:
    make.link_check("https://contoh.go.id/a", **answer)
    [warning] = warnings(linking("https://contoh.go.id/a#bagian"))
    assert words in warning
    assert "https://contoh.go.id/a#bagian" in warning


def test_an_address_that_nobody_has_asked_is_told_and_one_that_answered_is_not() -> None:
    make.link_check("https://contoh.go.id/a")
    [warning] = warnings(linking("https://contoh.go.id/a", "https://contoh.go.id/b"))
    assert "belum diperiksa: https://contoh.go.id/b" in warning


def test_an_address_is_told_once_for_each_text_it_stands_in() -> None:
    again = '<p><a href="/tidak-ada/">x</a></p>'
    assert len(warnings(linking("/tidak-ada/", "/tidak-ada/", english=True, body_en=again))) == 2
    assert len(warnings(linking("/tidak-ada/", body_en=again))) == 1


def test_only_other_hosts_are_asked() -> None:
    article = linking("/tokoh/", "http://localhost/", "https://contoh.go.id/", "https://contoh.go.id/")
    assert outside_links(article) == ["https://contoh.go.id/"]


def test_every_form_of_a_link_is_read() -> None:
    markup = '<p>href="/a" <a hreflang="en" href="/b?c=1&amp;d=2">x</a><a>y</a><A HREF="/e">z</A></p>'
    assert hrefs(markup) == ["/b?c=1&d=2", "/e"]
