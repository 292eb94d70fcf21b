"""Who and what: people, organizations, posts, countries, topics."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EntitiesConfig(AppConfig):
    name = "entities"
    verbose_name = _("Tokoh dan lembaga")

    def ready(self) -> None:
        from entities.models import Country, Honorific
        from pressroom.core import generation

        generation.follow(Country, Honorific)
