"""Every act in every situation, by whoever may and may not: the workflow's table, written out once more."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles import revisions
from articles.models import Article
from articles.standing import Standing, current, pending, standing_of
from articles.workflow import WorkflowError, perform, possible
from tests import factories as make
from tests.rollback import rolled_back

pytestmark = [pytest.mark.django_db, pytest.mark.table]

PERMISSIONS = {
    "submit": "submit_article",
    "return": "approve_article",
    "approve": "approve_article",
    "publish": "publish_article",
    "schedule": "publish_article",
    "publish_urgently": "urgently_publish_article",
    "approve_afterwards": "approve_article",
    "reschedule": "publish_article",
    "cancel": "publish_article",
    "withdraw": "withdraw_article",
    "kill": "kill_article",
}
# The acts that go through, by state and standing: with no edition to come, and with one. What is public here
# went out in an emergency.
LET_THROUGH = {
    ("draft", "unpublished"): ("submit publish_urgently", "submit reschedule cancel"),
    ("in_review", "unpublished"): ("return approve publish_urgently", "return approve reschedule cancel"),
    ("approved", "unpublished"): ("return publish schedule publish_urgently", "return reschedule cancel"),
    ("published", "unpublished"): ("", "reschedule cancel"),
    ("draft", "public"): (
        "submit publish_urgently approve_afterwards withdraw kill",
        "submit approve_afterwards reschedule cancel withdraw kill",
    ),
    ("in_review", "public"): (
        "return approve publish_urgently approve_afterwards withdraw kill",
        "return approve approve_afterwards reschedule cancel withdraw kill",
    ),
    ("approved", "public"): (
        "return publish schedule publish_urgently approve_afterwards withdraw kill",
        "return approve_afterwards reschedule cancel withdraw kill",
    ),
    ("published", "public"): (
        "approve_afterwards withdraw kill",
        "approve_afterwards reschedule cancel withdraw kill",
    ),
    ("draft", "withdrawn"): (
        "submit publish_urgently approve_afterwards kill",
        "submit approve_afterwards reschedule cancel kill",
    ),
    ("in_review", "withdrawn"): (
        "return approve publish_urgently approve_afterwards kill",
        "return approve approve_afterwards reschedule cancel kill",
    ),
    ("approved", "withdrawn"): (
        "return publish schedule publish_urgently approve_afterwards kill",
        "return approve_afterwards reschedule cancel kill",
    ),
    ("published", "withdrawn"): ("approve_afterwards kill", "approve_afterwards reschedule cancel kill"),
    ("draft", "killed"): ("approve_afterwards", "approve_afterwards"),
    ("in_review", "killed"): ("approve_afterwards", "approve_afterwards"),
    ("approved", "killed"): ("approve_afterwards", "approve_afterwards"),
    ("published", "killed"): ("approve_afterwards", "approve_afterwards"),
}
SITUATIONS = [(*cell, waits) for cell in LET_THROUGH for waits in (False, True)]
NOTE = {"note": "Dilengkapi."}


def soon() -> datetime:
    return timezone.now() + timedelta(hours=1)


def somebody(*codenames: str) -> User:
    who = make.user()
    who.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return User.objects.get(pk=who.pk)


def boss() -> User:
    return make.user(is_superuser=True)


def situation(state: str, standing: str, *, waits: bool) -> Article:
    """A release that got there as releases do; states that none reaches are put into the table."""
    article = make.article()
    revisions.store(article, make.user())
    if standing != "unpublished":
        perform("publish_urgently", article, by=boss(), reason="Gempa.")
    if standing == "withdrawn":
        perform("withdraw", article, by=boss(), note="Keliru.")
    if waits:
        move_to(article, "approved")
        perform("schedule", article, by=boss(), at=soon(), **kind_of_next(article))
    if standing == "killed":
        make.edition(article, article.editions.count() + 1, kind="kill", note="Keliru.")
    else:
        move_to(article, state)
    Article.objects.filter(pk=article.pk).update(state=state)
    return Article.objects.get(pk=article.pk)


def move_to(article: Article, state: str) -> None:
    """Edit the working copy and take it so far."""
    if state == "published":
        return
    article.refresh_from_db()
    revisions.store(make.amend(article), make.user())
    for act, reached in (("submit", "in_review"), ("approve", "approved")):
        if state in ("approved", reached):
            perform(act, article, by=boss())


def kind_of_next(article: Article) -> dict[str, str]:
    return {"kind": "update", **NOTE} if article.editions.exists() else {}


def answers(act: str, article: Article) -> dict[str, Any]:
    """What each act needs to be told, so that nothing but the situation speaks against it."""
    reason = {"reason": "Acara ditunda."}
    return {
        "return": NOTE,
        "publish": kind_of_next(article),
        "schedule": {"at": soon(), **kind_of_next(article)},
        "publish_urgently": {**reason, **kind_of_next(article)},
        "reschedule": {"at": soon(), **reason},
        "cancel": reason,
        "withdraw": NOTE,
        "kill": NOTE,
    }.get(act, {})


def goes_through(act: str, article: Article, by: User) -> bool:
    """Whether the act can be done; it leaves nothing behind. Other refusals than the workflow's fail."""
    with rolled_back():
        try:
            perform(act, article, by=by, version=article.version, **answers(act, article))
        except WorkflowError:
            return False
    return True


@pytest.mark.parametrize(("state", "standing", "waits"), SITUATIONS)
def test_exactly_these_acts_go_through(state: str, standing: str, waits: bool) -> None:
    article, by = situation(state, standing, waits=waits), boss()
    assert (article.state, standing_of(current(article)), bool(pending(article))) == (state, standing, waits)
    expected = set(LET_THROUGH[state, standing][waits].split())
    assert {act for act in PERMISSIONS if goes_through(act, article, by)} == expected
    assert {one.act for one in possible(article, by)} == expected


@pytest.mark.parametrize(("state", "standing", "waits"), SITUATIONS)
def test_nobody_does_what_only_others_may(state: str, standing: str, waits: bool) -> None:
    article = situation(state, standing, waits=waits)
    expected = set(LET_THROUGH[state, standing][waits].split())
    for permission in set(PERMISSIONS.values()):
        only, all_but = somebody(permission), somebody(*set(PERMISSIONS.values()) - {permission})
        acts = {act for act, needed in PERMISSIONS.items() if needed == permission}
        assert {one.act for one in possible(article, only)} == acts & expected
        for act in acts:
            assert goes_through(act, article, only) == (act in expected)
            with pytest.raises(PermissionDenied):
                perform(act, article, by=all_but, **answers(act, article))


def test_the_table_has_a_row_for_every_situation() -> None:
    assert set(LET_THROUGH) == {(state, standing) for state in Article.State for standing in Standing}
