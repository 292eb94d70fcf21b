"""What may go from releases and their record, and what goes with it."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from articles.models import Article, Edition, PublicNote, Quote, Revision
from tests import factories
from tests.deletion import Rules, check_deletion, rows

pytestmark = pytest.mark.django_db


def quote_in_a_post() -> Quote:
    role = factories.appointment()
    return factories.quote(speaker=role.person, appointment=role)


def published_by_two() -> Edition:
    return factories.edition(approved_by=factories.user(), published_by=factories.user())


def succeeded() -> Edition:
    return factories.edition(successor=factories.article())


def noted() -> PublicNote:
    edition = factories.edition()
    return factories.public_note(edition.article, edition=edition)


RULES: Rules = {
    "Article.event": (lambda: factories.article(event=factories.event()), "set_null"),
    "ArticleSlug.article": (factories.article_slug, "protect"),
    "PublicNote.article": (factories.public_note, "cascade"),
    "Quote.article": (factories.quote, "cascade"),
    "Quote.speaker": (factories.quote, "protect"),
    "Quote.appointment": (quote_in_a_post, "protect"),
    "Quote.event": (lambda: factories.quote(event=factories.event()), "set_null"),
    "Citation.article": (lambda: factories.citation(event=factories.event()), "protect"),
    "Citation.organization": (lambda: factories.citation(organization=factories.organization()), "cascade"),
    "Citation.person_honorific": (
        lambda: factories.citation(person_honorific=factories.person_honorific()),
        "cascade",
    ),
    "Citation.appointment": (lambda: factories.citation(appointment=factories.appointment()), "cascade"),
    "Citation.agreement": (lambda: factories.citation(agreement=factories.agreement()), "cascade"),
    "Citation.action": (lambda: factories.citation(action=factories.action()), "cascade"),
    "Citation.event": (lambda: factories.citation(event=factories.event()), "cascade"),
    "Revision.article": (factories.revision, "cascade"),
    "Revision.author": (lambda: factories.revision(author=factories.user()), "protect"),
    "Edition.article": (factories.edition, "protect"),
    "Edition.revision": (factories.edition, "protect"),
    "Edition.approved_by": (published_by_two, "protect"),
    "Edition.published_by": (published_by_two, "protect"),
    "EditionText.edition": (factories.edition_text, "append-only"),
    "EditionText.article": (factories.edition_text, "protect"),
    "EditionSubject.edition": (factories.edition_subject, "append-only"),
    "EditionQuote.edition": (factories.edition_quote, "append-only"),
    "EditionQuote.speaker": (factories.edition_quote, "protect"),
    "EditionImage.edition": (factories.edition_image, "append-only"),
    "EditionImage.image": (factories.edition_image, "protect"),
    "EditionCitation.edition": (factories.edition_citation, "append-only"),
    "EditionNotice.edition": (factories.edition_notice, "append-only"),
    "EditionNotice.article": (factories.edition_notice, "protect"),
    "EditionNotice.successor": (lambda: factories.edition_notice(successor=factories.article()), "protect"),
    "EditionFact.edition": (factories.edition_fact, "append-only"),
    "EditionProof.edition": (factories.edition_proof, "append-only"),
    "EditionProof.article": (factories.edition_proof, "protect"),
    "Edition.successor": (succeeded, "protect"),
    "Cancellation.edition": (factories.cancellation, "protect"),
    "Cancellation.by": (lambda: factories.cancellation(by=factories.user()), "protect"),
    "PublicNote.edition": (noted, "protect"),
    "WorkflowStep.article": (factories.workflow_step, "cascade"),
    "WorkflowStep.revision": (factories.workflow_step, "cascade"),
    "WorkflowStep.by": (lambda: factories.workflow_step(by=factories.user()), "protect"),
    "WorkflowStep.edition": (lambda: factories.workflow_step(edition=factories.edition()), "protect"),
    "PreviewLink.article": (factories.preview_link, "cascade"),
    "PreviewLink.revision": (factories.preview_link, "cascade"),
    "PreviewLink.created_by": (factories.preview_link, "protect"),
    "PreviewView.link": (factories.preview_view, "cascade"),
    "ReviewAnswer.link": (factories.review_answer, "cascade"),
    "ArticleImage.article": (factories.article_image, "cascade"),
    "ArticleImage.image": (factories.article_image, "protect"),
    "Rendering.image": (lambda: factories.image().rendering, "cascade"),
}


@pytest.mark.parametrize(("make", "field", "outcome"), rows(RULES))
def test_deleting_what_a_row_points_to(make: Callable, field: str, outcome: str) -> None:
    check_deletion(make, field, outcome)


def test_a_draft_goes_with_its_revisions() -> None:
    draft = factories.revision().article
    draft.delete()
    assert not Article.objects.exists()
    assert not Revision.objects.exists()


def test_a_published_release_stays_even_through_the_back_door() -> None:
    release = factories.edition().article
    with pytest.raises(ProtectedError):
        Article.objects.filter(pk=release.pk).delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        release.editions.all()._raw_delete("default")
    assert release.editions.count() == 1


def test_the_words_of_an_outside_source_keep_no_release_alive() -> None:
    event = factories.event()
    factories.outside_citation(event=event)
    event.delete()
    assert not event.citations.model.objects.exists()
