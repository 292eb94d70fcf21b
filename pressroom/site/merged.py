"""Where the address of a merged person or organization leads."""

from __future__ import annotations

from typing import TypeVar

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
