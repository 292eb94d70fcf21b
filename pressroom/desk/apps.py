"""The editors' workplace, in place of Django's stock admin site."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class DeskAdminConfig(AdminConfig):
    """Django's own admin, served by our site; keeps the app label `admin` that its templates and logs use."""

    default_site = "pressroom.desk.site.DeskSite"
    verbose_name = _("Meja redaksi")


class DeskConfig(AppConfig):
    """Our part of the desk: what the admin shows, the roles, and their commands."""

    name = "pressroom.desk"
    label = "desk"
    verbose_name = _("Meja redaksi")

    def ready(self) -> None:
        from pressroom.desk import discretion, icons, logins, roles

        discretion.keep()
        icons.install()
        logins.listen()
        post_migrate.connect(roles.sync, sender=self)
