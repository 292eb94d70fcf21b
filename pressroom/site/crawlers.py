"""Addresses that machines look for at the root of the site, in no language."""

from django.contrib.sitemaps import views
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path, reverse
from django.views.decorators.http import require_safe

from pressroom.site.sitemaps import SITEMAPS


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    lines = ["User-agent: *", "Disallow: /admin/", "", f"Sitemap: {sitemap}"]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Asked for by browsers and readers of feeds that have read no page."""
    return redirect(static("site/favicon.svg"))


urlpatterns = [
    path("favicon.ico", favicon, name="favicon"),
    path("robots.txt", robots, name="robots"),
    path(
        "sitemap.xml",
        views.index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-section"},
        name="sitemap",
    ),
    path("sitemap-<section>.xml", views.sitemap, {"sitemaps": SITEMAPS}, name="sitemap-section"),
]
