"""Where everything lives: the desk, the API, and the public site in two languages."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from pressroom.site.views.media import media

urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/v1/", include("pressroom.api.urls")),
    path("media/<path:path>", media, name="media"),
    path("pratinjau/", include("pressroom.desk.reviewers")),
    path("", include("pressroom.site.formats.urls")),
    *i18n_patterns(path("", include("pressroom.site.urls")), prefix_default_language=False),
]

handler404 = "pressroom.site.views.errors.not_found"
handler500 = "pressroom.site.views.errors.server_error"
