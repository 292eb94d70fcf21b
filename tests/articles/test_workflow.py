"""The workflow: who does what to a text, and what the engine refuses whoever asks."""

import pytest
from django.core.exceptions import PermissionDenied

from articles import approval, revisions
from articles.models import Article, EditionText, PublicNote, WorkflowStep
from articles.publishing import PublishingError
from articles.record import faults
from articles.restoring import restore
from articles.transitions import AFTER_EDIT, TABLE, TRANSITIONS
from articles.workflow import Overtaken, WorkflowError, perform, possible
from tests import factories as make
from tests.articles.ways import ANSWERS, approved, draft, edit, in_state_for, someone

pytestmark = pytest.mark.django_db


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
