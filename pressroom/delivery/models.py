"""Who asked to be written to and about what, the mails, and the ledger of what each address was told.

Nothing outlives an address: its subscriptions, mails and lines of the ledger go with it.
"""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pressroom.core.models import Change

LANGUAGE_CODES = [code for code, _name in settings.LANGUAGES]
# A question as text: what `Question.query` writes without its question mark.
LONGEST_QUERY = 1_000
# No letter that a living worker sends takes longer.
LONGEST_SENDING = timedelta(minutes=5)


class Subscriber(models.Model):
    """One address. `uid` stands for it in links, where the address itself is never written.

    `refusals` are the days in a row on which its server refused us for good, the last one at `refused_at`;
    after several the address is paused, and written to only where somebody asks for it.
    """

    uid = models.UUIDField(_("pengenal"), default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("surel"), max_length=254, unique=True)
    since = models.DateTimeField(_("sejak"), default=timezone.now)
    refusals = models.PositiveSmallIntegerField(_("hari penolakan"), default=0)
    refused_at = models.DateTimeField(_("terakhir ditolak"), null=True, blank=True)
    paused_at = models.DateTimeField(_("dijeda sejak"), null=True, blank=True)

    class Meta:
        verbose_name = _("pelanggan")
        verbose_name_plural = _("pelanggan")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(refusals=0, refused_at__isnull=True, paused_at__isnull=True)
                | Q(refusals__gt=0, refused_at__isnull=False),
                name="delivery_subscriber_refused",
            ),
        ]

    def __str__(self) -> str:
        return self.masked

    @property
    def masked(self) -> str:
        """Enough of the address for its owner to know it: "s***@contoh.id"."""
        name, _at, domain = self.email.partition("@")
        return f"{name[:1]}***@{domain}"


class SubscriptionQuerySet(models.QuerySet):
    def confirmed(self) -> Self:
        return self.filter(confirmed_at__isnull=False)

    def told(self) -> Self:
        """Those that letters are written for: confirmed, at an address that takes them."""
        return self.confirmed().filter(subscriber__paused_at__isnull=True)


