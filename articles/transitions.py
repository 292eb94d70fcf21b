"""The workflow as one table: buttons, permissions, refusals, tests and the diagram in the docs read it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles import guards
from articles.guards import Guard
from articles.models import Article
from articles.standing import Standing

State = Article.State

ANY_STATE = frozenset(State)
# Where there is no text of the release before the public that a new edition would stand in for.
MAY_GET_TEXT = frozenset({Standing.UNPUBLISHED, Standing.PUBLIC, Standing.WITHDRAWN})
NOT_KILLED = MAY_GET_TEXT

# What a save that changes anything makes of each state: an approval holds for the text that was read.
AFTER_EDIT = {
    State.DRAFT: State.DRAFT,
    State.IN_REVIEW: State.IN_REVIEW,
    State.APPROVED: State.DRAFT,
    State.PUBLISHED: State.DRAFT,
}


@dataclass(frozen=True)
class Transition:
    """One act: from which states and standings, by whom, under which conditions, and to which state.

    `target` None leaves the state as it is. `asks` names what whoever acts is asked for; those in `needs`
    may not be empty.
    """

    act: str
    label: Promise | str
    sources: frozenset[Article.State]
    standings: frozenset[Standing]
    target: Article.State | None
    permission: str
    guards: tuple[Guard, ...] = ()
    asks: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


EDITION_ANSWERS = ("kind", "note", "note_en", "was", "was_en")

TABLE = (
    Transition(
        "submit",
        _("Ajukan tinjauan"),
        frozenset({State.DRAFT}),
        NOT_KILLED,
        State.IN_REVIEW,
        "articles.submit_article",
        guards=(guards.has_text,),
        asks=("note",),
    ),
    Transition(
        "return",
        _("Kembalikan"),
        frozenset({State.IN_REVIEW, State.APPROVED}),
        NOT_KILLED,
        State.DRAFT,
        "articles.approve_article",
        asks=("note",),
        needs=("note",),
    ),
    Transition(
        "approve",
        _("Setujui"),
        frozenset({State.IN_REVIEW}),
        NOT_KILLED,
        State.APPROVED,
        "articles.approve_article",
        guards=(guards.is_no_contributor,),
        asks=("note",),
    ),
    Transition(
        "publish",
        _("Terbitkan sekarang"),
        frozenset({State.APPROVED}),
        MAY_GET_TEXT,
        State.PUBLISHED,
        "articles.publish_article",
        guards=(guards.nothing_pending, guards.is_approved),
        asks=EDITION_ANSWERS,
    ),
    Transition(
        "schedule",
        _("Jadwalkan"),
        frozenset({State.APPROVED}),
        MAY_GET_TEXT,
        State.PUBLISHED,
        "articles.publish_article",
        guards=(guards.nothing_pending, guards.is_approved),
        asks=("at", "early_access", *EDITION_ANSWERS),
        needs=("at",),
    ),
    Transition(
        "publish_urgently",
        _("Terbit darurat"),
        frozenset({State.DRAFT, State.IN_REVIEW, State.APPROVED}),
        MAY_GET_TEXT,
        State.PUBLISHED,
        "articles.urgently_publish_article",
        guards=(guards.nothing_pending,),
        asks=("reason", *EDITION_ANSWERS),
        needs=("reason",),
    ),
    Transition(
        "approve_afterwards",
        _("Setujui kemudian"),
        ANY_STATE,
        frozenset(Standing),
        None,
        "articles.approve_article",
        guards=(guards.approval_owed, guards.owes_nothing_to_it),
        asks=("note",),
    ),
    Transition(
        "reschedule",
        _("Ubah jadwal"),
        ANY_STATE,
        NOT_KILLED,
        None,
        "articles.publish_article",
        guards=(guards.something_pending, guards.not_too_late),
        asks=("at", "early_access", "reason"),
        needs=("reason",),
    ),
    Transition(
        "cancel",
        _("Batalkan jadwal"),
        ANY_STATE,
        NOT_KILLED,
        None,
        "articles.publish_article",
        guards=(guards.something_pending, guards.not_too_late),
        asks=("reason",),
        needs=("reason",),
    ),
    Transition(
        "withdraw",
        _("Cabut"),
        ANY_STATE,
        frozenset({Standing.PUBLIC}),
        State.DRAFT,
        "articles.withdraw_article",
        guards=(guards.not_too_late,),
        asks=("note", "note_en", "successor"),
        needs=("note",),
    ),
    Transition(
        "kill",
        _("Batalkan untuk selamanya"),
        ANY_STATE,
        frozenset({Standing.PUBLIC, Standing.WITHDRAWN}),
        State.DRAFT,
        "articles.kill_article",
        guards=(guards.not_too_late,),
        asks=("note", "note_en", "successor"),
        needs=("note",),
    ),
)
TRANSITIONS = {transition.act: transition for transition in TABLE}
