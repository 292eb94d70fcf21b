"""What was said: releases, quotes, citations, and the record of what was published."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Siaran pers")

    def ready(self) -> None:
        from articles import sharing
        from articles.revisions import REOPENED
        from articles.search import index
        from articles.transitions import TABLE
        from pressroom.core import acts

        acts.add({transition.act: transition.label for transition in TABLE})
        acts.add({REOPENED: _("Diubah; kembali menjadi draf")})
        acts.add(sharing.ACTS)
        post_migrate.connect(index.install, sender=self)
