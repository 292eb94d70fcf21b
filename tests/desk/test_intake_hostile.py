"""The intake screen against forms that nobody meant to send, and registers that change under it."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.intake.proposals import Proposal
from articles.models import Article, StyleRule
from entities.models import Person
from pressroom.desk.intake.pages import MOST_CARDS
from tests import factories as make
from tests.desk.conftest import LogIn
from tests.desk.test_intake import ADDRESS, PUBLISHED, SEED, read, sent
from tests.desk.test_intake import reference as reference

pytestmark = [pytest.mark.django_db, pytest.mark.table]
DIGITS = "9" * 5000


def answered(desk: Client, page: HttpResponse, **typed: str) -> HttpResponse:
    return desk.post(ADDRESS, sent(page, step="draft", **typed))


HOSTILE: list[dict[str, str]] = [
    {"person-99-verdict": "accept", "nobody-1-verdict": "accept", "-verdict": "accept"},
    {"person-0-verdict": "accept", "person-0-match": "1"},
    {"person-0-verdict": "accept", "person-0-match": DIGITS},
    {"person-0-verdict": "accept", "person-0-match": "1 OR 1=1"},
    {"person-0-verdict": "accept", "person-0-match": "\0"},
    {"person-0-verdict": "accept", "person-0-name": "x" * 100_000},
    {"person-0-verdict": "accept", "person-0-name": "\0\0"},
    {"person-0-verdict": "accept", "person-0-organization": "person-0"},
    {"person-0-verdict": "accept", "person-0-titles": "S.H.\n" * 2000},
    {"release-0-title": "\0"},
    {"release-0-event_date": DIGITS},
    {"release-0-event_date": "2024-02-31"},
    {"release-0-kind": "admin"},
    {"release-0-lead": "<script>alert(1)</script>" * 1000},
    {"regulation-0-verdict": "accept", "regulation-0-year": DIGITS},
    {"regulation-0-verdict": "accept", "regulation-0-year": "٢٠١٠"},
    {"regulation-0-verdict": "accept", "regulation-0-issuer": "topic-0"},
    {"agreement-0-verdict": "accept", "agreement-0-approval": "quote-0"},
    {"agreement-0-verdict": "accept", "agreement-0-signed": DIGITS},
    {"agreement-0-verdict": "accept", "agreement-0-parties": "Indonesia\n" * 5000},
    {"event-0-verdict": "accept", "event-0-when": "9" * 300},
    {"quote-0-verdict": "accept", "quote-0-speaker": "organization-0"},
    {"country-ID-verdict": "accept", "country-ID-match": "ZZ"},
    {"topic-0-verdict": "accept", "topic-0-match": "9"},
    {"concern-0-verdict": "accept", "concern-0-fix": "lain"},
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_no_answer_breaks_the_page(desk: Client, reference: None, typed: dict[str, str]) -> None:
    """Either a draft, or the page again that says what is wrong; never an error, never half a draft."""
    page = read(desk)
    again = answered(desk, page, **typed)
    assert again.status_code in (200, 302)
    assert (again.status_code == 302) == Article.objects.exists()
    if again.status_code == 200:
        assert again.context["errors"]
        assert not Person.objects.exists()


TEXTS = ["", " ", "\0" * 100, "Judul", "\ud7ff\u202e\x1c", "((((" * 500, "Judul\n" * 3000]


@pytest.mark.parametrize("step", ["read", "certain", "draft", "text", "lain"])
def test_no_text_breaks_the_page(desk: Client, reference: None, step: str) -> None:
    for text in TEXTS:
        again = desk.post(ADDRESS, {"step": step, "text": text, "published": PUBLISHED})
        assert again.status_code == (302 if step == "draft" and Article.objects.exists() else 200)


def several(count: int) -> str:
    """A release of that many people and bodies, each with an office."""
    names = (f"{FIRST[n % 10]} {LAST[n // 10 % 10]}{ENDS[n // 100 % 10]}" for n in range(count))
    lines = (f"Kepala Dinas Pasar Kota {CITIES[n % 10]} {name} hadir." for n, name in enumerate(names))
    return "Judul\n\nJakarta - Rapat digelar.\n\n" + "\n\n".join(lines)


FIRST = ("Ahmad", "Budi", "Citra", "Dewi", "Eko", "Fitri", "Gunawan", "Hendra", "Indah", "Joko")
LAST = ("Santo", "Wira", "Hari", "Purno", "Kusu", "Seti", "Raha", "Suri", "Nugra", "Prati")
ENDS = ("so", "wan", "yadi", "mo", "ma", "adi", "rjo", "ansyah", "ha", "wi")
CITIES = ("Bogor", "Medan", "Malang", "Padang", "Solo", "Kediri", "Jambi", "Ambon", "Palu", "Tegal")


def test_a_hundred_findings_ask_the_register_no_more_than_ten(
    desk: Client, reference: None, django_assert_max_num_queries: Any
) -> None:
    few, many = several(10), several(100)
    with CaptureQueriesContext(connection) as asked:
        read(desk, text=few)
    with django_assert_max_num_queries(len(asked) + 2):
        page = read(desk, text=many)
    assert len(cards_of(page, "person")) >= 90
    with django_assert_max_num_queries(60):
        assert desk.post(ADDRESS, sent(page, step="certain")).status_code == 200


def test_more_than_can_be_decided_at_once_is_said(desk: Client, reference: None) -> None:
    page = read(desk, text=several(700))
    assert "Bagilah menjadi beberapa siaran" in page.content.decode()
    assert sent(page)["text"].startswith("Judul")


def test_a_release_at_the_limit_fits_into_one_form(settings: Any) -> None:
    """A card of an event, the largest, has its decision, its row and seven values."""
    assert MOST_CARDS * 9 < settings.DATA_UPLOAD_MAX_NUMBER_FIELDS


def test_a_known_name_cannot_be_made_new(desk: Client, reference: None) -> None:
    """Cards of names that the reader passed over have no values from which to make a row."""
    make.organization("Perkumpulan Sahabat Damai", slug="damai")
    page = read(desk, text=f"{SEED}\n\nHadir pula perkumpulan sahabat damai dari Jakarta.")
    (known,) = [card for card in cards_of(page, "organization") if not card.fields]
    again = answered(desk, page, **{f"{known.key}-verdict": "accept", f"{known.key}-match": ""})
    assert f"card-{known.key}" in [error.place for error in again.context["errors"]]
    assert not Article.objects.exists()


def cards_of(page: HttpResponse, kind: str) -> list[Proposal]:
    return [card.proposal for group in page.context["groups"] for card in group.cards if card.kind == kind]


def test_the_same_form_twice_is_one_draft(desk: Client, reference: None) -> None:
    """Two presses, the way back, a second tab: the text is known by its words."""
    certain = sent(desk.post(ADDRESS, sent(read(desk), step="certain")), step="draft")
    once, again = (desk.post(ADDRESS, certain) for _time in range(2))
    assert once.url == again.url
    assert Article.objects.count() == 1
    assert Person.objects.count() == len({person.name for person in Person.objects.all()})
    assert "sudah pernah menjadi draf" in desk.get(again.url).content.decode()
    assert "sudah menjadi draf" in read(desk).content.decode()


def test_whoever_was_added_meanwhile_is_not_made_again(desk: Client, reference: None) -> None:
    page = read(desk)
    make.person("Eddy Hartono", slug="eddy-hartono")
    again = answered(desk, page, **{"person-0-verdict": "accept", "country-ID-verdict": "accept"})
    assert "perlu diputuskan lagi" in again.content.decode()
    assert not Article.objects.exists()
    assert "person-0-verdict" not in sent(again)
    assert sent(again)["country-ID-verdict"] == "accept"
    assert answered(desk, again).status_code == 302
    assert Person.objects.count() == 1


def test_no_answer_falls_on_another_card(desk: Client, reference: None) -> None:
    """A rule that came in meanwhile takes the number of the one that was accepted."""
    make_rule("pertemuan")
    page = read(desk, text="Judul\n\nRapat itu sebuah pertemuan.")
    (card,) = [card for card in cards_of(page, "concern") if card.decidable]
    make_rule("Rapat")
    again = answered(desk, page, **{f"{card.key}-verdict": "accept"})
    assert again.status_code == 200
    assert not Article.objects.exists()


def make_rule(word: str) -> StyleRule:
    return StyleRule.objects.create(pattern=word, replacement=f"{word}*", explanation="Lain.")


@pytest.mark.parametrize(
    "lacking", ["entities.add_person", "entities.view_organization", "agreements.add_event"]
)
def test_intake_is_no_way_around_the_registers(log_in: LogIn, reference: None, lacking: str) -> None:
    """Whoever may write releases but not registers neither sees nor makes rows of these here."""
    browser = log_in("")
    app, _dot, codename = lacking.partition(".")
    others = Permission.objects.exclude(content_type__app_label=app, codename=codename)
    user = User.objects.get(pk=browser.session["_auth_user_id"])
    user.user_permissions.set(others)
    assert browser.get(ADDRESS).status_code == 403
    assert read(browser).status_code == 403
    assert ADDRESS not in browser.get(reverse("admin:index")).content.decode()


def test_a_partner_manager_learns_nothing(log_in: LogIn, reference: None) -> None:
    make.person("Eddy Hartono", slug="eddy-hartono")
    assert "Eddy" not in read(log_in("Pengelola Mitra")).content.decode()
