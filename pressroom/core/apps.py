"""The ground floor: uncertain dates, visibility, the change log."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "pressroom.core"
    label = "core"
    verbose_name = _("Catatan publik")

    def ready(self) -> None:
        from pressroom.core import append_only, binding, generation
        from pressroom.core.models import Office

        connection_created.connect(binding.plan_once)
        post_migrate.connect(append_only.protect_models, sender=self)
        generation.follow(Office)
