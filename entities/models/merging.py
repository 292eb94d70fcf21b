from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pressroom.core.visibility import Public, PublicQuerySet

# Mergers of mergers are followed this far; a longer chain, or a circle, leads nowhere.
LONGEST_CHAIN = 10


class MergeableQuerySet(PublicQuerySet):
    def standing(self) -> Self:
        """Rows that have not been merged into another."""
        return self.filter(merged_into__isnull=True)


class Mergeable(Public):
    """Somebody or something of which the register may hold two rows by mistake; merging deletes neither."""

    merged_into: Any = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_from",
        verbose_name=_("digabungkan ke"),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="%(app_label)s_%(class)s_not_merged_into_itself",
            ),
        ]

    def survivor(self) -> Self | None:
        """The row that stands for this one, itself or what it was merged into however often."""
        row = self
        for _step in range(LONGEST_CHAIN):
            if row.merged_into is None:
                return row
            row = row.merged_into
        return None

    def known_keys(self) -> list[int]:
        """The ids under which the record may know this row: its own, and those of all merged into it."""
        found = [self.pk]
        rows: Any = self._meta.default_manager
        while more := rows.filter(merged_into__in=found).exclude(pk__in=found).values_list("pk", flat=True):
            found += more
        return found
