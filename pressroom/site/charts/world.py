"""The map of the world: which countries it can draw. Its shapes are `static/site/world.svg`, by ISO code.

Natural Earth, public domain; made by bin/world_map.py.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

FILE = "site/world.svg"
SHAPES = Path(__file__).parents[1] / "static" / FILE


@cache
def drawn() -> frozenset[str]:
    """The ISO 3166-1 alpha-2 codes of the countries that are on the map, small ones as dots."""
    return frozenset(re.findall(r'id="([A-Z]{2})"', SHAPES.read_text()))
