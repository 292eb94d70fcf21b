"""Public pages as somebody without an account would get them, from wherever the database stands now."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from urllib.parse import urlsplit

from django.contrib.auth.models import AnonymousUser
from django.core.handlers.exception import response_for_exception
from django.core.handlers.wsgi import WSGIRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import resolve, reverse
from django.utils import timezone

from articles.models import EditionText, Revision
from articles.rehearsal import rehearsal, show
from pressroom.core.page import in_language

# What tells one reader from another; none of it goes along.
PERSONAL = ("HTTP_COOKIE", "HTTP_AUTHORIZATION", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE")


def render(request: HttpRequest, paths: Sequence[str], language: str) -> list[HttpResponse]:
    """The answers that anonymous readers in that language get at these paths, as finished responses.

    A path may carry a query ("/cari/?q=damai") and belong to the site, a feed or the API; the host is that of
    `request`. An address that leads nowhere answers 404. Middleware is left out. Called inside
    `articles.rehearsal.rehearsal()`, it shows what readers would get had the acts before it been done:

        with rehearsal():
            workflow.perform("withdraw", article, by=user, note=…)
            page, row = render(request, ["/siaran-pers/kunjungan/", "/api/v1/changes/?since=41"], "id")
    """
    with in_language(language):
        return [answer(anonymous(request, path, language)) for path in paths]


def anonymous(request: HttpRequest, path: str, language: str) -> WSGIRequest:
    """A GET of the same host by nobody in particular."""
    asked = urlsplit(path)
    environ = {name: value for name, value in request.META.items() if name not in PERSONAL}
    environ |= {"REQUEST_METHOD": "GET", "CONTENT_LENGTH": "", "CONTENT_TYPE": "", "SCRIPT_NAME": ""}
    environ |= {"PATH_INFO": asked.path.encode().decode("latin-1"), "QUERY_STRING": asked.query}
    environ |= {"wsgi.input": BytesIO(), "wsgi.url_scheme": request.scheme}
    reader = WSGIRequest(environ)
    reader.user = AnonymousUser()
    reader.LANGUAGE_CODE = language
    return reader


def answer(request: WSGIRequest) -> HttpResponse:
    try:
        match = request.resolver_match = resolve(request.path_info)
        response = match.func(request, *match.args, **match.kwargs)
    except Http404 as error:
        response = response_for_exception(request, error)
    return response.render() if hasattr(response, "render") else response


def page_of(
    request: HttpRequest, revision: Revision, language: str
) -> tuple[HttpResponse | None, dict[str, str]]:
    """The page of a revision had it just been published, and its addresses by language.

    There is no page where the revision has no text in that language.
    """
    with rehearsal():
        show(revision, language)
        texts = EditionText.objects.current().filter(article=revision.article_id)
        addresses = {code: address(code, slug) for code, slug in texts.values_list("language", "slug")}
        page = render(request, [addresses[language]], language)[0] if language in addresses else None
    return page, addresses


def was_public(revision: Revision) -> bool:
    """Readers have, or had, exactly this text."""
    return revision.editions.standing().filter(public_from__lte=timezone.now()).exists()


def address(language: str, slug: str) -> str:
    with in_language(language):
        return reverse("site:release", args=[slug])
