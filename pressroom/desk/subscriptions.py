"""Who follows the press room by e-mail, for those who must find one address again and see what failed.

No list prints an address, and a search finds only the whole of one: nobody reads or takes away the readers.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from pressroom.core import audit
from pressroom.desk.options import ReadOnlyAdmin

# By name: this room knows nothing of how mails are made.
Subscriber: Any = apps.get_model("delivery", "Subscriber")
Subscription: Any = apps.get_model("delivery", "Subscription")
Letter: Any = apps.get_model("delivery", "Letter")


@admin.register(Subscriber)
class SubscriberAdmin(ReadOnlyAdmin):
    """One address; it is erased here for somebody who cannot do it by the link in a mail."""

    list_display = ("masked", "since", "follows", "paused_at")
    list_filter = (("paused_at", admin.EmptyFieldListFilter),)
    search_fields = ("=email",)
    search_help_text = _("Ketik alamat surel yang lengkap.")
    fields = readonly_fields = ("masked", "since", "follows", "refusals", "refused_at", "paused_at")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        confirmed = models.Q(subscriptions__confirmed_at__isnull=False)
        return super().get_queryset(request).annotate(follow=models.Count("subscriptions", filter=confirmed))

    @admin.display(description=_("surel"))
    def masked(self, row: Any) -> str:
        return row.masked

    @admin.display(description=_("langganan aktif"))
    def follows(self, row: Any) -> int:
        return row.follow

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return request.user.has_perm("delivery.delete_subscriber")

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What goes with an address needs no leave of its own; the page that asks names no other row."""
        _all, counts, _needed, protected = super().get_deleted_objects(objs, request)
        return [row.masked for row in objs], counts, set(), protected

    def log_deletions(self, request: HttpRequest, queryset: Iterable[models.Model]) -> Any:
        """That an address was erased, and not which: the trail is kept for good."""
        for _row in queryset:
            audit.record("subscriber_erased", by=request.user)


@admin.register(Subscription)
class SubscriptionAdmin(ReadOnlyAdmin):
    list_display = ("reader", "asks", "frequency", "language", "asked_at", "confirmed_at")
    list_filter = (
        "frequency",
        "language",
        ("confirmed_at", admin.EmptyFieldListFilter),
    )
    search_fields = ("=subscriber__email",)
    search_help_text = _("Ketik alamat surel yang lengkap.")
    fields = readonly_fields = (
        "reader",
        "asks",
        "frequency",
        "language",
        "asked_at",
        "confirmed_at",
        "told_until",
    )
    fetch = ("subscriber",)

    @admin.display(description=_("surel"))
    def reader(self, row: Any) -> str:
        return row.subscriber.masked

    @admin.display(description=_("pertanyaan"))
    def asks(self, row: Any) -> str:
        return row.query or str(_("semua siaran pers"))


@admin.register(Letter)
class LetterAdmin(ReadOnlyAdmin):
    """Mails on their way, and those that did not arrive."""

    list_display = ("pk", "reader", "kind", "state", "attempts", "due", "claimed_at", "sent_at", "error")
    list_filter = ("state", "kind")
    search_fields = ("=subscription__subscriber__email",)
    search_help_text = _("Ketik alamat surel yang lengkap.")
    fields = readonly_fields = (
        "reader",
        "kind",
        "state",
        "made_at",
        "due",
        "attempts",
        "claimed_at",
        "sent_at",
        "error",
    )
    fetch = ("subscription__subscriber",)
    actions = ("send_again",)

    @admin.display(description=_("surel"))
    def reader(self, row: Any) -> str:
        return row.subscription.subscriber.masked

    def has_retry_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("delivery.change_letter")

    @admin.action(description=_("Kirim lagi yang gagal atau terputus"), permissions=["retry"])
    def send_again(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        """One that was cut off may have arrived: whoever does this takes a second copy into account."""
        stuck = list(
            Letter.objects.filter(pk__in=queryset.values("pk"))
            .stuck()
            .select_related("subscription__subscriber")
        )
        Letter.objects.filter(pk__in=[letter.pk for letter in stuck]).stuck().send_again()
        for letter in stuck:
            audit.record("letter_again", letter, by=request.user)
        done = ngettext("%d surel akan dikirim lagi.", "%d surel akan dikirim lagi.", len(stuck))
        messages.success(request, done % len(stuck))
