"""Rows that wait to be written together: a few statements for a whole draft, in the order of their keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from agreements.models import (
    AgendaItem,
    Agreement,
    AgreementAction,
    AgreementParty,
    Event,
    EventParticipant,
    LegalInstrument,
)
from articles.models import Article, Citation, Quote
from entities.models import (
    Appointment,
    Organization,
    OrganizationName,
    Person,
    PersonHonorific,
    PersonName,
    Post,
)

from .answers import Answers, Refused

ORDER: tuple[type[Model], ...] = (
    *(Organization, OrganizationName, Person, PersonName, PersonHonorific, Post, Appointment),
    *(LegalInstrument, Agreement, AgreementParty, AgreementAction, Event, EventParticipant, AgendaItem),
    *(Article, Quote, Citation),
)


class Rows:
    """New rows, each with the key of its card, so that the database's refusals are told where they belong."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.new: defaultdict[type[Model], list[Any]] = defaultdict(list)
        self.keys: dict[int, str] = {}

    def add(self, key: str, row: Any) -> Any:
        """Hold a row to the rules of its own columns; those of the database are asked when it is saved.

        Its address is given only then.
        """
        self.new[type(row)].append(row)
        self.keys[id(row)] = key
        try:
            row.clean_fields(exclude=("slug", *at_hand(row)))
            row.clean()
        except ValidationError as error:
            self.refuse(key, error)
        return row

    def refuse(self, key: str, error: ValidationError) -> None:
        """Each message at the value of that name where the card has it, else at the card."""
        card = self.answers.proposals.card(key)
        names = {field.name for field in card.fields} if card else set()
        for name, messages in by_column(error).items():
            for message in messages:
                self.answers.refuse(f"{key}-{name}" if name in names else key, message)

    def save(self) -> None:
        """Write everything or nothing. Raises Refused."""
        try:
            with transaction.atomic():
                for model in ORDER:
                    model._default_manager.bulk_create(self.new[model])
        except IntegrityError as error:
            raise self.explained() from error

    def explained(self) -> Refused:
        """What the database refused without saying where: ask each row by itself."""
        for row in (row for model in ORDER for row in self.new[model]):
            try:
                row.validate_unique()
                row.validate_constraints()
            except ValidationError as error:
                self.refuse(self.keys[id(row)], error)
        if not self.answers.errors:
            self.answers.refuse("release-0", _("Daftar berubah sementara itu; baca ulang naskahnya."))
        return Refused(self.answers.errors)


def at_hand(row: Model) -> list[str]:
    """Names of relations to rows that we hold: just read, or not written yet."""
    relations: Iterable[Any] = (field for field in row._meta.concrete_fields if field.is_relation)
    return [field.name for field in relations if field.is_cached(row) and getattr(row, field.name)]


def by_column(error: ValidationError) -> dict[str, list[str]]:
    return error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
