"""Files that machines look for by their names: robots.txt, security.txt (RFC 9116), the icon."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from pressroom.site.formats.moments import utc

PLAIN = "text/plain; charset=utf-8"
# RFC 9116 advises less than a year. Counted from the first of the month, so that the file changes once in it.
VALID = timedelta(days=180)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    maps = [request.build_absolute_uri(reverse(name)) for name in ("sitemap", "sitemap-news")]
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /pratinjau/", ""]
    return HttpResponse("\n".join([*lines, *(f"Sitemap: {one}" for one in maps), ""]), content_type=PLAIN)


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a weakness; a 404 where the agency has named nobody, as RFC 9116 demands a contact."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    lines = [
        *(f"Contact: {as_uri(contact)}" for contact in settings.SECURITY_CONTACT),
        f"Expires: {utc(expiry(timezone.now()))}",
        "Preferred-Languages: id, en",
        f"Canonical: {request.build_absolute_uri(request.path)}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type=PLAIN)


def as_uri(contact: str) -> str:
    """RFC 9116 takes addresses only: a bare e-mail address gets its scheme."""
    return contact if ":" in contact else f"mailto:{contact}"


def expiry(now: datetime) -> datetime:
    return now.replace(day=1, hour=0, minute=0, second=0, microsecond=0) + VALID


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Asked for by browsers and readers of feeds that have read no page."""
    return redirect(static("site/favicon.ico"))
