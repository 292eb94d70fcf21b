"""Whatever is asked, the answer is a good one or names the fault; nothing breaks the server."""

import pytest

from pressroom.api.urls import router
from pressroom.api.views.changes import Changes
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.table]

ODD = [
    *(
        "\0",
        "a\0b",
        " ",
        "%",
        "'",
        '"',
        "\\",
        "../..",
        "*",
        "NEAR(",
        "{}",
        "null",
        "\x7f",
        "²",
        "٣",
        "🤯" * 300,
    ),
    *("-1", "0", "9" * 19, "9" * 30, "9" * 5_000, "1e400", "NaN", "Infinity", "x" * 10_000),
    *("0001-01-01", "1899-12-31", "2201-01-01", "9999-12-31", "2024-10-09T00:00:00", "00000000-0000"),
]


def lists() -> list[tuple[str, str]]:
    """Each list with each of its parameters."""
    views = {name: view.filterset_class for name, view, _base in router.registry}
    return [
        (name, parameter)
        for name, filters in {**views, "changes": Changes.filterset_class}.items()
        for parameter in (*filters.base_filters, "cursor", "limit")
    ]


@pytest.mark.parametrize(("name", "parameter"), lists())
def test_no_value_of_a_parameter_breaks_a_list(client, name, parameter):
    factories.edition_quote(factories.edition_text().edition)
    for value in ODD:
        answer = client.get(f"/api/v1/{name}/", {parameter: value})
        assert answer.status_code in {200, 400}, value
        faults = answer.json().get("errors", [])
        assert [fault["parameter"] for fault in faults] == [parameter] * (answer.status_code == 400), value


@pytest.mark.parametrize("name", [name for name, _view, _base in router.registry])
def test_no_identity_breaks_an_address(client, name):
    for value in (*ODD, *(f"00000000-0000-0000-0000-000000000000-{odd}" for odd in ODD)):
        answer = client.get(f"/api/v1/{name}/{value.replace('%', '%25').replace(chr(0), '%00')}/")
        assert answer.status_code == 404, value


@pytest.mark.parametrize("name", ["people", "agreements"])
def test_no_day_breaks_a_single_row(client, name):
    factories.person(slug="ada")
    factories.agreement(slug="ada")
    for value in ODD:
        assert client.get(f"/api/v1/{name}/ada/", {"on": value}).status_code == 400, value


@pytest.mark.parametrize("headers", [{"Accept-Language": "x" * 9_000}, {"Accept-Language": "\0,;q=9"}])
def test_no_language_breaks_an_answer(client, headers):
    assert client.get("/api/v1/people/?x=1", headers=headers).status_code == 400


@pytest.mark.parametrize("day", ["1900-01-01", "2200-12-31"])
def test_the_first_and_the_last_day_that_can_be_asked_for(ask, day):
    factories.edition_text()
    for parameter in ("published_after", "published_before"):
        ask("releases", **{parameter: day})
    ask("people", on=day)


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2201-01-01", "9999-12-31"])
@pytest.mark.parametrize("parameter", ["published_after", "published_before"])
def test_a_day_outside_of_these_is_refused_with_a_sentence(client, parameter, day):
    answer = client.get("/api/v1/releases/", {parameter: day})

    assert answer.status_code == 400
    (fault,) = answer.json()["errors"]
    assert fault == {
        "parameter": parameter,
        "detail": "Tulislah tanggal sebagai TTTT-BB-HH, misalnya 2024-10-09.",
    }
