"""A merger of a public and a hidden row shows nothing before the hidden one's moment, and all after it."""

from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from entities.models.merging import Mergeable
from tests import factories as make
from tests.site.html import Page

pytestmark = pytest.mark.django_db
MAKERS: dict[str, Any] = {"tokoh": make.person, "lembaga": make.organization}
MOMENTS = pytest.mark.parametrize(
    "hidden", [None, make.FAR_AHEAD], ids=["never announced", "announced later"]
)
KINDS = pytest.mark.parametrize("kind", MAKERS)
API = {"tokoh": "people", "lembaga": "organizations"}
KNOWN, SECRET = "Namaterang", "Namarahasia"


def merged(kind: str, hidden: datetime | None, *, into_the_hidden: bool) -> Mergeable:
    """The hidden one of two rows, one merged into the other; each has facts in its own name."""
    known = MAKERS[kind](KNOWN, slug="terang")
    secret = MAKERS[kind](SECRET, slug="rahasia", public_from=hidden)
    first, last = (known, secret) if into_the_hidden else (secret, known)
    type(first).objects.filter(pk=first.pk).update(merged_into=last)
    for row in (known, secret):
        with_facts(row)
    return secret


def with_facts(row: Any) -> None:
    if isinstance(row, make.entities.Person):
        make.appointment(row, make.post(f"Jabatan {row.slug}"))
        make.participant(make.event(f"Acara {row.slug}"), person=row)
        make.person_name(row, f"Alias {row.slug}")
    else:
        make.post(f"Jabatan {row.slug}", organization=row)
        make.participant(make.event(f"Acara {row.slug}"), organization=row)
        make.outside_citation(organization=row, excerpt=f"Kata {row.slug}")


def answers(client: Client, kind: str) -> dict[str, Any]:
    """Everything that readers and machines are told of such rows, by address."""
    own = [f"/{kind}/terang/", f"/{kind}/rahasia/", f"/{kind}/"]
    machines = ["/sitemap-people.xml", "/sitemap-organizations.xml", f"/siaran-pers/?{field(kind)}=rahasia"]
    api = [f"/api/v1/{API[kind]}/", *(f"/api/v1/{API[kind]}/{slug}/" for slug in ("terang", "rahasia"))]
    lists = ["/api/v1/events/", "/api/v1/appointments/", "/api/v1/posts/", "/agenda/"]
    return {path: client.get(path) for path in [*own, *machines, *api, *lists]}


def field(kind: str) -> str:
    return "person" if kind == "tokoh" else "organization"


@KINDS
@MOMENTS
@pytest.mark.parametrize("into_the_hidden", [True, False], ids=["into the hidden", "into the public"])
def test_before_the_moment_nothing_of_the_hidden_row_shows(
    client: Client, kind: str, hidden: datetime | None, into_the_hidden: bool
) -> None:
    merged(kind, hidden, into_the_hidden=into_the_hidden)
    found = answers(client, kind)
    assert found[f"/{kind}/terang/"].status_code == 200
    assert found[f"/{kind}/rahasia/"].status_code == 404
    assert found[f"/api/v1/{API[kind]}/terang/"].status_code == 200
    assert found[f"/api/v1/{API[kind]}/rahasia/"].status_code == 404
    said = {path: answer.content.decode() for path, answer in found.items() if answer.status_code == 200}
    for words in (SECRET, "Alias rahasia", "Kata rahasia", "/rahasia"):
        assert [path for path, text in said.items() if words in text] == []
    page = Page(found[f"/{kind}/terang/"]).text
    assert "Acara terang" in page
    assert "rahasia" not in page
    assert KNOWN in found[f"/{kind}/"].content.decode()


@KINDS
@MOMENTS
@pytest.mark.parametrize("into_the_hidden", [True, False], ids=["into the hidden", "into the public"])
def test_from_the_moment_on_one_row_answers_for_both(
    client: Client, kind: str, hidden: datetime | None, into_the_hidden: bool
) -> None:
    secret = merged(kind, hidden, into_the_hidden=into_the_hidden)
    type(secret)._default_manager.filter(pk=secret.pk).update(public_from=make.LONG_AGO)
    old, new = ("terang", "rahasia") if into_the_hidden else ("rahasia", "terang")
    found = answers(client, kind)
    assert found[f"/{kind}/{old}/"]["Location"] == f"/{kind}/{new}/"
    assert found[f"/api/v1/{API[kind]}/{old}/"]["Location"].endswith(f"/{API[kind]}/{new}/")
    page = Page(found[f"/{kind}/{new}/"]).text
    for words in ("Acara terang", "Acara rahasia", "Jabatan terang", "Jabatan rahasia"):
        assert words in page
    assert f"/{old}/" not in found[f"/{kind}/"].content.decode()
    assert [row["id"] for row in found[f"/api/v1/{API[kind]}/"].json()["results"]] == [new]
