"""The one gate to the public: a row is public from the moment `public_from` names, and not before."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def public_or_absent(path: str, at: datetime | None = None) -> Q:
    """Condition that a relation leads nowhere, or to a row that the public may see."""
    return Q(**{f"{path}__isnull": True}) | Q(**{f"{path}__public_from__lte": at or timezone.now()})


class PublicQuerySet(models.QuerySet):
    def visible(self, at: datetime | None = None) -> Self:
        """Rows that the public may see at that moment (default: now)."""
        return self.filter(public_from__lte=at or timezone.now())


def columns_but(row: models.Model, *kept: str) -> list[str]:
    """Names of the fields that an ordinary save writes, without those that only one place may write."""
    return [f.name for f in row._meta.concrete_fields if not f.primary_key and f.name not in kept]


class Public(models.Model):
    """A fact with the moment from which anyone may know it; null: nobody outside yet.

    `change_kind` names the API resource that shows the fact, and with it the kind of its change-log rows.
    Each model's manager offers `visible()`, by a PublicQuerySet.
    """

    change_kind: ClassVar[str] = ""

    public_from = models.DateTimeField(
        _("publik sejak"),
        null=True,
        blank=True,
        editable=False,
        db_index=True,  # read by visible(), which every public query passes
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Leave `public_from` of a stored row alone: only revealing decides it, and it may just have."""
        if not self._state.adding and kwargs.get("update_fields") is None:
            kwargs["update_fields"] = columns_but(self, "public_from")
        super().save(*args, **kwargs)

    @property
    def public_id(self) -> str:
        """The identity under which the API and the change log know this row."""
        return str(getattr(self, "slug", None) or self.pk)

    def known_keys(self) -> list[int]:
        """The ids under which the record may know this row."""
        return [self.pk]

    @property
    def change_subject(self) -> Public:
        """The row whose API resource shows this fact."""
        return self

    def is_visible(self, at: datetime | None = None) -> bool:
        return self.public_from is not None and self.public_from <= (at or timezone.now())
