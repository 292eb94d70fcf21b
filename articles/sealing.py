"""Sealing: the document of an edition, its digest, and its link in the chain of all editions."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Any

from articles.documents import release
from articles.models import Edition
from articles.objections import NOTED_KINDS
from pressroom.core.canonical import digest

GENESIS = "0" * 64


def seal(edition: Edition, previous: Edition | None) -> None:
    """Fill in the document, its digest and its link in the chain, and store the edition."""
    document = release(edition.article, edition.public_from)
    edition.document = {**document, "edition": envelope(edition, previous)}
    edition.digest = digest(edition.document)
    newest = Edition.objects.order_by("-pk").first()
    edition.chain = link(newest.chain if newest else GENESIS, edition.digest)
    edition.save(force_insert=True)


def envelope(edition: Edition, previous: Edition | None) -> dict[str, Any]:
    """What makes this publication this one; sealed with the text, so that none of it can be altered later."""
    told = previous is None or edition.kind in NOTED_KINDS
    before = previous.document["edition"] if previous else {}
    return {
        "number": edition.number,
        "kind": str(edition.kind),
        "revision": edition.revision.digest,
        "public_from": utc(edition.public_from),
        "published_at": before.get("published_at", utc(edition.public_from)),
        "updated_at": utc(edition.public_from) if told else before["updated_at"],
        "approved_by": edition.approved_by.get_username() if edition.approved_by else None,
        "published_by": edition.published_by.get_username() if edition.published_by else None,
        "reason": edition.reason,
        "note": edition.note,
        "note_en": edition.note_en,
    }


def link(previous_chain: str, edition_digest: str) -> str:
    """SHA-256 over the chain so far and this digest, both as hexadecimal text."""
    return hashlib.sha256((previous_chain + edition_digest).encode()).hexdigest()


def utc(moment: datetime) -> str:
    """ISO 8601 in UTC, to the microsecond where there is one, ending in Z."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
