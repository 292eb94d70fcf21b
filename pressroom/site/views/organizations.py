from __future__ import annotations

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from agreements.models import Agreement, AgreementParty
from entities.models import Organization, PersonHonorific, Post
from pressroom.core.dates.days import interface_language
from pressroom.site import reading
from pressroom.site.merged import standing_in_for
from pressroom.site.paging import page_of
from pressroom.site.sources import sources_of_one

HOLDERS = 10


@require_safe
def organizations(request: HttpRequest) -> HttpResponse:
    listed = Organization.objects.visible().standing().select_related("country", "host_country")
    return render(request, "site/organizations.html", {"page": page_of(request, listed, "name", "id")})


@require_safe
def organization(request: HttpRequest, slug: str) -> HttpResponse:
    known = Organization.objects.visible().select_related("country", "host_country", "parent", "merged_into")
    shown = get_object_or_404(known, slug=slug)
    if not shown.stands():
        return redirect("site:organization", standing_in_for(shown).slug, permanent=True)
    language, keys = interface_language(), shown.known_keys()
    releases = reading.speaking_of(reading.links(language), "organization", keys)
    context = {
        "organization": shown,
        "posts": posts_of(keys),
        "agreements": agreements_of(keys),
        "events": reading.events_with(organization__in=keys),
        "releases": reading.newest(releases),
        "sources": sources_of_one("organization", keys, language),
        "limit": reading.SHOWN,
    }
    return render(request, "site/organization.html", context)


def posts_of(organizations: list[int]) -> QuerySet[Post]:
    titles = PersonHonorific.objects.visible().select_related("honorific")
    people = Prefetch("person__honorifics", queryset=titles)
    holders = reading.appointments().prefetch_related(people)[:HOLDERS]
    posts = Post.objects.visible().filter(organization__in=organizations)
    return posts.prefetch_related(Prefetch("appointments", queryset=holders, to_attr="held"))[: reading.SHOWN]


def agreements_of(organizations: list[int]) -> QuerySet[Agreement]:
    parties = AgreementParty.objects.public().filter(organization__in=organizations)
    agreements = Agreement.objects.visible().with_standing().filter(pk__in=parties.values("agreement"))
    return agreements[: reading.SHOWN]
