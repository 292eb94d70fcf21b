from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeliveryConfig(AppConfig):
    """E-mail alerts: who asked for what, what the log owes them, and the mails themselves."""

    name = "pressroom.delivery"
    label = "delivery"
    verbose_name = _("Langganan surel")

    def ready(self) -> None:
        from pressroom.core import acts, errands
        from pressroom.delivery.work import work

        acts.add({"letter_again": _("surel dikirim lagi"), "subscriber_erased": _("alamat surel dihapus")})
        errands.add("delivery", work)
