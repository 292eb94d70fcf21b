"""The news sitemap: what was published in the last two days, in both languages, for news search engines.

Google's rules: at most 1,000 addresses, none older than two days; an empty one is fine. A correction does not
make an old release new: the date is that of its first publication.
"""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models import EditionText
from pressroom.site.languages import address_in

LASTING = timedelta(days=2)
MOST = 1_000


@require_safe
def news_sitemap(request: HttpRequest) -> HttpResponse:
    recent = EditionText.objects.current().filter(published_at__gt=timezone.now() - LASTING)
    texts = recent.only("language", "slug", "title", "published_at").order_by("-published_at", "-id")[:MOST]
    absolute = request.build_absolute_uri
    found = [(absolute(address_in(text.language, "release", text.slug)), text) for text in texts]
    return render(request, "site/news_sitemap.xml", {"news": found}, content_type="application/xml")
