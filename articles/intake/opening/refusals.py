"""Why a file cannot be read."""

from __future__ import annotations


class Unreadable(Exception):
    """The message says why and what to do instead, in the editor's language."""
