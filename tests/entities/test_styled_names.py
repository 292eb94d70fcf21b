"""A name with the honorifics held on a day, as Indonesian usage writes it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from entities.models import Honorific, Person
from pressroom.core.dates import Span
from tests import factories

pytestmark = pytest.mark.django_db

DAY = factories.THE_DAY
SEEN = Span.seen_on(DAY)

# abbreviation: (kind, position, precedence, English abbreviation)
TITLES = {
    "Alm.": ("courtesy", "prefix", 10, "the late"),
    "Prof.": ("academic", "prefix", 40, "Prof."),
    "Dr.": ("academic", "prefix", 45, ""),
    "Komjen. Pol.": ("rank", "prefix", 30, "Police Commissioner General"),
    "Jenderal TNI": ("rank", "prefix", 30, "General"),
    "H.": ("religious", "prefix", 50, ""),
    "S.I.K.": ("academic", "suffix", 110, ""),
    "S.H.": ("academic", "suffix", 110, ""),
    "M.H.": ("academic", "suffix", 120, ""),
    "Ph.D.": ("academic", "suffix", 130, ""),
}


def title(abbr: str) -> Honorific:
    kind, position, precedence, abbr_en = TITLES[abbr]
    service = "polri" if kind == "rank" else ""
    fields = {"kind": kind, "position": position, "precedence": precedence, "service": service}
    return factories.honorific(abbr, abbr_en=abbr_en, **fields)


def eddy(*abbreviations: str) -> Person:
    person = factories.person("Eddy Hartono")
    for abbr in abbreviations:
        factories.person_honorific(person, title(abbr), span=SEEN)
    return person


@pytest.mark.parametrize(
    ("abbreviations", "styled"),
    [
        ((), "Eddy Hartono"),
        (("S.I.K.",), "Eddy Hartono, S.I.K."),
        (("Komjen. Pol.",), "Komjen. Pol. Eddy Hartono"),
        (("Komjen. Pol.", "S.I.K.", "M.H."), "Komjen. Pol. Eddy Hartono, S.I.K., M.H."),
        (("M.H.", "S.I.K.", "Komjen. Pol."), "Komjen. Pol. Eddy Hartono, S.I.K., M.H."),
        (("H.", "Dr.", "Prof.", "Komjen. Pol."), "Komjen. Pol. Prof. Dr. H. Eddy Hartono"),
        (("Ph.D.", "Alm.", "Dr.", "S.H."), "Alm. Dr. Eddy Hartono, S.H., Ph.D."),
    ],
)
def test_prefixes_the_name_a_comma_and_suffixes(abbreviations: tuple[str, ...], styled: str) -> None:
    assert eddy(*abbreviations).styled(DAY) == styled


def test_titles_of_one_precedence_keep_the_order_the_editor_gave() -> None:
    person = factories.person("Eddy Hartono")
    factories.person_honorific(person, title("S.H."), ordinal=2, span=SEEN)
    factories.person_honorific(person, title("S.I.K."), ordinal=1, span=SEEN)
    assert person.styled(DAY) == "Eddy Hartono, S.I.K., S.H."


def test_in_english_a_title_has_its_english_form_where_there_is_one() -> None:
    person = eddy("Komjen. Pol.", "Dr.", "S.I.K.")
    assert person.styled(DAY, "en") == "Police Commissioner General Dr. Eddy Hartono, S.I.K."


def test_a_retired_officer_keeps_the_rank_and_says_so() -> None:
    person = factories.person("Eddy Hartono")
    factories.person_honorific(person, title("Jenderal TNI"), retired=True, span=SEEN)
    assert person.styled(DAY) == "Jenderal TNI (Purn.) Eddy Hartono"
    assert person.styled(DAY, "en") == "General (Ret.) Eddy Hartono"


YEAR_2023 = (date(2023, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("span", "day", "styled"),
    [
        (SEEN, DAY - timedelta(days=1), "Eddy Hartono"),
        (SEEN, DAY, "Komjen. Pol. Eddy Hartono"),
        (SEEN, DAY + timedelta(days=365), "Komjen. Pol. Eddy Hartono"),
        (Span(*YEAR_2023), date(2023, 6, 1), "Eddy Hartono"),
        (Span(*YEAR_2023), date(2023, 12, 31), "Komjen. Pol. Eddy Hartono"),
        (
            Span(date(2020, 1, 1), date(2020, 1, 1), *YEAR_2023),
            date(2022, 12, 31),
            "Komjen. Pol. Eddy Hartono",
        ),
        (Span(date(2020, 1, 1), date(2020, 1, 1), *YEAR_2023), date(2023, 1, 1), "Komjen. Pol. Eddy Hartono"),
        (Span(date(2020, 1, 1), date(2020, 1, 1), *YEAR_2023), date(2023, 1, 2), "Eddy Hartono"),
        (Span(end_latest=DAY), DAY, "Eddy Hartono"),
        (Span(), DAY, "Eddy Hartono"),
    ],
)
def test_a_title_is_written_on_the_days_it_was_certainly_held(span: Span, day: date, styled: str) -> None:
    person = factories.person("Eddy Hartono")
    factories.person_honorific(person, title("Komjen. Pol."), span=span)
    assert person.styled(day) == styled


def test_each_day_has_the_rank_of_that_day() -> None:
    person = factories.person("Eddy Hartono")
    promoted = date(2024, 9, 1)
    eve = promoted - timedelta(days=1)
    irjen = factories.rank("Irjen. Pol.")
    factories.person_honorific(person, irjen, span=Span(date(2022, 1, 1), date(2022, 1, 1), eve, eve))
    factories.person_honorific(person, title("Komjen. Pol."), span=Span(promoted, promoted))
    assert person.styled(eve) == "Irjen. Pol. Eddy Hartono"
    assert person.styled(promoted) == "Komjen. Pol. Eddy Hartono"


def test_without_a_day_the_name_is_that_of_today() -> None:
    person = factories.person("Eddy Hartono")
    today = timezone.localdate()
    factories.person_honorific(person, title("M.H."), span=Span.seen_on(today))
    factories.person_honorific(person, title("Ph.D."), span=Span.seen_on(today + timedelta(days=2)))
    assert person.styled() == "Eddy Hartono, M.H."


def test_titles_that_are_not_public_yet_stay_out_of_public_lists(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for name in ("Eddy Hartono", "Sergei Tolchenov"):
        person = factories.person(name, sort_name=name)
        factories.person_honorific(person, title("M.H."), span=SEEN)
        factories.person_honorific(person, title("Ph.D."), span=SEEN, public_from=factories.FAR_AHEAD)
        factories.person_honorific(person, title("S.H."), span=SEEN, public_from=None)
    with django_assert_num_queries(2):
        names = [person.styled(DAY) for person in Person.objects.with_public_honorifics()]
    assert names == ["Eddy Hartono, M.H.", "Sergei Tolchenov, M.H."]
