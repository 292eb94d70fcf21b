"""Where pages lead: to pages of this site in the reader's language, to this list in another state."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from pressroom.core.dates.days import interface_language
from pressroom.core.kept import kept_for_generation
from pressroom.site.asking import Question
from pressroom.site.paths import path_to
from pressroom.site.searching.narrowing import Narrowing, narrowing


def to(name: str, *args: str) -> str:
    """`{{ to("topic", slug) }}`: the path of a page of the site in the reader's language."""
    return path_to(interface_language(), name, *args)


def also(request: HttpRequest, **changed: str | None) -> str:
    """What is asked of this page as the end of an address, with some values changed and None dropped."""
    asked = request.GET.copy()
    for name, value in changed.items():
        if value is None:
            asked.pop(name, None)
        else:
            asked[name] = value
    return f"?{asked.urlencode()}"


@kept_for_generation
def narrowing_of(question: Question) -> Narrowing:
    """By what a list of all that answers can be narrowed."""
    return narrowing(question, interface_language())


def host_of(request: HttpRequest) -> str:
    """The host that the page was asked from, without its port."""
    return request.get_host().partition(":")[0]


def is_official(host: str) -> bool:
    """Whether it is the agency's own, as `AGENCY_DOMAIN` says."""
    return host.endswith(settings.AGENCY["domain"])
