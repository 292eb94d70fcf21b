"""What a publication asks of the database, however much stands in it; `make benchmark` measures the time."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, EditionFact, EditionSubject
from articles.publishing import publish
from articles.workflow import perform
from tests import factories as make
from tests.benchmarks import realistic

pytestmark = pytest.mark.django_db
BUDGET = 92


def queries(article: Article) -> int:
    editor = article.steps.get(act="approve").by
    with CaptureQueriesContext(connection) as captured:
        perform("publish", article, by=editor)
    return len(captured)


def test_a_publication_keeps_its_budget() -> None:
    known = realistic.cast(8)
    draft = realistic.approved(known, realistic.editor(), realistic.editor())
    assert queries(draft) <= BUDGET
    assert EditionSubject.objects.filter(edition__article=draft).count() == 15


def test_a_publication_costs_the_same_however_much_was_said_of_its_people_before() -> None:
    writer, editor, known = realistic.editor(), realistic.editor(), realistic.cast(8)
    first = queries(realistic.approved(known, writer, editor))
    for _ in range(3):
        perform("publish", realistic.approved(known, writer, editor), by=editor)
    assert queries(realistic.approved(known, writer, editor)) == first


def test_a_fact_that_brings_many_lines_costs_as_much_as_one_that_brings_few() -> None:
    few, many = (event_with(guests) for guests in (1, 15))
    assert publication(few) == publication(many)
    assert EditionFact.objects.filter(fact_type="agreements.eventparticipant").count() == 16


def event_with(guests: int) -> Article:
    article = make.article()
    event = make.event()
    for _ in range(guests):
        make.participant(event, public_from=None)
    article.events.add(event)
    return article


def publication(article: Article) -> int:
    with CaptureQueriesContext(connection) as captured:
        publish(article, reason="Uji.")
    return len(captured)
