"""The audit trail at the desk: to be read, searched and taken along, and changed by nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, HttpResponseBadRequest, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from pressroom.core import acts, audit
from pressroom.core.models import AuditEntry
from pressroom.desk.audit_words import field_name, model_of, type_name, value_text
from pressroom.desk.audited import trail_address
from pressroom.desk.exports import csv_lines, json_lines
from pressroom.desk.options import ReadOnlyAdmin

COLUMNS = (*("at", "actor", "address", "act", "subject_type", "subject_id", "subject", "reason", "details"),)
FORMATS: dict[str, tuple[str, Callable[..., Iterator[str]]]] = {
    "csv": ("text/csv; charset=utf-8", csv_lines),
    "jsonl": ("application/jsonl; charset=utf-8", json_lines),
}
# Fields that a line of the list names.
NAMED = 4


class NewestPaginator(Paginator):
    """Counts no further than anybody turns pages; what lies behind is found by a filter, or in the file."""

    most = 10_000

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list
        return rows[: self.most].count()

    @property
    def is_full(self) -> bool:
        return self.count == self.most


@admin.register(AuditEntry)
class AuditAdmin(ReadOnlyAdmin):
    list_display = ("moment", "who", "address", "act", "thing", "what")
    list_display_links = ("moment",)
    list_filter = ("act", "at")
    search_fields = ("actor", "subject", "reason", "=address", "=subject_id")
    fields = ("moment", "who", "address", "act", "thing", "links", "reason", "changes")
    paginator = NewestPaginator
    show_facets = admin.ShowFacets.NEVER

    class Media:
        css = {"all": ["desk/audit.css"]}

    @admin.display(description=gettext_lazy("waktu"), ordering="at")
    def moment(self, row: AuditEntry) -> str:
        return f"{date_format(timezone.localtime(row.at), 'j M Y, H.i.s')} {settings.TIME_ZONE_LABEL}"

    @admin.display(description=gettext_lazy("pelaku"), ordering="actor")
    def who(self, row: AuditEntry) -> str:
        """A name leads to everything that its bearer did."""
        if row.actor:
            url = reverse("admin:core_auditentry_changelist", query={"actor": row.actor})
            return format_html('<a href="{}">{}</a>', url, row.actor)
        return _("belum masuk") if row.address else _("sistem")

    @admin.display(description=gettext_lazy("objek"))
    def thing(self, row: AuditEntry) -> str:
        kind = type_name(row.subject_type)
        return f"{capfirst(kind)}: {row.subject}" if kind else row.subject or "–"

    @admin.display(description=gettext_lazy("yang berubah"))
    def what(self, row: AuditEntry) -> str:
        names = dict.fromkeys(field_name(row.subject_type, name, numbered=False) for name in row.details)
        more = ["…"] if len(names) > NAMED else []
        return ", ".join([*list(names)[:NAMED], *more]) or "–"

    @admin.display(description=gettext_lazy("lihat juga"))
    def links(self, row: AuditEntry) -> SafeString | str:
        found = list(links_of(row))
        return format_html_join(" · ", '<a href="{}">{}</a>', found) if found else "–"

    @admin.display(description=gettext_lazy("rincian"))
    def changes(self, row: AuditEntry) -> SafeString | str:
        pairs = [
            (field_name(row.subject_type, name), value_text(old), value_text(new))
            for name, (old, new) in row.details.items()
        ]
        if not pairs:
            return "–"
        cells = '<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>'
        lines = format_html_join("", cells, pairs)
        heads = format_html_join(
            "", '<th scope="col">{}</th>', [(_("isian"),), (_("semula"),), (_("menjadi"),)]
        )
        return format_html('<table class="changes"><thead><tr>{}</tr></thead>{}</table>', heads, lines)

    def get_urls(self) -> list[URLPattern]:
        view = require_POST(self.admin_site.admin_view(self.export_view))
        return [path("export/", view, name="core_auditentry_export"), *super().get_urls()]

    def export_view(self, request: HttpRequest) -> HttpResponseBase:
        """The rows that the list shows under the same address; posted, as it leaves an entry itself."""
        name = request.POST.get("format", "")
        if not self.has_view_permission(request):
            raise PermissionDenied
        if name not in FORMATS:
            return HttpResponseBadRequest()
        try:
            rows = self.get_changelist_instance(request).queryset
        except IncorrectLookupParameters:
            return redirect("admin:core_auditentry_changelist")
        asked = {"format": [None, name], "filter": [None, request.GET.urlencode()]}
        entry = audit.record(acts.EXPORTED, by=request.user, details=asked)
        return as_file(rows.filter(pk__lt=entry.pk) if entry else rows, name)


def links_of(row: AuditEntry) -> Iterator[tuple[str, str]]:
    """The page of the row that an entry tells of, and the whole trail of that row."""
    if not row.subject_type:
        return
    model = model_of(row.subject_type)
    if model and admin.site.is_registered(model):
        page = f"admin:{model._meta.app_label}_{model._meta.model_name}_change"
        yield reverse(page, args=[quote(row.subject_id)]), _("halaman objek ini")
    yield trail_address(row.subject_type, row.subject_id), _("semua catatan tentang objek ini")


def as_file(rows: models.QuerySet[AuditEntry], name: str) -> StreamingHttpResponse:
    media_type, lines = FORMATS[name]
    found = ({column: cell(row, column) for column in COLUMNS} for row in rows.iterator(chunk_size=1000))
    moment = timezone.now().astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    headers = {
        "Content-Disposition": f'attachment; filename="audit-{moment}.{name}"',
        "Cache-Control": "no-store",
    }
    return StreamingHttpResponse(lines(COLUMNS, found), content_type=media_type, headers=headers)


def cell(row: AuditEntry, column: str) -> Any:
    """Codes and moments as machines read them, in any language of the desk."""
    return row.at.astimezone(UTC).isoformat() if column == "at" else getattr(row, column)
