"""The desk in a real browser: nothing on it breaks the content security policy, and its editor works."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from agreements.models import Agreement
from articles.models import Article
from entities.models import Person, Topic
from tests import factories as make
from tests.desk.pages import address, change_address

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not CHROMIUM.exists() and not os.environ.get("CI"),
        reason="THERE IS NO CHROMIUM; nothing tried.",
    ),
]


@pytest.fixture
def page(transactional_db: None, live_server: LiveServer, browser: Browser) -> Iterator[Page]:
    """The superuser at the desk, in Indonesian; what the browser complains of is in `complaints`."""
    session = Client()
    session.force_login(make.user(is_staff=True, is_superuser=True))
    cookie = {"name": "sessionid", "value": session.cookies["sessionid"].value, "url": live_server.url}
    context = browser.new_context(locale="id-ID", base_url=live_server.url)
    context.add_cookies([cookie])
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    context.close()


def serious(complaints: list[str]) -> list[str]:
    """Without the icon that a browser asks of every site."""
    return [text for text in complaints if "404 (Not Found)" not in text]


def test_no_page_breaks_the_policy(page: Page) -> None:
    article, agreement, step = make.article(), make.agreement(), make.action()
    held = make.person_honorific()
    urls = [
        reverse("admin:index"),
        *(address(model, "changelist") for model in (Article, Agreement, Person)),
        *(address(model, "add") for model in (Article, Agreement, Person)),
        *(change_address(row) for row in (article, agreement, step.agreement, held.person)),
        change_address(make.edition()),
        reverse("admin:articles_article_act", args=[article.pk, "publish_urgently"]),
    ]
    for url in urls:
        page.goto(url)
        page.wait_for_load_state("networkidle")
    assert serious(page.complaints) == []


# The editor hears of a moved caret after the browser moved it; a quick key would still go to the old place.
AT_THE_END = """async box => {
    const at_end = ({selection, doc}) => selection.empty && selection.to === doc.content.size - 1
    for (let frame = 0; frame < 600 && !at_end(box.editor.state); frame++)
        await new Promise(requestAnimationFrame)
    return at_end(box.editor.state)
}"""


def go_on_writing(page: Page) -> None:
    """Put the caret behind the last word of the text."""
    box = page.get_by_role("textbox", name="Isi:", exact=True)
    box.click()
    page.keyboard.press("Control+End")
    assert box.evaluate(AT_THE_END)


def test_the_editor_writes_the_subset_and_speaks_indonesian(page: Page) -> None:
    article = make.article(body="<p>BNPT menerima tamu.</p>")
    page.goto(change_address(article))
    go_on_writing(page)
    page.keyboard.press("Enter")
    page.locator(".prose-editor").first.get_by_role("button", name="tebal").click()
    page.keyboard.type("Kedubes Rusia")
    page.locator("input[name=_continue]").click()
    page.wait_for_load_state("networkidle")
    article.refresh_from_db()
    assert article.body == "<p>BNPT menerima tamu.</p><p><strong>Kedubes Rusia</strong></p>"
    assert serious(page.complaints) == []


def test_an_autocomplete_finds_and_keeps_a_choice(page: Page) -> None:
    article, topic = make.article(), make.topic("Pendanaan terorisme")
    page.goto(change_address(article))
    page.locator(".field-topics .select2-search__field").fill("pendanaan")
    page.locator(".select2-results__option", has_text="Pendanaan terorisme").click()
    page.locator("input[name=_continue]").click()
    page.wait_for_load_state("networkidle")
    assert list(article.topics.all()) == [topic]
    assert serious(page.complaints) == []


def test_a_dash_in_a_title_parts_words_in_the_address(page: Page) -> None:
    page.goto(address(Topic, "add"))
    page.get_by_label("Nama:", exact=True).press_sequentially("Kerja sama Indonesia–Rusia/Jepang")
    assert page.get_by_label("Alamat halaman:").input_value() == "kerja-sama-indonesia-rusia-jepang"
