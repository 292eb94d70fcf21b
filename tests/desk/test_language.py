"""The desk speaks Indonesian: no English is left over on its pages, scripts or messages."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.db import models
from django.test import Client
from django.urls import reverse

from articles.models import Article
from entities.models import Topic
from tests import factories as make
from tests.desk.act_pages import act_address
from tests.desk.pages import REGISTERED, address, change_address, errors, save
from tests.desk.stages import Stage, at_stage
from tests.desk.test_acts import ASKED, sorted_text
from tests.desk.test_lists import ROWS

# Words that give an English sentence away and are no Indonesian ones.
ENGLISH = re.compile(
    r"\b(the|and|of|to|is|are|was|with|this|that|by|for|your|you|please|add|added|change|changed|changes|delete|"
    r"remove|save|search|select|selected|choose|view|log (?:in|out)|history|home|none|yes|unknown|true|"
    r"false|enter|"
    r"required|valid|any|all|today|action|actions|name|password|email|last|status of|can|show|clear|"
    r"toggle|skip|breadcrumbs|sidebar|welcome|available|close|currently|date|time)\b",
    re.IGNORECASE,
)
# Names of things, not words of the interface.
NAMES = re.compile(r"IPTC Media Topic")
READ_ATTRIBUTES = {"title", "placeholder", "aria-label", "alt", "value"}
READ_ALOUD_TYPES = {"submit", "button"}


class Words(HTMLParser):
    """Everything on a page that somebody reads or hears."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in {"script", "style"}
        given = dict(attrs)
        if (tag == "input" and given.get("type") not in READ_ALOUD_TYPES) or tag == "option":
            given.pop("value", None)
        self.found += [value for name, value in given.items() if name in READ_ATTRIBUTES and value]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.found.append(data)


def english_of(html: str) -> set[str]:
    words = Words()
    words.feed(html)
    text = NAMES.sub("", "\n".join(words.found))
    return {match.group() for match in ENGLISH.finditer(text)}


def pages_of(model: type[models.Model]) -> Iterator[str]:
    row = model._default_manager.first() or ROWS[model][0]()
    yield address(model, "changelist")
    yield address(model, "add")
    yield change_address(row)
    yield address(model, "history", row.pk)
    yield address(model, "delete", row.pk)


def test_the_giveaway_words_are_found() -> None:
    assert english_of('<p>Hapus</p><input type="submit" value="Save"><a title="Log out">x</a>') == {
        "Save",
        "Log out",
    }


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.label)
def test_no_english_is_left_on_the_pages_of_a_model(desk: Client, model: type[models.Model]) -> None:
    left = {}
    for url in pages_of(model):
        response = desk.get(url)
        if response.status_code == 200:
            left[url] = english_of(response.content.decode())
    assert {url: words for url, words in left.items() if words} == {}


@pytest.mark.parametrize("name", ["index", "password_change", "password_change_done"])
def test_no_english_is_left_on_the_pages_around_them(desk: Client, name: str) -> None:
    assert english_of(desk.get(reverse(f"admin:{name}")).content.decode()) == set()


@pytest.mark.django_db
def test_no_english_is_left_at_the_door(client: Client) -> None:
    page = client.post(reverse("admin:login"), {"username": "x", "password": "y"}).content.decode()
    assert english_of(page) == set()


@pytest.mark.parametrize(("stage", "act", "fields"), ASKED, ids=sorted_text)
def test_no_english_is_left_on_the_page_of_an_act(
    desk: Client, stage: Stage, act: str, fields: set[str]
) -> None:
    url = act_address(at_stage(stage), act)
    assert english_of(desk.get(url).content.decode()) == set()
    assert english_of(desk.post(url, {}).content.decode()) == set()


@pytest.mark.parametrize("model", [Article, Topic], ids=lambda model: model._meta.label)
def test_an_empty_form_is_refused_in_indonesian(desk: Client, model: type[models.Model]) -> None:
    response = save(desk, address(model, "add"))
    assert set(errors(response)) == {"Isian ini wajib diisi."}
    assert english_of(response.content.decode()) == set()


def test_a_double_address_is_said_to_exist_and_not_the_contrary(desk: Client) -> None:
    topic = make.topic()
    response = save(desk, address(Topic, "add"), name="Lain", slug=topic.slug)
    assert errors(response) == ["Topik dengan Alamat halaman ini sudah ada."]


def test_scripts_speak_the_same_language(desk: Client) -> None:
    script = desk.get(reverse("admin:jsi18n")).content.decode()
    assert '"bold": "tebal"' in script
    assert '"Filter": "Saring"' in script
    assert '"Today": "Hari ini"' in script
