"""The language of a problem document, and a word in each of our languages."""

from __future__ import annotations

from django.db.models import Choices
from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

from pressroom.core.page import in_language

LANGUAGES = ("id", "en")


def preferred(request: HttpRequest) -> str:
    """What Accept-Language asks for; Indonesian where it names none of our languages.

    LocaleMiddleware goes by the address, and the addresses of the API have no language.
    """
    for code, _quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        if (language := code.split("-")[0]) in LANGUAGES:
            return language
    return LANGUAGES[0]


def in_both(choice: Choices) -> dict[str, str]:
    """The label of a choice in both languages, whichever is active."""
    labels = {}
    for language in LANGUAGES:
        with in_language(language):
            labels[language] = str(choice.label)
    return labels
