"""Merged people and organizations: where their address leads, and what is found under the one that stands."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model
from django.http import Http404

from entities.models import Organization, Person

Entity = TypeVar("Entity", Person, Organization)

LONGEST_CHAIN = 10


def standing_in_for(merged: Entity) -> Entity:
    """The public row that has taken over, however many mergers lie between; a 404 if none is public."""
    entity = merged
    for _ in range(LONGEST_CHAIN):
        if entity.merged_into is None:
            break
        entity = entity.merged_into
    if entity.merged_into_id or not entity.is_visible():
        raise Http404
    return entity


def keys_of(subject: Model) -> list[int]:
    """The ids under which the record may know a row: its own, and those of all that were merged into it."""
    found = [subject.pk]
    if not isinstance(subject, (Person, Organization)):
        return found
    rows = type(subject)._default_manager
    while more := rows.filter(merged_into__in=found).exclude(pk__in=found).values_list("pk", flat=True):
        found += more
    return found
