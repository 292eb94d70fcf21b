"""The front page: what is newest, what is on today, which agreements moved."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.publishing import publish
from pressroom.core.dates import UncertainDate
from tests import factories as make
from tests.site.html import Page

pytestmark = pytest.mark.django_db
NOON = datetime(2024, 10, 9, 5, tzinfo=UTC)
FEW = 4


def full_house(size: int) -> None:
    for number in range(size):
        article = make.article(f"Siaran {number}", body="<p>Kami siap.</p>")
        make.quote(article, make.person(), text="Kami siap.")
        make.article_image(article)
        agreement = make.agreement(f"Nota {number}")
        make.action(agreement)
        article.agreements.add(agreement)
        article.events.add(make.held_event())
        publish(article, reason="Arsip.", at=NOON + timedelta(minutes=number))
        make.public_note(article, kind="correction")


@pytest.mark.usefixtures("one_generation")
@pytest.mark.parametrize("size", [1, 6])
def test_the_front_page_costs_few_queries_however_much_there_is(
    client: Client, size: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    full_house(size)
    client.get("/")
    with django_assert_max_num_queries(FEW):
        assert client.get("/").status_code == 200


def test_what_is_on_today_stands_apart_from_what_is_to_come(client: Client) -> None:
    today = timezone.localdate()
    make.event("Sidang", when=UncertainDate.day(today))
    make.event("Rapat", when=UncertainDate.day(today + timedelta(days=3)))
    _before, _today, beside = Page(client.get("/")).text.partition("Hari ini, ")
    now, _heading, upcoming = beside.partition(" Agenda ")
    assert ("Sidang" in now, "Rapat" in now) == (True, False)
    assert ("Sidang" in upcoming, "Rapat" in upcoming) == (False, True)


def test_an_old_agreement_that_moved_comes_before_a_newer_one_that_did_not(client: Client) -> None:
    old, quiet = make.agreement("Nota lama"), make.agreement("Nota diam")
    type(old).objects.filter(pk=old.pk).update(public_from=NOON)
    type(old).objects.filter(pk=quiet.pk).update(public_from=NOON + timedelta(days=1))
    step, secret = make.action(old), make.action(quiet)
    type(step).objects.filter(pk=step.pk).update(public_from=NOON + timedelta(days=2))
    type(step).objects.filter(pk=secret.pk).update(public_from=make.FAR_AHEAD)
    _before, heading, moved = Page(client.get("/")).text.partition("Perjanjian yang terakhir bergerak")
    assert heading
    assert moved.index("Nota lama") < moved.index("Nota diam")
