from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.articles import Article
from articles.models.record import Edition, Revision


class WorkflowStep(models.Model):
    """One act on a release: who took it from where to where, when, on which text, and why.

    `act` is a name of `articles.workflow.TRANSITIONS`. An approval is pinned to the text by the digest of its
    `revision`, and by `printed` to the names and roles that readers would have got from the registers.
    """

    append_only = ("UPDATE",)

    article = models.ForeignKey(Article, models.CASCADE, related_name="steps", verbose_name=_("siaran"))
    act = models.CharField(_("tindakan"), max_length=20)
    before = models.CharField(_("dari"), max_length=10, choices=Article.State)
    after = models.CharField(_("menjadi"), max_length=10, choices=Article.State)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="workflow_steps",
        verbose_name=_("oleh"),
    )
    at = models.DateTimeField(_("waktu"))
    note = models.TextField(_("catatan"), blank=True)
    revision = models.ForeignKey(Revision, models.CASCADE, related_name="steps", verbose_name=_("revisi"))
    printed = models.CharField(_("sidik yang tercetak"), max_length=64, blank=True)
    edition = models.ForeignKey(
        Edition, models.PROTECT, null=True, blank=True, related_name="steps", verbose_name=_("edisi")
    )

    class Meta:
        verbose_name = _("langkah kerja")
        verbose_name_plural = _("langkah kerja")
        ordering = ["id"]
        indexes = [
            # "is this approved, and what was said when it came back": every page of a release at the desk
            models.Index(fields=["article", "act", "-id"], name="articles_step_of_article"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.act}"
