"""Which photographs of a release anybody may have: those of the edition that stands now."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from django.http import Http404, HttpRequest

from articles.models import EditionImage, EditionSubject, EditionText
from articles.photos import iim, xmp
from articles.photos.files import Download, download_of
from articles.photos.words import Words, words_of
from entities.models import Person
from pressroom.site import reading
from pressroom.site.languages import address_in


class File(NamedTuple):
    """A JPEG to download: what is stored, and the segments with its words that are put into it on the way."""

    download: Download
    segments: bytes

    @property
    def bytes(self) -> int:
        return self.download.bytes + len(self.segments)


def text_of(language: str, slug: str) -> EditionText:
    """The text that stands now at this address. Raises Http404."""
    text = reading.links(language).filter(slug=slug).first()
    if text is None:
        raise Http404
    return text


def photo_of(text: EditionText, number: int) -> EditionImage:
    photo = next((photo for photo in reading.images_of(text) if photo.ordinal == number), None)
    if photo is None:
        raise Http404
    return photo


def file_of(photo: EditionImage, which: str, words: Words) -> File | None:
    """`original` or `web`; None as long as nothing was made of the photograph."""
    download = download_of(photo.image, which)
    return File(download, xmp.app1(words) + iim.app13(words)) if download else None


def words_in(
    photo: EditionImage, text: EditionText, people: Iterable[tuple[str, str]], request: HttpRequest
) -> Words:
    page = request.build_absolute_uri(address_in(text.language, "release", text.slug))
    return words_of(photo, people, f"{page}#foto-{photo.ordinal}")


def people_of(text: EditionText) -> list[tuple[str, str]]:
    """Who the release speaks of, as (plain name, name with the titles of that day)."""
    subjects = EditionSubject.objects.current().filter(edition=text.edition_id, subject_type="person")
    titled = dict(subjects.order_by("ordinal").values_list("subject_id", "label"))
    names = dict(Person.objects.visible().filter(pk__in=titled).values_list("pk", "name"))
    return [(names[int(pk)], label) for pk, label in titled.items() if int(pk) in names]


def words_for(text: EditionText, request: HttpRequest) -> partial[Words]:
    """A function from a photograph of this text to its words; the people are read once."""
    return partial(words_in, text=text, people=people_of(text), request=request)
