"""Taking a text away from the public: its address stays and says why, in every language at once."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import objections, scheduling
from articles.concealing import conceal
from articles.models import Article, Edition
from articles.publishing import PublishingError, next_number, record
from articles.standing import current, pending

NOTICE_FORMAT = "pressroom/notice/1"


def take_away(
    article: Article,
    kind: str,
    *,
    by: User | None,
    note: str,
    note_en: str = "",
    successor: Article | None = None,
) -> Edition:
    """Withdraw or kill a public release now; an edition of it that still waits is cancelled too.

    `note` is what readers are told. Facts that rest on this release alone are hidden again. The caller is in
    a transaction that holds the lock of the record. Raises PublishingError.
    """
    now = timezone.now()
    previous = current(article, now)
    if previous is None or previous.kind == Edition.Kind.KILL:
        raise PublishingError(_("Tidak ada teks siaran ini yang publik."))
    if waiting := pending(article, now):
        scheduling.cancel(waiting, by=by, reason=note, now=now)
    edition = Edition(
        article=article,
        number=next_number(article),
        kind=kind,
        languages=previous.languages,
        published_by=by,
        at=now,
        public_from=now,
        note=note,
        note_en=note_en,
        successor=successor,
        document=notice(previous),
        revision=previous.revision,
    )
    if found := objections.to_notice(edition):
        raise PublishingError(found)
    record(edition, previous)
    conceal(article, now)
    return edition


def notice(previous: Edition) -> dict[str, Any]:
    """What stays of a release: where it stood, and what it was called."""
    before = previous.document
    kept = before.get("notices") or {
        language: {"slug": text["slug"], "title": text["title"]} for language, text in before["texts"].items()
    }
    return {
        "format": NOTICE_FORMAT,
        **{name: before[name] for name in ("uid", "kind", "number", "contact", "released_on")},
        "texts": {},
        "notices": kept,
        **{name: [] for name in ("quotes", "subjects", "citations", "images", "facts")},
    }
