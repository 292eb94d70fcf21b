"""What was said of one thing: the newest releases, found in either of two ways, and the role of that day."""

from datetime import UTC, datetime

import pytest

from entities.models import Person
from pressroom.site import reading
from pressroom.site.registers.coverage import Coverage, coverage
from tests import factories as make

pytestmark = pytest.mark.django_db


def speak_of(someone: Person, year: int, role: str = "", **hidden: object) -> None:
    edition = make.edition(**hidden)
    make.edition_text(edition, title=f"Siaran {year}", published_at=datetime(year, 6, 1, tzinfo=UTC))
    make.edition_subject(edition, someone, detail=role)


def told(found: Coverage) -> list[tuple[str, str]]:
    return [(text.title, role["detail"] if role else "") for text, role in found.newest]


def test_of_whom_nobody_spoke_for_years_the_same_is_found_either_way(monkeypatch: pytest.MonkeyPatch) -> None:
    someone, others = make.person(slug="eddy"), make.person(slug="lain")
    for year in range(2010, 2013):
        speak_of(someone, year, f"Peran {year}")
        speak_of(others, year + 10, "Juru bicara")
    speak_of(someone, 2024, "Rahasia", public_from=make.FAR_AHEAD)
    looked_up = coverage("person", "eddy", [someone.pk])
    monkeypatch.setattr(reading, "about", reading.naming_texts.given)
    walked = coverage("person", "eddy", [someone.pk])
    assert told(looked_up) == told(walked)
    assert told(walked) == [(f"Siaran {year}", f"Peran {year}") for year in (2012, 2011, 2010)]


def test_a_role_is_that_of_the_person_and_not_of_another_in_the_same_release() -> None:
    someone, beside = make.person(slug="eddy"), make.person(slug="lain")
    edition = make.edition()
    make.edition_text(edition)
    make.edition_subject(edition, someone, detail="Kepala")
    make.edition_subject(edition, beside, detail="Tamu")
    assert [role for _title, role in told(coverage("person", "eddy", [someone.pk]))] == ["Kepala"]
    assert [role for _title, role in told(coverage("person", "lain", [beside.pk]))] == ["Tamu"]


def test_where_nothing_was_said_nothing_is_found() -> None:
    found = coverage("person", "eddy", [make.person(slug="eddy").pk])
    assert (found.newest, found.years, found.more) == ([], [], False)
