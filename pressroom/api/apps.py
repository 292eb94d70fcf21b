from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApiConfig(AppConfig):
    name = "pressroom.api"
    label = "api"
    verbose_name = _("Mitra")

    def ready(self) -> None:
        from pressroom.core import acts

        acts.add({"embargo_read": _("membaca siaran berembargo"), "key_revoked": _("kunci dicabut")})
