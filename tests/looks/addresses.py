"""Which pages are looked at, by their Indonesian addresses: every one leads to its English page itself."""

from __future__ import annotations

from collections.abc import Iterator

from tests.looks.house import PHOTOGRAPHED
from tests.site.pages import AGREEMENT, PAGES, RELEASE

PHOTO = f"/siaran-pers/{PHOTOGRAPHED}/"
SEARCH = "/cari/?q=terorisme"
# Questions to the pages, and what is not there.
QUESTIONS = [
    SEARCH,
    "/cari/?q=terrorisme",
    "/cari/?q=zebra",
    "/siaran-pers/?person=eddy-hartono",
    "/perjanjian/?country=RU",
    "/agenda/?tampilan=bulan",
    "/agenda/?tampilan=bulan&bulan=2024-10",
    "/verifikasi/4F7KQ-2MXCD/",
]
MISSING = ["/tidak-ada/", "/en/tidak-ada/"]
# What Lighthouse judges.
JUDGED = {
    "home": "/",
    "release": RELEASE,
    "release with photo": PHOTO,
    "person": "/tokoh/eddy-hartono/",
    "agreement": AGREEMENT,
    "register": "/perjanjian/",
    "search": "/cari/",
    "answers": SEARCH,
}
# These say themselves that search engines should pass them by.
UNLISTED = {"answers"}


def every_address() -> list[str]:
    """Django must have been set up, on the database of the house."""
    return [*PAGES, *QUESTIONS, PHOTO, *richest(), *afterwards(), *behind_letters(), *MISSING]


def richest() -> Iterator[str]:
    """Of each kind of subject, the public one that most releases speak of."""
    from django.db.models import Count
    from django.urls import reverse

    from agreements.models import Agreement, Event
    from articles.models import EditionSubject
    from entities.models import Organization, Person, Topic

    for model in (Person, Organization, Agreement, Event, Topic):
        route = str(model._meta.model_name)
        public = model.objects.visible().values("slug")
        subjects = EditionSubject.objects.current().filter(subject_type=route, slug__in=public).values("slug")
        yield reverse(f"site:{route}", args=[subjects.annotate(n=Count("pk")).latest("n", "slug")["slug"]])


def afterwards() -> Iterator[str]:
    """A release that was corrected, with its history; one withdrawn, one killed; what their codes tell."""
    from django.urls import reverse

    from articles.models import Edition

    for kind in ("correction", "withdrawal", "kill"):
        edition = Edition.objects.filter(kind=kind).select_related("article").latest("pk")
        slug = edition.article.slug
        yield reverse("site:release", args=[slug])
        yield reverse("site:proof", args=[edition.article.proofs.earliest("pk").code])
        if kind == "correction":
            yield reverse("site:history", args=[slug])
            yield reverse("site:edition", args=[slug, edition.number])


def behind_letters() -> Iterator[str]:
    """Where the links of e-mail alerts lead: to confirm one, to manage it and to leave it; a broken link."""
    from django.urls import reverse

    from pressroom.delivery import links
    from pressroom.delivery.models import Subscription

    yield reverse("site:alerts_asked")
    yield reverse("site:alerts_leave", args=["terpotong"])
    asked = Subscription.objects.filter(confirmed_at=None).earliest("pk")
    confirmed = Subscription.objects.exclude(confirmed_at=None).earliest("pk")
    yield links.path(links.CONFIRM, asked.uid, "id")
    yield links.path(links.CONFIRM, confirmed.uid, "id")
    yield links.path(links.MANAGE, confirmed.subscriber.uid, "id")
    yield links.path(links.LEAVE, confirmed.uid, "id")
