"""Lines on the page of a fact become public with a release that speaks of the fact, or by announcement."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from agreements.models import AgendaItem
from articles.models import Article
from articles.publishing import publish
from articles.reveal import announce, facts_of
from pressroom.core.models import Change
from pressroom.core.visibility import Public
from tests import factories as make

pytestmark = pytest.mark.django_db
REASON = "Arsip."
HIDDEN: dict[str, Any] = {"public_from": None}

# A hidden line of a public fact, and the relation by which a release speaks of that fact.
LINES: dict[str, tuple[Callable[..., Public], str]] = {
    "agenda item": (lambda **fact: make.agenda_item(make.event(**fact), **HIDDEN), "events"),
    "participant": (lambda **fact: make.participant(make.event(**fact), **HIDDEN), "events"),
    "party": (
        lambda **fact: make.party(make.agreement(parties=(), **fact), make.organization(), **HIDDEN),
        "agreements",
    ),
    "relation": (lambda **fact: make.relation(make.agreement(parties=(), **fact), **HIDDEN), "agreements"),
    "name of a person": (lambda **fact: make.person_name(make.person(**fact), **HIDDEN), "people"),
    "name of a body": (
        lambda **fact: make.organization_name(make.organization(**fact), **HIDDEN),
        "organizations",
    ),
}
EVERY_LINE = pytest.mark.parametrize(("make_line", "relation"), LINES.values(), ids=list(LINES))


def speaking_of(fact: Public, relation: str) -> Article:
    article = make.article()
    getattr(article, relation).add(fact)
    return article


@EVERY_LINE
def test_a_release_that_speaks_of_a_fact_makes_its_lines_public(
    make_line: Callable[..., Public], relation: str
) -> None:
    line = make_line()
    edition = publish(speaking_of(line.change_subject, relation), reason=REASON)
    line.refresh_from_db()
    assert line.public_from == edition.public_from
    subject = line.change_subject
    logged = Change.objects.exclude(kind="release").values_list("kind", "object_id")
    assert list(logged) == [(subject.change_kind, subject.public_id)]


@EVERY_LINE
def test_a_release_that_does_not_speak_of_the_fact_leaves_its_lines_alone(
    make_line: Callable[..., Public], relation: str
) -> None:
    line, other = make_line(), make_line()
    publish(speaking_of(other.change_subject, relation), reason=REASON)
    line.refresh_from_db()
    assert line.public_from is None


@EVERY_LINE
def test_a_line_that_waits_for_another_release_goes_on_waiting(
    make_line: Callable[..., Public], relation: str
) -> None:
    line = make_line()
    moment = timezone.now() + timedelta(days=1)
    publish(speaking_of(line.change_subject, relation), reason=REASON, at=moment)
    publish(speaking_of(line.change_subject, relation), reason=REASON)
    line.refresh_from_db()
    assert line.public_from == moment
    assert not line.is_visible()


def test_who_takes_part_waits_with_the_line_that_says_so() -> None:
    guest = make.person(**HIDDEN)
    event = make.event()
    make.participant(event, person=guest, **HIDDEN)
    moment = timezone.now() + timedelta(days=1)
    publish(speaking_of(event, "events"), reason=REASON, at=moment)
    publish(speaking_of(event, "events"), reason=REASON)
    guest.refresh_from_db()
    assert guest.public_from == moment


def test_a_line_that_waits_is_a_fact_of_the_release_it_waits_for_and_of_no_other() -> None:
    item = make.agenda_item(**HIDDEN)
    first, second = speaking_of(item.event, "events"), speaking_of(item.event, "events")
    publish(first, reason=REASON, at=timezone.now() + timedelta(days=1))
    assert item in lines_of(first)
    assert item not in lines_of(second)


def lines_of(article: Article) -> list[Public]:
    return [row for facts in facts_of(article) if facts.model is AgendaItem for row in facts]


@EVERY_LINE
def test_a_line_of_a_public_fact_can_be_announced(make_line: Callable[..., Public], relation: str) -> None:
    line = make_line()
    announce(line)
    line.refresh_from_db()
    assert line.is_visible()
    subject = line.change_subject
    assert list(Change.objects.values_list("kind", "object_id")) == [(subject.change_kind, subject.public_id)]


@EVERY_LINE
def test_a_line_is_not_announced_before_its_fact(make_line: Callable[..., Public], relation: str) -> None:
    line = make_line(**HIDDEN)
    with pytest.raises(ValidationError, match="lebih dahulu"):
        announce(line)
    line.refresh_from_db()
    assert line.public_from is None


def test_a_relation_is_not_announced_before_the_agreement_that_it_leads_to() -> None:
    relation = make.relation(target=make.agreement(parties=(), **HIDDEN), **HIDDEN)
    with pytest.raises(ValidationError, match="lebih dahulu"):
        announce(relation)
