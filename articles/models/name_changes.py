from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class NameChange(models.Model):
    """A row of a register whose names changed, written by the database itself, so that no writer is missed.

    Intake keeps all names in memory and reads here what has to be read again. `mark` orders the changes as
    they become visible: on SQLite a counter, on PostgreSQL the number of the writing transaction. `token`
    tells a change from another that got its number after a rollback.
    """

    kind = models.CharField(_("jenis"), max_length=12)
    subject = models.CharField(_("pengenal"), max_length=20)
    mark = models.BigIntegerField(_("urutan"), db_index=True)  # "what changed since": every resolved release
    token = models.CharField(_("tanda"), max_length=36)

    class Meta:
        verbose_name = _("perubahan nama")
        verbose_name_plural = _("perubahan nama")

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"
