from __future__ import annotations

from datetime import date, datetime
from typing import Self, cast

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.models.agreements import Agreement
from entities.models import Appointment, Country, Organization, Person, Topic
from pressroom.core.models import When
from pressroom.core.visibility import Public, PublicQuerySet, public_or_absent

# The database refuses a participant that is none of these, or more than one.
Actor = Person | Organization | Country


class EventQuerySet(PublicQuerySet):
    def overdue(self, on: date | None = None) -> Self:
        """Events whose last possible day has passed and whose outcome nobody has confirmed."""
        return self.filter(outcome="", latest__lt=on or timezone.localdate())


class Event(When, Public):
    """A meeting, signing or other event, planned or past."""

    change_kind = "event"

    class Kind(models.TextChoices):
        COURTESY_CALL = "courtesy_call", _("kunjungan kehormatan")
        EXPERT_MEETING = "expert_meeting", _("pertemuan ahli")
        SIGNING = "signing", pgettext_lazy("event", "penandatanganan")
        CONFERENCE = "conference", _("konferensi")
        BRIEFING = "briefing", _("jumpa pers")
        OTHER = "other", _("lainnya")

    class Outcome(models.TextChoices):
        HELD = "held", _("terlaksana")
        CANCELLED = "cancelled", _("dibatalkan")
        POSTPONED = "postponed", _("ditunda")

    class Access(models.TextChoices):
        OPEN = "open", _("terbuka untuk media")
        ACCREDITED = "accredited", _("media terakreditasi")
        INVITED = "invited", _("media undangan")
        CLOSED = "closed", _("tertutup untuk media")

    slug = models.SlugField(_("alamat halaman"), max_length=120, unique=True)
    kind = models.CharField(_("jenis"), max_length=20, choices=Kind)
    title = models.CharField(_("judul"), max_length=200)
    title_en = models.CharField(_("judul (Inggris)"), max_length=200, blank=True)
    starts_at = models.TimeField(_("pukul"), null=True, blank=True)
    venue = models.CharField(_("tempat"), max_length=200, blank=True)
    venue_en = models.CharField(_("tempat (Inggris)"), max_length=200, blank=True)
    access = models.CharField(_("akses media"), max_length=10, choices=Access, blank=True)
    access_note = models.CharField(
        _("keterangan akses media"),
        max_length=500,
        blank=True,
        help_text=_("Cara dan batas waktu mendaftar, pintu dan jam masuk, titik kumpul."),
    )
    access_note_en = models.CharField(_("keterangan akses media (Inggris)"), max_length=500, blank=True)
    outcome = models.CharField(_("hasil"), max_length=10, choices=Outcome, blank=True)
    follows = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="followed_by",
        verbose_name=_("kelanjutan dari"),
    )
    agreements = models.ManyToManyField(
        Agreement, blank=True, related_name="events", verbose_name=_("perjanjian")
    )

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("kegiatan")
        verbose_name_plural = _("kegiatan")
        ordering = [F("earliest").desc(nulls_last=True), "-id"]
        indexes = [models.Index(fields=["-earliest", "-id"], name="agreements_event_by_date")]  # the calendar
        constraints = [
            *When.Meta.constraints,
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True)
                | Q(earliest__isnull=False, latest__isnull=False, earliest=F("latest")),
                name="agreements_event_time_needs_day",
                violation_error_message=_("Pukul hanya dapat dicatat bila harinya pasti."),
            ),
            models.CheckConstraint(
                condition=~Q(outcome="held") | Q(earliest__isnull=False),
                name="agreements_event_held_is_dated",
                violation_error_message=_("Kegiatan yang terlaksana memerlukan tanggal."),
            ),
            models.CheckConstraint(
                condition=Q(follows__isnull=True) | ~Q(follows=F("id")),
                name="agreements_event_not_after_itself",
                violation_error_message=_("Kegiatan tidak dapat menjadi kelanjutan dirinya sendiri."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def needs_confirmation(self, on: date | None = None) -> bool:
        """The row's form of `EventQuerySet.overdue`."""
        return not self.outcome and self.latest is not None and self.latest < (on or timezone.localdate())


class EventParticipantQuerySet(PublicQuerySet):
    def public(self, at: datetime | None = None) -> Self:
        """Visible participants: countries, and people and organizations that the public may know."""
        person, body = public_or_absent("person", at), public_or_absent("organization", at)
        return self.visible(at).filter(person, body)


class EventParticipant(Public):
    """A person, organization or country that takes part in an event, in one role."""

    class Role(models.TextChoices):
        HOST = "host", _("tuan rumah")
        GUEST = "guest", _("tamu")
        PLANNER = "planner", _("perencana")
        DELEGATION = "delegation", _("delegasi")
        SPEAKER = "speaker", _("pembicara")

    ACTORS = ("person", "organization", "country")

    event = models.ForeignKey(Event, models.CASCADE, related_name="participants", verbose_name=_("kegiatan"))
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="participations", verbose_name=_("tokoh")
    )
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("lembaga"),
    )
    country = models.ForeignKey(
        Country,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("negara"),
    )
    appointment = models.ForeignKey(
        Appointment,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("sebagai"),
    )
    role = models.CharField(_("peran"), max_length=10, choices=Role)

    objects = EventParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = _("peserta")
        verbose_name_plural = _("peserta")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, organization__isnull=True, country__isnull=True)
                | Q(person__isnull=True, organization__isnull=False, country__isnull=True)
                | Q(person__isnull=True, organization__isnull=True, country__isnull=False),
                name="agreements_eventparticipant_one_actor",
                violation_error_message=_("Peserta adalah satu tokoh, satu lembaga, atau satu negara."),
            ),
            models.CheckConstraint(
                condition=Q(appointment__isnull=True) | Q(person__isnull=False),
                name="agreements_eventparticipant_appointment_of_person",
                violation_error_message=_("Hanya tokoh yang hadir dalam suatu jabatan."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor} ({self.get_role_display()})"

    @property
    def change_subject(self) -> Public:
        return self.event

    @property
    def actor(self) -> Actor:
        return cast(Actor, self.person or self.organization or self.country)

    def clean(self) -> None:
        if self.appointment and self.appointment.person_id != self.person_id:
            raise ValidationError({"appointment": _("Jabatan ini bukan jabatan tokoh tersebut.")})


class AgendaItem(Public):
    """One point on an event's agenda."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="agenda", verbose_name=_("kegiatan"))
    ordinal = models.PositiveSmallIntegerField(_("urutan"))
    text = models.CharField(_("acara"), max_length=300)
    text_en = models.CharField(_("acara (Inggris)"), max_length=300, blank=True)
    topic = models.ForeignKey(
        Topic, models.SET_NULL, null=True, blank=True, related_name="agenda_items", verbose_name=_("topik")
    )

    objects = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = _("mata acara")
        verbose_name_plural = _("mata acara")
        ordering = ["ordinal", "id"]
        constraints = [
            models.UniqueConstraint(fields=["event", "ordinal"], name="agreements_agendaitem_ordinal")
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def change_subject(self) -> Public:
        return self.event
