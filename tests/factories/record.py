"""The record, and what is derived from it for reading."""

import hashlib
from typing import Any

from django.contrib.auth.models import User

from articles.models import (
    Article,
    Edition,
    EditionCitation,
    EditionImage,
    EditionQuote,
    EditionSubject,
    EditionText,
    Image,
    Revision,
)
from articles.search.marks import marks_of
from entities.models import Person
from pressroom.core.canonical import digest
from pressroom.core.models import AuditEntry
from tests.factories.articles import article, image
from tests.factories.common import LONG_AGO, serial
from tests.factories.entities import person


def user(username: str = "", **fields: Any) -> User:
    """Someone at the desk, without a password: log in with `client.force_login`."""
    return User.objects.create_user(username or f"penyunting-{next(serial)}", **fields)


def audit_entry(**fields: Any) -> AuditEntry:
    defaults = {"at": LONG_AGO, "actor": "penyunting", "act": "changed"}
    return AuditEntry.objects.create(**{**defaults, **fields})


def revision(of: Article | None = None, number: int = 1, **fields: Any) -> Revision:
    of = of or article()
    document = {"title": of.title, "body": of.body}
    defaults = {"document": document, "digest": digest(document), "at": LONG_AGO}
    return Revision.objects.create(article=of, number=number, **{**defaults, **fields})


def edition(of: Article | None = None, number: int = 1, **fields: Any) -> Edition:
    """An edition put straight into the table, without projections and a true chain."""
    frozen = fields.pop("revision", None) or revision(of, number)
    defaults = {
        "kind": "first" if number == 1 else "update",
        "languages": "id",
        "document": frozen.document,
        "digest": frozen.digest,
        "chain": hashlib.sha256(str(next(serial)).encode()).hexdigest(),
        "at": LONG_AGO,
        "public_from": LONG_AGO,
        "reason": "Siaran lama.",
    }
    return Edition.objects.create(
        article=frozen.article, number=number, revision=frozen, **{**defaults, **fields}
    )


def edition_text(of: Edition | None = None, language: str = "id", **fields: Any) -> EditionText:
    of = of or edition()
    defaults = {
        "slug": of.article.slug,
        "kind": of.article.kind,
        "public_from": of.public_from,
        "published_at": of.public_from,
        "updated_at": of.public_from,
        "title": of.article.title,
        "html": of.article.body,
        "text": of.article.text(),
        "stems": "siar",
    }
    given = {**defaults, **fields}
    told = (given["title"], language, given["kind"], given["published_at"])
    given.setdefault("marks", marks_of(*told, of.editionsubjects.values_list("subject_type", "subject_id")))
    return EditionText.objects.create(edition=of, article=of.article, language=language, **given)


def edition_subject(
    of: Edition | None = None, subject: Person | None = None, **fields: Any
) -> EditionSubject:
    of, subject = of or edition(), subject or person()
    defaults = {
        "subject_type": "person",
        "subject_id": str(subject.pk),
        "ordinal": 1,
        "slug": subject.slug,
        "label": subject.name,
        "public_from": of.public_from,
    }
    return EditionSubject.objects.create(edition=of, **{**defaults, **fields})


def edition_quote(of: Edition | None = None, speaker: Person | None = None, **fields: Any) -> EditionQuote:
    of, speaker = of or edition(), speaker or person()
    defaults = {
        "language": "id",
        "ordinal": 1,
        "kind": "direct",
        "name": speaker.name,
        "text": "BNPT menerima kunjungan kehormatan.",
        "public_from": of.public_from,
    }
    return EditionQuote.objects.create(edition=of, speaker=speaker, **{**defaults, **fields})


def edition_citation(of: Edition | None = None, **fields: Any) -> EditionCitation:
    of = of or edition()
    defaults = {
        "target_type": "event",
        "target_id": 1,
        "paragraph": 1,
        "excerpt": "BNPT menerima kunjungan kehormatan.",
        "basis": "stated",
        "public_from": of.public_from,
    }
    return EditionCitation.objects.create(edition=of, **{**defaults, **fields})


def edition_image(of: Edition | None = None, shown: Image | None = None, **fields: Any) -> EditionImage:
    of, shown = of or edition(), shown or image()
    defaults = {
        "ordinal": 1,
        "width": shown.width,
        "height": shown.height,
        "alt": shown.alt,
        "public_from": of.public_from,
    }
    return EditionImage.objects.create(edition=of, image=shown, **{**defaults, **fields})
