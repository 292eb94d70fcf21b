from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from pressroom.delivery.models import Subscription


class WishForm(forms.Form):
    """How often, and in which language."""

    frequency = forms.ChoiceField(
        label=_("Seberapa sering?"),
        choices=[
            (Subscription.Frequency.IMMEDIATE, _("Segera, setiap kali ada yang terbit")),
            (Subscription.Frequency.DAILY, _("Sekali sehari, pukul 07.00")),
            (Subscription.Frequency.WEEKLY, _("Sekali seminggu, Senin pukul 07.00")),
        ],
        error_messages={
            "required": _("Pilih seberapa sering kami mengirim surel."),
            "invalid_choice": _("Pilih seberapa sering kami mengirim surel."),
        },
    )
    language = forms.ChoiceField(
        label=_("Bahasa surel"),
        choices=settings.LANGUAGES,
        error_messages={
            "required": _("Pilih bahasa surel."),
            "invalid_choice": _("Pilih bahasa surel."),
        },
    )


class SubscribeForm(WishForm):
    email = forms.EmailField(
        label=_("Alamat surel Anda"),
        max_length=254,
        error_messages={
            "required": _("Isi alamat surel Anda."),
            "invalid": _("Alamat ini tidak lengkap; tulislah seperti nama@contoh.id."),
            "max_length": _("Alamat ini terlalu panjang; paling banyak %(limit_value)d huruf."),
        },
    )
