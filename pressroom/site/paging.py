"""Pages of a list: keyset paging behind a query parameter."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from pressroom.core.keyset import CursorError, Page, paginate

SIZE = 20
CURSORS = ("cursor", "upcoming")


def page_of(
    request: HttpRequest, queryset: QuerySet, *keys: str, parameter: str = "cursor", size: int = SIZE
) -> Page:
    """The page that the request asks for; a cursor that was not made by us is a page that does not exist."""
    try:
        return paginate(queryset, keys=keys, cursor=request.GET.get(parameter), size=size)
    except CursorError as error:
        raise Http404(str(error)) from error
