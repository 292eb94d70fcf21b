"""The public history of a release at the desk: publishing writes its lines, the desk mends their wording."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy

from articles.models import Article, Edition, PublicNote
from articles.standing import current
from pressroom.core import changes
from pressroom.desk.options import LongPart

WRONG = ("was", "was_en")


class PublicNoteForm(forms.ModelForm):
    """Only a correction says what had been wrong, and it never stops saying so."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        corrects = self.instance.kind == Edition.Kind.CORRECTION
        for name in [name for name in WRONG if name in self.fields]:
            field = self.fields[name]
            field.required, field.disabled = corrects and name == "was", not corrects
            if not corrects:
                field.widget = forms.HiddenInput()


class PublicNotePart(LongPart):
    model = PublicNote
    form = PublicNoteForm
    fields = (("at", "named"), *WRONG, "text", "text_en")
    readonly_fields = ("at", "named")

    @admin.display(description=gettext_lazy("jenis"))
    def named(self, note: PublicNote) -> str:
        return str(dict(Edition.Kind.choices).get(note.kind, note.kind))

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


def log_mended(article: Article, formsets: Iterable[BaseInlineFormSet]) -> None:
    """Readers of the log are to fetch a release whose notes read differently; its edition is the same."""
    now = timezone.now()
    mended = any(
        form.has_changed() and form.instance.at <= now
        for formset in formsets
        if formset.model is PublicNote
        for form in formset.initial_forms
    )
    edition = current(article, now)
    if mended and edition:
        changes.append("release", str(article.uid), version=edition.number, digest=edition.digest)
