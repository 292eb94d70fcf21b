"""The OpenAPI document: valid, complete, and true of the answers."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from articles import scheduling
from articles.publishing import publish
from articles.withdrawing import take_away
from pressroom.api.urls import router
from tests import factories

METHOD = "get"
EMBARGOED = {
    "/api/v1/embargoed/": (403,),
    "/api/v1/embargoed/{id}/": (403, 404),
    "/api/v1/embargoed/{id}/images/{number}/": (403, 404),
}
MOMENT = re.compile(r'"(\d{4}-\d\d-\d\dT[^"]*)"')


@pytest.fixture
def document(client, db):
    return client.get("/api/v1/openapi.json").json()


def test_it_is_valid_openapi_3_1(document):
    assert document["openapi"] == "3.1.0"
    validate(document)


def test_it_is_made_without_a_warning(capsys):
    call_command("spectacular", "--validate", "--fail-on-warn", "--format", "openapi-json")


def test_it_tells_every_address(document):
    lists = {f"/api/v1/{name}/" for name, _view, _base in router.registry}
    details = {f"{address}{{id}}/" for address in lists}

    others = {"/api/v1/", "/api/v1/changes/", *EMBARGOED}
    assert set(document["paths"]) == lists | details | others


def test_it_tells_every_parameter_that_a_list_takes(document):
    for name, view, _base in router.registry:
        told = {p["name"]: p for p in document["paths"][f"/api/v1/{name}/"][METHOD]["parameters"]}
        assert set(told) == {*view.filterset_class.base_filters, "cursor", "limit"}, name
        assert all(p["description"] and p["schema"].get("type") for p in told.values()), name
    changes = document["paths"]["/api/v1/changes/"][METHOD]["parameters"]
    assert {p["name"] for p in changes} == {"since", "kind", "limit"}


def test_it_tells_of_the_problems(document):
    for path, operations in document["paths"].items():
        told = operations[METHOD]["responses"]
        for status in ["400", "401", "404"] if "{id}" in path else ["400", "401"]:
            assert "application/problem+json" in told[status]["content"], path
        assert {str(status) for status in EMBARGOED.get(path, ())} <= told.keys(), path
    killed = document["paths"]["/api/v1/releases/{id}/"][METHOD]["responses"]["410"]["content"]
    assert list(killed) == ["application/problem+json"]


def test_it_tells_where_a_key_is_needed(document):
    for path, operations in document["paths"].items():
        either = {"partnerKey": []} in operations[METHOD]["security"]
        assert either, path
        assert ({} in operations[METHOD]["security"]) is (path not in EMBARGOED), path


def test_it_is_english_whatever_the_reader_speaks(client, document):
    again = client.get("/api/v1/openapi.json", headers={"Accept-Language": "id"}).json()

    assert again == document


def validator_of(document, path: str, status: str = "200") -> Draft202012Validator:
    content = document["paths"][path][METHOD]["responses"][status]["content"]
    (body,) = content.values()
    return Draft202012Validator({**body["schema"], "components": document["components"]})


def faults(document, path: str, answer, status: str = "200") -> list[str]:
    found = validator_of(document, path, status).iter_errors(answer)
    return [f"{path}: {error.json_path}: {error.message[:300]}" for error in found]


@pytest.mark.usefixtures("first_release")
def test_every_answer_is_what_it_promises(document, ask):
    for path in ("/api/v1/", "/api/v1/changes/"):
        assert faults(document, path, ask(f"http://testserver{path}")) == []
    for name, _view, _base in router.registry:
        answer = ask(name, limit=100)
        assert answer["results"], name
        assert faults(document, f"/api/v1/{name}/", answer) == []
        for row in answer["results"][:20]:
            assert faults(document, f"/api/v1/{name}/{{id}}/", ask(row["url"])) == []


OLD = {"reason": "Siaran lama."}
FATES = {
    "usable": lambda article: publish(
        factories.amend(article), kind="correction", was="71", note="17", **OLD
    ),
    "withheld": lambda article: take_away(article, "withdrawal", by=None, note="Keliru."),
    "canceled": lambda article: take_away(article, "kill", by=None, note="Keliru."),
}


@pytest.mark.django_db
@pytest.mark.parametrize("fate", FATES)
def test_whatever_becomes_of_a_release_is_what_it_promises(document, client, fate):
    article = factories.article()
    publish(article, **OLD)
    FATES[fate](article)

    response = client.get(f"/api/v1/releases/{article.uid}/")

    status, other = ("410", "200") if fate == "canceled" else ("200", "410")
    assert str(response.status_code) == status
    assert faults(document, "/api/v1/releases/{id}/", response.json(), status) == []
    assert faults(document, "/api/v1/releases/{id}/", response.json(), other)


@pytest.mark.django_db
@pytest.mark.parametrize("taken_back", [False, True])
def test_what_partners_read_early_is_what_it_promises(document, taken_back):
    token = factories.partner_key_and_token(scopes=["embargo"])[1]
    browser = Client(headers={"Authorization": f"Bearer {token}"})
    article, now = factories.article(), timezone.now()
    factories.quote(article)
    factories.article_image(article)
    edition = publish(article, at=now + timedelta(hours=1), early_access=True, **OLD)
    if taken_back:
        scheduling.cancel(edition, by=None, reason="Batal.", now=now)

    listed = browser.get("/api/v1/embargoed/").json()
    detail = browser.get(listed["results"][0]["url"]).json()

    assert faults(document, "/api/v1/embargoed/", listed) == []
    assert faults(document, "/api/v1/embargoed/{id}/", detail) == []
    assert faults(document, "/api/v1/embargoed/{id}/", {**detail, "status": "usable"})


def test_a_problem_is_what_it_promises(document, client):
    path = "/api/v1/people/"
    for address in (f"{path}?x=1", f"{path}tiada/", "/api/v1/embargoed/"):
        assert faults(document, path, client.get(address).json(), "400") == []


def test_nothing_is_promised_that_never_comes(document):
    """A schema that allows anything would make every answer right."""
    person = document["components"]["schemas"]["Person"]

    assert faults(document, "/api/v1/people/", {"results": [{}], "next": None, "previous": None})
    assert set(person["required"]) == set(person["properties"])


@pytest.mark.django_db
def test_a_moment_is_that_of_utc_and_not_of_the_agency(ask):
    publish(
        factories.article(), reason="Siaran lama.", at=datetime(2024, 10, 9, 3, 0, 0, 123_456, tzinfo=UTC)
    )

    assert ask("releases")["results"][0]["published_at"] == "2024-10-09T03:00:00Z"
    assert ask("changes")["results"][0]["at"] == "2024-10-09T03:00:00Z"


@pytest.mark.usefixtures("first_release")
def test_every_moment_is_utc_to_the_second_and_ends_in_z(client):
    answers = [client.get(f"/api/v1/{name}/").content.decode() for name in ("releases", "changes", "events")]
    moments = [moment for answer in answers for moment in MOMENT.findall(answer)]

    assert len(moments) > 20
    assert [m for m in moments if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", m)] == []
