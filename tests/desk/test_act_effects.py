"""What an act shows before it is done: what readers, feeds and partners get, and the words that change."""

import re

from django.test import Client

from articles.models import EditionProof
from tests.desk.act_pages import act_address, confirm, send, text_of
from tests.desk.stages import Stage, at_stage

APPROVED = Stage("approved")
AGAIN = Stage("approved", "public")


def test_readers_feeds_and_partners_are_shown_as_they_will_be(desk: Client) -> None:
    article = at_stage(APPROVED, english=True, title="Kunjungan Duta Besar")
    shown = send(desk, article, "publish")
    pages = {page.language: page for page in shown.context["pages"]}
    assert {language: page.status for language, page in pages.items()} == {"id": 200, "en": 200}
    assert "<h1>Kunjungan Duta Besar</h1>" in re.sub(r"<h1[^>]*>", "<h1>", pages["id"].html)
    assert [len(feed.entries) for feed in shown.context["feed_changes"]] == [1, 1]
    assert "Kunjungan Duta Besar" in shown.context["feed_changes"][0].entries[0]
    assert f'"id": "{article.uid}"' in shown.context["answer"]["body"]
    assert [(row.kind, row.op, row.version) for row in shown.context["changes"]] == [("release", "upsert", 1)]
    page = text_of(shown)
    assert "srcdoc=" in page
    assert "Beginilah jadinya, seketika." in page


def test_what_is_scheduled_is_shown_as_of_its_moment_in_both_zones(desk: Client) -> None:
    article = at_stage(APPROVED)
    shown = send(desk, article, "schedule", at_0="2031-11-24", at_1="12:00", early_access="on")
    page = text_of(shown)
    assert "Senin, 24 November 2031, 12.00 WIB (05.00 UTC)" in page
    assert "Mitra tepercaya dapat membacanya mulai sekarang." in page
    assert "24 November 2031" in shown.context["pages"][0].html


def test_a_code_is_shown_only_once_it_is_the_real_one(desk: Client) -> None:
    article = at_stage(APPROVED)
    shown = send(desk, article, "publish").context["pages"][0].html
    confirm(desk, article, "publish")
    assert EditionProof.objects.get().code not in shown


def test_a_kill_is_shown_as_what_it_leaves(desk: Client) -> None:
    article = at_stage(Stage("published", "public"), title="Judul Rahasia")
    shown = send(desk, article, "kill", note="Jangan dipakai.").context
    assert [page.status for page in shown["pages"]] == [410]
    assert "Judul Rahasia" not in shown["pages"][0].html
    assert [(row.kind, row.op) for row in shown["changes"]] == [("release", "delete")]


def test_the_words_that_change_and_the_checklist_stand_beside_it(desk: Client) -> None:
    shown = send(desk, at_stage(AGAIN), "publish", kind="minor")
    assert [section.heading for section in shown.context["sections"]] == ["Ringkasan"]
    assert "Daftar periksa" in text_of(shown)


def test_who_approves_a_first_text_reads_the_whole_of_it(desk: Client) -> None:
    page = desk.get(act_address(at_stage(Stage("in_review"), title="Judul Utuh"), "approve"))
    assert "Seluruh teks" in text_of(page)
    assert "<ins>Judul Utuh</ins>" in text_of(page)


def test_who_approves_an_emergency_afterwards_reads_what_was_published(desk: Client) -> None:
    article = at_stage(Stage("draft", "public", owed=True))
    sections = desk.get(act_address(article, "approve_afterwards")).context["sections"]
    assert "Ringkasan" not in [section.heading for section in sections]  # written since
