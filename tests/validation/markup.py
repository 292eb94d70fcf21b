"""HTML, CSS and SVG as the Nu Html Checker (vnu) judges them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.validation.answers import Answer, Finding

ENDS = {"text/html": "html", "text/css": "css", "image/svg+xml": "svg"}
OPTIONS = ("--also-check-css", "--also-check-svg", "--format", "json", "--stdout", "--exit-zero-always")
# Standards that are newer than the checker; told as warnings, so that nobody forgets them.
# field-sizing is of CSS Basic User Interface 4.
TOO_NEW = ("Property “field-sizing” doesn't exist",)
MEMORY = "-Xss4m"  # long pages are read in a deep recursion


def judged(answers: Iterable[Answer], vnu: Path, folder: Path) -> tuple[list[Finding], list[Finding]]:
    """Errors and warnings. Documents are laid into the folder, where the checker reads them."""
    urls = {laid(answer, number, folder): answer.url for number, answer in enumerate(answers)}
    command = ["java", MEMORY, "-jar", str(vnu), *OPTIONS, str(folder)]
    told = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    messages = json.loads(told.stdout)["messages"]
    errors = [message for message in messages if is_error(message)]
    warnings = [message for message in messages if not is_error(message)]
    return list(findings(errors, urls)), list(findings(warnings, urls))


def is_error(message: dict[str, Any]) -> bool:
    return message["type"] != "info" and not any(words in message["message"] for words in TOO_NEW)


def laid(answer: Answer, number: int, folder: Path) -> str:
    path = folder / f"{number:05}.{ENDS[answer.type]}"
    path.write_bytes(answer.body)
    return path.name


def findings(messages: Iterable[dict[str, Any]], urls: dict[str, str]) -> Iterator[Finding]:
    for message in messages:
        name = Path(urlsplit(message.get("url", "")).path).name
        place = f"line {message.get('lastLine', '?')}: {' '.join(message.get('extract', '').split())}"
        yield Finding(f"{urls.get(name, name)} ({place})", f"vnu: {message['message']}")
