"""The addresses of one page in every language it exists in."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import override

from pressroom.site.paging import CURSORS


def address_in(language: str, name: str, *args: str) -> str:
    """The path of a page of the site in that language."""
    with override(language):
        return reverse(f"site:{name}", args=args)


def addresses_of(request: HttpRequest) -> dict[str, str]:
    """Paths by language of a page whose address differs in nothing but translation; {} for a page unknown.

    The question asked (`?q=…`) goes along, the place in a list does not: lists differ between languages.
    """
    if not request.resolver_match:
        return {}
    asked = request.GET.copy()
    for parameter in CURSORS:
        asked.pop(parameter, None)
    query = f"?{asked.urlencode()}" if asked else ""
    return {code: translate_url(request.path, code) + query for code, _name in settings.LANGUAGES}
