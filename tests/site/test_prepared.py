"""Statements written once find what the querysets they are made of find, as the same rows."""

from datetime import UTC, date, datetime, timedelta
from threading import Thread
from typing import Literal

import pytest
from django.db import connection
from django.db.models import F, QuerySet
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agreements.models import Agreement, AgreementParty, Event
from entities.models import Appointment, Person
from pressroom.core.dates import UncertainDate
from pressroom.site.paging import page_of
from pressroom.site.prepared import Among, Given, Ids, attach, prepared, prepared_anew
from tests import factories as make

pytestmark = pytest.mark.django_db
NOON = datetime(2024, 10, 9, 5, tzinfo=UTC)
built: list[str] = []


@prepared
def people(now: datetime, name: str, keys: list[int]) -> QuerySet[Person]:
    built.append("people")
    found = Person.objects.visible(now).filter(Among("id", keys), name__lte=name)
    return found.select_related("nationality").annotate(called=F("name"))


@prepared
def slugs(now: datetime, order: Literal["slug", "-slug"]) -> QuerySet[Person, tuple[str, datetime | None]]:
    return Person.objects.visible(now).order_by(order).values_list("slug", "public_from")


@prepared
def events(now: datetime, day: date) -> QuerySet[Event]:
    return Event.objects.visible(now).filter(latest__lt=day)


@prepared
def parties(agreements: list[int]) -> QuerySet[AgreementParty]:
    return AgreementParty.objects.filter(Among("agreement", agreements))


@prepared
def roles(now: datetime) -> QuerySet[Appointment]:
    return Appointment.objects.visible(now).select_related("post").only("person", "post__title")


@prepared
def known(keys: Ids) -> QuerySet[Person]:
    built.append("known")
    return Person.objects.filter(Among("id", keys))


@prepared_anew
def sought(name: str) -> QuerySet[Person]:
    return Person.objects.filter(name=name)


def test_rows_relations_and_annotations_are_those_of_the_queryset() -> None:
    country = make.country("RU")
    one, _late, other = make.person("Ana"), make.person("Zed"), make.person("Budi", nationality=country)
    found = people(timezone.now(), "C", [one.pk, other.pk, 0])
    assert [(p.pk, p.name, p.__dict__["called"]) for p in found] == [
        (one.pk, "Ana", "Ana"),
        (other.pk, "Budi", "Budi"),
    ]
    assert found[1].__dict__ | {"_state": None} == (
        Person.objects.annotate(called=F("name")).select_related("nationality").get(pk=other.pk).__dict__
        | {"_state": None}
    )
    with CaptureQueriesContext(connection) as asked:
        assert (found[0].nationality, found[1].nationality) == (None, country)
    assert len(asked) == 0


def test_it_is_composed_once_whatever_the_values_and_in_every_thread() -> None:
    people(timezone.now(), "C", [1])
    built.clear()
    people(timezone.now(), "D", [2, 3])
    people(name="E", keys=[], now=NOON)
    thread = Thread(target=lambda: (people.statement({"now": NOON, "name": "", "keys": []}, None), None))
    thread.start()
    thread.join()
    assert built == []


def test_no_value_matches_an_empty_list_and_odd_words_are_only_values() -> None:
    make.person("Ana")
    assert people(timezone.now(), "Z", []) == []
    assert people(timezone.now(), "' OR 1=1 --%s", [1]) == []


def test_of_one_key_there_is_a_statement_that_looks_for_it_alone() -> None:
    one, other = make.person("Ana"), make.person("Budi")
    built.clear()
    assert [known([one.pk]), known([other.pk])] == [[one], [other]]
    assert built == ["known"]
    assert [known([one.pk, other.pk, 0]), known([])] == [[one, other], []]
    assert built == ["known", "known"]
    of_one, of_several = known.statement({"keys": [1]}, None).sql, known.statement({"keys": []}, None).sql
    assert of_one != of_several
    assert '"entities_person"."id" = %s' in of_one


@pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL tells what it has planned")
def test_postgresql_plans_a_statement_once_but_a_search_for_what_is_sought() -> None:
    known([1]), known([2]), sought("Ana"), sought("Budi")
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement, generic_plans, custom_plans FROM pg_prepared_statements")
        kept = [line for line in cursor.fetchall() if 'FROM "entities_person"' in line[0]]
    assert [plans for sql, *plans in kept if '"id" = $1' in sql] == [[1, 0]]
    assert not [sql for sql, *_plans in kept if '"name" = ' in sql]


def test_the_moment_decides_each_time_anew() -> None:
    person = make.person("Ana")
    Person.objects.update(public_from=NOON)
    before, at = people(NOON - timedelta(seconds=1), "Z", [person.pk]), people(NOON, "Z", [person.pk])
    assert (before, at) == ([], [person])


def test_values_may_be_rows_and_what_shapes_a_statement_has_one_of_its_own() -> None:
    make.person("Ana", slug="a"), make.person("Budi", slug="b")
    Person.objects.update(public_from=NOON)
    assert slugs(NOON, "slug") == [("a", NOON), ("b", NOON)]
    assert slugs(NOON, "-slug") == [("b", NOON), ("a", NOON)]


def test_columns_that_are_left_out_are_fetched_when_asked_for() -> None:
    role = make.appointment()
    (found,) = roles(timezone.now())
    with CaptureQueriesContext(connection) as asked:
        assert found.post.title == role.post.title
    assert len(asked) == 0
    assert found.kind == role.kind


def test_rows_are_attached_to_their_owners() -> None:
    first, second = make.agreement("A", parties=("ID", "RU")), make.agreement("B", parties=("ID", "MY", "RU"))
    attach([first, second], "parties", parties([first.pk, second.pk]), "agreement_id")
    with CaptureQueriesContext(connection) as asked:
        assert [len(one.parties.all()) for one in (first, second)] == [2, 3]
    assert len(asked) == 0
    attach([first], "parties", [], "agreement_id")
    assert list(Agreement.parties.__get__(first).all()) == []


def test_pages_are_those_of_the_queryset_in_both_directions() -> None:
    for number in range(7):
        make.event(f"Acara {number}", when=UncertainDate.day(date(2024, 1, 1) + timedelta(days=number // 2)))
    now, keys = timezone.now(), ("-earliest", "-id")
    today = timezone.localdate()

    def walked(rows: QuerySet | Given) -> list[list[str]]:
        pages, cursor = [], ""
        for way in ("next", "next", "next", "previous", "previous"):
            page = page_of(RequestFactory().get("/", {"cursor": cursor}), rows, *keys, size=3)
            pages.append([event.title for event in page.items])
            cursor = getattr(page, way) or ""
        return pages

    queryset = Event.objects.visible(now).filter(latest__lt=today)
    assert walked(events.given(now, today)) == walked(queryset)
    assert [len(titles) for titles in walked(queryset)] == [3, 3, 1, 3, 3]
    assert [event.title for event in events.given(now, today).first(1)] == ["Acara 6"]
