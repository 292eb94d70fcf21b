from datetime import UTC, date, datetime, timedelta

import pytest
from django.db.models import DateField, Value
from django.db.models.functions import Coalesce
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from agreements.models import Event, LegalInstrument
from entities.models import Person, Post, Topic
from pressroom.core.keyset import CursorError, Page, behind, paginate
from pressroom.core.models import Change
from tests import factories

pytestmark = pytest.mark.django_db

NOON = datetime(2024, 10, 9, 5, 0, 0, 123_456, tzinfo=UTC)


def walk(queryset, keys, size, start=None) -> list[Page]:
    pages = [paginate(queryset, keys, start, size)]
    while pages[-1].next:
        pages.append(paginate(queryset, keys, pages[-1].next, size))
    return pages


def rows(pages: list[Page]) -> list:
    return [row for page in pages for row in page.items]


def people(*names: str) -> None:
    for name in names:
        factories.person(name)


def changes(*moments: datetime) -> None:
    for seq, moment in enumerate(moments, start=1):
        Change.objects.create(seq=seq, at=moment, kind="person", object_id=str(seq), op="upsert")


def names(page: Page) -> list[str]:
    return [row.name for row in page.items]


def test_an_empty_list_has_one_empty_page():
    assert paginate(Person.objects.all(), ("name", "id")) == Page([], None, None)


def test_a_list_that_fits_its_page_has_no_other():
    people("A", "B")

    page = paginate(Person.objects.all(), ("name", "id"), size=2)

    assert (names(page), page.next, page.previous) == (["A", "B"], None, None)


@pytest.mark.parametrize("size", [1, 2, 3, 4, 7, 8])
@pytest.mark.parametrize("keys", [("name", "id"), ("-name", "id"), ("name", "-id"), ("-name", "-id")])
def test_walking_forward_shows_every_row_once_and_in_order(keys, size):
    people("B", "A", "B", "C", "A", "B", "B")

    assert rows(walk(Person.objects.all(), keys, size)) == list(Person.objects.order_by(*keys))


@pytest.mark.parametrize("keys", [("name", "id"), ("-name", "id")])
def test_walking_back_shows_the_same_pages_again(keys):
    people("B", "A", "B", "C", "A", "B")
    forward = walk(Person.objects.all(), keys, 2)

    back = [forward[-1]]
    while back[-1].previous:
        back.append(paginate(Person.objects.all(), keys, back[-1].previous, 2))

    assert [names(page) for page in reversed(back)] == [names(page) for page in forward]
    assert back[-1].next == forward[0].next


def test_rows_inserted_while_somebody_reads_neither_repeat_nor_hide_others():
    people("B", "D", "F", "H")
    first = paginate(Person.objects.all(), ("name", "id"), size=2)
    people("A", "C", "E")

    second = paginate(Person.objects.all(), ("name", "id"), first.next, 10)

    assert (names(first), names(second)) == (["B", "D"], ["E", "F", "H"])


def test_a_page_goes_on_where_its_anchor_has_been_deleted():
    people("A", "B", "C", "D")
    first = paginate(Person.objects.all(), ("name", "id"), size=2)
    Person.objects.filter(name="B").delete()

    assert names(paginate(Person.objects.all(), ("name", "id"), first.next, 2)) == ["C", "D"]


def test_moments_keep_their_microseconds():
    changes(NOON, NOON + timedelta(microseconds=1), NOON.replace(microsecond=0), NOON)

    pages = walk(Change.objects.all(), ("-at", "-seq"), 1)

    assert [page.items[0].seq for page in pages] == [2, 4, 1, 3]


def test_dates_that_may_be_missing_are_ordered_through_an_annotation():
    for day in (date(2024, 10, 9), date(2025, 1, 1), date(2024, 10, 9)):
        factories.held_event(day)
    for _number in range(2):
        factories.event()
    missing = Value(date.min, output_field=DateField())
    events = Event.objects.annotate(day=Coalesce("earliest", missing))

    found = rows(walk(events, ("-day", "-id"), 1))

    assert [event.earliest for event in found] == [date(2025, 1, 1), *[date(2024, 10, 9)] * 2, None, None]
    assert len({event.pk for event in found}) == 5


def test_a_null_in_a_key_is_an_error_of_the_program():
    factories.event(title="a")
    factories.event(title="b")

    with pytest.raises(ValueError, match="earliest"):
        paginate(Event.objects.all(), ("earliest", "id"), size=1)


def test_numbers_and_paths_through_relations_are_keys_too():
    for year in (2010, 2011, 2010):
        factories.instrument(year=year)
    years = [row.year for row in rows(walk(LegalInstrument.objects.all(), ("-year", "-id"), 1))]
    for name in ("B", "A", "B"):
        factories.post("Kepala", organization=factories.organization(name))
    posts = Post.objects.select_related("organization")

    assert years == [2011, 2010, 2010]
    assert [p.organization.name for p in rows(walk(posts, ("organization__name", "id"), 1))] == [*"ABB"]


def test_a_page_costs_one_query(django_assert_num_queries):
    people(*"ABCDEF")
    cursor = paginate(Person.objects.all(), ("name", "id"), size=2).next

    with django_assert_num_queries(1):
        paginate(Person.objects.all(), ("name", "id"), cursor, 2)


def test_a_cursor_can_stand_in_an_address_as_it_is():
    people(*"ABC")

    cursor = paginate(Person.objects.all(), ("name", "id"), size=1).next

    assert set(cursor) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")


@pytest.mark.parametrize("spoil", [str.swapcase, lambda c: c[1:], lambda c: c + "a", lambda c: "A" + c])
def test_an_altered_cursor_is_refused_with_a_sentence(spoil):
    people(*"ABC")
    cursor = paginate(Person.objects.all(), ("name", "id"), size=1).next

    with pytest.raises(CursorError, match="Mulailah lagi dari halaman pertama"):
        paginate(Person.objects.all(), ("name", "id"), spoil(cursor))


@pytest.mark.parametrize("foreign", ["x", ".", "A.B", "é", "[true,1]", "\x00", "a" * 5000])
def test_a_foreign_cursor_is_refused(foreign):
    with pytest.raises(CursorError):
        paginate(Person.objects.all(), ("name", "id"), foreign)


def test_a_cursor_of_another_list_or_order_is_refused():
    people(*"ABC")
    factories.topic("A")
    cursor = paginate(Person.objects.all(), ("name", "id"), size=1).next

    with pytest.raises(CursorError):
        paginate(Person.objects.all(), ("-name", "id"), cursor)
    with pytest.raises(CursorError):
        paginate(Topic.objects.all(), ("name", "id"), cursor)


def test_the_first_key_bounds_the_rows_so_that_an_index_can_be_entered():
    assert ("at__lte", NOON) in behind([("-at", NOON), ("-seq", 3)]).children


class AnyList(TestCase):
    @given(
        st.lists(st.text("ABab é", min_size=1, max_size=3), max_size=12),
        st.integers(1, 5),
        st.sampled_from([("name", "id"), ("-name", "id"), ("-sort_name", "name", "-id")]),
    )
    def test_forward_and_back_every_row_is_shown_once(self, given_names, size, keys):
        people(*given_names)
        everyone = list(Person.objects.order_by(*keys))

        pages = walk(Person.objects.all(), keys, size)
        back = [pages[-1]]
        while back[-1].previous:
            back.append(paginate(Person.objects.all(), keys, back[-1].previous, size))

        assert rows(pages) == everyone
        assert rows(list(reversed(back))) == everyone
