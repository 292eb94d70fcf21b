"""Links by which a named reviewer without an account reads one revision, and what reviewers answer."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, PreviewLink, PreviewView, ReviewAnswer, Revision
from articles.standing import Standing, current, standing_of
from pressroom.core import audit
from pressroom.core.html import paragraphs
from pressroom.core.page import in_language

SHARED, REVOKED, VIEWED, ANSWERED = "link_shared", "link_revoked", "link_viewed", "link_answered"
ACTS: Mapping[str, Any] = {
    SHARED: gettext_lazy("pratinjau dibagikan"),
    REVOKED: gettext_lazy("tautan pratinjau dicabut"),
    VIEWED: gettext_lazy("pratinjau dibuka"),
    ANSWERED: gettext_lazy("pratinjau dijawab"),
}

SHORTEST, USUAL, LONGEST = 1, 24, 72  # hours
MOST_ANSWERS = 50
LONGEST_COMMENT = 4000
# Whoever may do one of these sees releases at the desk.
VIEWERS = ("articles.view_article", "articles.change_article")


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def share(revision: Revision, reviewer: str, *, by: User, hours: int = USUAL) -> tuple[PreviewLink, str]:
    """A link and its token, which is known to nobody after this; raises ValidationError."""
    if not reviewer.strip():
        raise ValidationError(_("Tuliskan nama pembacanya: setiap tautan untuk satu orang."))
    if not SHORTEST <= hours <= LONGEST:
        raise ValidationError(_("Tautan berlaku 1 sampai 72 jam."))
    if is_killed(revision.article):
        raise ValidationError(_("Siaran yang dibatalkan untuk selamanya tidak dapat dibagikan."))
    token, now = secrets.token_urlsafe(32), timezone.now()
    link = PreviewLink.objects.create(
        article=revision.article,
        revision=revision,
        reviewer=reviewer.strip(),
        token_hash=hash_of(token),
        created_by=by,
        created_at=now,
        expires_at=now + timedelta(hours=hours),
    )
    shown = {"reviewer": link.reviewer, "revision": revision.number, "expires_at": link.expires_at}
    audit.record(SHARED, link.article, by=by, details={name: [None, value] for name, value in shown.items()})
    return link, token


@transaction.atomic
def revoke(link: PreviewLink, *, by: User) -> bool:
    """Close a link before its time; False where it was closed already."""
    found = PreviewLink.objects.filter(pk=link.pk, revoked_at__isnull=True)
    if not found.update(revoked_at=timezone.now()):
        return False
    audit.record(REVOKED, link.article, by=by, details={"reviewer": [link.reviewer, None]})
    return True


def link_of(token: str) -> PreviewLink | None:
    """The link that this token opens now; None alike for one unknown, expired, revoked or outranked."""
    links = PreviewLink.objects.select_related("article", "revision", "created_by")
    link = links.filter(token_hash=hash_of(token)).first()
    return link if link and lasts(link, timezone.now()) and not is_killed(link.article) else None


def lasts(link: PreviewLink, now: datetime) -> bool:
    """Whether a link still opens, unless its release was killed.

    Nobody reads through a link what its maker may not read himself any more.
    """
    in_time = link.revoked_at is None and link.created_at <= now < link.expires_at
    return in_time and may_view(link.created_by)


def may_view(user: User) -> bool:
    return user.is_active and user.is_staff and any(user.has_perm(permission) for permission in VIEWERS)


def is_killed(article: Article) -> bool:
    return standing_of(current(article)) == Standing.KILLED


def viewed(link: PreviewLink, address: str) -> None:
    """Keep that somebody opened a link, and from where."""
    PreviewView.objects.create(link=link, at=timezone.now(), address=address or None)
    audit.record(VIEWED, link.article, by=name_of(link))


@transaction.atomic
def answer(
    link: PreviewLink, verdict: str, *, language: str = "id", paragraph: int | None = None, text: str = ""
) -> ReviewAnswer:
    """Keep what a reviewer says of the revision; raises ValidationError where it cannot be kept."""
    PreviewLink.objects.select_for_update().get(pk=link.pk)
    if link.answers.count() >= MOST_ANSWERS:
        raise ValidationError(_("Tautan ini sudah menerima %d jawaban; hubungi pengirimnya.") % MOST_ANSWERS)
    if paragraph is not None and paragraph not in range(len(lines_of(link.revision, language))):
        raise ValidationError(_("Paragraf ini tidak ada dalam naskah."))
    said = ReviewAnswer(
        link=link,
        at=timezone.now(),
        verdict=verdict,
        paragraph=paragraph,
        language=language,
        text=text.strip(),
    )
    if verdict == ReviewAnswer.Verdict.COMMENT and not 0 < len(said.text) <= LONGEST_COMMENT:
        raise ValidationError(_("Tuliskan komentar Anda, paling panjang %d huruf.") % LONGEST_COMMENT)
    said.save(force_insert=True)
    audit.record(ANSWERED, link.article, by=name_of(link), details={"verdict": [None, verdict]})
    return said


def name_of(link: PreviewLink) -> str:
    """How the audit trail calls somebody without an account."""
    with in_language(settings.LANGUAGE_CODE):
        return _("%s (tautan pratinjau)") % link.reviewer


def lines_of(revision: Revision, language: str = "id") -> list[str]:
    """The headline and the paragraphs that a comment can be about, by their number."""
    ending = "_en" if language == "en" else ""
    document = revision.document
    return [document.get(f"title{ending}", ""), *paragraphs(document.get(f"body{ending}", ""))]


def has_english(revision: Revision) -> bool:
    return all(revision.document.get(name) for name in ("title_en", "body_en", "slug_en"))


def is_stale(link: PreviewLink, newest: Revision | None) -> bool:
    """The text has changed since the revision that the answers of this link speak of."""
    return newest is not None and newest.digest != link.revision.digest


def links_of(article: Article) -> list[PreviewLink]:
    """All links to a release, the newest first, each with its revision and its maker."""
    links = list(article.preview_links.select_related("revision", "created_by").order_by("-id"))
    makers = {link.created_by_id: link.created_by for link in links}
    for link in links:
        # Whoever made many is one person, who is asked once what he may do.
        link.created_by = makers[link.created_by_id]
    return links


def answers_to(links: Iterable[PreviewLink]) -> list[ReviewAnswer]:
    """What the reviewers of these links said, the newest first, each with its link."""
    by_pk = {link.pk: link for link in links}
    answers = list(ReviewAnswer.objects.filter(link__in=by_pk).order_by("-id"))
    for said in answers:
        said.link = by_pk[said.link_id]
    return answers


def views_of(links: Iterable[PreviewLink]) -> dict[int, list[PreviewView]]:
    """When these links were opened, the last time first, by the id of the link."""
    views: dict[int, list[PreviewView]] = {link.pk: [] for link in links}
    for view in PreviewView.objects.filter(link__in=views).order_by("-id"):
        views[view.link_id].append(view)
    return views
