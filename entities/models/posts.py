from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from entities.models.organizations import Organization
from entities.models.people import Person
from pressroom.core.models import Period, PeriodQuerySet
from pressroom.core.visibility import Public, PublicQuerySet


class Post(Public):
    """An office that people hold one after another. A renamed office is a new post with a predecessor."""

    change_kind = "post"

    organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="posts", verbose_name=_("lembaga")
    )
    title = models.CharField(_("jabatan"), max_length=150)
    title_en = models.CharField(_("jabatan (Inggris)"), max_length=150, blank=True)
    predecessor = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="successors",
        verbose_name=_("jabatan pendahulu"),
    )

    objects = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = _("jabatan")
        verbose_name_plural = _("jabatan")
        ordering = ["title", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "title"],
                name="entities_post_once",
                violation_error_message=_("Lembaga ini sudah mempunyai jabatan dengan nama itu."),
            ),
            models.CheckConstraint(
                condition=Q(predecessor__isnull=True) | ~Q(predecessor=F("id")),
                name="entities_post_not_own_predecessor",
                violation_error_message=_("Jabatan tidak dapat menjadi pendahulunya sendiri."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def holders(self, on: date) -> AppointmentQuerySet:
        """Appointments, acting ones included, that held on that day beyond doubt."""
        return self.appointments.certain_on(on)

    def possible_holders(self, on: date) -> AppointmentQuerySet:
        """Appointments that nothing known excludes on that day."""
        return self.appointments.possible_on(on)


class AppointmentQuerySet(PeriodQuerySet):
    def in_charge(self) -> Self:
        """Those who lead or stand in: everyone but ordinary members."""
        return self.exclude(kind=Appointment.Kind.MEMBER)

    def with_names(self) -> Self:
        return self.select_related("person", "post__organization")


class Appointment(Period, Public):
    """A person in a post for a time. `plt`, `plh` and `pj` are Indonesia's acting forms."""

    change_kind = "appointment"

    class Kind(models.TextChoices):
        SUBSTANTIVE = "substantive", _("definitif")
        PLT = "plt", _("pelaksana tugas (Plt.)")
        PLH = "plh", _("pelaksana harian (Plh.)")
        PJ = "pj", _("penjabat (Pj.)")
        MEMBER = "member", _("anggota")

    ACTING_KINDS = frozenset({Kind.PLT, Kind.PLH, Kind.PJ})

    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments", verbose_name=_("tokoh"))
    post = models.ForeignKey(Post, models.PROTECT, related_name="appointments", verbose_name=_("jabatan"))
    kind = models.CharField(_("jenis"), max_length=11, choices=Kind, default=Kind.SUBSTANTIVE)
    basis = models.CharField(
        _("dasar pengangkatan"), max_length=120, blank=True, help_text=_("Misalnya: Keppres 86/TPA/2020")
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("masa jabatan")
        verbose_name_plural = _("masa jabatan")
        ordering = [F("start_latest").desc(nulls_last=True), "-id"]
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(
                fields=["post"],
                condition=Q(kind="substantive", end_latest__isnull=True),
                name="entities_appointment_one_head",
                violation_error_message=_(
                    "Jabatan ini sudah dipegang orang lain; akhiri dulu masa jabatannya."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.title()}"

    @property
    def acting(self) -> bool:
        return self.kind in self.ACTING_KINDS

    def title(self, language: str = "id") -> str:
        """The office as printed: "Plt. Kepala BNPT", "Acting Head of BNPT"; "" without an English title."""
        title = self.post.title_en if language == "en" else self.post.title
        if not title or not self.acting:
            return title
        return f"Acting {title}" if language == "en" else f"{self.kind.capitalize()}. {title}"

    def overlapping(self) -> AppointmentQuerySet:
        """Other substantive appointments to this post that certainly share a day with this one."""
        others = Appointment.objects.filter(post_id=self.post_id, kind=self.Kind.SUBSTANTIVE).exclude(
            pk=self.pk
        )
        first, last = self.start_latest, self.end_earliest if self.end_latest else date.max
        if self.kind != self.Kind.SUBSTANTIVE or first is None or last is None or last < first:
            return others.none()
        lasting = Q(end_latest__isnull=True) | Q(end_earliest__gte=F("start_latest"))
        return others.certain_on(first) | others.filter(lasting, start_latest__range=(first, last))
