"""The list of releases: how each stands, filters by it, and the acts that can be done to several at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.models import Article
from articles.overview import standing_of
from articles.standing import OF_KIND, Standing
from articles.transitions import TABLE, Transition
from articles.workflow import perform
from pressroom.desk.acts import IN_ONE_STEP, READ_FIRST
from pressroom.desk.moments import both_clocks

Choices = list[tuple[str, Any]]


class StandingFilter(admin.SimpleListFilter):
    title = gettext_lazy("di mata publik")
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return list(Standing.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == Standing.UNPUBLISHED:
            return queryset.filter(public_kind=None)
        kinds = [kind for kind, standing in OF_KIND.items() if standing == self.value()]
        return queryset.filter(public_kind__in=kinds) if kinds else queryset


class WaitingFilter(admin.SimpleListFilter):
    """What somebody or something is waited for."""

    title = gettext_lazy("yang ditunggu")
    parameter_name = "waiting"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [("owed", _("Menunggu persetujuan susulan")), ("due", _("Menunggu waktu terbit"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        match self.value():
            case "owed":
                return queryset.filter(is_owed=True)
            case "due":
                return queryset.filter(due__isnull=False)
        return queryset


class StandingColumns:
    """Columns of rows that `overview.with_standing` fetched."""

    @admin.display(description=gettext_lazy("di mata publik"))
    def standing(self, row: Any) -> SafeString | str:
        label = standing_of(row).label
        if not row.is_owed:
            return str(label)
        alarm = '{} <strong class="owed"><span aria-hidden="true">⚠</span> {}</strong>'
        return format_html(alarm, label, _("menunggu persetujuan susulan"))

    @admin.display(description=gettext_lazy("terjadwal"), empty_value="–", ordering="due")
    def scheduled(self, row: Any) -> SafeString | str | None:
        if row.due is None:
            return None
        written = both_clocks(row.due, exact=True)
        return format_html("{} · {}", written, _("akses awal")) if row.due_early else written


def offered() -> Iterator[Transition]:
    """Acts that nobody outside notices, that need no answer, and no reading of the text beforehand."""
    return (one for one in TABLE if one.act in IN_ONE_STEP - READ_FIRST and not one.needs)


def actions(request: HttpRequest) -> dict[str, tuple[Callable[..., None], str, str]]:
    """As `ModelAdmin.get_actions` gives them, for what this person may."""
    user: Any = request.user
    allowed = [one for one in offered() if user.has_perm(one.permission)]
    return {one.act: (action_of(one), one.act, str(one.label)) for one in allowed}


def action_of(transition: Transition) -> Callable[..., None]:
    def act(desk: Any, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        done = sum(done_to(transition, request, article) for article in queryset)
        if done:
            sentence = ngettext("%(act)s: %(n)d siaran.", "%(act)s: %(n)d siaran.", done)
            messages.success(request, sentence % {"act": transition.label, "n": done})

    return act


def done_to(transition: Transition, request: HttpRequest, article: Article) -> bool:
    """Each release by itself: one that refuses says why, and the others go on."""
    user: Any = request.user
    try:
        perform(transition.act, article, by=user)
    except ValidationError as refusal:
        messages.error(request, f"“{article}”: {' '.join(refusal.messages)}")
        return False
    return True
