"""What this site is called, exactly as its pages say it."""

from __future__ import annotations

from functools import cache

from django.conf import settings
from django.utils.translation import gettext as _

from pressroom.core.page import in_language


def site_name(language: str) -> str:
    """Such as "Ruang Pers BNPT"."""
    return site_of(settings.AGENCY["short"], language)


@cache
def site_of(agency: str, language: str) -> str:
    with in_language(language):
        return _("Ruang Pers %(short)s") % {"short": agency}
