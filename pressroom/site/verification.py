"""Checking a copy: from the code printed on it to what has become of the release since."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import Edition, EditionNotice, EditionProof, EditionText
from pressroom.site.history import Line, history_of
from pressroom.site.notices import notices, public_text

# As printed: five and five of Crockford's base 32, which has no I, L, O and U.
PRINTED = re.compile(r"([0-9A-HJKMNP-TV-Z]{5})([0-9A-HJKMNP-TV-Z]{5})")
MISREAD = str.maketrans("OIL", "011")
BETWEEN = re.compile(r"[\s\-\u2010-\u2015]+")
# Somebody may have typed spaces; more than this is no code.
LONGEST = 40


class Finding(models.TextChoices):
    CURRENT = "current", _("Asli dan masih berlaku")
    CORRECTED = "corrected", _("Asli, tetapi sudah diralat")
    UPDATED = "updated", _("Asli, tetapi sudah diperbarui")
    WITHDRAWN = "withdrawn", _("Asli, tetapi sudah dicabut")
    KILLED = "killed", _("Dibatalkan: jangan dipakai")


@dataclass(frozen=True)
class Verdict:
    """What is known of one copy: what it is now, what stands in its place, and what happened since."""

    finding: Finding
    proof: EditionProof
    text: EditionText | None = None
    notice: EditionNotice | None = None
    since: list[Line] = field(default_factory=list)
    successor: EditionText | None = None


def as_printed(typed: str) -> str | None:
    """The code that somebody meant, such as "4F7KQ-2MXCD"; None if none of ours looks like it."""
    letters = BETWEEN.sub("", typed[:LONGEST]).upper().translate(MISREAD)
    found = PRINTED.fullmatch(letters)
    return "-".join(found.groups()) if found else None


def verify(code: str, language: str) -> Verdict | None:
    """The state of the copy that bears this code; None if nothing public has ever borne it."""
    proof = EditionProof.objects.visible().filter(code=code).first()
    if proof is None:
        return None
    if text := public_text(proof.article_id, language):
        return of_text(proof, text)
    found = {notice.language: notice for notice in notices().filter(article=proof.article_id)}
    notice = found.get(language) or found["id"]
    killed = notice.kind == Edition.Kind.KILL
    finding = Finding.KILLED if killed else Finding.WITHDRAWN
    return Verdict(finding, proof, notice=notice, successor=public_text(notice.successor_id, language))


def of_text(proof: EditionProof, text: EditionText) -> Verdict:
    """A text stands; it may not be the one on the copy."""
    if text.edition_id == proof.edition_id:
        return Verdict(Finding.CURRENT, proof, text)
    since = [line for line in history_of(proof.article_id) if line.note.at > proof.public_from]
    corrected = any(line.corrects for line in since)
    return Verdict(Finding.CORRECTED if corrected else Finding.UPDATED, proof, text, since=since)
