"""Conditions of the workflow beyond state and permission: each returns a sentence that says no, or None."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from articles import approval, standing
from articles.models import Article, Edition, WorkflowStep

# So close to its moment an edition can no longer be held back: the act might be stored after readers saw it.
TOO_LATE = timedelta(seconds=5)


@dataclass
class Situation:
    """A release as one person finds it at one moment."""

    article: Article
    by: User | None
    at: datetime

    @cached_property
    def standing(self) -> standing.Standing:
        return standing.standing_of(standing.current(self.article, self.at))

    @cached_property
    def pending(self) -> Edition | None:
        return standing.pending(self.article, self.at)

    @cached_property
    def approval(self) -> WorkflowStep | None:
        return approval.approval_of(self.article)

    @cached_property
    def owed(self) -> Edition | None:
        """The newest edition of this release that still lacks a second pair of eyes."""
        return approval.unapproved().filter(article=self.article).order_by("-number").first()


Guard = Callable[[Situation], str | None]


def has_text(found: Situation) -> str | None:
    article = found.article
    if article.title.strip() and article.body.strip():
        return None
    return _("Siaran ini belum mempunyai judul atau isi.")


def is_no_contributor(found: Situation) -> str | None:
    """Whoever wrote at the text since its last publication is not its second pair of eyes."""
    if found.by is None or found.by.pk in approval.contributors(found.article):
        return _("Anda ikut menulis naskah ini; persetujuannya harus dari orang lain.")
    return None


def is_approved(found: Situation) -> str | None:
    if found.approval:
        return None
    return _("Naskah, nama, atau jabatan yang tercetak berubah sejak disetujui; mintalah persetujuan lagi.")


def nothing_pending(found: Situation) -> str | None:
    if found.pending is None:
        return None
    return _("Edisi %d masih terjadwal; ubah jadwalnya atau batalkan dahulu.") % found.pending.number


def something_pending(found: Situation) -> str | None:
    return None if found.pending else _("Tidak ada edisi yang terjadwal.")


def not_too_late(found: Situation) -> str | None:
    if found.pending and found.pending.public_from - found.at < TOO_LATE:
        return _("Waktunya sudah tiba; edisi ini tidak dapat ditahan lagi.")
    return None


def approval_owed(found: Situation) -> str | None:
    return None if found.owed else _("Tidak ada edisi yang menunggu persetujuan susulan.")


def owes_nothing_to_it(found: Situation) -> str | None:
    """An emergency is looked at afterwards by somebody who had no part in it."""
    if found.owed and (found.by is None or found.by.pk in approval.contributors_to(found.owed)):
        return _("Anda ikut menulis atau menerbitkan edisi ini; persetujuannya harus dari orang lain.")
    return None
