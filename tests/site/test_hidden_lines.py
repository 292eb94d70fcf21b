"""A line on the page of a public fact has a moment of its own; before it, neither of its ends tells of it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client

from pressroom.core.dates import UncertainDate
from tests import factories as make
from tests.site.html import Page

pytestmark = pytest.mark.django_db
Told = dict[str, str]


def agenda_item(**moment: Any) -> tuple[Model, Told]:
    return make.agenda_item(make.event(slug="acara"), text="Pendanaan", **moment), {
        "/agenda/acara/": "Pendanaan"
    }


def person(**moment: Any) -> tuple[Model, Told]:
    event, guest = make.event("Kunjungan", slug="acara"), make.person("Tamu", slug="tamu")
    line = make.participant(event, person=guest, **moment)
    return line, {"/agenda/acara/": "Tamu", "/tokoh/tamu/": "Kunjungan"}


def organization(**moment: Any) -> tuple[Model, Told]:
    event, guest = make.event("Kunjungan", slug="acara"), make.organization("Serikat Uji", slug="badan")
    line = make.participant(event, organization=guest, **moment)
    return line, {"/agenda/acara/": "Serikat Uji", "/lembaga/badan/": "Kunjungan"}


def country(**moment: Any) -> tuple[Model, Told]:
    line = make.participant(make.event(slug="acara"), country=make.country("RU"), **moment)
    return line, {"/agenda/acara/": "Rusia"}


def party(**moment: Any) -> tuple[Model, Told]:
    pact = make.agreement("Pakta", slug="pakta", parties=())
    line = make.party(pact, make.organization("Serikat Uji", slug="badan"), **moment)
    return line, {
        "/perjanjian/pakta/": "Serikat Uji",
        "/perjanjian/": "Serikat Uji",
        "/": "Serikat Uji",
        "/lembaga/badan/": "Pakta",
    }


def step(**moment: Any) -> tuple[Model, Told]:
    """Of a party that is itself the hidden line."""
    pact = make.agreement("Pakta", slug="pakta", parties=())
    line = make.party(pact, "ID", **moment)
    make.action(pact, party=line, when=UncertainDate.year(2020))
    return line, {"/perjanjian/pakta/": "2020", "/perjanjian/": "2020", "/": "2020"}


def relation(**moment: Any) -> tuple[Model, Told]:
    source, target = make.agreement("Protokol", slug="protokol"), make.agreement("Pakta")
    return make.relation(source, target, **moment), {"/perjanjian/protokol/": "Pakta"}


LINES = [agenda_item, person, organization, country, party, step, relation]


@pytest.mark.parametrize("hidden", [None, make.FAR_AHEAD], ids=["never announced", "announced later"])
@pytest.mark.parametrize("line", LINES, ids=lambda line: line.__name__)
def test_a_hidden_line_is_told_once_it_is_public_and_not_before(
    client: Client, line: Callable[..., tuple[Model, Told]], hidden: datetime | None
) -> None:
    row, told = line(public_from=hidden)
    assert [path for path, words in told.items() if words in Page(client.get(path)).text] == []
    type(row)._default_manager.filter(pk=row.pk).update(public_from=make.LONG_AGO)
    assert [path for path, words in told.items() if words in Page(client.get(path)).text] == list(told)
