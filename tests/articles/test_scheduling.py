"""Between an act and its moment: what waits for other releases, and what people did meanwhile."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from articles import revisions, standing
from articles.models import (
    Article,
    Cancellation,
    EditionSubject,
    EditionText,
    PublicNote,
)
from articles.record import faults
from articles.reveal import announce
from articles.workflow import Overtaken, WorkflowError, perform
from entities.models import Appointment, Person
from pressroom.core import changes
from pressroom.core.dates import Span
from pressroom.core.models import Change, PendingChange
from tests import factories as make
from tests.articles.ways import approved, approved_with, edit, in_state_for, someone, soon

pytestmark = pytest.mark.django_db


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


SINCE_2020 = Span(date(2020, 1, 1), date(2020, 1, 1), None, None)


def after(minutes: float) -> datetime:
    return timezone.now() + timedelta(minutes=minutes)


def approve(article: Article, by: User) -> Article:
    """Whoever submits it wrote it."""
    writer = someone()
    revisions.store(article, writer)
    perform("submit", article, by=writer)
    perform("approve", article, by=by)
    return article


def speaking_of(person: Person, by: User, **cited: Any) -> Article:
    article = make.article()
    article.people.add(person)
    if cited:
        make.citation(article, **cited)
    return approve(article, by)


def secret_role() -> Appointment:
    office = make.post("Deputi Rahasia")
    return make.appointment(make.person(), office, span=SINCE_2020, public_from=None)


def printed_role(at: datetime | None = None) -> str:
    return EditionSubject.objects.current(at).get(subject_type="person").detail


def test_a_release_brought_forward_prints_no_role_that_another_still_keeps_secret() -> None:
    role, editor = secret_role(), someone()
    perform("schedule", speaking_of(role.person, editor, appointment=role), by=editor, at=after(60))
    other = speaking_of(role.person, editor)
    perform("schedule", other, by=editor, at=after(120))
    perform("reschedule", other, by=editor, at=None, reason="Lebih cepat.")
    assert printed_role() == ""


def test_a_role_whose_release_was_called_off_is_printed_by_none_that_comes_later() -> None:
    role, editor = secret_role(), someone()
    first = speaking_of(role.person, editor, appointment=role)
    perform("schedule", first, by=editor, at=after(60))
    perform("schedule", speaking_of(role.person, editor), by=editor, at=after(120), early_access=True)
    perform("cancel", first, by=editor, reason="Tidak jadi dilantik.")
    assert printed_role(after(121)) == ""


def test_a_role_announced_after_the_approval_was_approved_by_nobody() -> None:
    role, editor = secret_role(), someone()
    make.outside_citation(appointment=role)
    article = speaking_of(role.person, editor)
    announce(role)
    with pytest.raises(WorkflowError, match="berubah sejak disetujui"):
        perform("publish", article, by=editor)


def test_a_fact_goes_with_the_last_release_that_spoke_of_it() -> None:
    visit, editor, articles = make.event(public_from=None), someone(), []
    for _ in range(2):
        article = make.article()
        article.events.add(visit)
        make.citation(article, event=visit)
        articles.append(approve(article, editor))
        perform("publish", article, by=editor)
    seen = []
    for article in articles:
        perform("withdraw", article, by=editor, note="Keliru.")
        visit.refresh_from_db()
        seen.append(visit.is_visible())
    assert seen == [True, False]


def test_calling_off_a_schedule_hides_nothing_that_is_public() -> None:
    """Not even what its first release, which stands, no longer speaks of."""
    guest, editor = make.person(public_from=None), someone()
    first = speaking_of(guest, editor)
    perform("publish", first, by=editor)
    first.people.clear()
    perform("publish", approve(first, editor), by=editor, kind="minor")
    second = speaking_of(guest, editor)
    perform("schedule", second, by=editor, at=after(60))
    perform("cancel", second, by=editor, reason="Batal.")
    guest.refresh_from_db()
    assert guest.is_visible()


def waiting_update(minutes: float) -> Article:
    writer, editor = someone(), someone()
    article = approved(writer, editor)
    perform("publish", article, by=editor)
    edit(article, writer)
    approve(article, editor)
    perform("schedule", article, by=editor, at=after(minutes), kind="update", note="Tempt dilengkapi.")
    return article


def test_a_mended_note_goes_along_to_another_moment() -> None:
    article = waiting_update(60)
    article.notes.update(text="Tempat dilengkapi.")
    perform("reschedule", article, by=someone(), at=after(90), reason="Acara ditunda.")
    assert article.notes.get().text == "Tempat dilengkapi."


@pytest.mark.parametrize("act", ["withdraw", "kill"])
def test_an_edition_that_readers_may_see_any_moment_is_not_recorded_as_never_seen(act: str) -> None:
    article = waiting_update(minutes=3 / 60)
    with pytest.raises(WorkflowError, match="tidak dapat ditahan"):
        perform(act, article, by=someone(), note="Keliru.")
