"""An English text that fell behind the Indonesian one is pointed out where it is edited and published."""

import pytest
from django.test import Client

from articles.english import source_digest
from articles.models import Article
from tests import factories as make
from tests.desk.act_pages import act_address
from tests.desk.pages import change_address, save

STALE = "Teks Indonesia berubah sesudah diterjemahkan."


def pages(browser: Client, article: Article) -> list[str]:
    urls = [change_address(article), act_address(article, "publish_urgently")]
    return [browser.get(url).content.decode() for url in urls]


def translated(browser: Client) -> Article:
    article = make.article(english=True)
    save(browser, change_address(article), title_en="A Visit")
    article.refresh_from_db()
    return article


@pytest.mark.parametrize(
    "typed", [{"title_en": "A Visit"}, {"lead_en": "A lead."}, {"body_en": "<p>Text.</p>"}]
)
def test_saving_the_english_text_remembers_what_it_translates(desk: Client, typed: dict[str, str]) -> None:
    article = make.article(english=True)
    save(desk, change_address(article), **typed)
    article.refresh_from_db()
    assert article.english_source == source_digest(article)


def test_a_text_that_is_not_ready_remembers_nothing(desk: Client) -> None:
    article = make.article()
    save(desk, change_address(article), title_en="A Visit")
    article.refresh_from_db()
    assert article.english_source == ""
    assert not any(STALE in page for page in pages(desk, article))


@pytest.mark.parametrize("field", ["title", "lead", "body"])
def test_an_indonesian_text_that_moves_on_leaves_the_english_stale(desk: Client, field: str) -> None:
    article = translated(desk)
    assert not any(STALE in page for page in pages(desk, article))
    save(desk, change_address(article), **{field: "<p>Teks lain.</p>"})
    assert all(STALE in page for page in pages(desk, article))


def test_what_no_translation_renders_makes_nothing_stale(desk: Client) -> None:
    article = translated(desk)
    save(desk, change_address(article), place="Jakarta", contact="Humas")
    assert not any(STALE in page for page in pages(desk, article))


def test_translating_anew_ends_it(desk: Client) -> None:
    article = translated(desk)
    save(desk, change_address(article), title="Judul lain")
    save(desk, change_address(article), title_en="Another Title")
    assert not any(STALE in page for page in pages(desk, article))


def test_so_does_calling_it_ready_once_more(desk: Client) -> None:
    article = translated(desk)
    save(desk, change_address(article), title="Judul lain")
    save(desk, change_address(article), english_ready=None)
    save(desk, change_address(article), english_ready="on")
    assert not any(STALE in page for page in pages(desk, article))
