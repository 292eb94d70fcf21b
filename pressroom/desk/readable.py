"""Working copies as people read them: names for identifiers, and changes in the order of the form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.comparing import Comparison, FieldChange, LinkChange, RowChange, Show
from articles.documents import LINKS, rows_of
from articles.models import Article, Citation, Image, Quote
from articles.words import Kind, Passage, Run, newer, older
from pressroom.core.dates.days import interface_language, write_day
from pressroom.desk.choices import choice_text

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

Document = Mapping[str, Any]
Reference = tuple[type[models.Model], Any]

PART_MODELS: dict[str, type[models.Model]] = {"quotes": Quote, "citations": Citation, "images": Image}
CHOICES = {
    value: label
    for field in (Article.Kind, Quote.Kind, Citation.Basis, Image.Kind)
    for value, label in field.choices
}
# Fields that hold the number of a row of the registers, beside the links.
REFERENCES: dict[str, models.Field] = {
    "event_id": Article._meta.get_field("event"),
    "speaker_id": Quote._meta.get_field("speaker"),
    "appointment_id": Quote._meta.get_field("appointment"),
}
YES_OR_NO = frozenset({"english_ready", "english_unofficial", "without_quotes", "decorative"})
FACT = gettext_lazy("fakta yang didukung")


@dataclass(frozen=True)
class Entry:
    """A field of a section with its passages side by side; None stands for passages that are the same."""

    label: str
    pairs: tuple[tuple[SafeString, SafeString] | None, ...]


@dataclass(frozen=True)
class Section:
    """One change as the page shows it: a field, the links of one kind, or a row with its fields."""

    heading: str
    entries: tuple[Entry, ...]


class Names:
    """What rows of the registers are called; one query a register."""

    def __init__(self, desk: ModelAdmin, request: HttpRequest, references: Iterable[Reference]) -> None:
        wanted: dict[type[models.Model], set[str]] = defaultdict(set)
        for model, pk in references:
            if is_number_of(model, pk):
                wanted[model].add(str(pk))
        self.found = {
            (model, str(row.pk)): choice_text(row)
            for model, pks in wanted.items()
            for row in rows(desk, request, model).filter(pk__in=pks)
        }

    def of(self, model: Any, pk: Any) -> str:
        missing = _("%(kind)s nomor %(pk)s, yang sudah tidak ada")
        return self.found.get((model, str(pk))) or missing % {"kind": model._meta.verbose_name, "pk": pk}

    def show(self, name: str, value: Any) -> str:
        """What stands in a field, as the page prints it."""
        if name in YES_OR_NO:
            return _("ya") if value else _("tidak")
        if value in (None, ""):
            return ""
        if name in LINKS or name in REFERENCES:
            return self.of(model_of(name), value)
        if name == "id":
            kind, pk = value
            return f"{capfirst(field_label('citations', kind))}: {self.of(model_of(kind), pk)}"
        if name in ("released_on", "taken_on"):
            return written_day(date.fromisoformat(value))
        return str(CHOICES.get(value, value))


def is_number_of(model: type[models.Model], pk: Any) -> bool:
    """Something else may have been typed."""
    try:
        model._meta.pk.to_python(pk)
    except ValidationError:
        return False
    return True


def rows(desk: ModelAdmin, request: HttpRequest, model: type[models.Model]) -> models.QuerySet:
    """Rows with all that their names are made of, as autocompletes fetch them."""
    return desk.admin_site.get_model_admin(model).get_queryset(request)


def model_of(name: str) -> Any:
    """The register that a field, a link or a citation's fact points to."""
    if name in REFERENCES:
        return REFERENCES[name].related_model
    owner = Article if name in LINKS else Citation
    return owner._meta.get_field(name).related_model


def references(document: Document) -> Iterator[Reference]:
    """The rows of the registers that a working copy speaks of."""
    for name in LINKS:
        yield from ((model_of(name), pk) for pk in document.get(name, []))
    for holder in (document, *rows_of(document, "quotes")):
        yield from ((model_of(name), holder[name]) for name in REFERENCES if holder.get(name))
    yield from ((model_of(row["type"]), row["id"]) for row in rows_of(document, "citations"))


