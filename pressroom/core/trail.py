"""The table of the audit trail; `pressroom.core.audit.record` writes it, and nobody else."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pressroom.core import acts


class AuditEntry(models.Model):
    """One act: who did what to which thing, when, from which address, and why.

    Names stand as they were that day and nothing points to another table, so that an entry outlives whatever
    it tells of. `details` holds pairs, "field": [old, new]; that of a row on the page of its owner is named
    "quotes/12/text", and "quotes/12" alone is the row itself.
    """

    append_only = ("UPDATE", "DELETE")

    at = models.DateTimeField(_("waktu"), db_index=True)  # the desk's list, newest first, and its periods
    actor = models.CharField(_("pelaku"), max_length=150, blank=True)
    address = models.CharField(_("alamat jaringan"), max_length=45, blank=True)
    act = models.CharField(_("tindakan"), max_length=30, choices=acts.choices)
    subject_type = models.CharField(_("jenis objek"), max_length=100, blank=True)
    subject_id = models.CharField(_("pengenal objek"), max_length=80, blank=True)
    subject = models.CharField(_("objek"), max_length=250, blank=True)
    details = models.JSONField(_("rincian"), default=dict, blank=True)
    reason = models.TextField(_("alasan"), blank=True)

    class Meta:
        verbose_name = _("catatan audit")
        verbose_name_plural = _("catatan audit")
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(subject_type="", subject_id="") | (~Q(subject_type="") & ~Q(subject_id="")),
                name="core_auditentry_subject",
            ),
        ]
        indexes = [
            # "what became of this row": the history page of every object at the desk
            models.Index(fields=["subject_type", "subject_id", "-at"], name="core_audit_of_subject"),
            # "what did this person do": the desk's list for one name
            models.Index(fields=["actor", "-at"], name="core_audit_of_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.subject or '–'}: {self.get_act_display()}"
