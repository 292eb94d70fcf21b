"""Every page of a release and every act on it: by everybody, at every stage, looking and posting.

Pages are not rendered here; what counts is the answer's status, which the tables of acts and roles foretell.
"""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.handlers.exception import convert_exception_to_response
from django.db import transaction
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import resolve, reverse
from django.utils import timezone

from articles.guards import Situation
from articles.models import Article
from articles.transitions import TABLE, Transition
from tests.desk.pages import address
from tests.desk.stages import NOBODY, PEOPLE, STAGES, Stage, at_stage, may, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.table]
METHODS = ("GET", "POST")


def ask(who: Any, method: str, url: str, data: dict[str, Any] | None = None) -> HttpResponse:
    """The answer as the desk gives it, undone again."""
    request = getattr(RequestFactory(), method.lower())(url, data)
    request.user, request.session, request._dont_enforce_csrf_checks = who, {}, True
    request.csp_nonce, request._messages = "nonce", FallbackStorage(request)
    match = resolve(url)
    answer = convert_exception_to_response(lambda asked: match.func(asked, *match.args, **match.kwargs))
    with transaction.atomic():
        response = answer(request)
        transaction.set_rollback(True)
    return response


def typed(article: Article) -> dict[str, Any]:
    """Good answers to whatever an act asks."""
    later = timezone.localtime(timezone.now() + timedelta(days=2))
    return {
        "step": "confirm",
        "seen_version": article.version,
        "kind": "update",
        "note": "Tempatnya lain.",
        "reason": "Acara bergeser.",
        "at_0": later.date().isoformat(),
        "at_1": later.strftime("%H:%M"),
    }


def is_possible(transition: Transition, found: Situation) -> bool:
    """As the table says it, read anew."""
    return (
        found.article.state in transition.sources
        and found.standing in transition.standings
        and not any(guard(found) for guard in transition.guards)
    )


def status_of_act(person: str, method: str, transition: Transition, found: Situation) -> int:
    if person == NOBODY:
        return 302  # to the door
    if not may(person, "articles.view_article") or not may(person, transition.permission):
        return 403
    if not is_possible(transition, found):
        return 409
    return 200 if method == "GET" else 302


@pytest.mark.parametrize("stage", STAGES, ids=str)
def test_every_act_by_everybody(stage: Stage) -> None:
    article, wrong = at_stage(stage), {}
    for person in PEOPLE:
        who = somebody(person)
        found = Situation(article, None if isinstance(who, AnonymousUser) else who, timezone.now())
        for transition in TABLE:
            url = reverse("admin:articles_article_act", args=[article.pk, transition.act])
            for method in METHODS:
                got = ask(who, method, url, typed(article) if method == "POST" else None).status_code
                if got != (expected := status_of_act(person, method, transition, found)):
                    wrong[person, method, transition.act] = (got, expected)
    assert wrong == {}


PAGES = ("change", "delete", "history", "revisions", "preview")


def status_of_page(person: str, method: str, page: str, stage: Stage) -> int:
    if person == NOBODY:
        return 302
    if not allowed(person, method, page, stage):
        return 403
    if page == "history" and may(person, "core.view_auditentry"):
        return 302  # to the audit trail
    return 302 if (page, method) == ("delete", "POST") else 200


def allowed(person: str, method: str, page: str, stage: Stage) -> bool:
    drafted = stage.standing == "unpublished" and not stage.pending
    if page == "delete":
        return drafted and may(person, "articles.delete_article")
    if page == "change" and method == "POST":
        return stage.standing != "killed" and may(person, "articles.change_article")
    return may(person, "articles.view_article")


@pytest.mark.parametrize("stage", STAGES, ids=str)
def test_every_page_by_everybody(stage: Stage) -> None:
    """A posted form is empty but for its version: whoever may change gets it back with its errors."""
    article, wrong = at_stage(stage), {}
    posted = {"change": {"seen_version": article.version}, "delete": {"post": "yes"}}
    for person in PEOPLE:
        who = somebody(person)
        for page in PAGES:
            for method in METHODS if page in posted else ["GET"]:
                url = address(Article, page, article.pk)
                got = ask(who, method, url, posted.get(page) if method == "POST" else None).status_code
                if got != (expected := status_of_page(person, method, page, stage)):
                    wrong[person, method, page] = (got, expected)
    assert wrong == {}


def test_every_stage_is_another() -> None:
    assert len(set(STAGES)) == len(STAGES)


def test_an_act_that_the_table_does_not_know_is_not_found() -> None:
    article = at_stage(STAGES[0])
    url = reverse("admin:articles_article_act", args=[article.pk, "praise"])
    assert ask(somebody("admin"), "GET", url).status_code == 404
