"""Taking a text away from the public: its address stays and says why, in every language at once."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import objections, scheduling
from articles.concealing import conceal
from articles.models import Article, Edition, EditionText
from articles.publishing import PublishingError, next_number, record
from articles.standing import current, pending

NOTICE_FORMAT = "pressroom/notice/1"
KEPT = ("language", "slug", "title")


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
    addresses = addresses_of(article, now)
    edition = Edition(
        article=article,
        number=next_number(article),
        kind=kind,
        languages=",".join(addresses),
        published_by=by,
        at=now,
        public_from=now,
        note=note,
        note_en=note_en,
        successor=successor,
        document=notice(previous, addresses),
        revision=previous.revision,
    )
    if found := objections.to_notice(edition):
        raise PublishingError(found)
    record(edition, previous)
    conceal(article, now)
    return edition


def addresses_of(article: Article, now: datetime) -> dict[str, dict[str, str]]:
    """Under which address and title each language was last public, even one dropped since."""
    texts = EditionText.objects.visible(now).filter(article=article).order_by("edition__number")
    last = {language: {"slug": slug, "title": title} for language, slug, title in texts.values_list(*KEPT)}
    return dict(sorted(last.items(), key=lambda entry: entry[0] != "id"))


def notice(previous: Edition, addresses: dict[str, dict[str, str]]) -> dict[str, Any]:
    """What stays of a release: where it stood, and what it was called."""
    before = previous.document
    return {
        "format": NOTICE_FORMAT,
        **{name: before[name] for name in ("uid", "kind", "number", "contact", "released_on")},
        "texts": {},
        "notices": addresses,
        **{name: [] for name in ("quotes", "subjects", "citations", "images", "facts")},
    }
