"""Errors: problem documents (RFC 9457) that name the parameter, in the reader's language."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def problem(client, path, status, **headers):
    response = client.get(f"/api/v1/{path}", headers=headers)
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    assert response["Access-Control-Allow-Origin"] == "*"
    document = response.json()
    assert (document["status"], document["instance"]) == (status, f"/api/v1/{path}")
    assert all(document[member] for member in ("type", "title", "detail"))
    return document, response


BAD = [
    ("releases/?", "orang", "eddy"),
    ("releases/?", "kind", "berita"),
    ("releases/?", "topic", "tiada"),
    ("releases/?", "person", "tiada"),
    ("releases/?", "organization", "tiada"),
    ("releases/?", "country", "XX"),
    ("releases/?", "agreement", "tiada"),
    ("releases/?", "language", "ru"),
    ("releases/?", "published_after", "kemarin"),
    ("releases/?", "published_before", "09-10-2024"),
    ("releases/?", "published_before", "2024-02-30"),
    ("releases/?", "q", ""),
    ("releases/?", "limit", "0"),
    ("releases/?", "limit", "101"),
    ("releases/?", "limit", "%C2%B2"),
    ("releases/?", "limit", "-1"),
    ("releases/?", "cursor", "abc"),
    ("releases/?", "format", "xml"),
    ("quotes/?", "person", "tiada"),
    ("quotes/?", "language", "jv"),
    ("quotes/?", "release", "satu"),
    ("people/?", "organization", "%00"),
    ("people/?", "on", "2024"),
    ("organizations/?", "kind", "klub"),
    ("posts/?", "organization", "tiada"),
    ("appointments/?", "post", "satu"),
    ("appointments/?", "on", "besok"),
    ("countries/?", "kind", "x"),
    ("topics/?", "q", "x"),
    ("agreements/?", "party", "Rusia"),
    ("agreements/?", "status", "sah"),
    ("agreements/?", "on", "x"),
    ("agreements/?", "signed_after", "2007"),
    ("instruments/?", "kind", "surat"),
    ("instruments/?", "year", "dua-ribu"),
    ("instruments/?", "year", "2010.5"),
    ("instruments/?", "year", "1e9"),
    ("events/?", "outcome", "batal"),
    ("events/?", "agreement", "tiada"),
    ("changes/?", "since", "1"),
    ("changes/?", "since", "%F0%9F%98%80"),
    ("changes/?", "kind", "releases"),
    ("changes/?", "cursor", "x"),
    ("changes/?", "limit", "1000"),
    ("?", "q", "x"),
]


@pytest.mark.parametrize(("path", "parameter", "value"), BAD)
def test_an_unknown_parameter_or_bad_value_is_named(client, path, parameter, value):
    document, _response = problem(client, f"{path}{parameter}={value}", 400)

    assert [error["parameter"] for error in document["errors"]] == [parameter]
    assert document["errors"][0]["detail"].endswith(".")


def test_every_fault_is_told_at_once(client):
    factories.person()

    document, _response = problem(client, "releases/?kind=x&published_after=y", 400)

    assert {error["parameter"] for error in document["errors"]} == {"kind", "published_after"}


def test_a_repeated_parameter_is_refused(client):
    document, _response = problem(client, "releases/?kind=speech&kind=statement", 400)

    assert "satu kali" in document["errors"][0]["detail"]


def test_a_bad_code_is_answered_with_the_good_ones(client):
    document, _response = problem(client, "agreements/?status=sah", 400)

    assert "in_force, provisional" in document["errors"][0]["detail"]


def test_an_unknown_parameter_is_answered_with_the_known_ones(client):
    document, _response = problem(client, "posts/?lembaga=bnpt", 400)

    assert document["errors"][0]["detail"].endswith("cursor, limit, organization.")


@pytest.mark.parametrize(
    "path",
    [
        *("people/tiada/", "posts/0/", "posts/satu/", "releases/satu/", "quotes/satu/", "quotes/x-1/"),
        *("releases/00000000-0000-0000-0000-000000000000/", "posts/99999999999999999999999/"),
        *("quotes/00000000-0000-0000-0000-000000000000-1/", "people/%00/", "countries/XX/"),
        *("tiada/", "tiada/lagi/", "changes/1/"),
    ],
)
def test_what_is_not_there_is_a_problem_too(client, path):
    response = client.get(f"/api/v1/{path}")

    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")
    assert response.json()["detail"] == "Tidak ada data publik di alamat ini."


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("path", ["", "people/", "people/x/", "changes/", "openapi.json"])
def test_nothing_can_be_written(client, method, path):
    response = getattr(client, method)(f"/api/v1/{path}")

    assert (response.status_code, response["Content-Type"]) == (405, "application/problem+json")
    assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_only_json_is_served(client):
    document, _response = problem(client, "people/", 406, Accept="application/xml")

    assert "JSON" in document["detail"]


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("", "id"),
        ("id", "id"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("fr, en;q=0.5", "en"),
        ("fr", "id"),
        ("*", "id"),
        ("id;q=0.3, en;q=0.8", "en"),
    ],
)
def test_a_problem_is_told_in_the_language_asked_for(client, asked, language):
    _document, response = problem(client, "people/tiada/", 404, **{"Accept-Language": asked})

    assert response["Content-Language"] == language
    assert "Accept-Language" in response["Vary"]


def test_a_forgotten_closing_slash_is_mended(client):
    response = client.get("/api/v1/people")

    assert (response.status_code, response["Location"]) == (301, "/api/v1/people/")


def test_data_are_open_to_pages_of_other_sites(client):
    assert client.get("/api/v1/people/")["Access-Control-Allow-Origin"] == "*"
    preflight = client.options("/api/v1/people/")
    assert (preflight.status_code, preflight["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, OPTIONS")


def test_data_are_in_both_languages_whatever_is_asked(client):
    response = client.get("/api/v1/people/", headers={"Accept-Language": "en"})

    assert response["Content-Language"] == "id, en"


def test_a_head_request_is_answered_without_a_body(client):
    response = client.head("/api/v1/people/")

    assert (response.status_code, response.content) == (200, b"")
