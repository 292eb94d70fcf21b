"""The history of a working copy at the desk: what changed between any two revisions, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from articles.comparing import compare
from articles.documents import working_copy
from articles.models import Article, Revision
from articles.restoring import restore
from articles.revisions import folded
from pressroom.desk.locks import one_writer
from pressroom.desk.numbers import typed_number
from pressroom.desk.reach import changeable, viewable
from pressroom.desk.readable import Names, Section, full_name, moment, references, sections
from pressroom.desk.versions import is_stale, last_change

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

# Revisions on one page of the history, without their documents; autosaves fold into far fewer rows.
PAGE = 500


@dataclass(frozen=True)
class HistoryRow:
    """One line of the history: a save, or autosaves that one editor made in a row."""

    number: int
    first: int
    who: str
    when: str
    note: str
    editions: tuple[int, ...]


def urls(desk: ModelAdmin) -> list[URLPattern]:
    def page(view: Any) -> Any:
        return desk.admin_site.admin_view(lambda request, **kwargs: view(desk, request, **kwargs))

    return [
        path("<int:pk>/revisions/", page(history_page), name="articles_article_revisions"),
        path("<int:pk>/compare/", page(compare_page), name="articles_article_compare"),
        path("<int:pk>/restore/<int:number>/", page(restore_page), name="articles_article_restore"),
    ]


def history_page(desk: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponseBase:
    article = viewable(desk, request, pk)
    revisions = article.revisions.select_related("author").defer("document").order_by("-number")
    if before := typed_number(request.GET.get("before", "")):
        revisions = revisions.filter(number__lt=before)
    page = list(revisions[: PAGE + 1])
    rows = history_rows(article, page[:PAGE])
    context = {
        "rows": rows,
        "older": page[PAGE - 1].number if len(page) > PAGE else None,
        "newest": article.revisions.order_by("-number").values_list("number", flat=True).first(),
        "may_restore": desk.has_change_permission(request, article),
    }
    return render(desk, request, article, "revisions", _("Riwayat naskah"), context)


def history_rows(article: Article, revisions: Sequence[Revision]) -> list[HistoryRow]:
    published: dict[int, list[int]] = {}
    for revision, number in article.editions.order_by("number").values_list("revision_id", "number"):
        published.setdefault(revision, []).append(number)
    return [
        HistoryRow(
            number=group[0].number,
            first=group[-1].number,
            who=full_name(group[0].author),
            when=moment(group[0].at),
            note=_("Tersimpan otomatis") if group[0].autosave else group[0].note,
            editions=tuple(sorted(n for revision in group for n in published.get(revision.pk, ()))),
        )
        for group in folded(revisions)
    ]


def compare_page(desk: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponseBase:
    """Any two revisions, the older one on the left; without numbers the newest and the one before it."""
    article = viewable(desk, request, pk)
    old, new = asked_for(article, request.GET.get("from", ""), request.GET.get("to", ""))
    differences = changes_between(desk, request, old.document, new.document)
    stamps = {"old_stamp": stamp(old), "new_stamp": stamp(new)}
    context = {"old": old, "new": new, "sections": differences, **stamps}
    title = _("Revisi %(old)d dan %(new)d") % {"old": old.number, "new": new.number}
    return render(desk, request, article, "compare", title, context)


def stamp(revision: Revision) -> str:
    return ", ".join(filter(None, [full_name(revision.author), moment(revision.at)]))


def asked_for(article: Article, first: str, second: str) -> tuple[Revision, Revision]:
    if any(number and typed_number(number) is None for number in (first, second)):
        raise Http404
    revisions = article.revisions.select_related("author").order_by("-number")
    new = revisions.filter(number=int(second)).first() if second else revisions.first()
    earlier = revisions.filter(number__lt=new.number) if new else revisions
    old = revisions.filter(number=int(first)).first() if first else earlier.first() or new
    if old is None or new is None:
        raise Http404
    return (old, new) if old.number <= new.number else (new, old)


def changes_between(desk: ModelAdmin, request: HttpRequest, old: Any, new: Any) -> list[Section]:
    """What differs between two documents; for `admin/articles/article/_comparison.html`."""
    names = Names(desk, request, [*references(old), *references(new)])
    return sections(compare(old, new, names.show), names)


def restore_page(desk: ModelAdmin, request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    """Show what would change, then put the revision back as a new save."""
    with one_writer(request):
        article = changeable(desk, request, pk)
        revision = get_object_or_404(article.revisions.select_related("author"), number=number)
        if request.method == "POST" and not is_stale(article, request.POST):
            return restored(desk, request, article, revision)
    overtaken = last_change(article) if request.method == "POST" else ""
    differences = changes_between(desk, request, working_copy(article), revision.document)
    context = {
        "revision": revision,
        "stamp": stamp(revision),
        "sections": differences,
        "overtaken": overtaken,
    }
    title = _("Pulihkan revisi %d") % revision.number
    return render(desk, request, article, "restore", title, context, status=409 if overtaken else 200)


def restored(
    desk: ModelAdmin, request: HttpRequest, article: Article, revision: Revision
) -> HttpResponseBase:
    missing = restore(article, revision, request.user)  # type: ignore[arg-type]
    done = _("Revisi %d sudah dipulihkan sebagai simpanan baru.") % revision.number
    desk.log_change(request, article, done)
    messages.success(request, done)
    for sentence in missing:
        messages.warning(request, sentence)
    return redirect("admin:articles_article_change", article.pk)


def render(
    desk: ModelAdmin,
    request: HttpRequest,
    article: Article,
    page: str,
    title: str,
    context: dict[str, Any],
    status: int = 200,
) -> HttpResponseBase:
    """A page about one article, with the frame of the desk around it."""
    frame = {**desk.admin_site.each_context(request), "title": title, "opts": desk.opts, "original": article}
    template = f"admin/articles/article/{page}.html"
    return TemplateResponse(request, template, {**frame, **context}, status=status)
