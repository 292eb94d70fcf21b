"""Addresses of the site, each route taken apart once: a page has some seventy, and reversing each is slow."""

from __future__ import annotations

import re
from functools import cache

from django.urls import reverse

from pressroom.core.page import here, in_language

# Values that stand in an address as they are; others are left to Django, which knows how to quote them.
PLAIN = re.compile(r"[-\w]+", re.ASCII)
# A value that fits every converter that takes words, and occurs in no route.
STAND_IN = "0stand-in0"


def path_to(language: str, name: str, *args: str) -> str:
    """The path of a page of the site in that language; raises NoReverseMatch for a page that is none."""
    if len(args) > 1 or not all(isinstance(arg, str) and PLAIN.fullmatch(arg) for arg in args):
        return reversed_in(language, name, args)
    before, after = around(language, name, len(args), here().prefix)
    return f"{before}{args[0]}{after}" if args else before


@cache
def around(language: str, name: str, count: int, prefix: str) -> tuple[str, str]:
    """What stands before and after the one value of a route; the whole path and nothing where it has none."""
    path = reversed_in(language, name, (STAND_IN,) * count)
    before, _stand_in, after = path.partition(STAND_IN)
    return before, after


def reversed_in(language: str, name: str, args: tuple[str, ...]) -> str:
    with in_language(language):
        return reverse(f"site:{name}", args=args)
