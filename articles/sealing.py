"""Sealing: the document of an edition, its digest, and its link in the chain of all editions."""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime
from typing import Any

from articles.models import Edition
from articles.standing import NOTED_KINDS
from pressroom.core.canonical import digest

GENESIS = "0" * 64
CROCKFORD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")


def seal(edition: Edition, previous: Edition | None) -> None:
    """Add to the document what the publication states, link its digest to the chain, store the edition."""
    edition.document["edition"] = {**statement(edition), **history(edition, previous)}
    edition.digest = digest(edition.document)
    newest = Edition.objects.order_by("-pk").values_list("chain", flat=True).first()
    edition.chain = link(newest or GENESIS, edition.digest)
    edition.save(force_insert=True)


def statement(edition: Edition) -> dict[str, Any]:
    """What the columns of an edition say, as it is sealed with the text: none of it can be altered later."""
    said = {
        "number": edition.number,
        "kind": str(edition.kind),
        "languages": edition.languages.split(","),
        "revision": edition.revision.digest,
        "at": utc(edition.at),
        "public_from": utc(edition.public_from),
        "approved_by": edition.approved_by_id,
        "published_by": edition.published_by_id,
        "reason": edition.reason,
        "note": edition.note,
        "note_en": edition.note_en,
    }
    return {**said, **{name: value for name, value in rarely(edition).items() if value}}


def rarely(edition: Edition) -> dict[str, Any]:
    """What few editions say; where it is empty nothing is sealed, as in editions older than these columns."""
    return {
        "was": edition.was,
        "was_en": edition.was_en,
        "successor": str(edition.successor.uid) if edition.successor else "",
        "early_access": edition.early_access,
    }


def history(edition: Edition, previous: Edition | None) -> dict[str, dict[str, Any]]:
    """Since when each language is public, when its readers were last told of a change, and by whom."""
    before = previous.document["edition"] if previous else {"published_at": {}, "updated_at": {}}
    now = utc(edition.public_from)
    told = edition.kind in NOTED_KINDS
    languages = edition.languages.split(",")
    people = {"approved_by": edition.approved_by, "published_by": edition.published_by}
    return {
        "published_at": {**dict.fromkeys(languages, now), **before["published_at"]},
        "updated_at": {**dict.fromkeys(languages, now), **({} if told else before["updated_at"])},
        "names": {act: user.get_username() if user else None for act, user in people.items()},
    }


def link(previous_chain: str, edition_digest: str) -> str:
    """SHA-256 over the chain so far and this digest, both as hexadecimal text."""
    return hashlib.sha256((previous_chain + edition_digest).encode()).hexdigest()


def utc(moment: datetime) -> str:
    """ISO 8601 in UTC, to the microsecond where there is one, ending in Z."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def code_of(edition: Edition) -> str:
    """Ten letters and digits printed on every copy of an edition, such as "4F7KQ-2MXCD".

    They follow from the chain, so they cannot be known before the edition is sealed and need no secret key;
    Crockford's base 32 leaves out what is read for something else.
    """
    seed = hashlib.sha256(f"code:{edition.chain}".encode()).digest()
    letters = base64.b32encode(seed)[:10].decode().translate(CROCKFORD)
    return f"{letters[:5]}-{letters[5:]}"
