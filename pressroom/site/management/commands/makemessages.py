"""`makemessages` that reads both kinds of templates."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.core.management.commands import makemessages
from django.template import engines
from jinja2 import Environment

from pressroom.site.templating import is_for_readers

TEMPLATES = Path(settings.BASE_DIR) / "templates"

# One text of a template: its line, the function that it is given to, and its words.
Message = tuple[int, str, str | tuple[str | None, ...] | None]


class BuildFile(makemessages.BuildFile):
    """A template of readers goes to xgettext as the calls of gettext that it makes, each on its line."""

    def preprocess(self) -> None:
        path = Path(self.path).resolve()
        if path.is_relative_to(TEMPLATES) and is_for_readers(str(path.relative_to(TEMPLATES))):
            Path(self.work_path).write_text(calls(path.read_text()))
        else:
            super().preprocess()


def calls(source: str) -> str:
    environment: Environment = engines["jinja2"].env  # type: ignore[attr-defined]
    messages: Iterable[Message] = environment.extract_translations(source)  # type: ignore[attr-defined]
    lines = [""] * (source.count("\n") + 1)
    for line, function, words in messages:
        lines[line - 1] += f"{function}({arguments(words)}); "
    return "\n".join(lines)


def arguments(words: str | tuple[str | None, ...] | None) -> str:
    """As Python writes them; what is no literal, such as a number, is none of xgettext's business."""
    given = words if isinstance(words, tuple) else (words,)
    return ", ".join(repr(word) for word in given if word is not None)


class Command(makemessages.Command):
    build_file_class = BuildFile
