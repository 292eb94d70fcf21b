"""What was said: releases, quotes, citations, and the record of what was published."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Siaran pers")

    def ready(self) -> None:
        from articles import name_triggers, sharing
        from articles.intake import DRAFTED
        from articles.models import Citation, Image, PublicNote
        from articles.models.renditions import Rendering
        from articles.photos import errand
        from articles.revisions import REOPENED
        from articles.search import index
        from articles.transitions import TABLE
        from pressroom.core import acts, errands, generation

        acts.add({transition.act: transition.label for transition in TABLE})
        acts.add({REOPENED: _("Diubah; kembali menjadi draf")})
        acts.add({DRAFTED: _("disusun dari naskah")})
        acts.add(sharing.ACTS)
        errands.add("photos", errand.work)
        generation.follow(Citation, Image, PublicNote, Rendering)
        post_migrate.connect(index.install, sender=self)
        post_migrate.connect(name_triggers.install, sender=self)
