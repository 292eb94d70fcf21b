"""Releases as they are worked on: quotes, citations, images."""

import io
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image as Picture

from articles.models import (
    Article,
    ArticleImage,
    ArticleSlug,
    Citation,
    Image,
    LinkCheck,
    PublicNote,
    Quote,
    StyleRule,
)
from entities.models import Person
from tests.factories.common import LONG_AGO, THE_DAY, serial
from tests.factories.entities import person


def article(title: str = "", *, english: bool = False, **fields: Any) -> Article:
    """A draft of one paragraph that needs no quote; with `english` its translation, ready to be published."""
    number = next(serial)
    defaults: dict[str, Any] = {
        "slug": f"siaran-{number}",
        "body": "<p>BNPT menerima kunjungan kehormatan.</p>",
        "without_quotes": True,
    }
    if english:
        defaults |= {
            "slug_en": f"release-{number}",
            "title_en": f"Release {number}",
            "body_en": "<p>BNPT received a courtesy call.</p>",
            "english_ready": True,
        }
    return Article.objects.create(title=title or f"Siaran {number}", **{**defaults, **fields})


def amend(of: Article | None = None) -> Article:
    """Change the working copy, so that there is something to publish again."""
    of = of or article()
    of.lead = f"Ringkasan {next(serial)}."
    of.save(update_fields=["lead"])
    return of


def article_slug(of: Article | None = None, slug: str = "", language: str = "id") -> ArticleSlug:
    of = of or article()
    return ArticleSlug.objects.create(
        article=of, language=language, slug=slug or of.slug, public_from=LONG_AGO
    )


def public_note(of: Article | None = None, **fields: Any) -> PublicNote:
    defaults = {"at": LONG_AGO, "kind": "update", "text": "Tempat acara dilengkapi."}
    return PublicNote.objects.create(article=of or article(), **{**defaults, **fields})


def quote(of: Article | None = None, speaker: Person | None = None, ordinal: int = 1, **fields: Any) -> Quote:
    defaults = {"text": "BNPT menerima kunjungan kehormatan.", "verb": "ujar"}
    return Quote.objects.create(
        article=of or article(), speaker=speaker or person(), ordinal=ordinal, **{**defaults, **fields}
    )


def citation(of: Article | None = None, **fields: Any) -> Citation:
    """A citation of a release for one fact, given by the name of its field: `citation(event=visit)`."""
    defaults = {"excerpt": "BNPT menerima kunjungan kehormatan."}
    return Citation.objects.create(article=of or article(), **{**defaults, **fields})


def outside_citation(**fields: Any) -> Citation:
    """A citation of an outside source for one fact."""
    defaults = {
        "url": "https://treaty.example.go.id/1",
        "retrieved_on": THE_DAY,
        "excerpt": "Signed in Jakarta.",
    }
    return Citation.objects.create(**{**defaults, **fields})


def picture_file(width: int = 4, height: int = 3) -> ContentFile:
    """A small PNG, unlike any other of the same test run."""
    buffer = io.BytesIO()
    Picture.new("RGB", (width, height), next(serial)).save(buffer, "PNG")
    return ContentFile(buffer.getvalue(), name="foto.png")


def image(**fields: Any) -> Image:
    return Image.objects.create(**{"original": picture_file(), "alt": "Dua orang berjabat tangan", **fields})


def article_image(of: Article | None = None, shown: Image | None = None, ordinal: int = 1) -> ArticleImage:
    return ArticleImage.objects.create(article=of or article(), image=shown or image(), ordinal=ordinal)


def link_check(url: str = "", **fields: Any) -> LinkCheck:
    """A check of an address that answered well, unless told otherwise."""
    url = url or f"https://example.go.id/{next(serial)}"
    return LinkCheck.objects.create(url=url, **{"checked_at": LONG_AGO, "status": 200, **fields})


def style_rule(pattern: str = "", **fields: object) -> StyleRule:
    """A plain word, its replacement, and why."""
    defaults = {"replacement": "baku", "explanation": "Bentuk bakunya lain."}
    return StyleRule.objects.create(pattern=pattern or f"takbaku{next(serial)}", **{**defaults, **fields})
