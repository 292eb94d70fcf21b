from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from django.conf import settings

SHOWN_BY = re.compile(r"\.(py|html|xml|mo|css|js|csv|txt)$")
ROOMS = ("pressroom", "articles", "agreements", "entities", "templates", "locale")


def build() -> str:
    """A word that is another one after every change of the program: its pages may look different then.

    The settings count too, as far as pages show them.
    """
    files = [path for room in ROOMS for path in (Path(settings.BASE_DIR) / room).rglob("*")]
    newest = max(path.stat().st_mtime_ns for path in files if SHOWN_BY.search(path.name))
    shown = repr((newest, settings.AGENCY, settings.TIME_ZONE_LABEL, settings.STATIC_URL))
    return sha256(shown.encode()).hexdigest()[:12]
