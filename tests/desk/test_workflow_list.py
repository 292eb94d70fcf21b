"""The list of releases: how each stands, filters by it, and acts on several at once."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.approval import contributors
from articles.models import Article
from articles.overview import not_written_by, with_standing
from articles.overview import standing_of as fetched_standing
from articles.standing import Standing
from pressroom.desk.moments import both_clocks
from tests import factories as make
from tests.desk.act_pages import text_of
from tests.desk.conftest import LogIn
from tests.desk.pages import address
from tests.desk.stages import STAGES, Stage, at_stage

LIST = address(Article, "changelist")
# Nobody approves from a list what he has not read.
ALL_ACTIONS = {"Penulis": {"submit"}, "Penyunting": {"submit"}, "Kepala": {"submit"}}


@pytest.mark.django_db
@pytest.mark.parametrize("stage", STAGES, ids=str)
def test_one_query_tells_what_the_record_tells(stage: Stage) -> None:
    article = at_stage(stage)
    fetched = with_standing(Article.objects.all()).get()
    assert fetched_standing(fetched) == fetched_standing(article) == stage.standing
    assert ((fetched.due is not None), fetched.is_owed) == (stage.pending, stage.owed)


def test_the_list_says_how_each_release_stands(desk: Client) -> None:
    at_stage(Stage("draft", "withdrawn"))
    waiting = at_stage(Stage("published", pending=True))
    at_stage(Stage("published", "public", owed=True))
    page = text_of(desk.get(LIST))
    assert "dicabut" in page
    assert both_clocks(waiting.editions.get().public_from, exact=True) in page
    assert (
        '<strong class="owed"><span aria-hidden="true">⚠</span> menunggu persetujuan susulan</strong>' in page
    )


FILTERS = [
    *(({"standing": standing}, Stage("draft", standing)) for standing in Standing),
    ({"waiting": "owed"}, Stage("published", "public", owed=True)),
    ({"waiting": "due"}, Stage("published", pending=True)),
]


@pytest.mark.parametrize(("query", "stage"), FILTERS, ids=str)
def test_each_filter_finds_its_own(desk: Client, query: dict[str, str], stage: Stage) -> None:
    wanted = at_stage(stage)
    for standing in Standing:
        if query != {"standing": standing}:
            at_stage(Stage("draft", standing))
    found = desk.get(LIST, query).context["cl"].queryset
    assert [row.pk for row in found] == [wanted.pk]


@pytest.mark.parametrize("query", [{"standing": "x"}, {"waiting": "x"}])
def test_a_filter_that_nobody_offers_filters_nothing(desk: Client, query: dict[str, str]) -> None:
    at_stage(Stage("draft"))
    assert len(desk.get(LIST, query).context["cl"].queryset) == 1


@pytest.mark.parametrize(("role", "acts"), ALL_ACTIONS.items())
def test_each_role_is_offered_its_acts(log_in: LogIn, role: str, acts: set[str]) -> None:
    at_stage(Stage("draft"))
    names = {name for name, _label in log_in(role).get(LIST).context["action_form"]["action"].field.choices}
    assert names - {"", "delete_selected"} == acts


def choose(browser: Client, act: str, *articles: Article) -> str:
    chosen = {"action": act, "_selected_action": [article.pk for article in articles]}
    return text_of(browser.post(LIST, chosen, follow=True))


def test_each_release_is_submitted_by_itself_and_one_that_refuses_says_why(log_in: LogIn) -> None:
    drafts = [at_stage(Stage("draft")) for _ in range(2)]
    empty, reviewed = make.article(title="Kosong", body=""), at_stage(Stage("in_review"), title="Sudah")
    page = choose(log_in("Penulis"), "submit", *drafts, empty, reviewed)
    assert "Ajukan tinjauan: 2 siaran." in page
    assert "“Kosong”: Siaran ini belum mempunyai judul atau isi." in page
    assert "“Sudah”: “Ajukan tinjauan” tidak dapat dilakukan" in page
    assert {a.state for a in Article.objects.exclude(pk=empty.pk)} == {"in_review"}


@pytest.mark.parametrize("act", ["approve", "publish", "kill"])
def test_an_act_that_is_not_offered_is_not_done(log_in: LogIn, act: str) -> None:
    article = at_stage(Stage("in_review"))
    choose(log_in("Kepala"), act, article)
    article.refresh_from_db()
    assert article.state == "in_review"


@pytest.mark.django_db
@pytest.mark.parametrize("stage", STAGES, ids=str)
def test_those_who_wrote_nothing_since_are_known_in_one_query(stage: Stage) -> None:
    article, articles = at_stage(stage), Article.objects.all()
    make.user()
    writers = [user.pk for user in User.objects.all() if not not_written_by(articles, user).exists()]
    assert set(writers) == contributors(article)
