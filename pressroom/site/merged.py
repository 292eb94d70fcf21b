"""Merged people and organizations: where their address leads, and under which ids they are known."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from django.db.models import Exists, OuterRef
from django.http import Http404

from entities.models import Organization, Person
from entities.models.merging import MergeableQuerySet

Entity = TypeVar("Entity", Person, Organization)


def standing_in_for(merged: Entity) -> Entity:
    """The public row that has taken over, however many mergers lie between; a 404 if they go in a circle."""
    survivor = merged.survivor()
    if survivor is None:
        raise Http404
    return survivor


def with_absorbed(rows: MergeableQuerySet, now: datetime) -> MergeableQuerySet:
    """`absorbed`: whether public rows were merged into this one."""
    others = rows.model._default_manager.visible(now).filter(merged_into=OuterRef("pk"))
    return rows.annotate(absorbed=Exists(others))


def keys_of(row: Entity) -> list[int]:
    """`known_keys()` of a row that was read `with_absorbed`: most have one, and need not be asked for it."""
    return row.known_keys() if row.__dict__["absorbed"] else [row.pk]
