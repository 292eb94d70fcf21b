"""The first page of the desk: what waits for whom, in few queries."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import english, revisions
from articles.models import Article
from articles.workflow import perform
from pressroom.desk.dashboard import MOST
from pressroom.desk.moments import both_clocks
from pressroom.desk.roles import ROLES
from tests import factories as make
from tests.desk.act_pages import text_of
from tests.desk.conftest import LogIn
from tests.desk.stages import Makers, Stage, at_stage

BUDGET = 12
INDEX = reverse("admin:index")
OWED, AWAITING = "Menunggu persetujuan susulan", "Menunggu tinjauan Anda"
APPROVED = "Disetujui, belum terbit"
SCHEDULED, DRAFTS, STALE = "Terjadwal", "Draf saya", "Teks Inggris tertinggal"


def lists(browser: Client) -> dict[str, list[str]]:
    boards = browser.get(INDEX).context["boards"]
    return {board.heading: [line.title for line in board.lines] for board in boards}


def own_draft(browser: Client, title: str = "Draf") -> Article:
    article = make.article(title)
    revisions.store(article, user_of(browser))
    return article


def user_of(browser: Client) -> User:
    return User.objects.get(pk=browser.session["_auth_user_id"])


def test_everybody_finds_his_own_work(log_in: LogIn) -> None:
    at_stage(Stage("draft"), title="Draf orang lain")
    at_stage(Stage("in_review"), title="Ditinjau")
    at_stage(Stage("approved"), title="Siap terbit")
    at_stage(Stage("published", pending=True), title="Ditunggu")
    at_stage(Stage("published", "public", owed=True), title="Darurat")
    browser = log_in("Penyunting")
    own_draft(browser, "Draf sendiri")
    assert lists(browser) == {
        OWED: ["Darurat"],
        AWAITING: ["Ditinjau"],
        APPROVED: ["Siap terbit"],
        SCHEDULED: ["Ditunggu"],
        DRAFTS: ["Draf sendiri"],
        STALE: [],
    }


def test_a_writer_is_not_asked_to_review(log_in: LogIn) -> None:
    assert AWAITING not in lists(log_in("Penulis"))


def test_what_one_wrote_does_not_wait_for_ones_own_review(log_in: LogIn) -> None:
    browser = log_in("Penyunting")
    perform("submit", own_draft(browser), by=user_of(browser))
    assert lists(browser)[AWAITING] == []


def test_what_one_wrote_before_the_last_publication_does(log_in: LogIn) -> None:
    browser = log_in("Penyunting")
    article, makers = own_draft(browser, "Lama"), Makers()
    makers.approve(article)
    perform("publish", article, by=makers.editor)
    makers.edit(article)
    perform("submit", article, by=makers.writer)
    assert lists(browser)[AWAITING] == ["Lama"]


def test_the_clock_names_both_zones_and_who_reads_already(desk: Client) -> None:
    at = timezone.now() + timedelta(days=3)
    article, makers = at_stage(Stage("approved")), Makers()
    perform("schedule", article, by=makers.editor, at=at, early_access=True)
    page = text_of(desk.get(INDEX))
    assert both_clocks(at, exact=True) in page
    assert "embargo, mitra sudah dapat membaca" in page


def test_what_is_due_first_stands_first(desk: Client) -> None:
    for title, days in (("Lusa", 2), ("Besok", 1)):
        perform(
            "schedule",
            at_stage(Stage("approved"), title=title),
            by=Makers().editor,
            at=timezone.now() + timedelta(days=days),
        )
    assert lists(desk)[SCHEDULED] == ["Besok", "Lusa"]


def test_an_emergency_is_said_in_words_and_not_by_colour_alone(desk: Client) -> None:
    at_stage(Stage("published", "public", owed=True))
    page = text_of(desk.get(INDEX))
    assert 'class="board alarm"' in page
    assert "<strong>belum diperiksa</strong>" in page


def test_without_an_emergency_nothing_is_red(desk: Client) -> None:
    assert "board alarm" not in text_of(desk.get(INDEX))


def test_a_draft_that_came_back_says_so(log_in: LogIn) -> None:
    browser = log_in("Penulis")
    article = own_draft(browser)
    perform("submit", article, by=user_of(browser))
    perform("return", article, by=Makers().editor, note="Periksa.")
    assert "<strong>dikembalikan</strong>" in text_of(browser.get(INDEX))


def test_a_translation_that_fell_behind_is_named(desk: Client) -> None:
    behind, fresh, unknown = (make.article(title, english=True) for title in ("Lama", "Baru", "Entah"))
    for article in (behind, fresh):
        english.remember_source(article, ["body_en"])
        article.save()
    Article.objects.filter(pk=behind.pk).update(body="<p>Lain sekali.</p>")
    assert lists(desk)[STALE] == ["Lama"]
    assert unknown.english_source == ""


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_a_first_page(log_in: LogIn, role: str) -> None:
    assert log_in(role).get(INDEX).status_code == 200


def test_who_may_see_no_release_sees_none(log_in: LogIn) -> None:
    at_stage(Stage("published", pending=True), title="Rahasia")
    page = log_in("nobody").get(INDEX)
    assert page.context["boards"] == []
    assert "Rahasia" not in text_of(page)


def test_the_page_keeps_to_its_queries_however_much_there_is(log_in: LogIn) -> None:
    browser = log_in("Kepala")
    for _ in range(MOST + 1):
        at_stage(Stage("in_review"))
        own_draft(browser)
    for stage in (Stage("published", pending=True), Stage("published", "public", owed=True)):
        for _ in range(3):
            at_stage(stage)
    with CaptureQueriesContext(connection) as captured:
        found = lists(browser)
    assert len(found[AWAITING]) == len(found[DRAFTS]) == MOST
    assert len(captured) <= BUDGET
