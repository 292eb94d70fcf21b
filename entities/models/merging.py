from __future__ import annotations

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pressroom.core.visibility import Public, PublicQuerySet

# Mergers of mergers are followed this far; a longer chain, or a circle, leads nowhere.
LONGEST_CHAIN = 10


class MergeableQuerySet(PublicQuerySet):
    def standing(self, at: datetime | None = None) -> Self:
        """Rows that stand for themselves: merged into no other, or into one that nobody outside knows yet."""
        taken_over = Q(merged_into__public_from__lte=at or timezone.now())
        return self.exclude(taken_over)


class Mergeable(Public):
    """Somebody or something of which the register may hold two rows by mistake; merging deletes neither.

    A merger takes effect for readers once the row that takes over is public: until then the other stands for
    itself, and nothing of a hidden row shows through a public one, whichever was merged into which.
    """

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
        """The row that stands for this one in public, itself or what it was merged into however often."""
        row = self
        for _step in range(LONGEST_CHAIN):
            if row.stands():
                return row
            row = row.merged_into
        return None

    def stands(self) -> bool:
        """The row's form of `MergeableQuerySet.standing`."""
        return self.merged_into is None or not self.merged_into.is_visible()

    def known_keys(self) -> list[int]:
        """The ids under which readers know this row: its own, and those of the public rows merged into it."""
        found = [self.pk]
        rows: Any = self._meta.default_manager.visible()  # type: ignore[union-attr]
        while more := rows.filter(merged_into__in=found).exclude(pk__in=found).values_list("pk", flat=True):
            found += more
        return found
