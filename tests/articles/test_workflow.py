"""The workflow: every act from every state by everybody, and what the engine refuses whoever asks."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles import approval, revisions, standing
from articles.models import Article, Cancellation, Edition, EditionText, PublicNote, WorkflowStep
from articles.publishing import PublishingError, publish
from articles.record import faults
from articles.restoring import restore
from articles.standing import Standing
from articles.transitions import AFTER_EDIT, TABLE, TRANSITIONS
from articles.workflow import Overtaken, WorkflowError, perform, possible
from pressroom.core import changes
from pressroom.core.models import Change, PendingChange
from tests import factories as make

pytestmark = pytest.mark.django_db


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


def edit(article: Article, by: User) -> None:
    article.refresh_from_db()
    make.amend(article)
    revisions.store(article, by)
    article.refresh_from_db()


def soon(minutes: int = 60) -> object:
    return timezone.now() + timedelta(minutes=minutes)


def test_the_straight_way_needs_two_people_and_is_kept_step_by_step() -> None:
    writer, editor = someone(), someone()
    article = approved(writer, editor)
    edition = perform("publish", article, by=editor)
    article.refresh_from_db()
    assert edition is not None
    assert (article.state, edition.approved_by, edition.reason) == ("published", editor, "")
    assert list(WorkflowStep.objects.values_list("act", "before", "after", "by")) == [
        ("submit", "draft", "in_review", writer.pk),
        ("approve", "in_review", "approved", editor.pk),
        ("publish", "approved", "published", editor.pk),
    ]
    assert not list(faults())


def test_whoever_wrote_at_the_text_cannot_approve_it() -> None:
    writer, second = someone(), someone()
    article = draft(writer)
    edit(article, second)
    perform("submit", article, by=writer)
    for contributor in (writer, second):
        with pytest.raises(WorkflowError, match="ikut menulis"):
            perform("approve", article, by=contributor)


def test_who_wrote_before_the_last_publication_may_approve_what_came_after() -> None:
    writer, editor = someone(), someone()
    article = approved(writer, editor)
    perform("publish", article, by=editor)
    edit(article, editor)
    perform("submit", article, by=editor)
    perform("approve", article, by=writer)


def test_an_edit_after_approval_voids_the_approval() -> None:
    writer, editor = someone(), someone()
    article = approved(writer, editor)
    edit(article, writer)
    assert article.state == "draft"
    with pytest.raises(WorkflowError):
        perform("publish", article, by=editor)


def test_an_edit_that_no_save_recorded_voids_the_approval_as_well() -> None:
    writer, editor = someone(), someone()
    article = approved(writer, editor)
    Article.objects.filter(pk=article.pk).update(body="<p>Lain.</p>")
    with pytest.raises(WorkflowError, match="berubah sejak disetujui"):
        perform("publish", article, by=editor)


def test_another_name_in_the_register_voids_the_approval() -> None:
    writer, editor, minister = someone(), someone(), make.person("Eddy Hartono")
    article = draft(writer)
    article.people.add(minister)
    revisions.store(article, writer)
    perform("submit", article, by=writer)
    perform("approve", article, by=editor)
    minister.name = "Orang Lain"
    minister.save()
    with pytest.raises(WorkflowError, match="berubah sejak disetujui"):
        perform("publish", article, by=editor)


def test_what_was_returned_and_submitted_again_is_approved_again() -> None:
    writer, editor = someone(), someone()
    article = approved(writer, editor)
    perform("return", article, by=editor, note="Periksa angkanya.")
    perform("submit", article, by=writer)
    with pytest.raises(WorkflowError):
        perform("publish", article, by=editor)


@pytest.mark.parametrize("state", Article.State)
def test_an_edit_makes_of_every_state_what_the_table_says(state: str) -> None:
    article = draft(someone())
    Article.objects.update(state=state)
    edit(article, someone())
    assert article.state == AFTER_EDIT[Article.State(state)]


@pytest.mark.parametrize("act", TRANSITIONS)
def test_nobody_does_what_he_may_not(act: str) -> None:
    others = [one.permission for one in TABLE if one.permission != TRANSITIONS[act].permission]
    with pytest.raises(PermissionDenied):
        perform(act, draft(someone()), by=someone(*others))


@pytest.mark.parametrize("act", TRANSITIONS)
def test_an_act_on_a_page_that_somebody_overtook_is_refused(act: str) -> None:
    with pytest.raises(Overtaken):
        perform(act, draft(someone()), by=someone(), version=99)


@pytest.mark.parametrize("act", [one.act for one in TABLE if one.needs])
def test_an_act_without_the_answer_it_needs_is_refused(act: str) -> None:
    article = in_state_for(act)
    with pytest.raises(WorkflowError):
        perform(act, article, by=someone())


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


@pytest.mark.parametrize("act", TRANSITIONS)
def test_each_act_leads_to_the_state_of_the_table(act: str) -> None:
    article, by = in_state_for(act), someone()
    assert act in [one.act for one in possible(article, by)]
    perform(act, article, by=by, version=article.version, **ANSWERS.get(act, {}))
    before, article = article.state, Article.objects.get(pk=article.pk)
    expected = TRANSITIONS[act].target or ("approved" if act == "cancel" else before)
    assert article.state == expected
    assert WorkflowStep.objects.order_by("-id").values_list("act", "by").first() == (act, by.pk)
    assert not list(faults())


def test_an_emergency_is_owed_a_second_look_by_somebody_else() -> None:
    writer, chief, third = someone(), someone(), someone()
    article = draft(writer)
    edition = perform("publish_urgently", article, by=chief, reason="Gempa.")
    assert list(approval.unapproved()) == [edition]
    for involved in (writer, chief):
        with pytest.raises(WorkflowError, match="ikut menulis atau menerbitkan"):
            perform("approve_afterwards", article, by=involved)
    perform("approve_afterwards", article, by=third)
    assert not approval.unapproved()
    assert WorkflowStep.objects.order_by("-id").first().edition == edition


def test_a_scheduled_edition_becomes_public_by_itself_and_is_logged_when_somebody_looks() -> None:
    article, at = in_state_for("schedule"), soon()
    perform("schedule", article, by=someone(), at=at)
    assert not EditionText.objects.current().exists()
    assert EditionText.objects.current(at).count() == 1
    assert not EditionText.objects.current(at - timedelta(microseconds=1)).exists()
    assert not Change.objects.exists()
    changes.advance(at - timedelta(microseconds=1))
    assert not Change.objects.exists()
    assert [changes.advance(at), changes.advance(at)] == [1, 0]
    assert Change.objects.get().at == at
    assert not list(faults())


def test_the_edition_before_stands_until_the_moment_of_the_next() -> None:
    article = in_state_for("withdraw")
    writer, editor, at = someone(), someone(), soon()
    Article.objects.update(title="Judul baru", slug="judul-baru")
    article.refresh_from_db()
    revisions.store(article, writer)
    perform("submit", article, by=writer)
    perform("approve", article, by=editor)
    perform("schedule", article, by=editor, at=at, kind="update", note="Judul diperbaiki.")
    now = {text.title for text in EditionText.objects.current()}
    later = {text.title for text in EditionText.objects.current(at)}
    assert (len(now), later) == (1, {"Judul baru"})
    assert "Judul baru" not in now
    assert not PublicNote.objects.visible().exists()
    assert PublicNote.objects.visible(at).get().text == "Judul diperbaiki."
    assert list(article.slugs.visible().values_list("slug", flat=True)) != ["judul-baru"]
    assert article.slugs.visible(at).filter(slug="judul-baru").exists()


def test_cancelling_leaves_nothing_to_come() -> None:
    article = in_state_for("withdraw")
    first = standing.current(article)
    writer, editor, at = someone(), someone(), soon()
    newcomer = make.person(public_from=None)
    article.people.add(newcomer)
    edit(article, writer)
    perform("submit", article, by=writer)
    perform("approve", article, by=editor)
    edition = perform("schedule", article, by=editor, at=at, kind="update", note="Tokoh bertambah.")
    newcomer.refresh_from_db()
    assert newcomer.public_from == at
    perform("cancel", article, by=editor, reason="Belum waktunya.")
    newcomer.refresh_from_db()
    assert newcomer.public_from is None
    assert EditionText.objects.current(at).get().edition == first
    assert not PublicNote.objects.exists()
    assert not PendingChange.objects.exists()
    assert Cancellation.objects.get().edition == edition
    article.refresh_from_db()
    assert article.state == "approved"
    assert not list(faults())


def test_a_fact_waits_for_the_next_release_that_tells_it() -> None:
    guest = make.person(public_from=None)
    articles = []
    for minutes in (60, 120):
        article = in_state_for("schedule")
        Article.objects.filter(pk=article.pk).update(state="draft")
        article.people.add(guest)
        writer, editor = someone(), someone()
        revisions.store(article, writer)
        article.refresh_from_db()
        perform("submit", article, by=writer)
        perform("approve", article, by=editor)
        perform("schedule", article, by=editor, at=soon(minutes))
        articles.append(article)
    perform("cancel", articles[0], by=someone(), reason="Batal.")
    guest.refresh_from_db()
    assert guest.public_from == standing.pending(articles[1]).public_from
    changes.advance(guest.public_from)
    assert Change.objects.filter(kind="person").count() == 1


def test_rescheduling_carries_the_approval_and_is_recorded() -> None:
    article, by = in_state_for("reschedule"), someone()
    first, later = standing.pending(article), soon(180)
    second = perform("reschedule", article, by=by, at=later, reason="Acara ditunda.")
    assert second is not None
    assert (second.number, second.approved_by, second.public_from) == (2, first.approved_by, later)
    assert list(EditionText.objects.values_list("edition", "public_from")) == [(second.pk, later)]
    assert Cancellation.objects.get().reason == "Acara ditunda."
    assert not list(faults())


def test_publishing_earlier_is_at_once() -> None:
    article = in_state_for("reschedule")
    perform("reschedule", article, by=someone(), at=None, reason="Media sudah memuatnya.")
    assert EditionText.objects.current().exists()
    assert Change.objects.filter(kind="release").count() == 1
    assert not PendingChange.objects.exists()


@pytest.mark.parametrize("act", ["reschedule", "cancel"])
def test_what_is_about_to_be_public_cannot_be_held_back(act: str) -> None:
    article = in_state_for("schedule")
    perform("schedule", article, by=someone(), at=timezone.now() + timedelta(seconds=3))
    with pytest.raises(WorkflowError, match="tidak dapat ditahan"):
        perform(act, article, by=someone(), reason="Tunggu.")


def test_a_moment_that_has_passed_is_no_schedule() -> None:
    with pytest.raises(WorkflowError, match="masa depan"):
        perform("schedule", in_state_for("schedule"), by=someone(), at=timezone.now())


@pytest.mark.parametrize(("act", "left"), [("withdraw", Standing.WITHDRAWN), ("kill", Standing.KILLED)])
def test_taking_away_hits_every_language_and_what_was_still_to_come(act: str, left: Standing) -> None:
    writer, editor = someone(), someone()
    article = approved(writer, editor, english=True)
    perform("publish", article, by=editor)
    edit(article, writer)
    perform("submit", article, by=writer)
    perform("approve", article, by=editor)
    perform("schedule", article, by=editor, at=soon(), kind="minor")
    edition = perform(act, article, by=editor, note="Keliru.", note_en="Wrong.")
    assert not EditionText.objects.current().exists()
    assert not EditionText.objects.current(soon(600)).exists()
    assert standing.standing_of(standing.current(article)) == left
    notices = {n.language: (n.title, n.text) for n in edition.editionnotices.all()}
    assert set(notices) == {"id", "en"}
    assert notices["en"][1] == "Wrong."
    assert [bool(title) for title, _text in notices.values()] == [act == "withdraw"] * 2
    assert Change.objects.order_by("-seq").first().op == ("delete" if act == "kill" else "upsert")
    assert not list(faults())


def test_a_language_dropped_before_is_taken_away_as_well() -> None:
    writer, editor = someone(), someone()
    article = approved(writer, editor, english=True)
    perform("publish", article, by=editor)
    Article.objects.update(english_ready=False)
    edit(article, writer)
    perform("submit", article, by=writer)
    perform("approve", article, by=editor)
    perform("publish", article, by=editor, kind="minor")
    edition = perform("kill", article, by=editor, note="Keliru.", note_en="Wrong.")
    assert set(edition.editionnotices.values_list("language", flat=True)) == {"id", "en"}
    assert not list(faults())


def test_taking_away_needs_a_reason_in_every_language() -> None:
    writer, editor = someone(), someone()
    article = approved(writer, editor, english=True)
    perform("publish", article, by=editor)
    with pytest.raises(PublishingError, match="bahasa Inggris"):
        perform("withdraw", article, by=editor, note="Keliru.")


def test_a_withdrawn_release_can_be_reinstated_by_the_ordinary_way_with_a_note() -> None:
    article = in_state_for("withdraw")
    writer, editor = someone(), someone()
    perform("withdraw", article, by=editor, note="Keliru.")
    perform("submit", article, by=writer)
    perform("approve", article, by=editor)
    with pytest.raises(PublishingError, match="terbit kembali"):
        perform("publish", article, by=editor, kind="minor")
    perform("publish", article, by=editor, kind="update", note="Sudah diperiksa; benar.")
    assert EditionText.objects.current().count() == 1
    assert not list(faults())


def test_a_killed_release_never_comes_back() -> None:
    article = in_state_for("kill")
    perform("kill", article, by=someone(), note="Jangan dipakai.")
    article.refresh_from_db()
    assert possible(article, someone()) == []
    with pytest.raises(PublishingError, match="selamanya"):
        publish(make.amend(article), kind="update", note="Lagi.", reason="Coba.")


def test_facts_that_rest_on_a_release_alone_go_with_it() -> None:
    writer, editor = someone(), someone()
    alone, shared, sourced = (make.event(public_from=None) for _ in range(3))
    articles = []
    for events in ((alone, shared, sourced), (shared,)):
        article = make.article()
        article.events.set(events)
        for event in events:
            make.citation(article, event=event)
        revisions.store(article, writer)
        perform("submit", article, by=writer)
        perform("approve", article, by=editor)
        perform("publish", article, by=editor)
        articles.append(article)
    make.outside_citation(event=sourced)
    perform("withdraw", articles[0], by=editor, note="Keliru.")
    for event in (alone, shared, sourced):
        event.refresh_from_db()
    assert (alone.public_from, shared.is_visible(), sourced.is_visible()) == (None, True, True)
    assert (
        Change.objects.filter(kind="event", op="delete").values_list("object_id", flat=True).get()
        == alone.slug
    )


def test_a_correction_says_what_was_wrong_and_what_is_right() -> None:
    article = in_state_for("withdraw")
    writer, editor = someone(), someone()
    edit(article, writer)
    perform("submit", article, by=writer)
    perform("approve", article, by=editor)
    with pytest.raises(PublishingError, match="keliru"):
        perform("publish", article, by=editor, kind="correction", note="17 orang.")
    edition = perform("publish", article, by=editor, kind="correction", was="71 orang.", note="17 orang.")
    note = PublicNote.objects.get()
    assert (note.edition, note.kind, note.was, note.text) == (edition, "correction", "71 orang.", "17 orang.")
    assert EditionText.objects.current().get().updated_at == edition.public_from


def test_every_edition_is_classified() -> None:
    assert set(Edition.Kind) == standing.TEXT_KINDS | standing.NOTICE_KINDS
    assert not standing.TEXT_KINDS & standing.NOTICE_KINDS


def test_a_fact_that_another_release_merely_mentions_goes_with_its_source() -> None:
    writer, editor = someone(), someone()
    event, articles = make.event(public_from=None), []
    for cites in (True, False):
        article = make.article()
        article.events.add(event)
        if cites:
            make.citation(article, event=event)
        revisions.store(article, writer)
        perform("submit", article, by=writer)
        perform("approve", article, by=editor)
        perform("publish", article, by=editor)
        articles.append(article)
    perform("withdraw", articles[0], by=editor, note="Keliru.")
    event.refresh_from_db()
    assert event.public_from is None


def test_who_wrote_words_that_another_brought_back_cannot_approve_them() -> None:
    first, second, editor = someone(), someone(), someone()
    article = draft(first)
    edit(article, second)
    restore(article, article.revisions.get(number=1), first)
    perform("submit", article, by=first)
    perform("approve", article, by=editor)
    perform("publish", article, by=editor)
    restore(article, article.revisions.get(number=2), first)
    perform("submit", article, by=first)
    with pytest.raises(WorkflowError, match="ikut menulis"):
        perform("approve", article, by=second)


def test_a_page_opened_before_another_schedule_takes_none_back() -> None:
    article, editor = in_state_for("cancel"), someone()
    perform("reschedule", article, by=editor, at=soon(90), reason="Ditunda.", version=article.version)
    with pytest.raises(Overtaken):
        perform("cancel", article, by=editor, reason="Batal.", version=article.version)


def test_the_moment_of_a_cancelled_edition_opens_nothing() -> None:
    """A guest waits for the moment of one release; another, once due then as well, does not tell of him."""
    writer, editor, event, at = someone(), someone(), make.event(), soon()
    early, late = (approved_with(event, writer, editor) for _ in range(2))
    perform("schedule", late, by=editor, at=at)
    guest = make.participant(event, public_from=None)
    perform("schedule", early, by=editor, at=at)
    perform("cancel", late, by=editor, reason="Batal.")
    perform("publish", late, by=editor)
    guest.refresh_from_db()
    assert guest.public_from == at


def approved_with(event: object, writer: User, editor: User) -> Article:
    article = make.article()
    article.events.add(event)
    revisions.store(article, writer)
    perform("submit", article, by=writer)
    perform("approve", article, by=editor)
    return article
