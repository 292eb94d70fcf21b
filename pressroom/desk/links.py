"""Whether the outside links of a release answer: asked on request, and never while anything waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import link_checks
from articles.checklist import outside_links
from pressroom.desk.reach import changeable
from pressroom.desk.revisions import render

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin


def urls(desk: ModelAdmin) -> list[URLPattern]:
    def view(request: HttpRequest, pk: int) -> HttpResponseBase:
        return links_page(desk, request, pk)

    return [path("<int:pk>/links/", desk.admin_site.admin_view(view), name="articles_article_links")]


def links_page(desk: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponseBase:
    """The addresses with what each last answered; a posted page asks them all first.

    Asking takes seconds, so it stands outside every lock and transaction.
    """
    article = changeable(desk, request, pk)
    addresses = outside_links(article)
    if request.method == "POST":
        asked = len(link_checks.check(addresses))
        done = ngettext("%d tautan sudah diperiksa.", "%d tautan sudah diperiksa.", asked)
        messages.success(request, done % asked)
        return redirect("admin:articles_article_links", pk)
    remembered = link_checks.remembered(addresses)
    rows = [(url, remembered.get(url)) for url in addresses]
    return render(desk, request, article, "links", _("Periksa tautan"), {"rows": rows})
