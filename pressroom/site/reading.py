"""What the public may read, as querysets: every page of the site starts from one of these."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Literal

from django.db.models import Case, Exists, OuterRef, QuerySet, Value, When
from django.db.models.functions import Left
from django.utils import timezone

from agreements.models import Agreement, Event, EventParticipant
from articles.models import EditionImage, EditionQuote, EditionSubject, EditionText
from entities.models import Appointment, Organization, Person, PersonHonorific, Topic
from entities.models.posts import AppointmentQuerySet
from pressroom.core.kept import kept_in_one_language
from pressroom.core.visibility import public_or_absent
from pressroom.site.prepared import Among, Given, Ids, Names, attach, prepared, prepared_anew

# Entity pages show this many releases, quotes, …; the filtered list of releases has the rest.
SHOWN = 20

# What is named more often than this is looked for among all releases.
FEW = 300

# Lists print this many characters of a release that has no lead.
OPENING = 240

# The columns of a release that its title, address and dates need; and those that lists print.
LINKED = ("edition", "article", "language", "slug", "title", "released_on", "published_at", "updated_at")
LISTED = (*LINKED, "kind", "lead", "place")

# What the public may see of each kind of subject that has a page of its own, by the name of that page.
SUBJECTS: dict[str, Callable[..., QuerySet]] = {
    "person": Person.objects.visible,
    "organization": Organization.objects.visible,
    "agreement": Agreement.objects.visible,
    "event": Event.objects.visible,
    "topic": Topic.objects.visible,
}


def texts(language: str, at: datetime | None = None) -> QuerySet[EditionText]:
    """The releases that stand at that moment (default: now) in one language."""
    return EditionText.objects.current(at).filter(language=language)


def whole(language: str) -> QuerySet[EditionText]:
    """`texts` with all their words, but without the markup."""
    return texts(language).defer("html", "stems", "marks", "contact")


def links(language: str) -> QuerySet[EditionText]:
    """`texts`, with no more of each than its title, address and dates need."""
    return whole(language).defer("text")


def rows(language: str, at: datetime | None = None) -> QuerySet[EditionText]:
    """What lists print of `texts`."""
    return with_start(texts(language, at))


def with_start(releases: QuerySet[EditionText]) -> QuerySet[EditionText]:
    """The columns of a list; `start` is how a release without a lead begins."""
    start = Case(When(lead="", then=Left("text", OPENING + 1)), default=Value(""))
    return releases.only(*LISTED).annotate(start=start)


@prepared
def listed(now: datetime, language: str) -> QuerySet[EditionText]:
    """`rows`, all of them."""
    return rows(language, now)


def about(now: datetime, language: str, kind: str, keys: Names) -> Given[EditionText]:
    """`rows` that name a thing, under any of the ids by which the record may know it.

    A few are looked up one by one; of many the newest are soon found among all releases.
    """
    editions = [edition for (edition,) in naming_editions(now, kind, keys)]
    if len(editions) < FEW:
        return of_editions.given(now, [language], editions)
    return naming_texts.given(now, language, kind, keys)


def newest_about(now: datetime, language: str, kind: str, keys: Names) -> list[EditionText]:
    return about(now, language, kind, keys).rows(newest)


def newest(releases: QuerySet[EditionText]) -> QuerySet[EditionText]:
    return releases.order_by("-published_at", "-id")[:SHOWN]


@prepared
def naming_editions(now: datetime, kind: str, keys: Names) -> QuerySet[EditionSubject, tuple[int]]:
    return naming(now, kind, keys).order_by().values_list("edition")[:FEW]


@prepared
def of_editions(now: datetime, languages: list[str], editions: list[int]) -> QuerySet[EditionText]:
    """Were the language a single value, SQLite would walk through the list of all releases for these few."""
    return with_start(within(now, languages, editions))


@prepared_anew
def naming_texts(now: datetime, language: str, kind: str, keys: Names) -> QuerySet[EditionText]:
    return rows(language, now).filter(Exists(naming(now, kind, keys).filter(edition=OuterRef("edition"))))


def naming(now: datetime, kind: str, keys: Names) -> QuerySet[EditionSubject]:
    """The mentions of a thing in what stands at that moment, under any of its ids."""
    return EditionSubject.objects.current(now).filter(Among("subject_id", keys), subject_type=kind)


def images_of(text: EditionText) -> QuerySet[EditionImage]:
    images = EditionImage.objects.current().filter(edition=text.edition_id)
    return images.select_related("image__rendering").order_by("ordinal")[:SHOWN]


def quotes_by(now: datetime, people: list[int], language: str) -> list[EditionQuote]:
    """The newest quotes of these people; `quote.release` is the text that each stands in, or None."""
    quotes = newest_quotes(now, people, language)
    releases = texts_of(now, [language], [quote.edition_id for quote in quotes]) if quotes else []
    of_each = {text.edition_id: text for text in releases}
    for quote in quotes:
        quote.__dict__["release"] = of_each.get(quote.edition_id)
    return quotes


@prepared
def newest_quotes(now: datetime, people: Ids, language: str) -> QuerySet[EditionQuote]:
    quotes = EditionQuote.objects.current(now).filter(Among("speaker", people), language=language)
    shown = quotes.only("edition", "ordinal", "kind", "role", "text")
    return shown.order_by("-public_from", "-edition_id", "ordinal")[:SHOWN]


@prepared
def texts_of(now: datetime, languages: list[str], editions: list[int]) -> QuerySet[EditionText]:
    """The texts of these editions that stand."""
    return within(now, languages, editions).only(*LINKED)


def within(now: datetime, languages: list[str], editions: list[int]) -> QuerySet[EditionText]:
    standing = EditionText.objects.current(now)
    return standing.filter(Among("edition", editions), Among("language", languages))


def appointments(at: datetime | None = None) -> AppointmentQuerySet:
    """Appointments of which the person, the post and its organization are all public."""
    seen = (public_or_absent(path, at) for path in ("person", "post", "post__organization"))
    return Appointment.objects.visible(at).filter(*seen).with_names()


@prepared
def honorifics_of(now: datetime, people: list[int]) -> QuerySet[PersonHonorific]:
    return PersonHonorific.objects.visible(now).filter(Among("person", people)).select_related("honorific")


def with_honorifics(people: Sequence[Person], now: datetime) -> list[Person]:
    """As `with_public_honorifics()` has them."""
    if people:
        attach(people, "honorifics", honorifics_of(now, [person.pk for person in people]), "person_id")
    return list(people)


Actor = Literal["person", "organization"]


@kept_in_one_language
def events_with(actor: Actor, *keys: int) -> list[Event]:
    """Events known to have one of these as a participant; of thousands, so once in a generation."""
    return attended(timezone.now(), actor, list(keys))


@prepared
def attended(now: datetime, actor: Actor, keys: Ids) -> QuerySet[Event]:
    participations = EventParticipant.objects.public(now).filter(Among(actor, keys))
    return Event.objects.visible(now).filter(pk__in=participations.values("event"))[:SHOWN]
