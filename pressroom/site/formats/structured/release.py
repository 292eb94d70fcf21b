"""A release as NewsArticle, with its corrections, quotes, pictures and all that it speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from articles.models import Article, EditionImage, EditionQuote, EditionText, PublicNote
from pressroom.site.display.words import opening, plain
from pressroom.site.formats.cards import HEIGHT, WIDTH
from pressroom.site.formats.moments import utc
from pressroom.site.formats.structured.agency import publisher
from pressroom.site.formats.structured.here import Here, Node, pruned
from pressroom.site.history import Line
from pressroom.site.photos.showing import Shown, for_sharing

# What the lists of a release's page are of; the page of each is the identity of the thing.
TYPES = {
    "people": ("person", "Person"),
    "organizations": ("organization", "Organization"),
    "events": ("event", "Event"),
    "agreements": ("agreement", "Legislation"),
}


def described(text: EditionText, here: Here) -> list[Node]:
    page, context = here.page("release", text.slug), here.context
    corrections = [correction(line.note) for line in context["history"] if line.corrects]
    article = {
        "@type": "NewsArticle",
        "@id": f"{page}#siaran",
        "mainEntityOfPage": page,
        "url": page,
        "headline": text.title,
        "description": opening(text),
        "genre": str(Article.Kind(text.kind).label),
        "identifier": text.number,
        "inLanguage": text.language,
        "dateline": text.place,
        "datePublished": utc(text.published_at),
        "dateModified": utc(text.updated_at),
        "version": version(context["history"]),
        "author": publisher(here),
        "publisher": {"@id": here.agency},
        "image": pictures(list(context["images"]), here) or card(text, here),
        "about": [{"@type": "Thing", **link("topic", topic, here)} for topic in context["topics"]],
        "mentions": mentions(here),
        "hasPart": [quotation(quote, page, text.language) for quote in context["quotes"]],
        "correction": corrections,
        "isAccessibleForFree": True,
        "license": here.page("licence"),
        **translation(text, here),
    }
    return [pruned(article)]


def version(history: Iterable[Line]) -> int:
    """How many texts readers were told of: the first, and one for each line of the history."""
    return 1 + sum(1 for _line in history)


def correction(note: PublicNote) -> Node:
    words = " → ".join(filter(None, (plain(note, "was"), plain(note, "text"))))
    return {"@type": "CorrectionComment", "text": words, "datePublished": utc(note.at)}


def quotation(quote: EditionQuote, page: str, language: str) -> Node:
    """The role is the one held that day."""
    speaker = pruned({"@type": "Person", "name": quote.name, "jobTitle": quote.role})
    return {
        "@type": "Quotation",
        "@id": f"{page}#kutipan-{quote.ordinal}",
        "text": quote.text,
        "creator": speaker,
        "inLanguage": language,
    }


def mentions(here: Here) -> list[Node]:
    return [
        {"@type": kind, **link(name, subject, here)}
        for found, (name, kind) in TYPES.items()
        for subject in here.context[found]
    ]


def link(name: str, subject: Any, here: Here) -> Node:
    """A subject of the release, as it was called that day; agreements come from the register."""
    slug = subject.slug if name == "agreement" else subject.page
    words = plain(subject, "title" if name == "agreement" else "label")
    return {"@id": f"{here.page(name, slug)}#pokok", "name": words}


def translation(text: Any, here: Here) -> Node:
    """The other language is a translation of the Indonesian text, never the other way round."""
    others = [path for code, path in here.context["addresses"].items() if code != text.language]
    relation = "workTranslation" if text.language == settings.LANGUAGE_CODE else "translationOfWork"
    return {relation: [{"@id": f"{here.absolute(path)}#siaran"} for path in others]}


def pictures(images: list[EditionImage], here: Here) -> list[Node]:
    """The first of them as it is shared, then all of them whole."""
    first = for_sharing(images[0]) if images else None
    cut = [picture(images[0], here, first)] if first else []
    return [*cut, *(picture(image, here) for image in images)]


def picture(image: EditionImage, here: Here, file: Shown | None = None) -> Node:
    """Where its terms of use are not its own, they are those of the site."""
    terms = here.page("licence")
    return pruned(
        {
            "@type": "ImageObject",
            "contentUrl": here.absolute(file.src if file else image.image.display.url),
            **(size(file.width, file.height) if file else size(image.width, image.height)),
            "caption": plain(image, "caption"),
            "description": plain(image, "alt"),
            "creditText": image.credit,
            "copyrightNotice": image.rights,
            "license": terms,
            "acquireLicensePage": terms,
            "dateCreated": image.taken_on.isoformat() if image.taken_on else "",
        }
    )


def card(text: Any, here: Here) -> list[Node]:
    """What stands for a release without a picture."""
    if not text.code:
        return []
    address = here.page("card", text.code)
    return [{"@type": "ImageObject", "contentUrl": address, **size(WIDTH, HEIGHT)}]


def size(width: int, height: int) -> Node:
    """A bare number would be a length of nobody knows what."""
    return {"width": f"{width} px", "height": f"{height} px"}
