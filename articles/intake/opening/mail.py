"""E-mail saved as a file (.eml): its text, with the subject as title where the text has none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.intake.reader.cues import any_of, words

from .encodings import decoded
from .markup import text_of
from .refusals import Unreadable

HEADERS = {b"from", b"to", b"subject", b"date", b"mime-version", b"received", b"return-path", b"message-id"}
HEADER = re.compile(rb"([A-Za-z][A-Za-z-]{0,60}):")
LONGEST_HEADER = 4_000
ANSWERED = re.compile(r"\s*(?:(?:re|fw|fwd|tr|bls|trs)\s*:|\[[^\]]{1,40}\])\s*", re.IGNORECASE)
LONGEST_TITLE = 200


def is_mail(content: bytes, suffix: str) -> bool:
    """It starts as mail does: with headers, two of which every mail has."""
    names = [match[1].lower() for line in content[:8192].splitlines()[:60] if (match := HEADER.match(line))]
    known = HEADERS.intersection(names)
    first = HEADER.match(content.lstrip()) or content.startswith(b"From ")
    return bool(first) and len(known) >= (1 if suffix == ".eml" else 3)


def read_mail(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, and what was left out. Raises Unreadable."""
    try:
        message = message_from_bytes(content, policy=policy.compat32)
        parts = list(message.walk())
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise Unreadable(_("Surel ini rusak. Salin teksnya dan tempelkan di sini.")) from error
    body = body_of(parts)
    return titled(subject_of(message), body), notes_on(parts)


def body_of(parts: list[Message]) -> str:
    """The plain part where it says anything, else the HTML part as text."""
    for kind in ("text/plain", "text/html"):
        for part in texts(parts, kind):
            raw = part.get_payload(decode=True)
            text = decoded(raw, charset_of(part)) if isinstance(raw, bytes) and raw.strip() else ""
            if text.strip():
                return text_of(text) if kind == "text/html" else text
    raise Unreadable(
        _("Surel ini tidak berisi teks. Bila siarannya terlampir, simpan lampirannya lalu unggah itu.")
    )


def texts(parts: list[Message], kind: str) -> Iterator[Message]:
    return (part for part in parts if part.get_content_type() == kind and not is_attached(part))


def is_attached(part: Message) -> bool:
    return str(part.get("Content-Disposition", "")).strip().lower().startswith("attachment")


def charset_of(part: Message) -> str:
    found = re.search(
        r"charset\s*=\s*\"?([\w-]{1,30})", str(part.get("Content-Type", ""))[:LONGEST_HEADER], re.I
    )
    return found[1] if found else ""


def subject_of(message: Message) -> str:
    raw = str(message.get("Subject", ""))[:LONGEST_HEADER]
    try:
        subject = str(make_header(decode_header(raw)))
    except (HeaderParseError, LookupError, ValueError):
        subject = raw
    while stripped := ANSWERED.match(subject):
        subject = subject[stripped.end() :]
    return " ".join(subject.split())


def titled(subject: str, body: str) -> str:
    """The text with a title: its own, else the subject."""
    lines = [line.strip() for line in body.strip().splitlines()]
    end = lines.index("") if "" in lines else 1
    opening = " ".join(lines[:end])
    return body if not subject or is_title(opening) else f"{subject}\n\n{body.strip()}"


def is_title(opening: str) -> bool:
    """A short line of its own that ends no sentence and greets nobody."""
    return 0 < len(opening) <= LONGEST_TITLE and opening[-1] not in ".,:;!" and not greeting().match(opening)


def greeting() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words('greetings'))}\b", re.IGNORECASE)


def notes_on(parts: list[Message]) -> tuple[str, ...]:
    attached = sum(is_attached(part) or part.get_content_maintype() == "application" for part in parts)
    if not attached:
        return ()
    note = ngettext("%d lampiran surel tidak dibaca.", "%d lampiran surel tidak dibaca.", attached)
    return (note % attached,)
