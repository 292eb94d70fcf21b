"""The page on which something is described: its language, its addresses, what the view has read for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from pressroom.site.languages import address_in, asked_in

Node = dict[str, Any]


# Stands for the slug in an address that is asked for once, however many things have one like it.
SLUG = "0-0"


@dataclass(frozen=True)
class Here:
    request: HttpRequest
    language: str
    context: dict[str, Any]
    known: dict[str, str] = field(default_factory=dict)

    def absolute(self, path: str) -> str:
        """Paths of ours begin at the root."""
        return self.remembered("", lambda: f"{self.request.scheme}://{self.request.get_host()}") + path

    def page(self, name: str, slug: str = "") -> str:
        """The absolute address of a page in the language of this one."""
        args = [SLUG] if slug else []
        path = self.remembered(name, lambda: address_in(self.language, name, *args))
        return self.absolute(path.replace(SLUG, slug) if slug else path)

    def remembered(self, key: str, found: Callable[[], str]) -> str:
        """Composing an address costs more than all that is said of a thing."""
        if key not in self.known:
            self.known[key] = found()
        return self.known[key]

    @property
    def own(self) -> str:
        """The absolute address of this page, with the question that it answers."""
        return self.absolute(self.request.path + asked_in(self.request))

    @property
    def agency(self) -> str:
        """The identity of the agency, one for both languages."""
        home = self.remembered("agency", lambda: address_in("id", "home"))
        return f"{self.absolute(home)}#lembaga"


def pruned(node: Node) -> Node:
    """Without what is not known: nothing is better than an empty word."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}
