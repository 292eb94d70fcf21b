"""Style sheets stand in the pages themselves: a page on a slow line is seen one round trip earlier.

The content security policy allows no other style in a page than these, each by its hash.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from csp.constants import HEADER
from csp.middleware import CSPMiddleware, PolicyParts
from csp.utils import build_policy
from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

SHEETS = ("alerts", "calendar", "editions", "institution", "map", "press", "registers", "search")
SPACE = re.compile(r"(?:\s|/\*.*?\*/)+", re.DOTALL)
FILE = re.compile(r'url\("([^"/]+)"\)')


@cache
def style(name: str) -> SafeString:
    """`{{ style("press") }}`: the element with that sheet, which is one of SHEETS."""
    return mark_safe(f"<style>{rules(name)}</style>")


@cache
def rules(name: str) -> str:
    """The sheet without comments and superfluous space; the files that it names by their addresses."""
    source = Path(str(finders.find(f"site/{name}.css"))).read_text()
    return FILE.sub(lambda file: f'url("{static(f"site/{file[1]}")}")', SPACE.sub(" ", source).strip())


@cache
def hashes() -> tuple[str, ...]:
    """Every sheet as a source expression of the policy (CSP Level 3, section 2.3.1)."""
    digests = (sha256(rules(name).encode()).digest() for name in SHEETS)
    return tuple(f"'sha256-{b64encode(digest).decode()}'" for digest in digests)


class PolicyMiddleware(CSPMiddleware):
    """Allows the sheets of readers' pages besides what the settings allow."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if settings.DEBUG or is_special(request, response):
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, policy())
        return response

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        return parts if report_only else replace(parts, update={**ours(), **(parts.update or {})})


def is_special(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether a page of the desk has asked for a nonce, or for more than others have."""
    return hasattr(request, "_csp_nonce") or any(name.startswith("_csp") for name in vars(response))


@cache
def policy() -> str:
    """What every other answer says: composing it takes as long as a query."""
    return build_policy(update=ours())


def ours() -> dict[str, tuple[str, ...]]:
    return {"style-src": hashes()}
