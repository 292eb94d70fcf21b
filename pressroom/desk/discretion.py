"""What may not be written into logs: tokens that let reviewers read, and subscribers manage what they get."""

from __future__ import annotations

import logging
import re
from typing import Any

# The loggers of Django that write addresses: errors, refused forms, and the development server.
LOGGERS = ("django.request", "django.security.csrf", "django.server")
TOKEN = re.compile(r"(/pratinjau/|/(?:langganan|alerts)/[\w-]+/)[^/\s?\"']+")


def without_token(part: Any) -> Any:
    return TOKEN.sub(r"\1•••", part) if isinstance(part, str) else part


def hide_tokens(record: logging.LogRecord) -> bool:
    record.msg = without_token(record.msg)
    if isinstance(record.args, tuple):
        record.args = tuple(map(without_token, record.args))
    return True


def keep() -> None:
    for name in LOGGERS:
        logging.getLogger(name).addFilter(hide_tokens)
