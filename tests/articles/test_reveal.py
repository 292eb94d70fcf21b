"""What a publication makes known rests on a source that readers can see."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.documents import day_of
from articles.models import Citation
from articles.publishing import PublishingError, publish
from articles.reveal import announce
from pressroom.core.models import Change
from tests import factories as make

pytestmark = pytest.mark.django_db
REASON = "Arsip."


def speaking_of(fact):
    article = make.article()
    article.agreements.add(fact)
    return article


def test_the_citation_of_somebodys_draft_is_no_source() -> None:
    secret = make.agreement(public_from=None)
    make.citation(make.article(), agreement=secret)
    with pytest.raises(PublishingError, match="belum mempunyai sumber"):
        publish(speaking_of(secret), reason=REASON)


@pytest.mark.parametrize("source", ["own", "outside", "published"])
def test_an_own_an_outside_and_a_published_citation_are_sources(source: str) -> None:
    secret = make.agreement(public_from=None)
    article = speaking_of(secret)
    if source == "own":
        make.citation(article, agreement=secret)
    elif source == "outside":
        make.outside_citation(agreement=secret)
    else:
        other = make.article()
        make.citation(other, agreement=secret)
        publish(other, reason=REASON)
    assert publish(article, reason=REASON).number == 1


def test_a_later_edition_cannot_take_the_only_source_of_a_public_fact_away() -> None:
    fact = make.agreement(public_from=None)
    article = speaking_of(fact)
    make.citation(article, agreement=fact)
    publish(article, reason=REASON)
    Citation.objects.all().delete()
    with pytest.raises(PublishingError, match="belum mempunyai sumber"):
        publish(article, kind="minor", reason=REASON)
    make.outside_citation(agreement=fact)
    assert publish(article, kind="minor", reason=REASON).number == 2


def test_a_fact_with_an_outside_source_can_be_announced() -> None:
    fact = make.event(public_from=None)
    make.outside_citation(event=fact)
    announce(fact)
    fact.refresh_from_db()
    assert fact.is_visible()
    assert list(Change.objects.values_list("kind", "object_id")) == [("event", fact.slug)]


REFUSED = [
    (lambda: make.event(public_from=None), "belum mempunyai sumber"),
    (lambda: cited_by_a_draft(make.event(public_from=None)), "belum mempunyai sumber"),
    (lambda: make.post(organization=make.organization(public_from=None), public_from=None), "lebih dahulu"),
    (
        lambda: sourced(appointment=make.appointment(make.person(public_from=None), public_from=None)),
        "lebih dahulu",
    ),
    (lambda: sourced(action=make.action(make.agreement(public_from=None), public_from=None)), "lebih dahulu"),
]


def cited_by_a_draft(fact):
    make.citation(event=fact)
    return fact


def sourced(**fact):
    make.outside_citation(**fact)
    return next(iter(fact.values()))


@pytest.mark.parametrize(("make_fact", "sentence"), REFUSED)
def test_a_fact_that_lacks_something_stays_hidden(make_fact, sentence: str) -> None:
    fact = make_fact()
    with pytest.raises(ValidationError, match=sentence):
        announce(fact)
    fact.refresh_from_db()
    assert fact.public_from is None
    assert not Change.objects.exists()


def test_a_stale_save_hides_nothing() -> None:
    fact = make.person(public_from=None)
    announce(type(fact).objects.get(pk=fact.pk))
    fact.bio = "Ditulis dari layar yang lama."
    fact.save()
    fact.refresh_from_db()
    assert fact.is_visible()
    assert fact.bio


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2024, 10, 8, 16, 59, tzinfo=UTC), 8),
        (datetime(2024, 10, 8, 17, 0, tzinfo=UTC), 9),
        (datetime(2024, 10, 9, 0, 0, tzinfo=UTC), 9),
    ],
)
def test_titles_and_roles_are_those_of_the_day_in_jakarta(moment: datetime, day: int) -> None:
    assert day_of(make.article(), moment).day == day


def test_a_release_of_tomorrow_is_refused() -> None:
    article = make.article(released_on=timezone.localdate().replace(year=2999))
    with pytest.raises(PublishingError, match="Tanggal siaran tidak boleh di masa depan"):
        publish(article, reason=REASON)


def test_an_english_text_that_comes_later_is_dated_by_its_own_arrival() -> None:
    article = make.article(english=True, english_ready=False)
    first = publish(article, reason=REASON)
    type(article).objects.update(english_ready=True)
    second = publish(article, kind="translation", reason=REASON)
    dates = {t.language: (t.published_at, t.updated_at) for t in article.texts.filter(superseded_at=None)}
    assert dates == {
        "id": (first.public_from, first.public_from),
        "en": (second.public_from, second.public_from),
    }