class Subscription(models.Model):
    """One question that an address wants to be told the answers of. Nothing is sent before it is confirmed.

    `query` are the parameters of a `pressroom.site.asking.Question`, "" for everything. `told_until` is the
    moment up to which its digests have told, for those that are not written to at once.
    """

    class Frequency(models.TextChoices):
        IMMEDIATE = "immediate", _("segera")
        DAILY = "daily", _("setiap hari")
        WEEKLY = "weekly", _("setiap minggu")

    uid = models.UUIDField(_("pengenal"), default=uuid.uuid4, unique=True, editable=False)
    subscriber = models.ForeignKey(
        Subscriber, models.CASCADE, related_name="subscriptions", verbose_name=_("pelanggan")
    )
    query = models.CharField(_("pertanyaan"), max_length=LONGEST_QUERY, blank=True)
    frequency = models.CharField(_("seberapa sering"), max_length=9, choices=Frequency)
    language = models.CharField(_("bahasa"), max_length=5, choices=settings.LANGUAGES)
    asked_at = models.DateTimeField(_("diminta"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("dikonfirmasi"), null=True, blank=True)
    told_until = models.DateTimeField(_("dikabari sampai"), null=True, blank=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("langganan")
        verbose_name_plural = _("langganan")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["subscriber", "query", "language"], name="delivery_subscription_once"
            ),
            models.CheckConstraint(
                condition=Q(frequency__in=["immediate", "daily", "weekly"]),
                name="delivery_subscription_frequency",
            ),
            models.CheckConstraint(
                condition=Q(language__in=LANGUAGE_CODES), name="delivery_subscription_language"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, told_until__isnull=True)
                | Q(confirmed_at__isnull=False, told_until__isnull=False),
                name="delivery_subscription_told_once_confirmed",
            ),
        ]
        indexes = [
            # "which digests are due", asked every second by the worker
            models.Index(fields=["frequency", "told_until"], name="delivery_subscription_due"),
            # "which were never confirmed", asked as often
            models.Index(
                fields=["asked_at"],
                condition=Q(confirmed_at__isnull=True),
                name="delivery_subscription_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subscriber.masked}: {self.query or '*'}"


class LetterQuerySet(models.QuerySet):
    def stuck(self, now: datetime | None = None) -> Self:
        """Given up, or under way when a worker died."""
        cut_off = Q(state="sending", claimed_at__lt=(now or timezone.now()) - LONGEST_SENDING)
        return self.filter(Q(state="failed") | cut_off)

    def send_again(self) -> int:
        return self.update(state="waiting", attempts=0, due=timezone.now(), error="")


class Letter(models.Model):
    """One mail. It holds no words: they are written when it is sent, from what is public then.

    waiting → sending → sent, or failed when it was tried too often; skipped where nothing was left to say.
    Whoever sends it has claimed it first, so it is `sending` before the server hears of it: one that stays so
    was under way when a worker died, may have arrived, and is not sent again unless somebody decides it.
    """

    class Kind(models.TextChoices):
        CONFIRM = "confirm", _("permintaan konfirmasi")
        KNOWN = "known", _("tautan pengaturan")
        NEWS = "news", _("kabar segera")
        AMEND = "amend", _("ralat atau pencabutan")
        DIGEST = "digest", _("rangkuman")

    class State(models.TextChoices):
        WAITING = "waiting", _("menunggu")
        SENDING = "sending", _("sedang dikirim")
        SENT = "sent", _("terkirim")
        FAILED = "failed", _("gagal")
        SKIPPED = "skipped", _("tidak perlu lagi")

    uid = models.UUIDField(_("pengenal"), default=uuid.uuid4, unique=True, editable=False)
    subscription = models.ForeignKey(
        Subscription, models.CASCADE, related_name="letters", verbose_name=_("langganan")
    )
    kind = models.CharField(_("jenis"), max_length=7, choices=Kind)
    state = models.CharField(_("keadaan"), max_length=7, choices=State, default=State.WAITING)
    urgent = models.BooleanField(_("didahulukan"), default=False)
    due = models.DateTimeField(_("jatuh tempo"), default=timezone.now)
    attempts = models.PositiveSmallIntegerField(_("percobaan"), default=0)
    made_at = models.DateTimeField(_("dibuat"), default=timezone.now)
    claimed_at = models.DateTimeField(_("mulai dikirim"), null=True, blank=True)
    sent_at = models.DateTimeField(_("terkirim pada"), null=True, blank=True)
    error = models.CharField(_("sebab gagal"), max_length=200, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("surel")
        verbose_name_plural = _("surel")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["confirm", "known", "news", "amend", "digest"]),
                name="delivery_letter_kind",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "sending", "sent", "failed", "skipped"]),
                name="delivery_letter_state",
            ),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False)
                | (~Q(state="sent") & Q(sent_at__isnull=True)),
                name="delivery_letter_sent_at",
            ),
        ]
        indexes = [
            # "what is to be sent next", asked every second by the worker
            models.Index(
                fields=["-urgent", "due", "id"],
                condition=Q(state="waiting"),
                name="delivery_letter_next",
            ),
            # what the desk looks at: what failed, and what was under way
            models.Index(fields=["state", "-id"], name="delivery_letter_by_state"),
        ]

    def __str__(self) -> str:
        return f"{self.pk} ({self.get_kind_display()})"


class Delivery(models.Model):
    """A line of the ledger: this address is told of this change, by this letter; never twice.

    The letter may be pruned; for which subscription it was stays known, so that corrections find their way.
    """

    subscriber = models.ForeignKey(
        Subscriber, models.CASCADE, related_name="deliveries", verbose_name=_("pelanggan")
    )
    change = models.ForeignKey(Change, models.PROTECT, related_name="+", verbose_name=_("perubahan"))
    letter = models.ForeignKey(
        Letter,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="deliveries",
        verbose_name=_("surel"),
    )
    subscription = models.ForeignKey(
        Subscription,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="deliveries",
        verbose_name=_("langganan"),
    )

    class Meta:
        verbose_name = _("kabar")
        verbose_name_plural = _("kabar")
        constraints = [
            models.UniqueConstraint(fields=["subscriber", "change"], name="delivery_delivery_once"),
        ]

    def __str__(self) -> str:
        return f"{self.subscriber_id} ← {self.change_id}"


class Progress(models.Model):
    """How far the log has become letters: all of `seq`, and the next change up to a subscriber."""

    name = models.CharField(_("nama"), max_length=20, primary_key=True)
    seq = models.PositiveBigIntegerField(_("nomor urut"), default=0)
    position = models.PositiveBigIntegerField(_("sampai pelanggan"), default=0)

    class Meta:
        verbose_name = _("kemajuan")
        verbose_name_plural = _("kemajuan")

    def __str__(self) -> str:
        return f"{self.name}: {self.seq}/{self.position}"
