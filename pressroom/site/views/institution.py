"""What the house says of itself: who it is, how to reach it, how its words and pictures may be used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models import EditionImage
from entities.models import Person
from pressroom.core.dates.days import interface_language
from pressroom.core.office import Office
from pressroom.site.context import known_office
from pressroom.site.prepared import prepared
from pressroom.site.reading import texts_of, with_honorifics

# The day on which the accessibility statement was last held against the tests that it names.
STATED_ON = date(2026, 11, 23)
LENGTHS = (50, 100, 200)
PORTRAITS = PICTURES = 24


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """One length of "about us" in one language, which may not be the reader's."""

    language: str
    text: str

    @property
    def words(self) -> int:
        return len(self.text.split())


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "site/about.html", {"longest": longest(known_office())})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "site/accessibility.html", {"stated_on": STATED_ON})


@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    shown = known_office()
    context = {"shown": shown, "stale": shown.stale(timezone.localdate())}
    return render(request, "site/contact.html", context)


@require_safe
def licence(request: HttpRequest) -> HttpResponse:
    return render(request, "site/licence.html")


@require_safe
def press_kit(request: HttpRequest) -> HttpResponse:
    """Wordmarks, boilerplate in both languages, portraits, and a contact sheet of the newest pictures."""
    now = timezone.now()
    context = {
        "boilerplate": boilerplate(known_office()),
        "portraits": portraits(now),
        "pictures": pictures(now, interface_language()),
    }
    return render(request, "site/press_kit.html", context)


def boilerplate(row: Office) -> list[Boilerplate]:
    """What has been entered, the short ones first, each in Indonesian and in English."""
    found = [
        Boilerplate(language, getattr(row, f"boilerplate_{length}{'_en' if language == 'en' else ''}"))
        for length in LENGTHS
        for language in ("id", "en")
    ]
    return [one for one in found if one.text]


def longest(row: Office) -> dict[str, str]:
    """The longest text about us, as a two-language field `text`; empty where none has been entered."""
    for length in reversed(LENGTHS):
        if indonesian := getattr(row, f"boilerplate_{length}"):
            return {"text": indonesian, "text_en": getattr(row, f"boilerplate_{length}_en")}
    return {"text": "", "text_en": ""}


def portraits(now: datetime) -> list[Person]:
    """Those whom the public knows and of whom there is a portrait, by name."""
    return with_honorifics(portrayed(now), now)


@prepared
def portrayed(now: datetime) -> QuerySet[Person]:
    known = Person.objects.visible(now).standing(now).exclude(portrait="")
    return known.order_by("sort_name", "id")[:PORTRAITS]


def pictures(now: datetime, language: str) -> list[EditionImage]:
    """The newest pictures of releases, each with the release that it stands in as `page`."""
    found = newest_images(now)
    texts = texts_of(now, [language], list({image.edition_id for image in found})) if found else []
    releases = {text.edition_id: text for text in texts}
    for image in found:
        image.page = releases.get(image.edition_id)  # type: ignore[attr-defined]
    once = {image.image_id: image for image in reversed(found) if image.edition_id in releases}
    return list(reversed(once.values()))[:PICTURES]


@prepared
def newest_images(now: datetime) -> QuerySet[EditionImage]:
    shown = EditionImage.objects.current(now).select_related("image")
    return shown.order_by("-public_from", "-id")[: PICTURES * 2]
