"""Who else has a release open: said on its form, and never in the way."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from pressroom.desk.models import Presence
from tests import factories as make
from tests.constraints import Attempt, Rule, broken, check_refused, check_taken, legal
from tests.deletion import check_deletion, rows
from tests.desk.conftest import LogIn
from tests.desk.pages import address, change_address

pytestmark = pytest.mark.django_db


def presence() -> Presence:
    now = timezone.now()
    return Presence.objects.create(article=make.article(), user=make.user(), since=now, seen_at=now)


def beat(browser: Client, article: Article) -> str:
    return browser.post(reverse("admin:articles_article_presence", args=[article.pk])).json()["text"]


def sentence(browser: Client, article: Article) -> str:
    return browser.get(change_address(article)).context["others"]


def name_of(browser: Client) -> str:
    return Presence.objects.get(user=browser.session["_auth_user_id"]).user.get_username()


def test_the_second_sees_the_first_and_the_first_learns_of_the_second(log_in: LogIn) -> None:
    article, first, second = make.article(), log_in("Penulis"), log_in("Penyunting")
    assert sentence(first, article) == ""
    clock = timezone.localtime(Presence.objects.get().since).strftime("%H.%M").lstrip("0") or "0"
    assert sentence(second, article).startswith(f"Sedang dibuka juga oleh {name_of(first)} (sejak ")
    assert clock.split(".")[1] in sentence(second, article)
    assert name_of(second) in beat(first, article)


def test_the_name_is_escaped_on_the_page(log_in: LogIn) -> None:
    article = make.article()
    now = timezone.now()
    other = make.user(first_name="<b>Ani</b>")
    Presence.objects.create(article=article, user=other, since=now, seen_at=now)
    html = log_in("Penulis").get(change_address(article)).content.decode()
    assert "&lt;b&gt;Ani&lt;/b&gt;" in html


@pytest.mark.parametrize(("ago", "shown"), [(119, True), (121, False)])
def test_who_was_not_seen_for_two_minutes_has_gone(desk: Client, ago: int, shown: bool) -> None:
    row = presence()
    seen_at = timezone.now() - timedelta(seconds=ago)
    Presence.objects.update(seen_at=seen_at, since=seen_at)
    assert bool(sentence(desk, row.article)) == shown


def test_it_is_said_since_when_and_each_is_named_once(desk: Client) -> None:
    row = presence()
    since = timezone.now() - timedelta(hours=1)
    Presence.objects.update(since=since)
    sentence(desk, row.article)
    beat(desk, row.article)
    assert Presence.objects.filter(article=row.article).count() == 2
    assert Presence.objects.get(pk=row.pk).since == since


def test_another_article_is_another_matter(desk: Client) -> None:
    presence()
    assert sentence(desk, make.article()) == ""


def test_a_new_article_is_open_to_nobody(desk: Client) -> None:
    desk.get(address(Article, "add"))
    assert not Presence.objects.exists()


@pytest.mark.parametrize(("role", "status"), [("Penulis", 200), ("Tamu", 403)])
def test_who_may_report(log_in: LogIn, role: str, status: int) -> None:
    url = reverse("admin:articles_article_presence", args=[make.article().pk])
    assert log_in(role).post(url).status_code == status
    assert log_in(role).get(url).status_code == 405


def test_a_draft_that_is_open_can_be_deleted(desk: Client) -> None:
    row = presence()
    desk.post(address(Article, "delete", row.article_id), {"post": "yes"})
    assert not Article.objects.exists()


RULES = {
    "desk_presence_once": Rule(
        lambda: (presence(), presence())[1],
        broken=({"article": lambda row: first_of(row).article, "user": lambda row: first_of(row).user},),
        legal=({"article": lambda row: first_of(row).article}, {"user": lambda row: first_of(row).user}),
    ),
}
DELETIONS = {"Presence.article": (presence, "cascade"), "Presence.user": (presence, "cascade")}


def first_of(row: Presence) -> Presence:
    return Presence.objects.exclude(pk=row.pk).get()


@pytest.mark.parametrize("attempt", broken(RULES))
def test_the_database_refuses(attempt: Attempt) -> None:
    check_refused(attempt)


@pytest.mark.parametrize("attempt", legal(RULES))
def test_the_database_takes(attempt: Attempt) -> None:
    check_taken(attempt)


@pytest.mark.parametrize(("make_row", "field", "outcome"), rows(DELETIONS))
def test_what_becomes_of_it(make_row, field: str, outcome: str) -> None:
    check_deletion(make_row, field, outcome)
