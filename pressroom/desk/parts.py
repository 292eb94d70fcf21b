"""Lines on the page of a fact that readers see with it, each from its own moment on.

A line that is added to a public fact stays hidden until a release speaks of the fact, or until somebody who
may makes it public: from its own list, or together with the fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pressroom.core.visibility import Public
from pressroom.desk.options import Part, PartFormSet
from pressroom.desk.registers import RegisterAdmin


class LineFormSet(PartFormSet):
    """A wrong line can be dropped although the public sees it: its fact stays, and logs the change."""

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        if self.can_delete:
            form.fields["DELETE"].disabled = False


class LinePart(Part):
    """Lines that say whether the public sees them; name "public" last where `fields` are named."""

    formset = LineFormSet
    readonly_fields = ("public",)

    @admin.display(boolean=True, description=gettext_lazy("publik"))
    def public(self, row: Public) -> bool:
        return row.is_visible()


class WholeAdmin(RegisterAdmin):
    """Facts that have lines, by the names of their relations in `parts`."""

    parts: tuple[str, ...] = ()
    actions = (*RegisterAdmin.actions, "announce_whole")

    @admin.action(description=gettext_lazy("Jadikan publik beserta isinya"), permissions=["publish"])
    def announce_whole(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        """The facts and their lines; what waits for a release goes on waiting."""
        waiting = [row for fact in queryset for row in whole(fact, self.parts) if row.public_from is None]
        if not waiting:
            messages.info(request, _("Semua isinya sudah publik, atau menunggu siarannya."))
        self.announce(request, waiting)


def whole(fact: Any, parts: tuple[str, ...]) -> Iterator[Public]:
    """The fact, then its lines; each line reads its fact anew, which may just have become public."""
    yield fact
    for name in parts:
        relation = fact._meta.get_field(name)
        yield from relation.related_model._default_manager.filter(**{relation.field.name: fact})
