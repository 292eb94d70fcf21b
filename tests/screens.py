"""The windows in which pages are looked at: two that differ in all, or every one (SCREENS=all)."""

import os

EVERY = [(width, scheme) for width in (320, 768, 1280) for scheme in ("light", "dark")]
ALL = os.environ.get("SCREENS") == "all"
SCREENS = EVERY if ALL else [(320, "dark"), (1280, "light")]


def is_shown(path: str, width: int) -> bool:
    """English pages in the narrow window, Indonesian ones in the wide one; all of them with SCREENS=all."""
    return ALL or path.startswith("/en/") == (width < 1280)
