"""The answers to a question as a table (CSV, RFC 4180), written while the rows are read, however many.

Columns have the names that the API uses, in every language. `status` is that of ninjs: `usable`, or
`withheld` and `canceled` for what was taken away, whose rows come last and say why.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import F, QuerySet
from django.http import HttpRequest, StreamingHttpResponse
from django.views.decorators.http import require_safe

from articles.models import EditionText, PublicNote
from pressroom.core.cells import Line, harmless
from pressroom.core.dates.days import interface_language
from pressroom.core.page import in_language
from pressroom.site.asking import Question, asked
from pressroom.site.formats.entries import correction_words, entry_of_notice, with_uid
from pressroom.site.formats.moments import utc
from pressroom.site.formats.taken import taken_away
from pressroom.site.history import corrections_of
from pressroom.site.languages import address_in
from pressroom.site.reading import links

COLUMNS = (
    *("uid", "status", "language", "kind", "number", "title", "lead", "place", "released_on"),
    *("published_at", "updated_at", "url", "corrections", "reason"),
)
TYPE = "text/csv; charset=utf-8; header=present"
AT_ONCE = 500


@require_safe
def releases_csv(request: HttpRequest) -> StreamingHttpResponse:
    question, language = asked(request.GET), interface_language()
    name = {"Content-Disposition": f'attachment; filename="siaran-pers-{language}.csv"'}
    return StreamingHttpResponse(lines(question, language, request), content_type=TYPE, headers=name)


def lines(question: Question, language: str, request: HttpRequest) -> Iterator[str]:
    writer = csv.DictWriter(Line(), COLUMNS)
    yield str(writer.writeheader())
    for row in rows(question, language):
        address = request.build_absolute_uri(row.pop("path"))
        yield str(writer.writerow({name: harmless(value) for name, value in {**row, "url": address}.items()}))


def rows(question: Question, language: str) -> Iterator[dict[str, str]]:
    """A dict a line; its `path` is relative."""
    texts = with_uid(question.texts(links(language), language)).order_by("-published_at", "-id")
    for chunk in chunks(texts):
        yield from rows_of_texts(chunk, language)
    gone = taken_away(question, language).annotate(uid=F("article__uid")).order_by("-public_from", "-id")
    for chunk in chunks(gone):
        yield from rows_of_notices(chunk, language)


def chunks(found: QuerySet) -> Iterator[list[Any]]:
    chunk: list[Any] = []
    for row in found.iterator(chunk_size=AT_ONCE):
        chunk.append(row)
        if len(chunk) == AT_ONCE:
            yield chunk
            chunk = []
    yield chunk


def rows_of_texts(texts: Iterable[EditionText], language: str) -> list[dict[str, str]]:
    """One query a chunk for all its corrections. The language of the request is over when rows are read."""
    corrections = corrections_of(text.article_id for text in texts)
    with in_language(language):
        return [row_of_text(text, corrections.get(text.article_id, ())) for text in texts]


def row_of_text(text: EditionText, corrections: Iterable[PublicNote]) -> dict[str, str]:
    return {
        "uid": str(text.__dict__["uid"]),
        "status": "usable",
        "language": text.language,
        "kind": text.kind,
        "number": text.number,
        "title": text.title,
        "lead": text.lead,
        "place": text.place,
        "released_on": text.released_on.isoformat() if text.released_on else "",
        "published_at": utc(text.published_at),
        "updated_at": utc(text.updated_at),
        "path": address_in(text.language, "release", text.slug),
        "corrections": "\n".join(map(correction_words, corrections)),
    }


def rows_of_notices(notices: Iterable[Any], language: str) -> list[dict[str, str]]:
    with in_language(language):
        return [row_of_notice(notice) for notice in notices]


def row_of_notice(notice: Any) -> dict[str, str]:
    entry = entry_of_notice(notice)
    return {
        "uid": str(notice.uid),
        "status": entry.status,
        "language": notice.language,
        "title": notice.title,
        "published_at": utc(entry.published),
        "updated_at": utc(entry.updated),
        "path": entry.link,
        "reason": entry.summary,
    }
