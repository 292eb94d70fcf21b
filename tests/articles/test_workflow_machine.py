"""Whatever a room full of people does in whatever order: nothing unreviewed is ever public."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from articles import restoring, revisions, standing
from articles.models import Article, Edition, EditionText
from articles.record import faults
from articles.transitions import TRANSITIONS
from articles.workflow import perform, possible
from pressroom.core import changes
from pressroom.core.models import Change
from tests import factories as make

pytestmark = pytest.mark.django_db
START = datetime(2031, 3, 3, 5, tzinfo=UTC)
FAR = timedelta(days=9999)
# Two of each, so that one may look at what the other wrote; at last one who may do everything.
STAFF = ("Penulis", "Penulis", "Penyunting", "Penyunting", "Kepala", "Kepala", "")

people = st.integers(0, len(STAFF) - 1)
releases = st.integers(0, 1)
hours = st.sampled_from([None, None, timedelta(seconds=2), timedelta(hours=1), timedelta(hours=30)])
kinds = st.sampled_from(["update", "minor", "correction", "translation"])
words = st.sampled_from(["", "Alasan."])
changes_made = st.sampled_from(["", "", "save", "autosave", "restore", "sneak", "sneak", "rename", "rename"])


class Clock:
    now = START

    def __call__(self) -> datetime:
        return self.now


clock = Clock()


class Desk(RuleBasedStateMachine):
    """Two releases, seven people, and a second set of books beside the record.

    `saves` are the authors of a release's texts in order; `approvals` what somebody approved, word by word;
    `editions` says of each edition how many saves it rests on.
    """

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        clock.now = START
        self.serial = count(1)
        self.staff = [employ(role) for role in STAFF]
        self.guest = make.person("Tamu")
        self.articles = [make.article(english=english) for english in (False, True)]
        self.saves: dict[int, list[int | None]] = {}
        self.approvals: dict[int, tuple[int, dict[str, Any]]] = {}
        self.editions: dict[int, int] = {}
        self.killed: set[int] = set()
        for article in self.articles:
            article.people.add(self.guest)
            revisions.store(article, self.staff[0])
            self.saves[article.pk] = []
            self.keep_saves(article)

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    @rule(hours=st.sampled_from([timedelta(seconds=1), timedelta(minutes=50), timedelta(days=2)]))
    def time_passes(self, hours: timedelta) -> None:
        clock.now += hours

    @rule(which=releases, who=people, how=changes_made.filter(bool))
    def change(self, which: int, who: int, how: str) -> None:
        """Alter what would be printed: by a save, behind everybody's back, or in the register."""
        article, by = self.fresh(which), self.staff[who]
        if how == "rename":
            self.guest.name = f"Tamu ke-{next(self.serial)}"
            self.guest.save()
        elif how == "restore":
            restoring.restore(article, article.revisions.earliest("number"), by)
        else:
            Article.objects.filter(pk=article.pk).update(lead=f"Ringkasan ke-{next(self.serial)}.")
        if how in ("save", "autosave"):
            revisions.store_changed(self.fresh(which), by, autosave=how == "autosave")
        self.keep_saves(article)

    @rule(
        which=releases, trio=st.tuples(people, people, people), kind=kinds, at=hours, meanwhile=changes_made
    )
    def go_the_straight_way(
        self, which: int, trio: tuple[int, int, int], kind: str, at: timedelta | None, meanwhile: str
    ) -> None:
        """Write, approve, publish, by whomever; something may come in between."""
        writer, reader, publisher = trio
        self.change(which, writer, "save")
        self.do("submit", self.fresh(which), self.staff[writer], kind, at, "Alasan.")
        self.do("approve", self.fresh(which), self.staff[reader], kind, at, "Alasan.")
        if meanwhile:
            self.change(which, writer, meanwhile)
        act = "schedule" if at else "publish"
        self.do(act, self.fresh(which), self.staff[publisher], kind, at, "Alasan.")

    @rule(
        which=releases, who=people, act=st.sampled_from(sorted(TRANSITIONS)), kind=kinds, at=hours, why=words
    )
    def try_anything(self, which: int, who: int, act: str, kind: str, at: timedelta | None, why: str) -> None:
        self.do(act, self.fresh(which), self.staff[who], kind, at, why)

    @rule(which=releases, who=people, choice=st.integers(0, 5), kind=kinds, at=hours)
    def do_what_is_offered(self, which: int, who: int, choice: int, kind: str, at: timedelta | None) -> None:
        article, by = self.fresh(which), self.staff[who]
        if offered := [one.act for one in possible(article, by)]:
            self.do(offered[choice % len(offered)], article, by, kind, at, "Alasan.")

    @rule(which=releases, who=people, act=st.sampled_from(["reschedule", "cancel", "return"]), at=hours)
    def think_again(self, which: int, who: int, act: str, at: timedelta | None) -> None:
        self.do(act, self.fresh(which), self.staff[who], "update", at, "Alasan.")

    def do(self, act: str, article: Article, by: User, kind: str, at: timedelta | None, why: str) -> None:
        again = article.editions.standing().exists()
        given = {
            **dict.fromkeys(("note", "note_en", "reason"), why),
            **({"was": "Keliru.", "was_en": "Wrong."} if again and kind == "correction" else {}),
            "kind": kind if again else None,
            "at": clock.now + at if at else None,
        }
        asked = {name: value for name, value in given.items() if name in TRANSITIONS[act].asks}
        try:
            edition = perform(act, article, by=by, version=article.version, **asked)
        except (PermissionDenied, ValidationError):
            return
        self.keep_saves(article)
        self.note(act, article, by, edition)

    def note(self, act: str, article: Article, by: User, edition: Edition | None) -> None:
        """Keep the second books, and hold a new edition against them."""
        assert by.has_perm(TRANSITIONS[act].permission)
        if act == "approve":
            self.approvals[article.pk] = (by.pk, readable(article))
        if act == "kill":
            self.killed.add(article.pk)
        if edition and edition.kind in standing.TEXT_KINDS:
            self.check(edition, act)
        if edition:
            rests_on = (
                self.editions[replaced(edition)] if act == "reschedule" else len(self.saves[article.pk])
            )
            self.editions[edition.pk] = rests_on

    def check(self, edition: Edition, act: str) -> None:
        """Nobody's text is public that somebody else has not read, unless they said why."""
        if act == "reschedule":
            before = Edition.objects.get(pk=replaced(edition))
            assert (edition.approved_by, edition.reason) == (before.approved_by, before.reason)
            assert edition.document["texts"] == before.document["texts"]
        elif edition.approved_by_id:
            approver, text = self.approvals[edition.article_id]
            assert edition.approved_by_id == approver
            assert approver not in self.since_last_edition(edition)
            assert printed(edition) == text
        else:
            assert act == "publish_urgently"
            assert edition.reason.strip()

    def since_last_edition(self, edition: Edition) -> list[int | None]:
        """Who saved anything of the text after the edition before it."""
        earlier = edition.article.editions.standing().filter(number__lt=edition.number)
        last = earlier.order_by("-number").first()
        return self.saves[edition.article_id][self.editions[last.pk] if last else 0 :]

    def fresh(self, which: int) -> Article:
        return Article.objects.get(pk=self.articles[which].pk)

    def keep_saves(self, article: Article) -> None:
        """Note who saved what was stored since the last look; nobody, where an act met an unsaved text."""
        kept = self.saves[article.pk]
        kept += article.revisions.order_by("number").values_list("author", flat=True)[len(kept) :]

    @invariant()
    def every_edition_went_through_the_one_door(self) -> None:
        assert set(Edition.objects.values_list("pk", flat=True)) == self.editions.keys()

    @invariant()
    def the_record_is_whole(self) -> None:
        changes.advance()
        assert list(faults()) == []
        assert [*Change.objects.order_by("seq").values_list("seq", flat=True)] == [
            *range(1, Change.objects.count() + 1)
        ]

    @invariant()
    def at_most_one_edition_of_each_release_waits(self) -> None:
        for article in self.articles:
            assert article.editions.standing().filter(public_from__gt=clock.now).count() <= 1

    @invariant()
    def what_was_killed_never_comes_back(self) -> None:
        for pk in self.killed:
            for moment in (clock.now, clock.now + FAR):
                assert not EditionText.objects.current(moment).filter(article=pk).exists()


