"""One address for every pattern of the URLconf, filled with names that nothing has."""

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RegexPattern, RoutePattern
from django.utils.translation import override

FILLED = {"slug": "tiada", "str": "tiada", "path": "images/tiada.webp", "int": "1", "uuid": str(UUID(int=1))}
CONVERTER = re.compile(r"<(?:(\w+):)?\w+>")
# What the patterns of Django REST framework ask for.
GROUP = re.compile(r"\(\?P<\w+>[^()]*\)")


def every_address(language: str = "id") -> list[str]:
    with override(language):
        return ["/" + address for address in addresses(get_resolver())]


def addresses(resolver: URLResolver) -> Iterator[str]:
    for entry in resolver.url_patterns:
        start = filled(entry.pattern)
        if isinstance(entry, URLPattern):
            yield start
        else:
            yield from (start + rest for rest in addresses(entry))


def filled(pattern: Any) -> str:
    if isinstance(pattern, LocalePrefixPattern):
        return pattern.language_prefix
    if isinstance(pattern, RoutePattern):
        return CONVERTER.sub(lambda found: FILLED[found[1] or "str"], str(pattern))
    assert isinstance(pattern, RegexPattern)
    return GROUP.sub("tiada", str(pattern)).replace(".+", "tiada").strip("^$").replace("\\.", ".")
