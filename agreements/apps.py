"""What was agreed: agreements, their steps, legal instruments, events."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgreementsConfig(AppConfig):
    name = "agreements"
    verbose_name = _("Perjanjian dan agenda")

    def ready(self) -> None:
        from agreements.models import InstrumentKind
        from pressroom.core import generation

        generation.follow(InstrumentKind)
