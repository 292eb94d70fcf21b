"""The rows of the register as its page prints them: what each says is worked out once, in one language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from agreements.models import Agreement
from agreements.standing import Approval, Force
from pressroom.core.dates.days import interface_language
from pressroom.site.display.registers import between, kind_words
from pressroom.site.display.words import words
from pressroom.site.paths import path_to
from pressroom.site.status import Standing, approval_answer, force_words, signature_by_then


class Row(NamedTuple):
    """An agreement as it stood on a day; `approved` and `in_force` are what a reader hopes for."""

    path: str
    kind: str
    title: str
    parties: str
    signature: str
    approval: str
    approved: bool
    force: str
    in_force: bool


def table_of(agreements: Iterable[Agreement]) -> list[Row]:
    """The rows, in the language of the interface, of agreements fetched `with_standing` of that day."""
    language = interface_language()
    return [row_of(agreement, language) for agreement in agreements]


def row_of(agreement: Agreement, language: str) -> Row:
    stands: Standing = agreement.__dict__["stands"]
    return Row(
        path=path_to(language, "agreement", agreement.slug),
        kind=capitalised(kind_words(agreement)),
        title=words(agreement, "title"),
        parties=between(agreement),
        signature=capitalised(signature_by_then(stands, language)),
        approval=capitalised(approval_answer(stands, language)),
        approved=stands.approval == Approval.GIVEN,
        force=capitalised(force_words(stands, language)),
        in_force=stands.force == Force.IN_FORCE,
    )


def capitalised(words: str) -> str:
    """With a capital letter first, the others as they are."""
    return words[:1].upper() + words[1:]
