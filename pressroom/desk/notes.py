"""The public history of a release at the desk: publishing writes its lines, the desk mends their wording."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest

from articles.models import Article, PublicNote
from pressroom.core import changes
from pressroom.desk.options import LongPart


class PublicNotePart(LongPart):
    model = PublicNote
    fields = (("at", "kind"), "text", "text_en")
    readonly_fields = ("at", "kind")

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


def log_mended(article: Article, formsets: Iterable[BaseInlineFormSet]) -> None:
    """Readers of the log are to fetch a release whose notes read differently; its edition is the same."""
    mended = any(formset.model is PublicNote and formset.has_changed() for formset in formsets)
    edition = article.editions.order_by("-number").first()
    if mended and edition:
        changes.append("release", str(article.uid), version=edition.number, digest=edition.digest)
