"""A topic: its releases, agreements, the events that have it on their agenda, and ways to follow it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories as make
from tests.site.html import Page

pytestmark = pytest.mark.django_db


def test_events_that_speak_of_a_topic_are_on_its_page(client: Client) -> None:
    topic = make.topic(slug="siber")
    make.agenda_item(make.held_event(title="Lokakarya"), topic=topic)
    make.agenda_item(make.held_event(title="Diam-diam"), topic=topic, public_from=None)
    make.agenda_item(make.held_event(title="Nanti", public_from=make.FAR_AHEAD), topic=topic)
    page = Page(client.get("/topik/siber/"))
    assert "Lokakarya" in page.text
    assert "Diam-diam" not in page.text
    assert "Nanti" not in page.text
    assert "/atom.xml?topic=siber" in page.links


def test_a_topic_costs_the_same_whatever_concerns_it(client: Client) -> None:
    topic = make.topic(slug="siber")
    counts = []
    for number in (1, 6):
        for _ in range(number):
            make.agreement().topics.add(topic)
            make.agenda_item(make.held_event(), topic=topic)
            text = make.edition_text()
            make.edition_subject(text.edition, subject_type="topic", subject_id=str(topic.pk))
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/topik/siber/").status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 8
