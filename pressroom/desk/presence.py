"""Who else has this release open: a note on the form, and no lock."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.models import Article
from pressroom.desk.models import Presence
from pressroom.desk.reach import changeable
from pressroom.desk.readable import clock, full_name

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

# Whoever was not seen for this long has closed the page; it reports every thirty seconds.
GONE = timedelta(minutes=2)


def urls(desk: ModelAdmin) -> list[URLPattern]:
    @require_POST
    def view(request: HttpRequest, pk: int) -> HttpResponseBase:
        article = changeable(desk, request, pk)
        return JsonResponse({"text": report(request, article)})

    return [path("<int:pk>/presence/", desk.admin_site.admin_view(view), name="articles_article_presence")]


def report(request: HttpRequest, article: Article) -> str:
    """Note that this editor has the release open; a sentence about the others, "" where there are none."""
    now = timezone.now()
    user: Any = request.user
    here = Presence.objects.filter(article=article)
    here.filter(seen_at__lt=now - GONE).delete()
    Presence.objects.update_or_create(
        article=article,
        user=user,
        defaults={"seen_at": now},
        create_defaults={"seen_at": now, "since": now},
    )
    others = here.exclude(user=user).select_related("user").order_by("since", "pk")
    return sentence(list(others))


def sentence(others: list[Presence]) -> str:
    named = [
        _("%(who)s (sejak %(when)s)") % {"who": full_name(other.user), "when": clock(other.since)}
        for other in others
    ]
    return _("Sedang dibuka juga oleh %s.") % ", ".join(named) if named else ""
