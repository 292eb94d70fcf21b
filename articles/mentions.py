"""What a release speaks of, cites, or needs to be understood, followed through the registers.

Each step asks for rows by their keys: a query that joins its way from a release to a fact would also read
what all the other releases say of that fact.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from agreements.models import (
    AgendaItem,
    Agreement,
    AgreementAction,
    AgreementParty,
    AgreementRelation,
    Event,
    EventParticipant,
    LegalInstrument,
)
from articles.models import Article
from entities.models import (
    Appointment,
    Organization,
    OrganizationName,
    Person,
    PersonHonorific,
    PersonName,
    Post,
    Topic,
)
from pressroom.core.visibility import Public

Keys = set[Any]


def column(rows: Iterable[Model], name: str) -> Keys:
    return {getattr(row, name) for row in rows} - {None}


def by_key(model: type[Public], keys: Keys) -> list[Any]:
    return list(model._default_manager.filter(pk__in=keys).order_by())


class Mentions:
    """The facts of one working copy, read when they are first asked for.

    Of what leads no further the keys are enough: nothing is read of an event, a person or a topic.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.citations = list(article.citations.all())
        self.quotes = list(article.quotes.all())

    def keys(self) -> dict[type[Public], Keys]:
        """Of every fact, by its model."""
        rows = (
            *(self.participants, self.agenda, self.parties, self.relations),
            *(self.person_names, self.organization_names),
        )
        return {**self.citable(), **self.context(), **dict(zip(PARTS, (column(r, "pk") for r in rows), strict=True))}

    def linked(self, name: str) -> Keys:
        return column(getattr(self.article, name).all(), "pk")

    @cached_property
    def free(self) -> Q:
        """Holds for those parts of a fact that do not wait for the embargo of another release to end."""
        ours = list(self.article.editions.order_by().values_list("public_from", flat=True))
        public = Q(public_from__isnull=True) | Q(public_from__lte=timezone.now())
        return public | Q(public_from__in=ours)
