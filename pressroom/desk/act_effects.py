"""What readers, feeds and partners get once an act is done: tried out for real, looked at, and undone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Edition, EditionProof
from articles.rehearsal import NO_CODE, bring_forward, rehearsal
from articles.workflow import perform
from pressroom.core import changes
from pressroom.core.models import Change
from pressroom.core.page import in_language
from pressroom.desk.moments import both_clocks
from pressroom.desk.rehearsing import render

# What a feed says of one release, as the Atom and tombstone formats spell it.
ENTRY = re.compile(
    r"<entry[ >].*?</entry>|<at:deleted-entry[^>]*/>|<at:deleted-entry.*?</at:deleted-entry>", re.S
)
# The frame that shows a page runs none, and would complain of it.
SCRIPT = re.compile(r"<script defer[^>]*></script>")


@dataclass(frozen=True)
class Page:
    """What readers of one language find at the address of the release."""

    language: str
    path: str
    status: int
    html: str


@dataclass(frozen=True)
class Feed:
    """The entries of one language's feed that come or change; none: the feed stays as it is."""

    language: str
    entries: tuple[str, ...]


def effects(
    request: HttpRequest, act: str, article: Article, version: int, answers: dict[str, Any]
) -> dict[str, Any]:
    """The context of `_effects.html`. Raises whatever the act raises."""
    user: User = request.user  # type: ignore[assignment]
    logged = changes.newest()
    with rehearsal():
        before = {language: entries(request, language) for language in ("id", "en")}
        edition: Any = perform(act, article, by=user, version=version, **answers)
        is_ahead = edition.public_from > timezone.now()
        make_come(edition, is_ahead)
        return {
            "moment": both_clocks(edition.public_from, exact=True) if is_ahead else "",
            "early": is_ahead and edition.early_access,
            "pages": list(pages(request, edition)),
            "feed_changes": [Feed(code, come(before[code], entries(request, code))) for code in before],
            "answer": partners_answer(request, article),
            "changes": list(Change.objects.filter(seq__gt=logged).order_by("seq")),
        }


def make_come(edition: Edition, is_ahead: bool) -> None:
    """Nobody is to note down a code that is not the one that will be printed."""
    if is_ahead:
        bring_forward(edition)
    EditionProof.objects.filter(edition=edition).update(code=NO_CODE)


def pages(request: HttpRequest, edition: Edition) -> Iterator[Page]:
    document = edition.document
    for language, text in (document["texts"] or document.get("notices", {})).items():
        with in_language(language):
            path = reverse("site:release", args=[text["slug"]])
        [response] = render(request, [path], language)
        yield Page(language, path, response.status_code, SCRIPT.sub("", written(response)))


def entries(request: HttpRequest, language: str) -> list[str]:
    with in_language(language):
        path = reverse("site:feed")
    [response] = render(request, [path], language)
    return ENTRY.findall(written(response))


def come(before: list[str], after: list[str]) -> tuple[str, ...]:
    return tuple(entry.replace("><", ">\n<") for entry in after if entry not in before)


def partners_answer(request: HttpRequest, article: Article) -> dict[str, Any]:
    path = reverse("api:releases-detail", args=[article.uid])
    [response] = render(request, [path], "id")
    body = json.dumps(json.loads(written(response)), ensure_ascii=False, indent=2)
    return {"path": path, "status": response.status_code, "body": body}


def written(response: HttpResponse) -> str:
    return response.content.decode()
