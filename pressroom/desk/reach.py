"""The release that a page of the desk is about, for whoever may have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from articles.models import Article

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin


def viewable(desk: ModelAdmin, request: HttpRequest, pk: int) -> Article:
    """Whoever may see no release at all does not learn which numbers exist."""
    if not desk.has_view_permission(request):
        raise PermissionDenied
    article = get_object_or_404(Article, pk=pk)
    if not desk.has_view_permission(request, article):
        raise PermissionDenied
    return article


def changeable(desk: ModelAdmin, request: HttpRequest, pk: int) -> Article:
    article = viewable(desk, request, pk)
    if not desk.has_change_permission(request, article):
        raise PermissionDenied
    return article
