"""From an uploaded file or a pasted text to the plain text of a release: .txt, .docx, .html, .eml.

What a file is, its content says; its name only helps where the content could be either.
"""

from __future__ import annotations

from .files import FILE_LIMIT, Opened, open_file, open_release
from .pasting import TEXT_LIMIT, tidy
from .refusals import Unreadable

__all__ = ["FILE_LIMIT", "TEXT_LIMIT", "Opened", "Unreadable", "open_file", "open_release", "tidy"]
