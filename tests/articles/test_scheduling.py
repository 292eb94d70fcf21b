"""Between an act and its moment: what waits for other releases, and what people did meanwhile."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from articles import revisions
from articles.models import Article, EditionSubject
from articles.reveal import announce
from articles.workflow import WorkflowError, perform
from entities.models import Appointment, Person
from pressroom.core.dates import Span
from tests import factories as make
from tests.articles.test_workflow import approved, edit, someone

pytestmark = pytest.mark.django_db

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
