"""The press kit of a release: its texts and photographs, captions and terms, as one ZIP archive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import EditionImage, EditionText
from pressroom.core.dates.days import interface_language
from pressroom.core.office import Office, office
from pressroom.core.page import in_language
from pressroom.site import reading
from pressroom.site.display.words import plain
from pressroom.site.formats.plaintext import release_text
from pressroom.site.languages import address_in
from pressroom.site.photos.downloads import NAMES, attachment, etag_of, stream
from pressroom.site.photos.found import File, file_of, text_of, words_for
from pressroom.site.photos.wording import credit_words, pixels, rights_words

Photos = dict[str, File]


class Kit(NamedTuple):
    """What lies in the archive, by name: texts are made at once, photographs are read on the way."""

    texts: dict[str, bytes]
    photos: Photos


@require_safe
def release_kit(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The same bytes as long as nothing of it changes; in every language in which the release stands."""
    text = text_of(interface_language(), slug)
    kit = kit_of(request, text)
    etag = etag_of(kit.photos.values(), *(part for entry in kit.texts.items() for part in coded(entry)))
    return attachment(request, f"{text.slug}.zip", "application/zip", etag, archive(kit, day_of(text)))


def coded(entry: tuple[str, bytes]) -> tuple[bytes, bytes]:
    return entry[0].encode(), entry[1]


def kit_of(request: HttpRequest, text: EditionText) -> Kit:
    languages = {other.language: other for other in same_release(text)}
    shown = list(reading.images_of(text))
    texts = {f"{language}/{other.slug}.txt": words(request, other) for language, other in languages.items()}
    for language, other in languages.items():
        with in_language(language):
            about, said = _("baca-saya"), _("keterangan-foto")
            texts[f"{language}/{about}.txt"] = lines(read_me(request, other, office()))
            if shown:
                texts[f"{language}/{said}.txt"] = lines(captions(shown))
    return Kit(texts, dict(photos_of(request, text, shown)))


def same_release(text: EditionText) -> list[EditionText]:
    """The texts of one release that stand now, in the order of its languages in the settings."""
    current = EditionText.objects.current().filter(article=text.article_id).defer("html", "stems", "text")
    order = [code for code, _name in settings.LANGUAGES]
    return sorted(current, key=lambda other: order.index(other.language))


def words(request: HttpRequest, text: EditionText) -> bytes:
    with in_language(text.language):
        return release_text(request, text.slug).content


def photos_of(
    request: HttpRequest, text: EditionText, shown: list[EditionImage]
) -> Iterator[tuple[str, File]]:
    """Those that are made; a file that the storage has lost is left out."""
    words_in = words_for(text, request)
    for photo in shown:
        for which, pattern in NAMES.items():
            file = file_of(photo, which, words_in(photo))
            if file and default_storage.exists(file.download.path):
                yield f"{pattern.format(number=photo.ordinal)}.jpg", file


def captions(shown: list[EditionImage]) -> Iterator[str]:
    for photo in shown:
        alt = plain(photo, "alt")
        yield f"foto-{photo.ordinal}.jpg ({pixels(photo.width, photo.height)})"
        yield plain(photo, "caption")
        yield _("Teks alternatif: %s") % alt if alt else ""
        yield " · ".join(filter(None, (credit_words(photo), *rights_words(photo))))
        yield ""


def read_me(request: HttpRequest, text: EditionText, contact: Office) -> Iterator[str]:
    """Where the kit comes from, how to check it, and what may be done with it."""
    yield _("Kit pers: %s") % text.title
    yield plain(settings.AGENCY, "name")
    yield request.build_absolute_uri(address_in(text.language, "release", text.slug))
    yield ""
    yield _("Teksnya ada dalam berkas .txt, fotonya dalam ukuran asli dan untuk web.")
    yield _("Keterangan, kredit, dan hak cipta juga tertanam di dalam setiap foto (IPTC dan XMP).")
    yield _("Isi kit ini adalah yang berlaku pada saat diunduh; periksalah alamat di atas sebelum memuatnya.")
    yield ""
    yield _("Syarat pakai teks: %s") % (
        plain(contact, "text_terms") or _("belum dicatat; tanyakan kepada humas.")
    )
    yield _("Syarat pakai foto: %s") % (
        plain(contact, "photo_terms") or _("seperti tertulis pada setiap foto.")
    )
    reached = filter(None, (contact.contact, contact.phone, contact.email))
    yield _("Narahubung: %s") % (", ".join(reached) or contact.address or settings.AGENCY["url"])


def lines(said: Iterator[str]) -> bytes:
    """With the line ends that every editor on every system understands."""
    return ("\r\n".join(said).strip() + "\r\n").encode()


def day_of(text: EditionText) -> tuple[int, int, int, int, int, int]:
    """The moment that the archive gives for each file: that of the newest change of the release."""
    at = timezone.localtime(max(text.published_at, text.updated_at))
    return at.year, at.month, at.day, at.hour, at.minute, at.second


class Pipe(io.RawIOBase):
    """What `zipfile` writes into and nobody can wind back, so that nothing waits for its end."""

    def __init__(self) -> None:
        self.written: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.written.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        data, self.written = b"".join(self.written), []
        return data


def archive(kit: Kit, at: tuple[int, int, int, int, int, int]) -> Iterator[bytes]:
    """The ZIP as it comes into being, never more of it in memory than a piece of one photograph."""
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w") as made:
        for name, content in kit.texts.items():
            yield from entry(made, pipe, member(name, at), [content])
        for name, file in kit.photos.items():
            yield from entry(made, pipe, member(name, at), stream(file))
    yield pipe.taken()


def member(name: str, at: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    """Deflated, without trying hard on photographs: some programs cannot read stored entries of a stream."""
    info = zipfile.ZipInfo(name, at)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    info._compresslevel = 9 if name.endswith(".txt") else 0  # type: ignore[attr-defined]
    return info


def entry(
    made: zipfile.ZipFile, pipe: Pipe, info: zipfile.ZipInfo, chunks: Iterator[bytes] | list[bytes]
) -> Iterator[bytes]:
    with made.open(info, "w") as opened:
        for chunk in chunks:
            opened.write(chunk)
            yield pipe.taken()
    yield pipe.taken()
