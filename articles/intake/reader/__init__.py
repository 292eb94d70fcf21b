"""`read(text, published)`: pure functions from a release's text to what it says. No Django, no database."""

from collections.abc import Sequence
from datetime import date

from .agreements.agreements import find_agreements
from .countries import find_countries
from .dates.dates import find_event_date, find_moments
from .events.events import find_events
from .findings import Document, Evidence, Reading, Span, Term
from .layout.layout import lay_out
from .organizations.organizations import find_organizations
from .people.people import find_people
from .quotes.quotes import find_quotes
from .regulations.regulations import find_regulations
from .topics import find_topics

__all__ = ["Document", "Evidence", "Reading", "Span", "Term", "lay_out", "read"]


def read(text: str, published: date | None = None, vocabulary: Sequence[Term] = ()) -> Reading:
    """What the release says. `published` helps with "Rabu (9/10)"; `vocabulary` are the topics to look for.

    Any text is read; nothing raises. The first line is the title.
    """
    document = lay_out(text, published)
    moments = find_moments(document)
    event_date, remarks = find_event_date(document, moments)
    organizations = find_organizations(document)
    people = find_people(document, organizations)
    regulations = find_regulations(document)
    return Reading(
        document=document,
        event_date=event_date,
        people=people,
        organizations=organizations,
        countries=find_countries(document),
        agreements=find_agreements(document, moments, organizations, regulations),
        regulations=regulations,
        quotes=find_quotes(document, people),
        events=find_events(document, moments, event_date, people, organizations),
        topics=find_topics(document, vocabulary),
        remarks=remarks,
    )
