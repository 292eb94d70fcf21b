"""Uncertain dates in one text field, as an editor writes them, and shown back the same way.

A form or admin that mixes these in gains one field, `when` or `span`, for the four columns of `When` or
`Period`.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.utils.translation import gettext_lazy as _

from pressroom.core.dates import Span, UncertainDate, read_span, read_when, write_span, write_when
from pressroom.core.dates.days import interface_language
from pressroom.core.models import Period, When
from pressroom.desk.options import PartForm


class WrittenField(forms.CharField):
    """Text that stands for a value; what nobody retyped keeps its value, even one no text could express."""

    defaults: ClassVar[dict[str, Any]]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, **self.defaults, **kwargs})

    def read(self, text: str) -> Any:
        raise NotImplementedError

    def write(self, value: Any) -> str:
        raise NotImplementedError

    def prepare_value(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str) else self.write(value)

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value) or ""
        return self.read(text) if self.has_changed(self.initial, text) else self.initial

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (self.prepare_value(initial) or "") != (data or "").strip()


class WhenField(WrittenField):
    """A date as far as it is known: "9 Oktober 2024", "2007", "awal 2025"; cleans to an `UncertainDate`."""

    defaults = {
        "label": _("tanggal"),
        "help_text": _("Misalnya: 9 Oktober 2024, 2007, awal 2025. Kosong: belum diketahui."),
    }

    def read(self, text: str) -> UncertainDate:
        return read_when(text)

    def write(self, value: UncertainDate) -> str:
        return write_when(value, interface_language())


class SpanField(WrittenField):
    """A span of time as far as it is known: "sejak 2023", "2019–2023"; cleans to a `Span`."""

    defaults = {
        "label": _("masa"),
        "help_text": _("Misalnya: sejak 2023, 2019–2023. Tanggal saja berarti tercatat pada hari itu."),
    }

    def read(self, text: str) -> Span:
        return read_span(text)

    def write(self, value: Span) -> str:
        return write_span(value, interface_language())


class WrittenDateForm(forms.ModelForm):
    """Maps the written field to the property of the same name on the instance, and so to its columns."""

    written: ClassVar[str]
    columns: ClassVar[frozenset[str]]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[self.written].initial = getattr(self.instance, self.written)

    def _get_validation_exclusions(self) -> set[str]:
        # The columns are no fields of the form, yet the rules of the database on them are to be checked.
        excluded = super()._get_validation_exclusions()  # type: ignore[misc]
        return excluded if self.written in self.errors else excluded - self.columns

    def _post_clean(self) -> None:
        if self.written in self.cleaned_data:
            setattr(self.instance, self.written, self.cleaned_data[self.written])
        super()._post_clean()  # type: ignore[misc]


def columns_of(model: type[When] | type[Period]) -> frozenset[str]:
    return frozenset(field.name for field in model._meta.local_fields)


class WhenForm(WrittenDateForm):
    written = "when"
    columns = columns_of(When)
    when = WhenField()


class SpanForm(WrittenDateForm):
    written = "span"
    columns = columns_of(Period)
    span = SpanField()


class SpanPartForm(SpanForm, PartForm):
    pass


class ShowsWhen(BaseModelAdmin):
    """For an admin or inline with `form = WhenForm`: the same words where the date is only shown."""

    form: Any = WhenForm

    @admin.display(description=_("tanggal"), ordering="earliest")
    def when(self, row: When) -> str:
        return row.when_text(interface_language())


class ShowsSpan(BaseModelAdmin):
    """For an admin or inline with a form of `SpanForm`: the same words where the span is only shown."""

    form: Any = SpanForm

    @admin.display(description=_("masa"), ordering="start_latest")
    def span(self, row: Period) -> str:
        return row.span_text(interface_language())
