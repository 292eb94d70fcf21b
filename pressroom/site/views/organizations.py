from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.models import Agreement, AgreementParty
from entities.models import Appointment, Organization, OrganizationName, Post
from pressroom.core.dates.days import interface_language
from pressroom.core.kept import kept_for_generation
from pressroom.site import reading
from pressroom.site.charts.timeline import Axis, axis_of
from pressroom.site.merged import keys_of, standing_in_for, with_absorbed
from pressroom.site.paging import page_of
from pressroom.site.prepared import Among, Given, prepared
from pressroom.site.registers.coverage import coverage
from pressroom.site.registers.holders import Holding, held, succession
from pressroom.site.registers.names import LETTERS, NameQuestion, asked, countries_of, has_blanks
from pressroom.site.registers.standing import with_standing
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
    context = {
        "question": question,
        "page": page_of(request, listed(question, timezone.now()), "name", "id"),
        "letters": LETTERS,
        "all_letters": request.path + question.query(letter=None),
        "kinds": Organization.Kind.choices,
        "countries": countries(),
    }
    return render(request, "site/organizations.html", context)


def listed(question: NameQuestion, now: datetime) -> QuerySet[Organization] | Given[Organization]:
    if question.query():
        return question.organizations(standing(now))
    return all_organizations.given(now)


def standing(now: datetime) -> QuerySet[Organization]:
    return Organization.objects.visible(now).standing(now).select_related("country")


all_organizations = prepared(standing)


@kept_for_generation
def countries() -> list[tuple[str, str]]:
    return list(countries_of(Organization.objects.visible().standing(), "country"))


@require_safe
def organization(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    shown = next(iter(organizations_at(now, slug)), None)
    if shown is None:
        raise Http404
    if not shown.stands():
        return redirect("site:organization", standing_in_for(shown).slug, permanent=True)
    language, keys = interface_language(), keys_of(shown)
    axis, posts = held_posts(now, keys)
    context = {
        "organization": shown,
        "parents": parents_of(shown),
        "children": children_of(now, keys),
        "names": names_of(now, keys),
        "axis": axis,
        "posts": posts,
        "agreements": with_standing(agreements_of(now, keys), now),
        "events": reading.events_with("organization", *keys),
        "coverage": coverage("organization", shown.slug, keys),
        "sources": sources_of_one("organization", keys, language),
        "limit": reading.SHOWN,
    }
    return render(request, "site/organization.html", context)


@prepared
def organizations_at(now: datetime, slug: str) -> QuerySet[Organization]:
    known = Organization.objects.visible(now).select_related("country", "host_country", "merged_into", *LINE)
    return with_absorbed(known.filter(slug=slug), now)


def parents_of(organization: Organization) -> list[Organization]:
    """The line of public parents, the highest first; it ends below one that nobody outside knows."""
    line: list[Organization] = []
    for _step in LINE:
        parent = (line[0] if line else organization).parent
        if parent is None or not parent.is_visible():
            break
        line.insert(0, parent)
    return line


@prepared
def children_of(now: datetime, organizations: list[int]) -> QuerySet[Organization]:
    known = Organization.objects.visible(now).standing(now)
    return known.filter(Among("parent", organizations))[: reading.SHOWN]


@prepared
def names_of(now: datetime, organizations: list[int]) -> QuerySet[OrganizationName]:
    known = OrganizationName.objects.visible(now).filter(Among("organization", organizations))
    return known[: reading.SHOWN]


def held_posts(
    now: datetime, organizations: list[int]
) -> tuple[Axis | None, list[tuple[Post, list[Holding]]]]:
    """Each post with its holders and vacancies over time, all on one axis; None where no date is known."""
    posts = posts_of(now, organizations)
    held_by = holders_of(now, [post.pk for post in posts]) if posts else []
    reading.with_honorifics([one.person for one in held_by], now)
    axis = axis_of((one.span for one in held_by), timezone.localdate())
    of_each = {post.pk: [one for one in held_by if one.post_id == post.pk] for post in posts}
    return axis, [(post, holdings(of_each[post.pk], axis)) for post in posts]


def holdings(holders: list[Appointment], axis: Axis | None) -> list[Holding]:
    if len(holders) == HOLDERS:
        return [held(one, axis) for one in holders]
    return succession(holders, axis, timezone.localdate())


@prepared
def posts_of(now: datetime, organizations: list[int]) -> QuerySet[Post]:
    return Post.objects.visible(now).filter(Among("organization", organizations))[: reading.SHOWN]


@prepared
def holders_of(now: datetime, posts: list[int]) -> QuerySet[Appointment]:
    """The last HOLDERS of each post, in the order of appointments."""
    known: Any = reading.appointments(now).filter(Among("post", posts))
    order: Any = Appointment._meta.ordering
    place = Window(RowNumber(), partition_by=[F("post")], order_by=order)
    found: QuerySet[Appointment] = known.annotate(place=place).filter(place__lte=HOLDERS)
    return found


@prepared
def agreements_of(now: datetime, organizations: list[int]) -> QuerySet[Agreement]:
    parties = AgreementParty.objects.public(now).filter(Among("organization", organizations))
    return Agreement.objects.visible(now).filter(pk__in=parties.values("agreement"))[: reading.SHOWN]
