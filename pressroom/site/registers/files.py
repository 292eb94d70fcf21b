"""The rows of the register as files to take along: exactly those that the page lists, written while read.

CSV after RFC 4180 in UTF-8 with a byte order mark, JSON as one object. Each column is named here; nothing
else of a row leaves the house.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from agreements.kinds import ActionKind
from agreements.models import Agreement, AgreementParty, LegalInstrument
from agreements.standing import taken_by
from pressroom.core.cells import Line, harmless
from pressroom.core.dates import when_edtf
from pressroom.core.page import in_language
from pressroom.site.registers.agreements import RegisterQuestion
from pressroom.site.status import Standing, newest, sentence, standing_on

# Without this mark Excel takes UTF-8 for something else.
BYTE_ORDER_MARK = "\ufeff"
CHUNK = 200

Row = dict[str, Any]


def rows(question: RegisterQuestion, request: HttpRequest, language: str) -> Iterator[Row]:
    """A row for each agreement in the order of the list: words in that language, codes, dates as EDTF."""
    with in_language(language):
        start = request.build_absolute_uri(reverse("site:agreements"))
    for agreement in question.rows().iterator(chunk_size=CHUNK):
        # Only while a row is made: whoever reads the stream goes on in a language of their own.
        with in_language(language):
            row = row_of(agreement, question, language)
        yield {"id": agreement.slug, "url": f"{start}{agreement.slug}/", **row}


def row_of(agreement: Agreement, question: RegisterQuestion, language: str) -> Row:
    stands = standing_on(question.day, agreement, list(agreement.actions.all()))
    signed, parties = newest(stands.steps, ActionKind.SIGNATURE), list(agreement.parties.all())
    return {
        "kind": agreement.kind,
        "kind_name": agreement.get_kind_display(),
        "title": agreement.title,
        "title_en": agreement.title_en,
        "parties": [party_name(party, language) for party in parties],
        "countries": sorted({party.nationality for party in parties if party.nationality}),
        "signed": when_edtf(signed.when) if signed else None,
        "as_of": stands.day.isoformat(),
        "approval": stands.approval.value,
        "approval_instruments": [law.citation(language) for law in approvals(stands)],
        "force": stands.force.value,
        "status": sentence(stands, language),
        "registration_no": agreement.registration_no,
    }


def party_name(party: AgreementParty, language: str) -> str:
    return party.name(language) or party.name()


def approvals(stands: Standing) -> list[LegalInstrument]:
    """The public instruments of approvals taken by the day asked for."""
    steps = taken_by(stands.day, stands.steps)
    laws = [step.instrument for step in steps if step.kind == ActionKind.DOMESTIC_APPROVAL]
    return [law for law in laws if law and law.is_visible()]


COLUMNS = (
    *("id", "url", "kind", "kind_name", "title", "title_en", "parties", "countries", "signed"),
    *("as_of", "approval", "approval_instruments", "force", "status", "registration_no"),
)


def csv_lines(found: Iterable[Row], question: RegisterQuestion) -> Iterator[str]:
    writer = csv.DictWriter(Line(), COLUMNS)
    yield BYTE_ORDER_MARK + str(writer.writeheader())
    for row in found:
        yield str(writer.writerow({name: cell(value) for name, value in row.items()}))


def cell(value: Any) -> str:
    """The text of a cell, quoted where a spreadsheet would compute it; several values are parted by "; "."""
    text = "; ".join(value) if isinstance(value, list) else str("" if value is None else value)
    return harmless(text)


def json_parts(found: Iterable[Row], question: RegisterQuestion) -> Iterator[str]:
    """`as_of`, `query` (the parameters asked) and `agreements`."""
    head = {"as_of": question.day.isoformat(), "query": question.parameters()}
    yield f'{json.dumps(head)[:-1]}, "agreements": ['
    for number, row in enumerate(found):
        yield f"{',' if number else ''}\n{json.dumps(row, ensure_ascii=False)}"
    yield "\n]}\n"


# Media type and writer by the end of the address.
FORMATS: dict[str, tuple[str, Callable[[Iterable[Row], RegisterQuestion], Iterator[str]]]] = {
    "csv": ("text/csv; charset=utf-8", csv_lines),
    "json": ("application/json; charset=utf-8", json_parts),
}
