"""The releases of many years, written into the tables by the database itself: 100,000 in about a minute."""

from __future__ import annotations

from typing import Any

from django.db import connection, models, transaction

from articles.models import (
    Article,
    ArticleSlug,
    Citation,
    Edition,
    EditionCitation,
    EditionFact,
    EditionProof,
    EditionQuote,
    EditionSubject,
    EditionText,
    Quote,
    Revision,
    WorkflowStep,
)
from entities.models import Appointment, Person
from pressroom.core import changes
from pressroom.core.models import AuditEntry, Change
from tests.benchmarks.realistic import SENTENCES, paragraphs
from tests.factories import LONG_AGO

# Keys left free before each crowd, so that no row of any table is in its way.
ROOM = 1_000_000
TEXT = " ".join(SENTENCES)
HTML = paragraphs(SENTENCES)
HEX = "printf('%%064x', n)"


def write(model: type[models.Model], first: int, last: int, **columns: str) -> None:
    """One row for each number `n` from first to last: columns are SQL, the rest have the model's defaults."""
    fields = [f for f in model._meta.concrete_fields if f.attname in columns or not f.primary_key]
    names = ", ".join(f'"{f.column}"' for f in fields)
    values = ", ".join(columns.get(f.attname, "%s") for f in fields)
    defaults = [default(f) for f in fields if f.attname not in columns]
    numbers = "WITH RECURSIVE numbers(n) AS (SELECT %s UNION ALL SELECT n + 1 FROM numbers WHERE n < %s)"
    rows = f'INSERT INTO "{model._meta.db_table}" ({names}) SELECT {values} FROM numbers'  # noqa: S608 (our own)
    with connection.cursor() as cursor:
        cursor.execute(f"{numbers} {rows}", [first, last, *defaults])


def default(field: models.Field) -> Any:
    value = LONG_AGO if isinstance(field, models.DateTimeField) and not field.null else field.get_default()
    return field.get_db_prep_save(value, connection)


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''").replace("%", "%%") + "'"


@transaction.atomic
def grow(count: int) -> None:
    """Let there be so many releases more, which speak of the people in the register by turns."""
    newest = Article.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    first = newest + ROOM
    last = first + count - 1
    held = list(Appointment.objects.order_by("pk").values_list("pk", "person_id", "person__slug"))
    lowest, (_pk, person, _slug) = held[0][0], held[0]
    assert [(row[0] - lowest, row[1] - person) for row in held] == [(n, n) for n in range(len(held))]
    someone, something = (f"({lead} + n %% {len(held)})" for lead in (person, lowest))
    write_record(first, last)
    write_working_copies(first, last, someone, something)
    write_projections(first, last, someone, something)


def write_record(first: int, last: int) -> None:
    document = quoted('{"body": "' + TEXT + '"}')
    write(
        Article,
        first,
        last,
        id="n",
        uid="printf('%%032x', n)",
        slug="'lama-' || n",
        slug_en="'old-' || n",
        title="'Siaran ' || n",
        body=quoted(HTML),
        state="'published'",
    )
    write(Revision, first, last, id="n", article_id="n", number="1", document=document, digest=HEX)
    write(
        Edition,
        first,
        last,
        id="n",
        article_id="n",
        number="1",
        kind="'first'",
        languages="'id,en'",
        document=document,
        digest=HEX,
        chain=HEX,
        revision_id="n",
        reason="'Siaran lama.'",
    )
    uid = "printf('%%032x', n)"
    for act in ("submit", "approve", "publish"):
        write(WorkflowStep, first, last, article_id="n", act=f"'{act}'", revision_id="n")
        write(AuditEntry, first, last, act=f"'{act}'", subject_type="'articles.article'", subject_id="n")
    write(
        Change,
        first,
        last,
        seq=f"n - {first} + {changes.newest() + 1}",
        kind="'release'",
        object_id=uid,
        op="'upsert'",
        version="1",
    )


def write_working_copies(first: int, last: int, someone: str, something: str) -> None:
    write(Article.people.through, first, last, article_id="n", person_id=someone)
    write(Quote, first, last, article_id="n", ordinal="1", speaker_id=someone, appointment_id=something)
    write(Citation, first, last, article_id="n", excerpt="'Kepala'", appointment_id=something)


def write_projections(first: int, last: int, someone: str, something: str) -> None:
    for language in ("id", "en"):
        texts = {
            "title": "'Siaran ' || n",
            "html": quoted(HTML),
            "text": quoted(TEXT),
            "stems": "'kerja sama'",
        }
        of = {"edition_id": "n", "language": f"'{language}'"}
        slug = f"'{'lama' if language == 'id' else 'old'}-' || n"
        write(EditionText, first, last, **of, **texts, article_id="n", slug=slug, kind="'press_release'")
        write(
            EditionQuote, first, last, **of, ordinal="1", kind="'direct'", speaker_id=someone, text="'Kata'"
        )
        write(ArticleSlug, first, last, article_id="n", language=f"'{language}'", slug=slug)
    for ordinal in range(1, 6):
        subject = f"({someone} + {ordinal})"
        write(
            EditionSubject,
            first,
            last,
            edition_id="n",
            subject_type="'person'",
            subject_id=subject,
            ordinal=str(ordinal),
        )
        label = quoted(Person._meta.label_lower)
        write(EditionFact, first, last, edition_id="n", fact_type=label, fact_id=subject)
    write(
        EditionCitation,
        first,
        last,
        edition_id="n",
        target_type="'appointment'",
        target_id=something,
        paragraph="1",
        basis="'stated'",
    )
    write(EditionProof, first, last, edition_id="n", article_id="n", code="'A' || n")
