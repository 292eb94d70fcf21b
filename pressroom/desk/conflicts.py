"""A stale save: mine, theirs and where both began, side by side; the editor chooses, and nothing is lost.

The page carries everything that was posted. What was chosen is put together to one more posted form, on top
of the newest version, which then takes the ordinary way with all its checks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.admin.utils import unquote
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.utils.translation import gettext as _

from articles.merging import Difference, Side, chosen, differences
from articles.models import Article, Image
from articles.revisions import newest_of
from pressroom.desk import posted
from pressroom.desk.posted import Part
from pressroom.desk.revisions import render
from pressroom.desk.sides import questions
from pressroom.desk.versions import SEEN, is_stale, last_change, seen_revision

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

CHOICE = "choice-"
MERGED = "merged_version"


class Conflict:
    """A posted form, and the newest version that it did not know of."""

    def __init__(self, desk: ModelAdmin, request: HttpRequest, article: Article) -> None:
        self.article, self.data = article, request.POST
        self.form = desk.get_form(request, article, change=True)(instance=article)
        self.parts = list(parts_of(desk, request, article))
        self.fresh = fresh_data(self.form, self.parts)
        base = seen_revision(article, self.data)
        document = base.document if base else None
        self.fields = self.field_differences(document)
        self.rows = {part.prefix: self.row_differences(part, document) for part in self.parts}

    def field_differences(self, document: Mapping[str, Any] | None) -> list[Difference]:
        mine, theirs = (
            posted.fields_in(type(self.form), self.article, data) for data in (self.data, self.fresh)
        )
        base = None if document is None else posted.fields_at(document, list(mine))
        return differences(base, mine, theirs)

    def row_differences(self, part: Part, document: Mapping[str, Any] | None) -> list[Difference]:
        mine, theirs = (posted.rows_in(part, data) for data in (self.data, self.fresh))
        base = posted.rows_at(document, part, image_numbers(document)) if document else None
        return differences(base, mine, theirs)

    @cached_property
    def differences(self) -> list[Difference]:
        """All of them, under names that differ between the parts."""
        rows = [
            Difference(f"{prefix}:{d.name}", d.base, d.mine, d.theirs)
            for prefix, found in self.rows.items()
            for d in found
        ]
        return [*self.fields, *rows]

    @cached_property
    def sides(self) -> dict[str, Side | None]:
        choices = {key.removeprefix(CHOICE): str(value) for key, value in self.data.items()}
        return chosen(self.differences, choices)


def settle(desk: ModelAdmin, request: HttpRequest, object_id: str | None) -> HttpResponseBase | None:
    """The page that a stale save gets. None: the form may take its way, merged as the editor chose."""
    if request.method != "POST" or object_id is None:
        return None
    article = desk.get_object(request, unquote(object_id))
    if article is None or not desk.has_change_permission(request, article):
        return None
    if not is_stale(article, request.POST):
        return None
    conflict = Conflict(desk, request, article)
    shown = request.POST.get(MERGED) == str(article.version)
    if (shown or not conflict.differences) and None not in conflict.sides.values():
        request.POST = merged(conflict)  # type: ignore[assignment]
        return None
    return conflict_page(desk, request, conflict, incomplete=shown)


def conflict_page(
    desk: ModelAdmin, request: HttpRequest, conflict: Conflict, incomplete: bool
) -> HttpResponseBase:
    carried = [
        (name, value)
        for name, values in conflict.data.lists()
        if not name.startswith(CHOICE) and name not in (MERGED, "csrfmiddlewaretoken")
        for value in values
    ]
    context = {
        "questions": questions(desk, request, conflict),
        "carried": carried,
        "overtaken": last_change(conflict.article),
        "incomplete": incomplete,
    }
    title = _("Gabungkan dua suntingan")
    return render(desk, request, conflict.article, "conflict", title, context, status=409)


def parts_of(desk: ModelAdmin, request: HttpRequest, article: Article) -> Iterator[Part]:
    for formset_class, inline in desk.get_formsets_with_inlines(request, article):
        prefix = formset_class.get_default_prefix()
        rows = inline.get_queryset(request)
        yield Part(prefix, formset_class(instance=article, prefix=prefix, queryset=rows))


def fresh_data(form: forms.ModelForm, parts: list[Part]) -> QueryDict:
    """What a browser would send that opened the form just now and touched nothing."""
    data = QueryDict(mutable=True)
    for part in parts:
        bound = [part.formset.management_form, *part.formset.initial_forms]
        for field in (field for rows in bound for field in rows):
            put(data, posted.sent(field))
    for field in form:
        put(data, posted.sent(field))
    return data


def put(data: QueryDict, values: Mapping[str, list[str]]) -> None:
    for name, found in values.items():
        data.setlist(name, found)


def image_numbers(document: Mapping[str, Any] | None) -> dict[str, int]:
    wanted = [row["sha256"] for row in posted.rows_of(document or {}, "images")]
    return dict(Image.objects.filter(sha256__in=wanted).values_list("sha256", "pk"))


def merged(conflict: Conflict) -> QueryDict:
    """The form as chosen, started from the newest version."""
    data = conflict.data.copy()
    for name in [name for name in data if name.startswith(CHOICE) or name == MERGED]:
        del data[name]
    for difference in conflict.fields:
        if conflict.sides[difference.name] is Side.THEIRS:
            take_field(data, conflict, difference.name)
    for part in conflict.parts:
        take_rows(data, conflict, part)
    newest = newest_of(conflict.article)
    values = (conflict.article.version, newest.number if newest else "")
    put(data, {name: [str(value)] for name, value in zip(SEEN, values, strict=True)})
    return data


def take_field(data: QueryDict, conflict: Conflict, name: str) -> None:
    for html_name in posted.html_names(conflict.form[name]):
        data.pop(html_name, None)
        if html_name in conflict.fresh:
            data.setlist(html_name, conflict.fresh.getlist(html_name))


def take_rows(data: QueryDict, conflict: Conflict, part: Part) -> None:
    """Stored rows first, as a formset wants them, each as chosen; then those that are to be added."""
    for name in [name for name in data if name.startswith(f"{part.prefix}-")]:
        del data[name]
    mine, theirs = (posted.places_in(part, source) for source in (conflict.data, conflict.fresh))
    typed = posted.rows_in(part, conflict.data)
    wanted = {d.name for d in conflict.rows[part.prefix] if is_mine(conflict, part, d)}
    for key, place in theirs.items():
        kept = key in wanted and key in typed
        copy_row(data, conflict.data if kept else conflict.fresh, part, mine[key] if kept else place, place)
        if key in wanted and key not in typed:
            data[f"{part.prefix}-{place}-DELETE"] = "on"
    added = [key for key in mine if key in wanted and key not in theirs]
    for place, key in enumerate(added, start=len(theirs)):
        copy_row(data, conflict.data, part, mine[key], place)
        data.pop(f"{part.prefix}-{place}-id", None)
    counts = {"TOTAL_FORMS": len(theirs) + len(added), "INITIAL_FORMS": len(theirs)}
    counts |= {"MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
    put(data, {f"{part.prefix}-{name}": [str(count)] for name, count in counts.items()})
    make_room(data, part, len(theirs))


def is_mine(conflict: Conflict, part: Part, difference: Difference) -> bool:
    return conflict.sides[f"{part.prefix}:{difference.name}"] is Side.MINE


def copy_row(data: QueryDict, source: QueryDict, part: Part, old: int, new: int) -> None:
    prefix = f"{part.prefix}-{old}-"
    for name in [name for name in source if name.startswith(prefix)]:
        data.setlist(f"{part.prefix}-{new}-{name.removeprefix(prefix)}", source.getlist(name))


def make_room(data: QueryDict, part: Part, stored: int) -> None:
    """Give added rows the next free place where a stored one has theirs."""
    if "ordinal" not in part.names:
        return
    total = posted.posted_count(part, data)
    taken = {data.get(f"{part.prefix}-{place}-ordinal") for place in range(stored)}
    for place in range(stored, total):
        name = f"{part.prefix}-{place}-ordinal"
        if data.get(name) in taken:
            data[name] = str(max(int(n) for n in taken if n and n.isdecimal()) + 1)
        taken.add(data.get(name))
