"""The intake screen without a browser: who may, what is asked and shown, what comes back, what is written."""

from __future__ import annotations

import io
import re
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.intake.opening import FILE_LIMIT
from articles.intake.proposals import Proposal, Proposals
from articles.intake.proposing import propose
from articles.intake.reader import Span
from articles.intake.reader import read as read_text
from articles.models import Article, Citation, Revision
from articles.seed.reference import build_reference
from entities.models import Organization, Person
from pressroom.desk.intake.cards import accept_certain
from pressroom.desk.intake.highlights import highlight
from pressroom.desk.roles import ROLES
from tests import factories as make
from tests.desk.conftest import LogIn

pytestmark = pytest.mark.django_db
SOURCE = Path(settings.BASE_DIR, "fixtures/source")
SEED = next(SOURCE.glob("*.txt")).read_text()
PUBLISHED = "2024-10-09"
ADDRESS = "/admin/intake/"


@pytest.fixture
def reference(db: None) -> None:
    build_reference(SOURCE)


class Controls(HTMLParser):
    """What a browser without scripts would send from the page if nobody touched it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sent: dict[str, str] = {}
        self.ids: set[str] = set()
        self.select = self.area = ""
        self.feed(page)

    def handle_starttag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        given = dict(pairs)
        self.ids.add(given.get("id") or "")
        name, value = given.get("name") or "", given.get("value") or ""
        if tag == "select":
            self.select = name
        elif tag == "option" and (self.select not in self.sent or "selected" in given):
            self.sent[self.select] = value
        elif tag == "textarea":
            self.area, self.sent[name] = name, ""
        elif tag == "input" and (given.get("type") != "radio" or "checked" in given):
            self.sent[name] = value

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.area = ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.sent[self.area] += data.removeprefix("\n")


def read(browser: Client, text: str = SEED, **more: Any) -> HttpResponse:
    return browser.post(ADDRESS, {"step": "read", "text": text, "published": PUBLISHED, **more})


def sent(response: HttpResponse, **typed: str) -> dict[str, str]:
    found = Controls(response.content.decode()).sent
    found = {name: value for name, value in found.items() if name not in ("", "csrfmiddlewaretoken", "file")}
    # Browsers send every line end as two characters.
    return {name: value.replace("\n", "\r\n") for name, value in (found | typed).items()}


def accepting(response: HttpResponse) -> dict[str, str]:
    """Every card taken as it is proposed."""
    cards = [card for group in response.context["groups"] for card in group.cards]
    return {f"{card.key}-verdict": "accept" for card in cards if card.proposal.decidable}


@pytest.mark.parametrize("role", [*ROLES, "admin"])
def test_whoever_may_add_releases_may_paste_them(log_in: LogIn, role: str) -> None:
    allowed = role == "admin" or "articles.add_article" in ROLES[role]
    browser = log_in(role)
    assert browser.get(ADDRESS).status_code == (200 if allowed else 403)
    assert read(browser).status_code == (200 if allowed else 403)
    offered = [browser.get(reverse("admin:index")).content.decode()]
    if role not in ("Administrator", "Pengelola Mitra"):
        offered.append(browser.get(reverse("admin:articles_article_changelist")).content.decode())
    assert all((ADDRESS in page) == allowed for page in offered)


def test_nobody_else_is_let_in(client: Client) -> None:
    assert client.get(ADDRESS).status_code == 302
    assert not Article.objects.exists()


def test_a_forged_form_is_refused(log_in: LogIn) -> None:
    """The check runs behind the sieve for large files, but it runs."""
    browser = log_in("Penulis")
    browser.handler.enforce_csrf_checks = True
    assert read(browser).status_code == 403


def test_the_day_is_today_unless_said_otherwise(desk: Client) -> None:
    page = desk.get(ADDRESS)
    assert sent(page)["published"] == timezone.localdate().isoformat()
    assert read(desk, published="").status_code == 200
    assert read(desk, published="").context["published"] is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"text": ""}, "Tempelkan naskahnya, atau pilih berkas."),
        ({"text": " \n"}, "Tempelkan naskahnya, atau pilih berkas."),
        ({"text": "a" * 1_000_001}, "paling banyak satu juta karakter"),
        ({"published": "besok"}, "tanggal"),
        ({"published": "0001-01-01"}, "1900"),
        ({"file": io.BytesIO(b"Judul")}, "jangan keduanya"),
        ({"text": "", "file": io.BytesIO(b"%PDF-1.7")}, "Ini berkas PDF."),
        ({"text": "", "file": io.BytesIO(b"")}, "Berkas ini kosong."),
    ],
)
def test_what_cannot_be_read_is_said_and_stays_in_the_form(
    desk: Client, typed: dict[str, Any], said: str
) -> None:
    page = read(desk, **typed)
    errors = page.context["form"].errors.as_text()
    assert said.lower() in errors.lower()
    assert sent(page)["text"] == str(typed.get("text", SEED)).replace("\n", "\r\n")


def test_a_file_is_opened(desk: Client) -> None:
    file = io.BytesIO(SEED.encode("utf-16"))
    file.name = "siaran.txt"
    assert read(desk, text="", file=file).context["text"] == SEED.strip()


def test_a_file_of_fifty_megabytes_is_let_go_while_it_arrives(desk: Client) -> None:
    file = io.BytesIO(b"a" * 50 * 1024**2)
    file.name = "besar.txt"
    page = read(desk, text="", file=file)
    assert "Berkas ini 51 MB; paling besar 20 MB" in page.context["form"].errors.as_text()
    assert not page.wsgi_request.FILES
    assert FILE_LIMIT == 20 * 1024**2


def test_a_form_with_too_many_fields_says_so(desk: Client, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 5
    page = read(desk, **{f"x{n}": "" for n in range(10)})
    assert page.status_code == 413
    assert "terlalu banyak" in page.content.decode()


def test_reading_stores_nothing(desk: Client, reference: None) -> None:
    page = read(desk)
    assert page.status_code == 200
    assert not Article.objects.exists()
    assert not Person.objects.exists()
    assert not Revision.objects.exists()


def test_the_text_is_shown_whole_with_its_findings_marked(desk: Client, reference: None) -> None:
    page = read(desk).content.decode()
    words = re.search(r'class="words".*?</div>', page, re.DOTALL)[0]
    shown = [unescape(re.sub(r"<[^>]+>", "", line)) for line in re.findall(r"<p>(.*?)</p>", words)]
    assert shown == [line for line in SEED.strip().split("\n") if line]
    assert 'data-cards="person-0' in words


def test_every_mark_leads_to_its_card_and_back(desk: Client, reference: None) -> None:
    page = read(desk).content.decode()
    ids = Controls(page).ids
    targets = set(re.findall(r'href="#([^"]+)"', page)) - {"content-start"}
    assert len(targets) > 20
    assert targets <= ids


def test_what_is_inferred_gives_its_reason(desk: Client, reference: None) -> None:
    page = read(desk).content.decode()
    assert "disimpulkan" in page
    assert "dinyatakan" in page


def test_only_what_was_accepted_becomes_part_of_the_draft(desk: Client, reference: None) -> None:
    page = read(desk)
    answer = desk.post(ADDRESS, sent(page, **{"step": "draft", "organization-0-verdict": "accept"}))
    article = Article.objects.get()
    assert answer.url == reverse("admin:articles_article_change", args=[article.pk])
    assert article.title == SEED.split("\n")[0]
    assert Organization.objects.count() == 1
    assert not Person.objects.exists()
    assert article.revisions.get().author == answer.wsgi_request.user
    assert "sudah dibuat" in desk.get(answer.url).content.decode()


def test_the_plain_form_accepts_all_that_is_certain_and_drafts_it(desk: Client, reference: None) -> None:
    """Three posts of what the pages show: nothing typed, no script."""
    certain = desk.post(ADDRESS, sent(read(desk), step="certain"))
    answers = sent(certain, step="draft")
    assert answers["person-0-verdict"] == "accept"
    assert desk.post(ADDRESS, answers).status_code == 302
    article = Article.objects.get()
    assert article.people.exists()
    assert Citation.objects.filter(article=article).exists()


def test_accepting_all_that_is_certain_overrules_nobody(desk: Client, reference: None) -> None:
    page = read(desk)
    typed = {"step": "certain", "person-0-verdict": "skip", "person-1-name": "Nama Lain"}
    again = sent(desk.post(ADDRESS, sent(page, **typed)))
    assert (again["person-0-verdict"], again["person-1-name"]) == ("skip", "Nama Lain")


def test_what_needs_another_card_waits_with_it() -> None:
    speaker = Proposal("person-0", "person", "Sari", ())
    quote = Proposal("quote-0", "quote", "Siap.", (), certain=True, needs=("person-0",))
    cards = Proposals(read_text("Judul"), (speaker, quote))
    assert accept_certain(cards, {}) == {}
    assert accept_certain(cards, {"person-0-verdict": "accept"})["quote-0-verdict"] == "accept"


def test_what_is_refused_says_where_and_keeps_what_was_typed(desk: Client, reference: None) -> None:
    page = read(desk)
    typed = accepting(page) | {"step": "draft", "person-0-name": "", "release-0-place": "Bandung"}
    refused = desk.post(ADDRESS, sent(page, **typed))
    assert refused.status_code == 200
    assert not Article.objects.exists()
    assert not Person.objects.exists()
    assert "person-0-name" in [error.place for error in refused.context["errors"]]
    shown = refused.content.decode()
    assert 'href="#person-0-name"' in shown
    assert 'aria-describedby="error-person-0-name"' in shown
    again = sent(refused)
    assert (again["release-0-place"], again["person-0-name"]) == ("Bandung", "")
    assert again["person-1-verdict"] == "accept"


def test_the_text_can_be_changed_after_reading(desk: Client, reference: None) -> None:
    page = desk.post(ADDRESS, sent(read(desk), step="text"))
    assert sent(page)["text"].split() == SEED.split()
    assert sent(page)["published"] == PUBLISHED


def test_a_known_person_is_offered_and_not_made_again(desk: Client, reference: None) -> None:
    make.person("Eddy Hartono", slug="eddy-hartono")
    page = read(desk)
    certain = desk.post(ADDRESS, sent(page, **accepting(page), step="certain"))
    card = next(
        card
        for group in certain.context["groups"]
        for card in group.cards
        if card.kind == "person" and card.options
    )
    known = Person.objects.get(slug="eddy-hartono")
    assert card.options[0].value == str(known.pk)
    assert reverse("admin:entities_person_change", args=[known.pk]) in certain.content.decode()


def proposals(text: str, *spans: tuple[int, int]) -> list[Proposal]:
    return [
        Proposal(f"person-{n}", "person", text[start:end], (Span(start, end),))
        for n, (start, end) in enumerate(spans)
    ]


@pytest.mark.parametrize(
    ("spans", "pieces"),
    [
        ([], [("abcdef", "")]),
        ([(0, 6)], [("abcdef", "person-0")]),
        ([(0, 4), (2, 6)], [("ab", "person-0"), ("cd", "person-0 person-1"), ("ef", "person-1")]),
        ([(0, 6), (2, 3)], [("ab", "person-0"), ("c", "person-1 person-0"), ("def", "person-0")]),
        ([(1, 2), (1, 2)], [("a", ""), ("b", "person-0 person-1"), ("cdef", "")]),
        ([(4, 2), (3, 99), (-1, 2)], [("abcdef", "")]),
    ],
)
def test_findings_may_overlap_in_any_way(spans: list[tuple[int, int]], pieces: list[tuple[str, str]]) -> None:
    (line,) = highlight("abcdef", proposals("abcdef", *spans))
    assert [(piece.text, piece.keys) for piece in line] == pieces


def test_a_finding_over_two_lines_is_one_place() -> None:
    lines = highlight("ab\n\ncd", proposals("ab\n\ncd", (1, 5)))
    assert [[piece.text for piece in line] for line in lines] == [["a", "b"], ["c", "d"]]
    assert [piece.begins for line in lines for piece in line if piece.begins] == [("person-0",)]


def test_markup_in_a_text_is_only_text(desk: Client, reference: None) -> None:
    page = read(desk, text='Judul <script>alert("x")</script>\n\nJakarta - "<b>Isi</b>" & \'akhir\'.').content
    assert b"<script>alert" not in page
    assert b"<b>Isi</b>" not in page


def test_a_long_text_is_shown_in_time(desk: Client, reference: None) -> None:
    page = read(desk, text=(SEED + "\n\n") * 20)
    assert page.status_code == 200
    assert page.context["text"].count("expert meeting") == SEED.count("expert meeting") * 20


def test_the_cards_have_the_same_names_on_the_way_back(reference: None) -> None:
    once, again = (propose(SEED, date(2024, 10, 9)) for _time in range(2))
    assert [card.key for card in once.cards] == [card.key for card in again.cards]
