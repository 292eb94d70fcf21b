"""Numbers as they come in with an address or a form."""

from __future__ import annotations

# Beyond what any column holds; Python refuses to read thousands of digits.
LONGEST = 9


def typed_number(text: str) -> int | None:
    """The number, or None for anything that is none of ours."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST else None
