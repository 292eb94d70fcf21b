"""Every route of the URLconf, with the addresses under which it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

LANGUAGES = [code for code, _name in settings.LANGUAGES]
# What the desk makes for every model by itself; each is asked for the oldest and for the newest row.
OF_A_ROW = ("change", "delete", "history")
OF_A_MODEL = ("changelist", "add")


def routes(patterns: list | None = None, spaces: str = "", path: str = "") -> Iterator[str]:
    """The name of every route, such as "site:release"; of those without one, the pattern."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        where = f"{path}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            inner = f"{spaces}{pattern.namespace}:" if pattern.namespace else spaces
            yield from routes(pattern.url_patterns, inner, where)
        elif isinstance(pattern, URLPattern):
            yield f"{spaces}{pattern.name}" if pattern.name else where


def routes_of_models() -> dict[str, tuple[Any, str]]:
    """Routes that the desk has for each of its models, with the model and the page."""
    return {
        f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}": (model, page)
        for model in admin.site._registry
        for page in (*OF_A_ROW, *OF_A_MODEL)
    }


def address(route: str, *args: Any) -> str:
    return reverse(route, args=args)


def in_every_language(route: str, *args: Any) -> list[str]:
    found = []
    for language in LANGUAGES:
        with override(language):
            found.append(reverse(route, args=args))
    return found


def desk_of_models() -> dict[str, list[str]]:
    """The addresses of each route that the desk makes by itself."""
    found = {
        route: [address(route)] if page in OF_A_MODEL else [address(route, pk) for pk in ends_of(model)]
        for route, (model, page) in routes_of_models().items()
    }
    for model in admin.site._registry:
        start = f"admin/{model._meta.app_label}/{model._meta.model_name}/"
        found[f"{start}<path:object_id>/"] = [f"/{start}{pk}/" for pk in ends_of(model)]
    return found


def ends_of(model: Any) -> list[Any]:
    """The oldest and the newest row of a table."""
    rows = model._default_manager.order_by("pk").values_list("pk", flat=True)
    return list(dict.fromkeys([rows.first() or 1, rows.last() or 2]))
