"""Which addresses are asked for, by the name of their row: run with DATABASE_URL, prints JSON.

The static files, whose names stand in every page, are collected on the way."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from itertools import islice
from pathlib import Path
from urllib.parse import urlencode

import django

SPREAD = 60  # releases over the whole archive, so that no page is asked for much more often than others


def releases() -> list[str]:
    from django.urls import reverse

    from articles.models import EditionText

    slugs = list(
        EditionText.objects.current()
        .filter(language="id")
        .order_by("published_at")
        .values_list("slug", flat=True)
    )
    return [reverse("site:release", args=[slug]) for slug in slugs[:: max(1, len(slugs) // SPREAD)]]


def deep() -> list[str]:
    """The last pages of the list of releases: behind the rows 20 to 70 from its end."""
    from django.urls import reverse

    from articles.models import EditionText
    from pressroom.core.keyset import write_cursor

    keys = ("-published_at", "-id")
    texts = EditionText.objects.current().filter(language="id")
    last = list(texts.order_by("published_at", "id").defer("html", "text", "stems")[20:70])
    cursors = [write_cursor(texts, keys, row, forward=True) for row in last]
    return [f"{reverse('site:releases')}?{urlencode({'cursor': cursor})}" for cursor in cursors]


def people() -> list[str]:
    from django.urls import reverse

    from entities.models import Person

    slugs = Person.objects.visible().order_by("pk").values_list("slug", flat=True)[:50]
    return [reverse("site:person", args=[slug]) for slug in slugs]


def rare_words(count: int = 10) -> list[str]:
    """Words that one release in all has, as far as a look at 400 of them tells."""
    from articles.models import EditionText

    texts = EditionText.objects.current().filter(language="id").order_by("pk")
    heard: Counter[str] = Counter()
    for text in texts.values_list("text", flat=True)[:400]:
        heard.update(set(re.findall(r"\b[A-Z][a-z]{11,}\b", text)))
    seldom = [word for word, times in sorted(heard.items()) if times == 1]
    alone = (word for word in seldom if texts.filter(text__contains=word).count() <= 2)
    return list(islice(alone, count))


def rows() -> dict[str, list[str]]:
    from django.urls import reverse

    search = reverse("site:search")
    return {
        "release": releases(),
        "list, first page": [reverse("site:releases")],
        "list, last pages": deep(),
        "register": [reverse("site:agreements")],
        "person": people(),
        "search, commonest word": [f"{search}?{urlencode({'q': 'contoh'})}"],
        "search, rare words": [f"{search}?{urlencode({'q': word})}" for word in rare_words()],
        "feed": [reverse("site:feed")],
        "home": [reverse("site:home")],
    }


if __name__ == "__main__":
    django.setup()
    from django.conf import settings

    from pressroom.core.management.commands.prepare import collect_static

    collect_static(Path(settings.STATIC_ROOT))
    json.dump(rows(), sys.stdout)
