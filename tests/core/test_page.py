"""What a page is written in is decided at its beginning, and by `in_language` alone after that."""

import pytest
from django.db.models.signals import post_init, pre_init
from django.test import RequestFactory
from django.utils.translation import gettext, override

from agreements.models import Agreement, AgreementAction, AgreementParty, Event
from articles.models import EditionQuote, EditionSubject, EditionText
from entities.models import Person
from pressroom.core.dates.days import interface_language
from pressroom.core.origin import OriginMiddleware
from pressroom.core.page import being_written, here, in_language

# Most of what pages are made of.
READ = (Agreement, AgreementAction, AgreementParty, EditionQuote, EditionSubject, EditionText, Event, Person)


def test_outside_of_a_page_the_active_language_counts():
    for language in ("id", "en"):
        with override(language):
            assert interface_language() == language


def test_a_part_of_a_page_in_another_language_ends_with_it():
    with override("id"), being_written():
        with in_language("en"):
            assert (interface_language(), gettext("Siaran pers")) == ("en", "Press releases")
        assert (interface_language(), gettext("Siaran pers")) == ("id", "Siaran pers")


def test_a_page_within_a_page_has_its_own_language():
    seen = []
    answer = OriginMiddleware(lambda request: seen.append(here().language))
    with override("id"), being_written(), override("en"):
        answer(RequestFactory().get("/en/"))
        assert (seen, here().language) == (["en"], "id")


@pytest.mark.parametrize("model", READ)
def test_nobody_waits_for_the_rows_that_pages_read(model):
    """Prepared statements make rows without telling anybody."""
    assert not pre_init.has_listeners(model)
    assert not post_init.has_listeners(model)
