"""The addresses of one page in every language it exists in."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from pressroom.site.paging import CURSORS
from pressroom.site.paths import path_to


def address_in(language: str, name: str, *args: str) -> str:
    """The path of a page of the site in that language."""
    return path_to(language, name, *args)


def addresses_of(request: HttpRequest) -> dict[str, str]:
    """Paths by language of a page whose address differs in nothing but translation; {} for a page unknown."""
    if not request.resolver_match:
        return {}
    query = asked_in(request)
    return {code: translated(request, code) + query for code, _name in settings.LANGUAGES}


def translated(request: HttpRequest, language: str) -> str:
    """The path of this page in that language; pages of other rooms have one address for all."""
    match = request.resolver_match
    if match is None or match.namespace != "site":
        return request.path
    return path_to(language, match.url_name or "", *map(str, match.kwargs.values()))


def asked_in(request: HttpRequest) -> str:
    """The question asked (`?q=…`) without the place in a list: lists differ between languages."""
    asked = request.GET.copy()
    for parameter in CURSORS:
        asked.pop(parameter, None)
    return f"?{asked.urlencode()}" if asked else ""
