"""How a release gets to where an act is possible: whoever writes at it, and whoever reads it."""

from datetime import datetime, timedelta

from django.contrib.auth.models import Permission, User
from django.utils import timezone

from agreements.models import Event
from articles import revisions
from articles.models import Article
from articles.transitions import TABLE
from articles.workflow import perform
from tests import factories as make


def someone(*permissions: str) -> User:
    """Somebody who may do these acts; without any named: all of them."""
    who = make.user()
    wanted = permissions or [one.permission for one in TABLE]
    codenames = [name.removeprefix("articles.") for name in wanted]
    who.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return User.objects.get(pk=who.pk)


def draft(author: User, **fields: object) -> Article:
    article = make.article(**fields)
    revisions.store(article, author)
    return article


def approved(author: User, reviewer: User, **fields: object) -> Article:
    article = draft(author, **fields)
    perform("submit", article, by=author)
    perform("approve", article, by=reviewer)
    article.refresh_from_db()
    return article


def approved_with(event: Event, writer: User, editor: User) -> Article:
    article = make.article()
    article.events.add(event)
    revisions.store(article, writer)
    perform("submit", article, by=writer)
    perform("approve", article, by=editor)
    return article


def edit(article: Article, by: User) -> None:
    article.refresh_from_db()
    make.amend(article)
    revisions.store(article, by)
    article.refresh_from_db()


def soon(minutes: int = 60) -> datetime:
    return timezone.now() + timedelta(minutes=minutes)


def in_state_for(act: str) -> Article:
    """A release on which somebody who had no part in it could do that act."""
    writer, editor = someone(), someone()
    if act in ("submit", "publish_urgently"):
        return draft(writer)
    if act == "approve":
        article = draft(writer)
        perform("submit", article, by=writer)
        return Article.objects.get(pk=article.pk)
    article = approved(writer, editor)
    if act in ("reschedule", "cancel"):
        perform("schedule", article, by=editor, at=soon())
    elif act in ("withdraw", "kill"):
        perform("publish", article, by=editor)
    elif act == "approve_afterwards":
        article = draft(writer)
        perform("publish_urgently", article, by=writer, reason="Gempa.")
    article.refresh_from_db()
    return article


ANSWERS = {
    "return": {"note": "Periksa lagi."},
    "schedule": {"at": timezone.now() + timedelta(days=1)},
    "publish_urgently": {"reason": "Keadaan darurat."},
    "reschedule": {"at": timezone.now() + timedelta(days=2), "reason": "Acara ditunda."},
    "cancel": {"reason": "Acara batal."},
    "withdraw": {"note": "Keliru seluruhnya."},
    "kill": {"note": "Tidak boleh dipakai."},
}
