"""Every act on a release goes through `perform`: it asks the table, does the act, and keeps the step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import approval, publishing, revisions, scheduling, withdrawing
from articles.documents import gather
from articles.guards import Situation
from articles.models import Article, Edition, WorkflowStep
from articles.transitions import TABLE, TRANSITIONS, Transition
from pressroom.core import audit, changes


class WorkflowError(ValidationError):
    """Why an act cannot be done now, one sentence a reason, in the editor's language."""


class Overtaken(WorkflowError):
    """The release was saved by somebody after the page with this act was opened."""


def possible(article: Article, by: User) -> list[Transition]:
    """The acts that this person may do with the release now, in the order of the table."""
    found = Situation(article, by, timezone.now())
    return [one for one in TABLE if by.has_perm(one.permission) and not any(objections(one, found))]


def objections(transition: Transition, found: Situation) -> Iterator[str]:
    """What the table says against an act, the first reason first; whether the person may is asked apart."""
    if found.article.state not in transition.sources or found.standing not in transition.standings:
        yield _("“%(act)s” tidak dapat dilakukan: siaran ini %(state)s, %(standing)s.") % {
            "act": transition.label,
            "state": found.article.get_state_display(),
            "standing": found.standing.label,
        }
        return
    yield from (sentence for guard in transition.guards if (sentence := guard(found)))


@transaction.atomic
def perform(
    act: str, article: Article, *, by: User, version: int | None = None, **answers: Any
) -> Edition | None:
    """Do one act of the table and return the edition that it made, if it made one.

    `version` is the one that the person saw; answers are those named in the table's `asks`. Raises
    PermissionDenied, Overtaken, WorkflowError or PublishingError, and leaves everything as it was.
    """
    changes.lock()
    transition = TRANSITIONS[act]
    article = gather(Article.objects.select_for_update().get(pk=article.pk))
    if not by.has_perm(transition.permission):
        raise PermissionDenied
    if version is not None and version != article.version:
        raise Overtaken(_("Siaran ini sudah berubah sejak Anda membukanya; lihat dahulu yang terbaru."))
    found = Situation(article, by, timezone.now())
    found.approval = approval.approval_of_gathered(article)
    refuse(transition, found, answers)
    edition = ACTS[act](found, **answers)
    keep_step(transition, found, edition, answers)
    return edition


def refuse(transition: Transition, found: Situation, answers: dict[str, Any]) -> None:
    """Raises WorkflowError with all that speaks against the act."""
    if unasked := answers.keys() - set(transition.asks):
        raise TypeError(f"{transition.act} does not ask for {', '.join(sorted(unasked))}")
    said = list(objections(transition, found))
    said += [str(NEEDED[name]) for name in transition.needs if not str(answers.get(name) or "").strip()]
    if said:
        raise WorkflowError(said)


def keep_step(
    transition: Transition, found: Situation, edition: Edition | None, answers: dict[str, Any]
) -> None:
    """Store who did what to which text and why, and move the working copy to the state of the table."""
    article, before = found.article, found.article.state
    revision = edition.revision if edition else revisions.store(article, at=found.at)
    article.refresh_from_db(fields=["state"])
    after = transition.target or article.state
    step = WorkflowStep.objects.create(
        article=article,
        act=transition.act,
        before=before,
        after=after,
        by=found.by,
        at=found.at,
        note=answers.get("reason") or answers.get("note") or "",
        revision=revision,
        printed=approval.printed(article, found.at) if transition.act == approval.APPROVE else "",
        edition=edition or CONCERNED.get(transition.act, lambda found: None)(found),
    )
    # A page that was opened before this edition was made or taken back is overtaken.
    version = F("version") + (1 if step.edition else 0)
    Article.objects.filter(pk=article.pk).update(state=after, version=version)
    number = step.edition.number if step.edition else None
    moved: dict[str, list[Any]] = {"state": [before, after], "edition": [None, number]}
    audit.record(transition.act, article, by=found.by, reason=step.note, details=moved)


# The edition that an act is about without making one.
CONCERNED: dict[str, Callable[[Situation], Edition | None]] = {
    "approve_afterwards": lambda found: found.owed,
    "cancel": lambda found: found.pending,
}
NEEDED = {
    "note": gettext_lazy("Tuliskan catatannya: orang lain harus tahu mengapa."),
    "reason": gettext_lazy("Tuliskan alasannya; ia tersimpan untuk selamanya."),
    "at": gettext_lazy("Isilah waktu terbitnya."),
}


def no_more(found: Situation, **answers: Any) -> None:
    """The step itself is the whole act."""


def publish_now(found: Situation, **answers: Any) -> Edition:
    return publishing.issue(found.article, found.approval, by=found.by, **answers)


def schedule(found: Situation, **answers: Any) -> Edition:
    if answers["at"] <= found.at:
        raise WorkflowError(_("Waktu terbit harus di masa depan; untuk sekarang ada “Terbitkan sekarang”."))
    return publish_now(found, **answers)


def reschedule(found: Situation, **answers: Any) -> Edition:
    return scheduling.reschedule(waiting(found), by=found.by, now=found.at, **answers)


def cancel(found: Situation, *, reason: str) -> None:
    edition = waiting(found)
    scheduling.cancel(edition, by=found.by, reason=reason, now=found.at)
    if found.article.state == Article.State.PUBLISHED:
        Article.objects.filter(pk=found.article.pk).update(state=scheduling.state_after(edition))


def waiting(found: Situation) -> Edition:
    if found.pending is None:
        raise WorkflowError(_("Tidak ada edisi yang terjadwal."))
    return found.pending


def withdraw(found: Situation, **answers: Any) -> Edition:
    return withdrawing.take_away(found.article, Edition.Kind.WITHDRAWAL, by=found.by, **answers)


def kill(found: Situation, **answers: Any) -> Edition:
    return withdrawing.take_away(found.article, Edition.Kind.KILL, by=found.by, **answers)


ACTS: dict[str, Callable[..., Edition | None]] = {
    "submit": no_more,
    "return": no_more,
    "approve": no_more,
    "publish": publish_now,
    "schedule": schedule,
    "publish_urgently": publish_now,
    "approve_afterwards": no_more,
    "reschedule": reschedule,
    "cancel": cancel,
    "withdraw": withdraw,
    "kill": kill,
}