def employ(role: str) -> User:
    who = make.user(is_superuser=not role)
    who.groups.set(Group.objects.filter(name=role))
    return who


def readable(article: Article) -> dict[str, Any]:
    """What somebody who approves a release has before the eyes."""
    texts = {"id": (article.title, article.lead, article.body)}
    if article.english_ready:
        texts["en"] = (article.title_en, article.lead_en, article.body_en)
    return {"texts": texts, "names": [person.name for person in article.people.all()]}


def printed(edition: Edition) -> dict[str, Any]:
    """The same of what readers get."""
    rows = edition.editiontexts.order_by("-language")
    texts = {text.language: (text.title, text.lead, text.html) for text in rows}
    names = edition.editionsubjects.filter(subject_type="person").values_list("label", flat=True)
    return {"texts": texts, "names": [*names]}


def replaced(edition: Edition) -> int:
    """The edition that a rescheduled one took the place of."""
    return edition.article.editions.exclude(cancellation=None).latest("number").pk


@pytest.fixture(autouse=True)
def _running_clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("django.utils.timezone.now", clock)
    return


def test_nothing_unreviewed_is_ever_public() -> None:
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=10,
            stateful_step_count=20,
            # Explaining a failure line by line would take longer than finding it.
            phases=[phase for phase in Phase if phase != Phase.explain],
            suppress_health_check=list(HealthCheck),
            print_blob=True,
        ),
    )
