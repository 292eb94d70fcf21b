"""What the database refuses of subscriptions and letters, and what goes with an address."""

import pytest

from pressroom.delivery.models import Delivery, Letter, Subscriber
from tests import factories as make
from tests.constraints import Attempt, Rule, broken, check_refused, check_taken, legal, unique_column
from tests.deletion import check_deletion, rows
from tests.factories import LONG_AGO

pytestmark = pytest.mark.django_db

OTHER = "7a7a7a7a-7a7a-4a7a-8a7a-7a7a7a7a7a7a"


def second_of_one_subscriber() -> object:
    first = make.subscription("topic=a")
    return make.subscription("topic=b", first.subscriber)


def second_line_of_one_subscriber() -> object:
    first = make.delivery()
    return make.delivery(make.letter(first.letter.subscription))


def first_change(row: Delivery) -> int:
    return Delivery.objects.exclude(pk=row.pk).get().change_id


RULES = {
    "delivery.Subscriber.uid": unique_column(make.subscriber, "uid", OTHER),
    "delivery.Subscriber.email": unique_column(make.subscriber, "email", "lain@contoh.example"),
    "delivery.Subscription.uid": unique_column(make.subscription, "uid", OTHER),
    "delivery.Letter.uid": unique_column(make.letter, "uid", OTHER),
    "delivery_subscriber_refused": Rule(
        make.refused_subscriber,
        broken=({"refusals": 0}, {"refused_at": None}, {"refusals": 0, "refused_at": None}),
        legal=({"paused_at": None}, {"refusals": 0, "refused_at": None, "paused_at": None}),
    ),
    "delivery_subscription_once": Rule(
        second_of_one_subscriber,
        broken=({"query": "topic=a"},),
        legal=({"query": "topic=a", "language": "en"}, {"query": ""}),
    ),
    "delivery_subscription_frequency": Rule(
        make.subscription,
        broken=({"frequency": "monthly"}, {"frequency": ""}),
        legal=({"frequency": "weekly"},),
    ),
    "delivery_subscription_language": Rule(
        make.subscription, broken=({"language": "fr"}, {"language": ""}), legal=({"language": "en"},)
    ),
    "delivery_subscription_told_once_confirmed": Rule(
        make.subscription,
        broken=({"confirmed_at": None}, {"told_until": None}),
        legal=({"confirmed_at": None, "told_until": None},),
    ),
    "delivery_letter_kind": Rule(make.letter, broken=({"kind": "iklan"},), legal=({"kind": "digest"},)),
    "delivery_letter_state": Rule(make.letter, broken=({"state": "lost"},), legal=({"state": "failed"},)),
    "delivery_letter_sent_at": Rule(
        make.letter,
        broken=({"state": "sent"}, {"sent_at": LONG_AGO}),
        legal=({"state": "sent", "sent_at": LONG_AGO},),
    ),
    "delivery_delivery_once": Rule(
        second_line_of_one_subscriber,
        broken=({"change_id": first_change},),
        legal=({"letter": None},),
    ),
}
DELETIONS = {
    "Subscription.subscriber": (make.subscription, "cascade"),
    "Letter.subscription": (make.letter, "cascade"),
    "Delivery.subscriber": (make.delivery, "cascade"),
    "Delivery.change": (make.delivery, "protect"),
    "Delivery.letter": (make.delivery, "set null"),
    "Delivery.subscription": (make.delivery, "set null"),
}


@pytest.mark.parametrize("attempt", broken(RULES))
def test_the_database_refuses(attempt: Attempt) -> None:
    check_refused(attempt)


@pytest.mark.parametrize("attempt", legal(RULES))
def test_the_database_takes(attempt: Attempt) -> None:
    check_taken(attempt)


@pytest.mark.parametrize(("factory", "field", "outcome"), rows(DELETIONS))
def test_what_a_deletion_does(factory, field: str, outcome: str) -> None:
    check_deletion(factory, field, outcome)


def test_nothing_outlives_an_address() -> None:
    line = make.delivery()
    line.subscriber.delete()
    assert not any(model.objects.exists() for model in (Subscriber, Letter, Delivery))