def sections(comparison: Comparison, names: Names) -> list[Section]:
    """Everything that changed, in the order of the form."""
    return [
        *(Section(label_of(None, change.name), (entry("", change),)) for change in comparison.fields),
        *(link_section(change, names) for change in comparison.links),
        *(row_section(change, names.show) for change in comparison.rows),
    ]


def link_section(change: LinkChange, names: Names) -> Section:
    register = model_of(change.name)
    gone = [(Run(names.of(register, pk), Kind.DELETED),) for pk in change.removed]
    come = [(Run(names.of(register, pk), Kind.INSERTED),) for pk in change.added]
    return Section(label_of(None, change.name), (Entry("", side_by_side([*gone, *come])),))


def row_section(change: RowChange, show: Show) -> Section:
    row = change.new or change.old or {}
    kind = capfirst(str(PART_MODELS[change.part]._meta.verbose_name))
    if change.part == "citations":
        title = f"{kind}: {show('id', (row['type'], row['id']))}"
    else:
        title = f"{kind} {row.get('ordinal', '')}"
    if change.old is None or change.new is None:
        fate = _("dihapus") if change.new is None else _("ditambahkan")
        title = f"{title} – {fate}"
    return Section(title, tuple(entry(label_of(change.part, field.name), field) for field in change.fields))


def entry(label: str, change: FieldChange) -> Entry:
    return Entry(label, side_by_side(change.passages))


def label_of(part: str | None, name: str) -> str:
    return capfirst(field_label(part, name))


def field_label(part: str | None, name: str) -> str:
    if part == "citations" and name == "id":
        return str(FACT)
    owner = Article if part is None else PART_MODELS[part]
    if part == "images" and name == "ordinal":
        owner = Quote
    return str(owner._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def side_by_side(passages: Sequence[Passage]) -> tuple[tuple[SafeString, SafeString] | None, ...]:
    """Passages that changed with their neighbours; None for each stretch of others."""
    near = [any(map(is_changed, passages[max(0, n - 1) : n + 2])) for n in range(len(passages))]
    shown: list[tuple[SafeString, SafeString] | None] = []
    for passage, kept in zip(passages, near, strict=True):
        if kept:
            shown.append((as_html(older(passage)), as_html(newer(passage))))
        elif not shown or shown[-1] is not None:
            shown.append(None)
    return tuple(shown)


def is_changed(passage: Passage) -> bool:
    return any(run.kind != Kind.SAME for run in passage)


TAGS = {Kind.DELETED: "<del>{}</del>", Kind.INSERTED: "<ins>{}</ins>", Kind.SAME: "{}"}


def as_html(runs: Iterable[Run]) -> SafeString:
    """Words with what was deleted and inserted marked by its meaning, formatting and links visible."""
    return format_html_join("", "{}{}", ((space_before(run), marked(run)) for run in runs))


def space_before(run: Run) -> str:
    return " " if run.text.startswith(" ") else ""


def marked(run: Run) -> SafeString:
    return format_html(TAGS[run.kind], formatted(run))


def formatted(run: Run) -> SafeString:
    text = format_html("{}", run.text.lstrip())
    for tag in ("em", "strong"):
        if tag in run.marks:
            text = format_html(f"<{tag}>{{}}</{tag}>", text)
    return format_html("{} <code>[{}]</code>", text, run.link) if run.link else text


def written_day(day: date) -> str:
    return write_day(day, interface_language())


def moment(at: datetime) -> str:
    return f"{written_day(timezone.localdate(at))}, {clock(at)}"


def clock(at: datetime) -> str:
    return f"{date_format(timezone.localtime(at), 'TIME_FORMAT')} {settings.TIME_ZONE_LABEL}"


def full_name(user: Any) -> str:
    return user.get_full_name() or user.get_username() if user else ""
