"""Query parameters are taken at their word: whatever is unknown, empty, repeated or unreadable is refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django_filters import FilterSet
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.request import Request

from pressroom.api.problems import InvalidParameters


def refuse_unknown(given: QueryDict, known: set[str]) -> None:
    """Raise InvalidParameters unless each parameter is known and appears once, with a value."""
    if faults := list(unknown(given, known)):
        raise InvalidParameters(faults)


def unknown(given: QueryDict, known: set[str]) -> Iterator[tuple[str, str]]:
    for name, values in given.lists():
        if name not in known:
            yield name, unknown_sentence(known)
        elif len(values) > 1:
            yield name, _("Parameter ini hanya boleh muncul satu kali.")
        elif not values[0].strip():
            yield name, _("Parameter ini tidak bernilai; isi nilainya atau hapus parameternya.")


def unknown_sentence(known: set[str]) -> str:
    if not known:
        return _("Alamat ini tidak mengenal parameter.")
    return _("Parameter ini tidak dikenal di sini; yang dikenal: %s.") % ", ".join(sorted(known))


def read(filterset: FilterSet) -> dict[str, Any]:
    """The values of the filters by name, None where not asked; raises InvalidParameters."""
    if filterset.is_valid():
        return filterset.form.cleaned_data
    faults = [(name, str(sentence)) for name, found in filterset.errors.items() for sentence in found]
    raise InvalidParameters(dict.fromkeys(faults))


class StrictFilterBackend(DjangoFilterBackend):
    """Filters a list, and leaves the values it was asked for in the view's `asked`."""

    def filter_queryset(self, request: Request, queryset: QuerySet, view: Any) -> QuerySet:
        filterset = self.get_filterset(request, queryset, view)
        view.asked = read(filterset)
        return filterset.qs
