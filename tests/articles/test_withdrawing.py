"""Taking a text away, and what goes with it."""

import pytest

from articles import revisions, standing
from articles.models import Article, Edition, EditionText
from articles.publishing import PublishingError, publish
from articles.record import faults
from articles.standing import Standing
from articles.workflow import perform, possible
from pressroom.core.models import Change
from tests import factories as make
from tests.articles.ways import approved, edit, in_state_for, someone, soon

pytestmark = pytest.mark.django_db


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


def test_every_edition_is_classified() -> None:
    assert set(Edition.Kind) == standing.TEXT_KINDS | standing.NOTICE_KINDS
    assert not standing.TEXT_KINDS & standing.NOTICE_KINDS
