"""A draft changes nothing for anybody outside: every page and answer stays as it was, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from agreements.models import Agreement, Event, LegalInstrument
from articles.intake.drafting import answers_by, draft
from articles.intake.proposing import propose_for
from articles.models import Article
from entities.models import Appointment, Organization, Person, Post, Topic
from pressroom.api.urls import router
from pressroom.core.models import Change
from pressroom.core.visibility import Public
from tests.intake.readings import seed_reading
from tests.sentinel.answers import answers, differing

# The people and bodies of the first release in new offices, with new titles, agreements, laws and meetings.
NEW = {
    "person-0-titles": "Dr.\nM.Si.",
    "person-0-post": "Ketua Tim Pemulangan Damai",
    "person-1-post": "Wakil Ketua Tim Pemulangan Damai",
    "agreement-0-match": "",
    "agreement-0-title": "Perjanjian Kerja Sama tentang Pemulangan Damai",
    "agreement-0-parties": "Indonesia\nRusia",
    "agreement-0-signed": "2025",
    "regulation-0-match": "",
    "regulation-0-number": "77",
    "event-0-match": "",
    "event-0-title": "Penandatanganan Damai",
    "event-1-match": "",
    "release-0-title": "Siaran tentang Pemulangan Damai",
    "release-0-event_date": "2025-03-03",
}
SLUGS = {
    "person": Person,
    "organization": Organization,
    "agreement": Agreement,
    "event": Event,
    "topic": Topic,
}
LISTS = ("home", "people", "organizations", "agreements", "calendar", "topics", "releases", "feed", "search")
SEARCHES = ("?q=damai", "?q=hartono", "?q=siber")


@pytest.fixture
def drafted(seed: Article, author: User) -> Article:
    return draft_second(author)


def draft_second(author: User) -> Article:
    """Another release that mentions the same people; every card is accepted."""
    cards = propose_for(seed_reading())
    given = answers_by(cards, lambda card: card.kind != "concern")
    return draft(cards, given | NEW, author)


def addresses() -> Iterator[str]:
    """All that the public can ask for, by what is known at the desk."""
    yield from (reverse("api:changes"), reverse("robots"), reverse("sitemap"), reverse("api:index"))
    yield from (reverse(f"api:{prefix}-list") for prefix, _view, _name in router.registry)
    for language in ("id", "en"):
        with override(language):
            yield from (reverse(f"site:{page}") for page in LISTS)
            yield from (f"{reverse('site:search')}{query}" for query in SEARCHES)
            yield from (reverse("site:release", args=[article.slug]) for article in Article.objects.all())
            yield from (reverse(f"site:{k}", args=[s]) for k, model in SLUGS.items() for s in slugs(model))


def slugs(model: type[Public]) -> list[str]:
    return list(model._default_manager.values_list("slug", flat=True))


def rows_of_the_api() -> Iterator[str]:
    plain = {"posts": Post, "appointments": Appointment, "instruments": LegalInstrument}
    yield from (
        reverse(f"api:{n}-detail", args=[row.pk]) for n, m in plain.items() for row in m.objects.all()
    )
    named = {"people": Person, "organizations": Organization, "agreements": Agreement, "events": Event}
    yield from (reverse(f"api:{n}-detail", args=[slug]) for n, m in named.items() for slug in slugs(m))


def everything() -> list[str]:
    return [*addresses(), *rows_of_the_api()]


def public_rows() -> dict[str, set[tuple]]:
    """What the registers hold that is public, with all its columns."""
    models = [model for model in apps.get_models() if issubclass(model, Public)]
    return {
        model._meta.label: set(model._default_manager.filter(public_from__isnull=False).values_list())
        for model in models
    }


def test_nobody_outside_notices_a_draft(seed: Article, author: User) -> None:
    asked, rows, logged = everything(), public_rows(), Change.objects.count()
    before = answers(Client(), asked)
    article = draft_second(author)
    assert differing(before, answers(Client(), asked)) == []
    assert public_rows() == rows
    assert Change.objects.count() == logged
    assert not article.editions.exists()


def test_the_draft_was_about_public_rows(drafted: Article) -> None:
    """Else the test before would have nothing to find."""
    assert drafted.people.filter(public_from__isnull=False).count() == 2
    hidden = [model for model in apps.get_models() if issubclass(model, Public) and has_hidden(model)]
    names = {model._meta.model_name for model in hidden}
    assert {"post", "appointment", "personhonorific", "agreement", "agreementaction", "event"} <= names


def has_hidden(model: type[Public]) -> bool:
    return model._default_manager.filter(public_from__isnull=True).exists()


def test_what_the_draft_made_is_not_found_by_its_own_address(drafted: Article) -> None:
    own = set(everything())
    drafted_only = [address for address in own if "damai" in address or drafted.slug in address]
    assert drafted_only
    found = answers(Client(), [address for address in drafted_only if "?" not in address])
    assert {answer.status for answer in found.values()} == {404}
