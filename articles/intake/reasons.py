"""The reader's reasons in the language of whoever reads them."""

from datetime import date

from django.utils.translation import get_language, gettext

from pressroom.core.dates import write_day

from .reader import Evidence


def say(evidence: Evidence) -> str:
    """The reason as a sentence in the active language; "" for what is simply stated."""
    if not evidence.reason:
        return ""
    language = "en" if (get_language() or "id").startswith("en") else "id"
    values = {
        name: write_day(value, language) if isinstance(value, date) else value
        for name, value in evidence.values.items()
    }
    return gettext(evidence.reason) % values
