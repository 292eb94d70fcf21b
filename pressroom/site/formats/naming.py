"""What this site is called, exactly as its pages say it."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override


def site_name(language: str) -> str:
    """Such as "Ruang Pers BNPT"."""
    with override(language):
        return _("Ruang Pers %(short)s") % {"short": settings.AGENCY["short"]}
