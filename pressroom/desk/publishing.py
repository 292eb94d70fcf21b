"""The desk's "Terbitkan": asks why nobody else has looked, and hands over to `articles.publishing`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.english import is_stale
from articles.models import Article, Edition
from articles.publishing import PublishingError, publish

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

REPUBLICATIONS = [
    (Edition.Kind.UPDATE, gettext_lazy("Pembaruan: pembaca diberi tahu, tanggal siaran bergerak")),
    (Edition.Kind.MINOR, gettext_lazy("Perbaikan kecil: tanpa catatan, tanggal tetap")),
    (Edition.Kind.TRANSLATION, gettext_lazy("Terjemahan: teks Inggris menyusul")),
]


class PublishForm(forms.Form):
    """What a first edition asks."""

    reason = forms.CharField(
        label=gettext_lazy("Alasan menerbitkan tanpa persetujuan orang kedua"),
        help_text=gettext_lazy("Tersimpan untuk selamanya dalam catatan edisi."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RepublishForm(PublishForm):
    """What every later edition asks; which answers go together is for `articles.publishing` to say."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Jenis penerbitan"), choices=REPUBLICATIONS, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=gettext_lazy("Catatan bagi pembaca"),
        help_text=gettext_lazy("Wajib untuk pembaruan."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    note_en = forms.CharField(
        label=gettext_lazy("Catatan bagi pembaca (Inggris)"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def may_publish(desk: ModelAdmin, request: HttpRequest, article: Article) -> bool:
    return desk.has_change_permission(request, article) and request.user.has_perm("articles.publish_article")


def publish_page(desk: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponseBase:
    """Ask, then publish; what speaks against it is shown on the page, with everything that was typed."""
    article = get_object_or_404(Article, pk=pk)
    if not may_publish(desk, request, article):
        raise PermissionDenied
    form_class = RepublishForm if article.editions.exists() else PublishForm
    form = form_class(request.POST or None)
    if form.is_valid() and (edition := published(article, request, form)):
        desk.log_change(request, article, _("Terbit sebagai edisi %d.") % edition.number)
        messages.success(request, _("Siaran sudah terbit: “%s”.") % article)
        return redirect("admin:articles_article_change", article.pk)
    context = {**page_context(desk, request, article), "form": form}
    return TemplateResponse(request, "admin/articles/article/publish.html", context)


def published(article: Article, request: HttpRequest, form: forms.Form) -> Edition | None:
    """The new edition, or None with the reasons on the form."""
    try:
        return publish(article, by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
    except PublishingError as objections:
        form.add_error(None, objections)
        return None


def page_context(desk: ModelAdmin, request: HttpRequest, article: Article) -> dict[str, Any]:
    return {
        **desk.admin_site.each_context(request),
        "title": _("Terbitkan siaran"),
        "opts": desk.opts,
        "original": article,
        "english_is_stale": is_stale(article),
        "media": desk.media,
    }
