"""Preview at the desk: any revision as readers would get it, and the links that show it to outsiders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from csp.constants import SELF
from csp.decorators import csp_replace, csp_update
from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST

from articles import sharing
from articles.models import Article, EditionText, PreviewLink, Revision
from articles.rehearsal import rehearsal, show
from articles.revisions import newest_of
from pressroom.core.page import in_language
from pressroom.desk.banners import with_banner
from pressroom.desk.locks import one_writer
from pressroom.desk.numbers import typed_number
from pressroom.desk.reach import changeable, viewable
from pressroom.desk.rehearsing import page_of, was_public
from pressroom.desk.reviews import answers_to, shares
from pressroom.desk.revisions import render, stamp

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

WIDTHS = {360: gettext_lazy("Telepon"), 1280: gettext_lazy("Komputer")}
LANGUAGES = {"id": gettext_lazy("Indonesia"), "en": gettext_lazy("Inggris")}
# As many revisions as the list on the page offers.
OFFERED = 100


class ShareForm(forms.ModelForm):
    """Who is to read the revision, and for how long."""

    hours = forms.IntegerField(
        label=gettext_lazy("Berlaku (jam)"),
        initial=sharing.USUAL,
        min_value=sharing.SHORTEST,
        max_value=sharing.LONGEST,
    )

    class Meta:
        model = PreviewLink
        fields = ("reviewer",)


def urls(desk: ModelAdmin) -> list[URLPattern]:
    def page(view: Any) -> Any:
        return desk.admin_site.admin_view(lambda request, **kwargs: view(desk, request, **kwargs))

    with_frame = csp_update({"frame-src": [SELF]})
    in_frame = csp_replace({"frame-ancestors": [SELF]})
    start, name = "<int:pk>/preview/", "articles_article"
    return [
        path(start, with_frame(page(preview_page)), name=f"{name}_preview"),
        path(f"{start}share/", with_frame(require_POST(page(share_page))), name=f"{name}_share"),
        path(f"{start}revoke/<int:link>/", require_POST(page(revoke_page)), name=f"{name}_revoke"),
        path(
            f"{start}<int:number>/<str:language>/",
            xframe_options_sameorigin(in_frame(page(frame))),
            name=f"{name}_preview_frame",
        ),
    ]


def preview_page(desk: ModelAdmin, request: HttpRequest, pk: int, **more: Any) -> HttpResponseBase:
    """The revision asked for, else the newest one, with what speaks against publishing it."""
    article = viewable(desk, request, pk)
    asked = request.POST if request.method == "POST" else request.GET
    revision = revision_asked(article, asked.get("revision", ""))
    language = asked["language"] if asked.get("language") in LANGUAGES else "id"
    width = 1280 if asked.get("width") == "1280" else 360
    context = {
        "revision": revision,
        "revisions": offered(article),
        "language": language,
        "languages": LANGUAGES,
        "width": width,
        "widths": WIDTHS,
        **(shown(revision, language) if revision else {}),
        "links": shares(article),
        "said": answers_to(article),
        "may_share": desk.has_change_permission(request, article),
        "form": ShareForm(),
        **more,
    }
    return render(desk, request, article, "preview", _("Pratinjau"), context)


def offered(article: Article) -> list[tuple[int, str]]:
    """The newest revisions to choose from, each with who stored it and when."""
    revisions = article.revisions.select_related("author").defer("document")
    return [(revision.number, stamp(revision)) for revision in revisions[:OFFERED]]


def revision_asked(article: Article, number: str) -> Revision | None:
    """None only where nothing was ever stored."""
    if not number:
        return newest_of(article)
    return get_object_or_404(article.revisions, number=typed_number(number))


def shown(revision: Revision, language: str) -> dict[str, Any]:
    with rehearsal():
        missing = show(revision, language)
        texts = EditionText.objects.current().filter(article=revision.article_id, language=language)
        return {"missing": missing, "has_page": texts.exists()}


def frame(desk: ModelAdmin, request: HttpRequest, pk: int, number: int, language: str) -> HttpResponseBase:
    """The public page of a revision as it would be, for the frame in the page above."""
    article = viewable(desk, request, pk)
    revision = get_object_or_404(article.revisions, number=number)
    page, _addresses = page_of(request, revision, language)
    if page is None:
        raise Http404
    context = {"revision": revision, "was_public": was_public(revision)}
    with in_language(language):
        response = HttpResponse(with_banner(request, page, context))
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def share_page(desk: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponseBase:
    """Make a link, and show its address this once."""
    article = changeable(desk, request, pk)
    form, made = ShareForm(request.POST), ""
    revision = revision_asked(article, request.POST.get("revision", ""))
    if revision and form.is_valid():
        token = shared(request, revision, form)
        made = request.build_absolute_uri(reverse("preview", args=[token])) if token else ""
    return preview_page(desk, request, pk, form=ShareForm() if made else form, made=made)


def shared(request: HttpRequest, revision: Revision, form: ShareForm) -> str:
    """The token of a new link, or "" with the reason on the form."""
    try:
        with one_writer(request):
            return sharing.share(revision, by=request.user, **form.cleaned_data)[1]  # type: ignore[arg-type]
    except forms.ValidationError as refusal:
        form.add_error(None, refusal)
        return ""


def revoke_page(desk: ModelAdmin, request: HttpRequest, pk: int, link: int) -> HttpResponseBase:
    article = changeable(desk, request, pk)
    found = get_object_or_404(article.preview_links, pk=link)
    with one_writer(request):
        sharing.revoke(found, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("Tautan untuk %s tidak berlaku lagi.") % found)
    return redirect("admin:articles_article_preview", pk)
