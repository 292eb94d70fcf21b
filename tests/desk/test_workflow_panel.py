"""The head of a release's form: where it stands, what may be done, and what is still missing."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from articles import revisions, workflow
from articles.models import Article
from articles.transitions import TRANSITIONS
from articles.workflow import perform
from tests import factories as make
from tests.desk.act_pages import act_address, text_of
from tests.desk.conftest import LogIn
from tests.desk.pages import change_address, save
from tests.desk.stages import STAGES, Makers, Stage, at_stage, somebody

PUBLIC = Stage("published", "public")


def head(browser: Client, article: Article) -> str:
    return text_of(browser.get(change_address(article)))


@pytest.mark.table
@pytest.mark.parametrize("stage", STAGES, ids=str)
@pytest.mark.parametrize("role", ["Penulis", "Kepala"])
@pytest.mark.django_db
def test_the_buttons_are_what_the_workflow_allows(role: str, stage: Stage) -> None:
    article, user = at_stage(stage), somebody(role)
    browser = Client()
    browser.force_login(user)
    page = head(browser, article)
    offered = [act for act in TRANSITIONS if f'href="{act_address(article, act)}"' in page]
    assert offered == [one.act for one in workflow.possible(article, user)]


SAYS: list[tuple[Stage, str]] = [
    (Stage("draft"), "Belum terbit."),
    (PUBLIC, "Publik: edisi 1 (terbit) sejak "),
    (Stage("draft", "withdrawn"), "Dicabut sejak "),
    (Stage("draft", "killed"), "Dibatalkan untuk selamanya sejak "),
    (Stage("published", pending=True), "<strong>terjadwal</strong>"),
    (Stage("published", pending=True), "Edisi 1 (terbit) tampil pada "),
    (Stage("published", pending=True), "sebelum itu hanya redaksi yang melihatnya."),
    (Stage("approved"), "<strong>disetujui</strong> oleh "),
    (Stage("approved"), "Setiap suntingan membatalkan persetujuan naskah ini."),
    (Stage("in_review"), "Naskah ini sedang ditinjau."),
    (Stage("published", pending=True), "Suntingan tidak mengubah edisi yang terjadwal"),
    (Stage("published", "public", owed=True), "Menunggu persetujuan susulan."),
    (PUBLIC, "Untuk memperbarui atau meralat siaran ini, sunting naskahnya lalu ajukan lagi."),
    (Stage("draft", "withdrawn"), "Siaran yang dicabut dapat terbit kembali"),
]


@pytest.mark.parametrize(("stage", "sentence"), SAYS, ids=str)
def test_it_says_how_things_stand(desk: Client, stage: Stage, sentence: str) -> None:
    assert sentence in head(desk, at_stage(stage))


def test_it_says_that_partners_read_already(desk: Client) -> None:
    article, makers = at_stage(Stage("published", pending=True)), Makers()
    perform("reschedule", article, by=makers.editor, reason="Embargo.", at=later(article), early_access=True)
    assert "mitra tepercaya sudah dapat membacanya" in head(desk, article)


def later(article: Article) -> object:
    return article.editions.get().public_from


def test_an_approval_that_a_name_has_voided_is_called_void(desk: Client) -> None:
    minister, makers = make.person("Eddy Hartono"), Makers()
    article = make.article()
    article.people.add(minister)
    revisions.store(article, makers.writer)
    makers.approve(article)
    minister.name = "Orang Lain"
    minister.save()
    page = head(desk, article)
    assert "berubah sejak disetujui" in page
    assert "</strong> oleh " not in page


def test_what_was_said_when_it_came_back_is_what_its_writer_reads(log_in: LogIn) -> None:
    article, makers = at_stage(Stage("in_review")), Makers()
    perform("return", article, by=makers.editor, note="Periksa angkanya.")
    page = head(log_in("Penulis"), article)
    assert re.search(r'class="returned".*?Kembalikan: .*?Periksa angkanya\.', page, re.S)


def test_every_line_of_the_checklist_leads_to_a_field_that_is_there(desk: Client) -> None:
    article = make.article(contact="", without_quotes=False)
    make.quote(article, text="Tidak pernah dikatakan.")
    page = head(desk, article)
    anchors = re.findall(r'data-jump="([^"]+)"', page)
    assert len(set(anchors)) > 5
    assert [anchor for anchor in anchors if f'id="{anchor}"' not in page] == []


def test_a_killed_release_is_read_only_for_everybody(desk: Client) -> None:
    article = at_stage(Stage("draft", "killed"))
    page = head(desk, article)
    assert 'name="_save"' not in page
    assert 'name="title"' not in page
    assert "data-autosave" not in page
    assert "Daftar periksa" not in page


@pytest.mark.parametrize("page", ["autosave", "presence"])
def test_what_nobody_may_edit_is_not_saved_by_itself_either(desk: Client, page: str) -> None:
    article = at_stage(Stage("draft", "killed"))
    url = reverse(f"admin:articles_article_{page}", args=[article.pk])
    assert desk.post(url, {"seen_version": article.version, "title": "Lain"}).status_code == 403


@pytest.mark.parametrize("state", ["in_review", "approved"])
def test_a_writer_may_still_edit_and_the_state_follows_the_table(log_in: LogIn, state: str) -> None:
    article = at_stage(Stage(state))
    save(log_in("Penulis"), change_address(article), title="Judul lain")
    article.refresh_from_db()
    assert (article.title, article.state) == ("Judul lain", {"approved": "draft"}.get(state, state))


LINKS: list[tuple[Stage, Callable[[Article], str]]] = [
    (Stage("draft"), lambda a: reverse("admin:articles_article_revisions", args=[a.pk])),
    (Stage("draft"), lambda a: reverse("admin:articles_article_preview", args=[a.pk])),
    (PUBLIC, lambda a: f"{reverse('admin:articles_article_compare', args=[a.pk])}?from=1"),
    (PUBLIC, lambda a: reverse("site:release", args=[a.slug])),
    (Stage("draft", "withdrawn"), lambda a: reverse("site:release", args=[a.slug])),
]


@pytest.mark.parametrize(("stage", "link"), LINKS)
def test_it_leads_to_the_pages_around_it(desk: Client, stage: Stage, link: Callable[[Article], str]) -> None:
    article = at_stage(stage)
    assert f'href="{link(article)}"' in head(desk, article)


@pytest.mark.parametrize("stage", [Stage("draft"), Stage("published", pending=True)], ids=str)
def test_no_link_leads_to_a_page_that_readers_do_not_have(desk: Client, stage: Stage) -> None:
    article = at_stage(stage)
    page = head(desk, article)
    assert f'href="{reverse("site:release", args=[article.slug])}"' not in page
    assert "viewsitelink" not in page
