"""Addresses that machines look for at the root of the site, in no language."""

from django.contrib.sitemaps import views
from django.urls import path

from pressroom.site.formats.news import news_sitemap
from pressroom.site.formats.oembed import oembed
from pressroom.site.formats.sitemaps import SITEMAPS
from pressroom.site.formats.well_known import favicon, robots, security

urlpatterns = [
    path("favicon.ico", favicon, name="favicon"),
    path("robots.txt", robots, name="robots"),
    path(".well-known/security.txt", security, name="security"),
    path("oembed/", oembed, name="oembed"),
    path(
        "sitemap.xml",
        views.index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-section"},
        name="sitemap",
    ),
    path("sitemap-news.xml", news_sitemap, name="sitemap-news"),
    path("sitemap-<section>.xml", views.sitemap, {"sitemaps": SITEMAPS}, name="sitemap-section"),
]
