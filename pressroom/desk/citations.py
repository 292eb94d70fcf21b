"""What the facts rest on: a source of a public fact is public with it, and the last one stays."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Citation, EditionCitation
from articles.models.citations import TARGETS
from articles.revisions import store_changed
from pressroom.core.visibility import Public
from pressroom.desk.options import DeskAdmin, is_public
from pressroom.desk.registers import log

LAST_SOURCE = _("Ini satu-satunya sumber fakta publik “%(fact)s”; tambahkan dahulu sumber lain.")


def public_fact(citation: Citation) -> Public | None:
    """The fact under which readers see this citation; a citation of a release waits for its edition."""
    return citation.target if citation.url and is_public(citation.target) else None


def public_facts(citations: Iterable[Citation]) -> list[Public]:
    return [fact for citation in citations if (fact := public_fact(citation))]


def left_bare(citations: Iterable[Citation]) -> list[Public]:
    """Public facts that would have no source any more without these citations."""
    going = {citation.pk: citation for citation in citations}
    supported = {(c.target_type, fact.pk): fact for c in going.values() if (fact := public_fact(c))}
    return [fact for (kind, pk), fact in supported.items() if not has_source(kind, pk, without=going)]


def has_source(kind: str, pk: Any, without: Iterable[Any]) -> bool:
    outside = Citation.objects.filter(**{kind: pk}, article__isnull=True).exclude(pk__in=without)
    published = EditionCitation.objects.current().filter(target_type=kind, target_id=pk)
    return outside.exists() or published.exists()


def keep_edits(articles: Iterable[int | None], request: HttpRequest) -> None:
    """A citation is a part of its release's working copy, wherever it is edited."""
    for article in Article.objects.filter(pk__in={pk for pk in articles if pk}).order_by("pk"):
        store_changed(article, request.user)  # type: ignore[arg-type]


class CitationForm(forms.ModelForm):
    """`supported` and `cited` are the public fact and the release that the citation stood under until now."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.supported = public_fact(self.instance)
        self.cited = self.instance.article_id

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        moved = self.supported and (not cleaned.get("url") or self.supported not in map(cleaned.get, TARGETS))
        if moved and left_bare([self.instance]):
            raise ValidationError(LAST_SOURCE, params={"fact": self.supported})
        return cleaned


@admin.register(Citation)
class CitationAdmin(DeskAdmin):
    form = CitationForm
    list_display = ("excerpt_start", "article", "url", "basis")
    list_filter = ("basis", ("url", admin.EmptyFieldListFilter))
    search_fields = ("excerpt", "url", "article__title")
    autocomplete_fields = ("article", *TARGETS)
    fetch = ("article",)
    fieldsets = (
        (_("Sumber"), {"fields": ("article", "url", "retrieved_on", "excerpt")}),
        (_("Kekuatan"), {"fields": ("basis", "note", "note_en")}),
        (_("Fakta yang didukung"), {"fields": TARGETS}),
    )

    @admin.display(description=_("petikan"), ordering="excerpt")
    def excerpt_start(self, row: Citation) -> str:
        return str(row)

    def save_model(self, request: HttpRequest, obj: Citation, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if form.has_changed():
            log([fact for fact in (form.supported, public_fact(obj)) if fact])
            keep_edits([form.cited, obj.article_id], request)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        listed, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return listed, counts, lacking, [*protected, *(LAST_SOURCE % {"fact": f} for f in left_bare(objs))]

    def delete_model(self, request: HttpRequest, obj: Citation) -> None:
        facts, article = public_facts([obj]), obj.article_id
        super().delete_model(request, obj)
        log(facts)
        keep_edits([article], request)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        facts, articles = public_facts(queryset), list(queryset.values_list("article_id", flat=True))
        super().delete_queryset(request, queryset)
        log(facts)
        keep_edits(articles, request)
