"""Merged people and organizations: where their address leads."""

from __future__ import annotations

from typing import TypeVar

from django.http import Http404

from entities.models import Organization, Person

Entity = TypeVar("Entity", Person, Organization)


def standing_in_for(merged: Entity) -> Entity:
    """The public row that has taken over, however many mergers lie between; a 404 if they go in a circle."""
    survivor = merged.survivor()
    if survivor is None:
        raise Http404
    return survivor
