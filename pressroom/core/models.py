"""Bases that every register shares, and the change log."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pressroom.core.dates import Span, UncertainDate, write_span, write_when
from pressroom.core.office import Office as Office
from pressroom.core.trail import AuditEntry as AuditEntry
from pressroom.core.visibility import PublicQuerySet


def both_or_neither(first: str, second: str) -> Q:
    """CHECK that two columns are both empty, or both filled and in order (a CHECK passes on NULL)."""
    empty = Q(**{f"{first}__isnull": True, f"{second}__isnull": True})
    filled = Q(**{f"{first}__isnull": False, f"{second}__isnull": False, f"{first}__lte": F(second)})
    return empty | filled


def in_order(first: str, second: str) -> Q:
    """CHECK that of two columns the first is not after the second, where both are filled."""
    return (
        Q(**{f"{first}__isnull": True}) | Q(**{f"{second}__isnull": True}) | Q(**{f"{first}__lte": F(second)})
    )


class When(models.Model):
    """A date as far as it is known: it lies between `earliest` and `latest`; both empty: unknown."""

    earliest = models.DateField(_("paling awal"), null=True, blank=True)
    latest = models.DateField(_("paling lambat"), null=True, blank=True)
    label = models.CharField(_("tanggal sebagaimana tertulis"), max_length=80, blank=True)
    label_en = models.CharField(_("tanggal sebagaimana tertulis (Inggris)"), max_length=80, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("earliest", "latest"),
                name="%(app_label)s_%(class)s_when",
                violation_error_message=_(
                    "Tanggal paling awal harus diisi bersama dan tidak sesudah paling lambat."
                ),
            )
        ]

    @property
    def when(self) -> UncertainDate:
        return UncertainDate(self.earliest, self.latest, self.label, self.label_en)

    @when.setter
    def when(self, value: UncertainDate) -> None:
        self.earliest, self.latest, self.label, self.label_en = (
            value.earliest,
            value.latest,
            value.label,
            value.label_en,
        )

    @property
    def exact(self) -> bool:
        return self.earliest is not None and self.earliest == self.latest

    def when_text(self, language: str = "id") -> str:
        return write_when(self.when, language)


class PeriodQuerySet(PublicQuerySet):
    def current(self) -> Self:
        """Rows not known to have ended."""
        return self.filter(end_latest__isnull=True)

    def certain_on(self, day: date) -> Self:
        """Rows that held on that day beyond doubt."""
        return self.filter(Q(end_earliest__gte=day) | Q(end_latest__isnull=True), start_latest__lte=day)

    def possible_on(self, day: date) -> Self:
        """Rows that nothing known excludes on that day."""
        return self.filter(
            Q(start_earliest__isnull=True) | Q(start_earliest__lte=day),
            Q(end_latest__isnull=True) | Q(end_latest__gte=day),
        )


class Period(models.Model):
    """A span of time as far as it is known; see `pressroom.core.dates.Span` for what empty bounds mean."""

    start_earliest = models.DateField(_("mulai paling awal"), null=True, blank=True)
    start_latest = models.DateField(_("mulai paling lambat"), null=True, blank=True)
    end_earliest = models.DateField(_("selesai paling awal"), null=True, blank=True)
    end_latest = models.DateField(_("selesai paling lambat"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=in_order(first, second),
                name=f"%(app_label)s_%(class)s_{name}",
                violation_error_message=_("Masa ini berakhir sebelum mulai."),
            )
            for first, second, name in (
                ("start_earliest", "start_latest", "start"),
                ("end_earliest", "end_latest", "end"),
                ("start_earliest", "end_latest", "span"),
            )
        ]

    @property
    def span(self) -> Span:
        return Span(self.start_earliest, self.start_latest, self.end_earliest, self.end_latest)

    @span.setter
    def span(self, value: Span) -> None:
        self.start_earliest, self.start_latest = value.start_earliest, value.start_latest
        self.end_earliest, self.end_latest = value.end_earliest, value.end_latest

    def span_text(self, language: str = "id") -> str:
        return write_span(self.span, language)


class Change(models.Model):
    """One public change of one thing. `seq` has no gaps and follows the order of commits."""

    append_only = ("UPDATE", "DELETE")

    class Op(models.TextChoices):
        UPSERT = "upsert", _("terbit atau berubah")
        DELETE = "delete", _("hilang")

    seq = models.PositiveBigIntegerField(_("nomor urut"), primary_key=True)
    at = models.DateTimeField(_("waktu"))
    kind = models.CharField(_("jenis"), max_length=20)
    object_id = models.CharField(_("pengenal"), max_length=80)
    op = models.CharField(_("perubahan"), max_length=6, choices=Op)
    version = models.PositiveIntegerField(_("versi"), null=True, blank=True)
    digest = models.CharField(_("sidik"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("perubahan publik")
        verbose_name_plural = _("perubahan publik")
        ordering = ["seq"]
        constraints = [
            models.CheckConstraint(condition=Q(op__in=["upsert", "delete"]), name="core_change_op"),
        ]
        indexes = [
            # "what became of this thing": the API's change history of one object
            models.Index(fields=["kind", "object_id", "seq"], name="core_change_of_object"),
        ]

    def __str__(self) -> str:
        return f"{self.seq}. {self.object_id} ({self.get_op_display()})"


class PendingChange(models.Model):
    """A row of the log whose moment lies ahead; `changes.advance` moves it there when that has come.

    `source` names what it came from, so that it can be taken back with it.
    """

    due = models.DateTimeField(_("jatuh tempo"))
    kind = models.CharField(_("jenis"), max_length=20)
    object_id = models.CharField(_("pengenal"), max_length=80)
    op = models.CharField(_("perubahan"), max_length=6, choices=Change.Op)
    version = models.PositiveIntegerField(_("versi"), null=True, blank=True)
    digest = models.CharField(_("sidik"), max_length=64, blank=True)
    source = models.CharField(_("berasal dari"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("perubahan terjadwal")
        verbose_name_plural = _("perubahan terjadwal")
        ordering = ["due", "id"]
        indexes = [
            # "is anything due": every reader and every writer of the log
            models.Index(fields=["due", "id"], name="core_pendingchange_due"),
        ]

    def __str__(self) -> str:
        return f"{self.object_id} ({self.get_op_display()}, {self.due:%Y-%m-%d %H:%M:%S})"


class Generation(models.Model):
    """One row: how often something changed that readers see and that the change log does not tell of."""

    number = models.PositiveBigIntegerField(default=0)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("angkatan")
        verbose_name_plural = _("angkatan")

    def __str__(self) -> str:
        return str(self.number)
