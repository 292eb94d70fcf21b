"""Where a release stands, what may be done with it, and what is still missing: the head of its form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import checklist, workflow
from articles.checklist import Finding, Level
from articles.guards import Situation, is_approved
from articles.models import Article, Edition, WorkflowStep
from articles.standing import Standing, current
from articles.transitions import TRANSITIONS
from pressroom.desk.act_words import WORDS
from pressroom.desk.moments import both_clocks
from pressroom.desk.readable import full_name

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

State = Article.State


@dataclass(frozen=True)
class Button:
    label: str
    url: str
    grave: bool


def panel(desk: ModelAdmin, request: HttpRequest, article: Article) -> dict[str, Any]:
    """The context of `admin/articles/article/_panel.html`."""
    user: Any = request.user
    found = Situation(article, user, timezone.now())
    public = current(article, found.at)
    return {
        "state": state_text(found),
        "standing": standing_text(found.standing, public),
        "page": public_page(public),
        "pending": pending_text(found.pending),
        "owed": owed_text(found.owed),
        "approval": approval_text(found.approval),
        "warnings": list(filter(None, warnings(desk, request, found))),
        "last_step": last_step(article),
        "buttons": buttons(article, user),
        "base": public.revision.number if public else None,
        "has_links": bool(checklist.outside_links(article)),
        "is_gone": found.standing == Standing.KILLED,
        **checked(article, approved=found.approval is not None),
    }


def buttons(article: Article, user: Any) -> list[Button]:
    """Exactly what the workflow lets this person do now."""
    return [
        Button(str(one.label), act_url(article, one.act), WORDS[one.act].grave)
        for one in workflow.possible(article, user)
    ]


def act_url(article: Article, act: str) -> str:
    return reverse("admin:articles_article_act", args=[article.pk, act])


def checked(article: Article, *, approved: bool) -> dict[str, Any]:
    """The checklist by level, the gravest first, each level with its lines."""
    found = checklist.check(article, approved=approved)
    # Of what is published nothing waits to be approved.
    findings = [f for f in found if f.rule != "approval" or article.state != State.PUBLISHED]
    counted = checklist.counts(findings)
    levels = [(level, counted[level], lines_of(level, findings)) for level in Level]
    return {"levels": levels, "blocked": bool(counted[Level.BLOCKS])}


def lines_of(level: Level, findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.level == level]


def state_text(found: Situation) -> str:
    """To call a text published of which readers have nothing yet would contradict the line below it."""
    waits = found.pending and found.article.state == State.PUBLISHED
    return _("terjadwal") if waits else found.article.get_state_display()


def standing_text(standing: Standing, public: Edition | None) -> str:
    if public is None:
        return _("Belum terbit.")
    since = {
        "number": public.number,
        "kind": public.get_kind_display(),
        "at": both_clocks(public.public_from),
    }
    if standing == Standing.WITHDRAWN:
        return _("Dicabut sejak %(at)s.") % since
    if standing == Standing.KILLED:
        return _("Dibatalkan untuk selamanya sejak %(at)s; naskahnya tinggal untuk dibaca.") % since
    return _("Publik: edisi %(number)d (%(kind)s) sejak %(at)s.") % since


def public_page(public: Edition | None) -> str:
    """Where readers find it; "" where they find nothing."""
    texts = public.document.get("texts") or public.document.get("notices") or {} if public else {}
    try:
        return reverse("site:release", args=[texts["id"]["slug"]])
    except (KeyError, NoReverseMatch):
        return ""


def pending_text(pending: Edition | None) -> str:
    if pending is None:
        return ""
    what = {
        "number": pending.number,
        "kind": pending.get_kind_display(),
        "at": both_clocks(pending.public_from, exact=True),
    }
    if pending.early_access:
        return (
            _("Edisi %(number)d (%(kind)s) tampil pada %(at)s; mitra tepercaya sudah dapat membacanya.")
            % what
        )
    return (
        _("Edisi %(number)d (%(kind)s) tampil pada %(at)s; sebelum itu hanya redaksi yang melihatnya.") % what
    )


def owed_text(owed: Edition | None) -> str:
    if owed is None:
        return ""
    return _("Edisi %(number)d terbit darurat oleh %(who)s pada %(at)s, dan belum diperiksa orang kedua.") % {
        "number": owed.number,
        "who": full_name(owed.published_by),
        "at": both_clocks(owed.at),
    }


def approval_text(approval: WorkflowStep | None) -> str:
    if approval is None:
        return ""
    return _("oleh %(who)s pada %(at)s") % {
        "who": full_name(approval.by),
        "at": both_clocks(approval.at),
    }


def warnings(desk: ModelAdmin, request: HttpRequest, found: Situation) -> list[str | None]:
    """What an editor should know before typing."""
    article = found.article
    if not desk.has_change_permission(request, article):
        return []
    if article.state == State.APPROVED:
        return [is_approved(found), _("Setiap suntingan membatalkan persetujuan naskah ini.")]
    if article.state == State.IN_REVIEW:
        return [_("Naskah ini sedang ditinjau. Siapa pun yang menyuntingnya tidak dapat lagi menyetujuinya.")]
    if found.pending:
        return [_("Suntingan tidak mengubah edisi yang terjadwal; untuk itu batalkan dahulu jadwalnya.")]
    return [way_on(found)]


def way_on(found: Situation) -> str | None:
    """How a release that readers have had comes to its next edition."""
    if found.standing == Standing.WITHDRAWN:
        return _("Siaran yang dicabut dapat terbit kembali: ajukan lagi naskahnya.")
    if found.article.state == State.PUBLISHED:
        return _("Untuk memperbarui atau meralat siaran ini, sunting naskahnya lalu ajukan lagi.")
    return None


def last_step(article: Article) -> dict[str, Any] | None:
    """The newest step of the workflow, with what was said; a return is what its writer has to read."""
    step = article.steps.select_related("by").order_by("-id").first()
    if step is None:
        return None
    return {
        "label": TRANSITIONS[step.act].label if step.act in TRANSITIONS else step.act,
        "who": full_name(step.by),
        "at": both_clocks(step.at),
        "note": step.note,
        "is_return": step.act == "return",
    }
