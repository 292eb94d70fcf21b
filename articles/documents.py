"""An article as a document: the working copy that editors edit, and the frozen form that is published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from django.db.models import Prefetch, Q, prefetch_related_objects
from django.utils import timezone

from articles.mentions import column
from articles.models import Article, ArticleImage, Citation, EditionSubject, Image, Quote
from articles.verbatim import lines_of, paragraph_in
from entities.models import Appointment, Person, PersonHonorific

WORKING_FORMAT = "pressroom/working-copy/1"
RELEASE_FORMAT = "pressroom/release/1"

TEXT_FIELDS = ("title", "lead", "body", "place", "slug")
OWN_FIELDS = (
    *("kind", "number", "contact", "without_quotes", "event_id"),
    *("english_ready", "english_unofficial", "english_source"),
)
LINKS = ("topics", "people", "organizations", "countries", "agreements", "events")
QUOTE_FIELDS = (
    *(
        "ordinal",
        "speaker_id",
        "appointment_id",
        "attribution",
        "verb",
        "kind",
        "text",
        "text_en",
        "event_id",
    ),
)
CITATION_FIELDS = ("excerpt", "basis", "note", "note_en")
# The tables that hold the parts of a release.
PARTS = (*LINKS, "event", "quotes__appointment__post", "citations", "images__image")
# The rows of a release by the names of its relations: LINKS, quotes, citations, images.
Parts = Mapping[str, Iterable[Any]]
# People by id, the role in which each is shown, and the name of each by language.
People = Mapping[int, Person]
Roles = Mapping[int, Appointment | None]
Names = dict[str, str]
# The words of an image, which every release that shows it prints.
IMAGE_FIELDS = (
    *("alt", "alt_en", "caption", "caption_en", "credit", "decorative"),
    *("kind", "taken_on", "rights", "licence"),
)


def gather(article: Article) -> Article:
    """Read every part of a release once, for all the documents that are made of it before it changes."""
    prefetch_related_objects([article], *PARTS)
    return article


def parts_of(article: Article) -> Parts:
    """The rows that belong to a release, asked for where they were not read before."""
    return {name: getattr(article, name).all() for name in (*LINKS, "quotes", "citations", "images")}


def working_copy(article: Article, parts: Parts | None = None) -> dict[str, Any]:
    """Everything an editor can change, by identifiers: what a revision stores and a restore puts back.

    `row` names the row itself, so that an entry is known again after it has changed. Documents of older
    revisions lack what was added since; read them with `.get` and `rows_of`. Whoever has just written all the
    parts of a release gives them, in the order in which they would be read.
    """
    parts = parts or parts_of(article)
    return {
        "format": WORKING_FORMAT,
        "uid": str(article.uid),
        "released_on": iso(article.released_on),
        **{name: getattr(article, name) for name in OWN_FIELDS},
        **{name + suffix: getattr(article, name + suffix) for name in TEXT_FIELDS for suffix in ("", "_en")},
        **{name: sorted(str(row.pk) for row in parts[name]) for name in LINKS},
        "quotes": [working_quote(quote) for quote in parts["quotes"]],
        "citations": [{**citation_entry(c), "row": c.pk} for c in parts["citations"]],
        "images": [working_image(use) for use in with_images(parts["images"])],
    }


def working_quote(quote: Quote) -> dict[str, Any]:
    return {**{name: getattr(quote, name) for name in QUOTE_FIELDS}, "row": quote.pk}


def working_image(use: ArticleImage) -> dict[str, Any]:
    return {"row": use.pk, "sha256": use.image.sha256, "ordinal": use.ordinal, **image_words(use.image)}


def image_words(image: Image) -> dict[str, Any]:
    """IMAGE_FIELDS as documents hold them: days in ISO 8601."""
    words = {name: getattr(image, name) for name in IMAGE_FIELDS}
    return {**words, "taken_on": iso(image.taken_on)}


def rows_of(document: Mapping[str, Any], part: str) -> list[dict[str, Any]]:
    """The quotes, citations or images of a working copy, in the form of today whatever its age."""
    return [
        dict(entry) if isinstance(entry, Mapping) else {"sha256": entry[0], "ordinal": entry[1]}
        for entry in document.get(part, [])
    ]


def release(article: Article, at: datetime) -> dict[str, Any]:
    """What readers get, with the titles and roles of the day of `at` as far as they are public by now."""
    day, quotes = day_of(article, at), quotes_of(article)
    people = speaking_and_mentioned(article)
    roles = {person.pk: role_on(person, quotes, day) for person in people.values()}
    parts = {**parts_of(article), "quotes": quotes, "images": images_of(article)}
    return frozen(article, parts, people, roles, day)


def frozen(article: Article, parts: Parts, people: People, roles: Roles, day: date) -> dict[str, Any]:
    """A release of its parts, with those who speak in it or are named in it as they were on that day."""
    quotes, lines = list(parts["quotes"]), lines_of(article.text())
    names = {person.pk: names_on(person, day) for person in people.values()}
    return {
        "format": RELEASE_FORMAT,
        "uid": str(article.uid),
        "kind": article.kind,
        "number": article.number,
        "contact": article.contact,
        "released_on": iso(article.released_on),
        "texts": {language: text_entry(article, language) for language in article.languages},
        "quotes": [quote_entry(quote, names[quote.speaker_id]) for quote in quotes],
        "subjects": [*person_entries(quotes, people, roles, names), *subject_entries(parts)],
        "citations": [public_citation(citation, lines) for citation in parts["citations"]],
        "images": [image_entry(use.image) for use in parts["images"]],
    }


def day_of(article: Article, at: datetime) -> date:
    """The day whose titles and roles a release prints: its event's, its own, or its publication's."""
    if article.event and article.event.exact and article.event.earliest:
        return article.event.earliest
    return article.released_on or timezone.localdate(at)


def speaking_and_mentioned(article: Article) -> dict[int, Person]:
    """People by id, with the honorifics and appointments that are public or rest on this release.

    What waits for another release does not count, however soon it is due: that may still be called off.
    """
    citations, public = article.citations.all(), Q(public_from__lte=timezone.now())
    cited_honorifics = public | Q(pk__in=column(citations, "person_honorific_id"))
    cited_appointments = public | Q(pk__in=column(citations, "appointment_id"))
    honorifics = PersonHonorific.objects.filter(cited_honorifics).select_related("honorific")
    appointments = Appointment.objects.filter(cited_appointments).with_names()
    keys = column(article.people.all(), "pk") | column(article.quotes.all(), "speaker_id")
    people = Person.objects.filter(pk__in=keys)
    return people.prefetch_related(
        Prefetch("honorifics", queryset=honorifics), Prefetch("appointments", queryset=appointments)
    ).in_bulk()


def role_on(person: Person, quotes: Iterable[Quote], day: date) -> Appointment | None:
    """The appointment in which a release shows a person: as quoted, else the one held on the day."""
    quoted = next((q.appointment for q in quotes if q.speaker_id == person.pk and q.appointment), None)
    return quoted or next((a for a in person.appointments.all() if a.span.certain_on(day)), None)


def quotes_of(article: Article) -> list[Quote]:
    quotes = list(article.quotes.all())
    prefetch_related_objects(quotes, "appointment__post")
    return quotes


def images_of(article: Article) -> list[ArticleImage]:
    return with_images(article.images.all())


def with_images(uses: Iterable[ArticleImage]) -> list[ArticleImage]:
    read = list(uses)
    prefetch_related_objects(read, "image")
    return read


def text_entry(article: Article, language: str) -> dict[str, Any]:
    suffix = "_en" if language == "en" else ""
    entry: dict[str, Any] = {name: getattr(article, name + suffix) for name in TEXT_FIELDS}
    entry["place"] = entry["place"] or article.place
    entry["unofficial"] = language == "en" and article.english_unofficial
    return entry


def names_on(person: Person, day: date) -> Names:
    return {language: person.styled(day, language) for language in ("id", "en")}


def quote_entry(quote: Quote, speaker: Names) -> dict[str, Any]:
    role = quote.appointment
    return {
        "ordinal": quote.ordinal,
        "kind": quote.kind,
        "speaker": quote.speaker_id,
        "name": speaker,
        "role": {language: role.title(language) if role else "" for language in ("id", "en")},
        "attribution": quote.attribution,
        "verb": quote.verb,
        "text": {"id": quote.text, "en": quote.text_en},
    }


def person_entries(
    quotes: list[Quote], people: People, roles: Roles, names: Mapping[int, Names]
) -> list[dict[str, Any]]:
    """Speakers in the order of their first quote, then the others by name."""
    order = {pk: -n for n, pk in enumerate(reversed([q.speaker_id for q in quotes]), start=1)}
    entries = []
    for person in sorted(people.values(), key=lambda p: (order.get(p.pk, 0), p.sort_name, p.pk)):
        role = roles[person.pk]
        styled = names[person.pk]["id"], names[person.pk]["en"]
        titles = (role.title(), role.title("en")) if role else ("", "")
        entries.append(entry_of(EditionSubject.Type.PERSON, person.pk, person.slug, styled, titles))
    return entries


def subject_entries(parts: Parts) -> list[dict[str, Any]]:
    """Organizations, countries, agreements, events and topics, each group by name."""
    kinds, by_name = EditionSubject.Type, attrgetter("name", "pk")
    groups = [
        *(
            (kinds.ORGANIZATION, o.pk, o.slug, (o.name, o.name_en))
            for o in sorted(parts["organizations"], key=by_name)
        ),
        *(
            (kinds.COUNTRY, c.pk, c.pk.lower(), (c.name, c.name_en))
            for c in sorted(parts["countries"], key=by_name)
        ),
        *(
            (kinds.AGREEMENT, a.pk, a.slug, (a.title, a.title_en))
            for a in sorted(parts["agreements"], key=attrgetter("title", "pk"))
        ),
        *(
            (kinds.EVENT, e.pk, e.slug, (e.title, e.title_en))
            for e in sorted(parts["events"], key=lambda e: (e.earliest or date.min, e.pk))
        ),
        *((kinds.TOPIC, t.pk, t.slug, (t.name, t.name_en)) for t in sorted(parts["topics"], key=by_name)),
    ]
    return [entry_of(kind, pk, slug, names, ("", "")) for kind, pk, slug, names in groups]


def entry_of(
    kind: str, pk: Any, slug: str, names: tuple[str, str], details: tuple[str, str]
) -> dict[str, Any]:
    return {
        "type": str(kind),
        "id": str(pk),
        "slug": slug,
        "label": names[0],
        "label_en": names[1],
        "detail": details[0],
        "detail_en": details[1],
    }


def citation_entry(citation: Citation) -> dict[str, Any]:
    kind = citation.target_type
    entry: dict[str, Any] = {name: getattr(citation, name) for name in CITATION_FIELDS}
    return {**entry, "type": kind, "id": getattr(citation, f"{kind}_id")}


def public_citation(citation: Citation, lines: list[str]) -> dict[str, Any]:
    return {**citation_entry(citation), "paragraph": paragraph_in(citation.excerpt, lines)}


def image_entry(image: Any) -> dict[str, Any]:
    names = (
        "sha256",
        "width",
        "height",
        "alt",
        "alt_en",
        "caption",
        "caption_en",
        "credit",
        "rights",
        "licence",
    )
    entry = {"id": str(image.pk), **{name: getattr(image, name) for name in names}}
    return {**entry, "kind": image.kind, "taken_on": iso(image.taken_on)}


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
