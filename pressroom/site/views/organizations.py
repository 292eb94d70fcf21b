from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.models import Agreement, AgreementParty
from entities.models import Organization, OrganizationName, PersonHonorific, Post
from pressroom.core.dates.days import interface_language
from pressroom.site import reading
from pressroom.site.charts.timeline import Axis, axis_of
from pressroom.site.merged import standing_in_for
from pressroom.site.paging import page_of
from pressroom.site.registers.coverage import coverage
from pressroom.site.registers.holders import Holding, held, succession
from pressroom.site.registers.names import LETTERS, asked, countries_of, has_blanks
from pressroom.site.sources import sources_of_one

# Holders of each post; beyond that the older ones are not shown, and no gap between them is certain.
HOLDERS = 30
# How far up the line of parents is followed.
LINE = ("parent", "parent__parent", "parent__parent__parent")


@require_safe
def organizations(request: HttpRequest) -> HttpResponseBase:
    question = asked(request.GET)
    if has_blanks(request.GET):
        return redirect(request.path + question.query())
    listed = Organization.objects.visible().standing()
    rows = question.organizations(listed).select_related("country", "host_country")
    context = {
        "question": question,
        "page": page_of(request, rows, "name", "id"),
        "letters": LETTERS,
        "all_letters": request.path + question.query(letter=None),
        "kinds": Organization.Kind.choices,
        "countries": countries_of(listed, "country"),
    }
    return render(request, "site/organizations.html", context)


@require_safe
def organization(request: HttpRequest, slug: str) -> HttpResponse:
    known = Organization.objects.visible().select_related("country", "host_country", "merged_into", *LINE)
    shown = get_object_or_404(known, slug=slug)
    if not shown.stands():
        return redirect("site:organization", standing_in_for(shown).slug, permanent=True)
    language, keys = interface_language(), shown.known_keys()
    axis, posts = held_posts(keys)
    children = Organization.objects.visible().standing().filter(parent__in=keys)
    context = {
        "organization": shown,
        "parents": parents_of(shown),
        "children": children[: reading.SHOWN],
        "names": OrganizationName.objects.visible().filter(organization__in=keys)[: reading.SHOWN],
        "axis": axis,
        "posts": posts,
        "agreements": agreements_of(keys),
        "events": reading.events_with(organization__in=keys),
        "coverage": coverage("organization", shown.slug, keys),
        "sources": sources_of_one("organization", keys, language),
        "limit": reading.SHOWN,
    }
    return render(request, "site/organization.html", context)


def parents_of(organization: Organization) -> list[Organization]:
    """The line of public parents, the highest first; it ends below one that nobody outside knows."""
    line: list[Organization] = []
    for _step in LINE:
        parent = (line[0] if line else organization).parent
        if parent is None or not parent.is_visible():
            break
        line.insert(0, parent)
    return line


def held_posts(organizations: list[int]) -> tuple[Axis | None, list[tuple[Post, list[Holding]]]]:
    """Each post with its holders and vacancies over time, all on one axis; None where no date is known."""
    today, posts = timezone.localdate(), list(posts_of(organizations))
    axis = axis_of((one.span for post in posts for one in post.held), today)
    return axis, [(post, holdings(post, axis)) for post in posts]


def holdings(post: Any, axis: Axis | None) -> list[Holding]:
    if len(post.held) == HOLDERS:
        return [held(one, axis) for one in post.held]
    return succession(post.held, axis, timezone.localdate())


def posts_of(organizations: list[int]) -> QuerySet[Any]:
    titles = PersonHonorific.objects.visible().select_related("honorific")
    people = Prefetch("person__honorifics", queryset=titles)
    holders = reading.appointments().prefetch_related(people)[:HOLDERS]
    posts = Post.objects.visible().filter(organization__in=organizations)
    return posts.prefetch_related(Prefetch("appointments", queryset=holders, to_attr="held"))[: reading.SHOWN]


def agreements_of(organizations: list[int]) -> QuerySet[Agreement]:
    parties = AgreementParty.objects.public().filter(organization__in=organizations)
    agreements = Agreement.objects.visible().with_standing().filter(pk__in=parties.values("agreement"))
    return agreements[: reading.SHOWN]
