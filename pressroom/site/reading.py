"""What the public may read, as querysets: every page of the site starts from one of these."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    Exists,
    OuterRef,
    Prefetch,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Left

from agreements.models import Agreement, Event, EventParticipant
from articles.models import EditionImage, EditionQuote, EditionSubject, EditionText
from entities.models import Appointment, Organization, Person, Post, Topic
from entities.models.posts import AppointmentQuerySet

# Entity pages show this many releases, quotes, …; the filtered list of releases has the rest.
SHOWN = 20

# Lists print this many characters of a release that has no lead.
OPENING = 240

# What the public may see of each kind of subject that has a page of its own, by the name of that page.
SUBJECTS: dict[str, Callable[[], QuerySet]] = {
    "person": Person.objects.visible,
    "organization": Organization.objects.visible,
    "agreement": Agreement.objects.visible,
    "event": Event.objects.visible,
    "topic": Topic.objects.visible,
}


def texts(language: str) -> QuerySet[EditionText]:
    """The releases that stand now in one language."""
    return EditionText.objects.current().filter(language=language)


def whole(language: str) -> QuerySet[EditionText]:
    """`texts` with all their words, but without the markup."""
    return texts(language).defer("html", "stems", "marks", "contact")


def links(language: str) -> QuerySet[EditionText]:
    """`texts`, with no more of each than its title, address and dates need."""
    return whole(language).defer("text")


def rows(language: str) -> QuerySet[EditionText]:
    """`links` with the `start` of each text, for lists that print how a release begins."""
    return links(language).annotate(start=Left("text", OPENING + 1))


def newest(releases: QuerySet[EditionText], limit: int = SHOWN) -> list[EditionText]:
    return list(releases.order_by("-published_at", "-id")[:limit])


def speaking_of(releases: QuerySet[EditionText], kind: str, pks: Iterable[int]) -> QuerySet[EditionText]:
    """Those of the releases that name a person, organization, agreement, event or topic.

    `pks` are the ids under which the record may know it: several where rows were merged.
    """
    keys = [str(pk) for pk in pks]
    subjects = EditionSubject.objects.current().filter(subject_type=kind, subject_id__in=keys)
    return releases.filter(Exists(subjects.filter(edition=OuterRef("edition"))))


def subjects_of(text: EditionText) -> QuerySet:
    """What a release speaks of; `page` is the present slug of the subject's page, null if there is none."""
    subjects = EditionSubject.objects.current().filter(edition=text.edition_id)
    return subjects.annotate(page=page_of_subject()).order_by("ordinal")


def page_of_subject() -> Case:
    key = Cast(OuterRef("subject_id"), BigIntegerField())
    pages = [
        When(
            subject_type=kind,
            then=Subquery(visible().filter(pk=key).values("slug")[:1]),
        )
        for kind, visible in SUBJECTS.items()
    ]
    return Case(*pages, default=Value(None), output_field=CharField(null=True))


def quotes_of(text: EditionText) -> QuerySet[EditionQuote]:
    quotes = EditionQuote.objects.current().filter(edition=text.edition_id, language=text.language)
    return quotes.order_by("ordinal")


def images_of(text: EditionText) -> QuerySet[EditionImage]:
    images = EditionImage.objects.current().filter(edition=text.edition_id)
    return images.select_related("image__rendering").order_by("ordinal")[:SHOWN]


def quotes_by(people: Iterable[int], language: str, limit: int = SHOWN) -> list[EditionQuote]:
    """The newest quotes of these people; `quote.edition.shown` holds the release they stand in."""
    releases = Prefetch("edition__editiontexts", queryset=links(language), to_attr="shown")
    quotes = EditionQuote.objects.current().filter(speaker__in=people, language=language)
    quotes = quotes.select_related("edition").defer("edition__document")
    return list(quotes.order_by("-public_from", "-edition_id", "ordinal").prefetch_related(releases)[:limit])


def appointments() -> AppointmentQuerySet:
    """Appointments of which the person, the post and its organization are all public."""
    return (
        Appointment.objects.visible()
        .filter(
            person__in=Person.objects.visible(),
            post__in=Post.objects.visible(),
            post__organization__in=Organization.objects.visible(),
        )
        .with_names()
    )


def participants() -> QuerySet[EventParticipant]:
    """Participants whom the public may know of, with the post they came in where that is public."""
    return (
        EventParticipant.objects.public()
        .select_related("person", "organization", "country")
        .prefetch_related(Prefetch("appointment", queryset=appointments()))
    )


def events_with(**actor: Iterable[int]) -> QuerySet[Event]:
    """Events known to have one of these as a participant: `person__in=` or `organization__in=` their ids."""
    participations = EventParticipant.objects.public().filter(**actor)
    return Event.objects.visible().filter(pk__in=participations.values("event"))[:SHOWN]
