"""Moments as machines of every age read them."""

from __future__ import annotations

from datetime import UTC, datetime


def utc(at: datetime) -> str:
    """Such as "2024-10-09T05:00:00Z": Superdesk takes no other offset and no fraction of a second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
