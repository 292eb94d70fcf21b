"""The first page of the desk: what waits for this person, and what waits for its moment."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import approval, english
from articles.models import Article, Edition, Revision
from articles.overview import not_written_by, returned
from pressroom.desk.moments import both_clocks
from pressroom.desk.readable import full_name, moment

# Lines of one list, and translations that are looked at for its last one.
MOST, TRANSLATIONS = 10, 100
State = Article.State


@dataclass(frozen=True)
class Line:
    """One release, and what is to be said of it; `mark` is said first and loudly."""

    title: str
    url: str
    text: str
    mark: str = ""


@dataclass(frozen=True)
class Board:
    """One list of the page; `query` of the list of releases shows all of it."""

    heading: str
    lines: list[Line]
    query: str
    empty: str
    alarm: bool = False

    @property
    def all_url(self) -> str:
        return f"{reverse('admin:articles_article_changelist')}?{self.query}" if self.query else ""


def boards(request: HttpRequest) -> list[Board]:
    """What this person may see of the work under way, the most urgent first."""
    user: Any = request.user
    if not user.has_perm("articles.view_article"):
        return []
    found = [owed(), approved(), scheduled(), own_drafts(user), stale_translations()]
    if user.has_perm("articles.approve_article"):
        found.insert(1, awaiting(user))
    return found


def line(article: Article, text: str, mark: str = "") -> Line:
    return Line(str(article), reverse("admin:articles_article_change", args=[article.pk]), text, mark)


def owed() -> Board:
    editions = approval.unapproved().select_related("article", "published_by").defer("document")
    lines = [owed_line(edition) for edition in editions.order_by("public_from")[:MOST]]
    return Board(
        heading=_("Menunggu persetujuan susulan"),
        lines=lines,
        query="waiting=owed",
        empty=_("Tidak ada siaran darurat yang belum diperiksa."),
        alarm=bool(lines),
    )


def owed_line(edition: Edition) -> Line:
    text = _("terbit darurat %(at)s, oleh %(who)s") % {
        "at": both_clocks(edition.public_from),
        "who": full_name(edition.published_by),
    }
    return line(edition.article, text, _("belum diperiksa"))


def awaiting(user: Any) -> Board:
    """Releases in review of which this person wrote nothing."""
    articles = not_written_by(Article.objects.filter(state=State.IN_REVIEW), user)
    return Board(
        heading=_("Menunggu tinjauan Anda"),
        lines=[line(a, edited(a)) for a in only_titles(articles)[:MOST]],
        query=f"state__exact={State.IN_REVIEW}",
        empty=_("Tidak ada naskah yang menunggu tinjauan Anda."),
    )


def approved() -> Board:
    articles = Article.objects.filter(state=State.APPROVED)
    return Board(
        heading=_("Disetujui, belum terbit"),
        lines=[line(a, edited(a)) for a in only_titles(articles)[:MOST]],
        query=f"state__exact={State.APPROVED}",
        empty=_("Tidak ada naskah yang menunggu diterbitkan."),
    )


def scheduled() -> Board:
    ahead = Edition.objects.standing().filter(public_from__gt=timezone.now())
    editions = ahead.select_related("article").defer("document").order_by("public_from")
    return Board(
        heading=_("Terjadwal"),
        lines=[scheduled_line(edition) for edition in editions[:MOST]],
        query="waiting=due",
        empty=_("Tidak ada yang menunggu waktu terbit."),
    )


def scheduled_line(edition: Edition) -> Line:
    mark = _("embargo, mitra sudah dapat membaca") if edition.early_access else ""
    return line(edition.article, both_clocks(edition.public_from, exact=True), mark)


def own_drafts(user: Any) -> Board:
    own = Revision.objects.filter(article=OuterRef("pk"), author=user)
    articles = returned(Article.objects.filter(Exists(own), state=State.DRAFT))
    return Board(
        heading=_("Draf saya"),
        lines=[line(a, edited(a), returned_mark(a)) for a in only_titles(articles)[:MOST]],
        query=f"state__exact={State.DRAFT}",
        empty=_("Anda tidak mempunyai draf."),
    )


def returned_mark(article: Any) -> str:
    return _("dikembalikan") if article.last_act == "return" else ""


def stale_translations() -> Board:
    """Among the translations that were edited last; older ones show on the form of their release."""
    ready = Article.objects.filter(english_ready=True).exclude(english_source="")
    names = ("title", "lead", "body", "english_ready", "english_source", "updated_at")
    stale = filter(english.is_stale, ready.only(*names)[:TRANSLATIONS])
    return Board(
        heading=_("Teks Inggris tertinggal"),
        lines=[line(a, edited(a)) for a in islice(stale, MOST)],
        query="",
        empty=_("Tidak ada teks Inggris yang tertinggal."),
    )


def only_titles(articles: QuerySet[Article]) -> QuerySet[Article]:
    return articles.only("title", "updated_at")


def edited(article: Article) -> str:
    return _("disunting %s") % moment(article.updated_at)
