"""How a release stands before the public at a moment, read from the record and from nothing else."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Edition

# Kinds that put a text before the readers, and kinds that put a notice in its place.
TEXT_KINDS = frozenset(
    {
        Edition.Kind.FIRST,
        Edition.Kind.UPDATE,
        Edition.Kind.MINOR,
        Edition.Kind.TRANSLATION,
        Edition.Kind.CORRECTION,
    }
)
NOTICE_KINDS = frozenset({Edition.Kind.WITHDRAWAL, Edition.Kind.KILL})
# Kinds that readers are told about: the date of the release moves, and a public note says why.
NOTED_KINDS = frozenset({Edition.Kind.UPDATE, Edition.Kind.CORRECTION}) | NOTICE_KINDS


class Standing(models.TextChoices):
    UNPUBLISHED = "unpublished", _("belum terbit")
    PUBLIC = "public", _("publik")
    WITHDRAWN = "withdrawn", _("dicabut")
    KILLED = "killed", _("dibatalkan")


OF_KIND = {
    **dict.fromkeys(TEXT_KINDS, Standing.PUBLIC),
    Edition.Kind.WITHDRAWAL: Standing.WITHDRAWN,
    Edition.Kind.KILL: Standing.KILLED,
}


def newest(article: Article) -> Edition | None:
    """The last edition that took effect or will; the next one follows it."""
    return article.editions.standing().order_by("-number").first()


def current(article: Article, at: datetime | None = None) -> Edition | None:
    """The edition that the public has at that moment (default: now)."""
    public = article.editions.standing().filter(public_from__lte=at or timezone.now())
    return public.order_by("-number").first()


def pending(article: Article, at: datetime | None = None) -> Edition | None:
    """The edition that waits for its moment; there is never more than one."""
    ahead = article.editions.standing().filter(public_from__gt=at or timezone.now())
    return ahead.order_by("-number").first()


def standing_of(edition: Edition | None) -> Standing:
    return OF_KIND[Edition.Kind(edition.kind)] if edition else Standing.UNPUBLISHED
