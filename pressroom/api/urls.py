"""The addresses of the partner API, version 1."""

from django.urls import path, re_path
from rest_framework.routers import SimpleRouter

from pressroom.api.views import agreements, changes, docs, embargoed, entities, index, releases

app_name = "api"

router = SimpleRouter()
router.register("releases", releases.Releases, "releases")
router.register("quotes", releases.Quotes, "quotes")
router.register("people", entities.People, "people")
router.register("organizations", entities.Organizations, "organizations")
router.register("posts", entities.Posts, "posts")
router.register("appointments", entities.Appointments, "appointments")
router.register("countries", entities.Countries, "countries")
router.register("topics", entities.Topics, "topics")
router.register("agreements", agreements.Agreements, "agreements")
router.register("instruments", agreements.Instruments, "instruments")
router.register("events", agreements.Events, "events")

urlpatterns = [
    path("", index.Index.as_view(), name="index"),
    path("changes/", changes.Changes.as_view(), name="changes"),
    path("embargoed/", embargoed.Embargoed.as_view({"get": "list"}), name="embargoed-list"),
    path("embargoed/<uuid:id>/", embargoed.Embargoed.as_view({"get": "retrieve"}), name="embargoed-detail"),
    path(
        "embargoed/<uuid:id>/images/<int:number>/",
        embargoed.Embargoed.as_view({"get": "image"}),
        name="embargoed-image",
    ),
    path("openapi.json", docs.OpenApiDocument.as_view(), name="openapi"),
    path("docs/", docs.Docs.as_view(), name="docs"),
    *router.urls,
    # Without the closing slash, so that a forgotten one is still mended by a redirect.
    re_path(r"^.+/$", index.Nowhere.as_view()),
]
