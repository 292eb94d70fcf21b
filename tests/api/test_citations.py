"""The words a fact rests on: the newest of them, however many there are, and each once."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.models import EditionCitation
from pressroom.core.dates import UncertainDate
from tests import factories

pytestmark = pytest.mark.django_db
SHOWN = 10


def releases(count: int) -> list:
    """Editions published a day apart, the oldest first."""
    first = datetime(2024, 1, 1, tzinfo=UTC)
    made = [factories.edition(public_from=first + timedelta(days=n)) for n in range(count)]
    for edition in made:
        factories.edition_text(edition)
    return made


def cite(editions: list, kind: str, pk: int, excerpt: str = "Kalimat") -> None:
    for number, edition in enumerate(editions, start=1):
        factories.edition_citation(edition, target_type=kind, target_id=pk, excerpt=f"{excerpt} {number}")


def excerpts(row: dict) -> list[str]:
    return [citation["excerpt"] for citation in row["citations"]]


def test_a_fact_of_many_releases_shows_the_newest_ten(ask):
    body = factories.organization(slug="lembaga")
    cite(releases(SHOWN + 3), "organization", body.pk)

    assert excerpts(ask("organizations/lembaga")) == [f"Kalimat {n}" for n in range(13, 3, -1)]


def test_outside_sources_are_ten_at_most_too_and_come_last(ask):
    body = factories.organization(slug="lembaga")
    cite(releases(SHOWN + 3), "organization", body.pk)
    for day in range(1, SHOWN + 4):
        factories.outside_citation(
            organization=body, retrieved_on=factories.THE_DAY.replace(day=day), excerpt=f"Luar {day}"
        )

    found = excerpts(ask("organizations/lembaga"))

    assert found[SHOWN:] == [f"Luar {n}" for n in range(13, 3, -1)]
    assert len(found) == 2 * SHOWN


def test_every_fact_of_a_row_has_ten_of_its_own(ask, reference):
    agreement = factories.agreement(slug="pakta")
    steps = [factories.action(agreement, when=UncertainDate.year(2007 + n)) for n in range(2)]
    editions = releases(SHOWN + 1)
    for fact in steps:
        cite(editions, "action", fact.pk)
    cite(editions[:1], "agreement", agreement.pk)

    shown = ask("agreements/pakta")

    assert [len(row["citations"]) for row in (*shown["actions"], shown)] == [SHOWN, SHOWN, 1]


def test_a_row_that_is_known_through_many_facts_shows_the_newest_of_them_all(ask):
    post = factories.post()
    editions = releases(3)
    for number in range(6):
        held = factories.appointment(factories.person(f"Tokoh {number}"), post, kind="member")
        cite(editions, "appointment", held.pk, f"Jabatan {number}")

    found = excerpts(ask(f"posts/{post.pk}"))

    assert len(found) == SHOWN
    assert set(found[:6]) == {f"Jabatan {n} 3" for n in range(6)}
    assert {words[-1] for words in found[6:]} == {"2"}


def test_a_sentence_that_supports_several_facts_of_a_row_comes_once(ask):
    someone = factories.person(slug="tokoh")
    (edition,) = releases(1)
    for _ in range(3):
        held = factories.appointment(someone)
        cite([edition], "appointment", held.pk)
        factories.outside_citation(appointment=held)

    assert excerpts(ask("people/tokoh")) == ["Kalimat 1", "Signed in Jakarta."]


def test_a_body_in_four_thousand_releases_costs_no_more_than_in_ten(client):
    body = factories.organization(slug="lembaga")
    edition = factories.edition_text().edition
    EditionCitation.objects.bulk_create(
        EditionCitation(
            edition=edition,
            public_from=edition.public_from,
            target_type="organization",
            target_id=body.pk,
            paragraph=1,
            excerpt=f"Kalimat {number}",
            basis="stated",
        )
        for number in range(4_000)
    )

    answer = client.get("/api/v1/organizations/")

    assert len(answer.json()["results"][0]["citations"]) == SHOWN
    assert len(answer.content) < 10_000


def test_the_cap_is_told_in_the_description(client):
    document = client.get("/api/v1/openapi.json").json()

    for name in ("Agreement", "Organization", "Person", "Post", "Instrument"):
        citations = document["components"]["schemas"][name]["properties"]["citations"]
        assert "10 newest" in citations["description"], name
