"""Which facts of the registers a release makes known, and the moment from which they may be seen."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.models import (
    AgendaItem,
    Agreement,
    AgreementAction,
    AgreementParty,
    AgreementRelation,
    Event,
    EventParticipant,
)
from articles.mentions import FOLLOWED, Mentions
from articles.models import Article, Citation, Edition, EditionCitation
from entities.models import (
    Appointment,
    Organization,
    OrganizationName,
    PersonHonorific,
    PersonName,
    Post,
)
from pressroom.core import changes
from pressroom.core.visibility import Public

# The facts that a citation can support, by the name of its field.
CITABLE: dict[str, type[Public]] = {
    "organization": Organization,
    "person_honorific": PersonHonorific,
    "appointment": Appointment,
    "agreement": Agreement,
    "action": AgreementAction,
    "event": Event,
}
# What must be public before a fact can be understood.
NEEDS: dict[type[Public], tuple[str, ...]] = {
    Appointment: ("person", "post"),
    PersonHonorific: ("person",),
    Post: ("organization",),
    AgreementAction: ("agreement",),
    AgreementParty: ("agreement",),
    AgreementRelation: ("source", "target"),
    EventParticipant: ("event",),
    AgendaItem: ("event",),
    PersonName: ("person",),
    OrganizationName: ("organization",),
}


class Fact(NamedTuple):
    """A fact that needs a source, as citations name it."""

    target: str
    pk: int


def facts_of(article: Article) -> list[QuerySet]:
    """Everything a release speaks of, cites or needs to be understood, one queryset a model."""
    mentions = Mentions(article)
    return [model._default_manager.filter(pk__in=mentions.keys(model)) for model in FOLLOWED]


def not_public_by(at: datetime) -> Q:
    return Q(public_from__isnull=True) | Q(public_from__gt=at)


def unsourced(article: Article, at: datetime) -> list[Public]:
    """Facts that would be public without a source once this working copy is published.

    A fact rests on the words of this article, of another release as it stands in public, or of an outside
    source; the citation of somebody's draft is none.
    """
    mentions = Mentions(article)
    cited = EditionCitation.objects.current().filter(edition__article=article)
    facts = {Fact(*pair) for pair in cited.values_list("target_type", "target_id")}
    for target, model in CITABLE.items():
        uncited = mentions.keys(model) - mentions.cited(target)
        hidden = model._default_manager.filter(not_public_by(at), pk__in=uncited)
        facts |= {Fact(target, pk) for pk in hidden.order_by().values_list("pk", flat=True)}
    if not facts:
        return []
    bare = facts - resting_on(facts, article)
    return [
        row
        for target, model in CITABLE.items()
        for row in model._default_manager.filter(pk__in=keys_of(bare, target)).order_by("pk")
    ]


def resting_on(facts: set[Fact], article: Article | None = None) -> set[Fact]:
    """Those of the facts that have a source: in this article, outside, or in another public release."""
    ours, published = Q(pk__in=[]), Q(pk__in=[])
    for target in CITABLE:
        keys = keys_of(facts, target)
        ours |= Q(**{f"{target}__in": keys})
        published |= Q(target_type=target, target_id__in=keys)
    citations = Citation.objects.filter(ours, Q(article__isnull=True) | Q(article=article))
    others = EditionCitation.objects.current().filter(published)
    if article:
        others = others.exclude(edition__article=article)
    elsewhere = others.order_by().values_list("target_type", "target_id").distinct()
    return {
        *(Fact(row.target_type, getattr(row, f"{row.target_type}_id")) for row in citations),
        *(Fact(*pair) for pair in elsewhere),
    }


def keys_of(facts: set[Fact], target: str) -> list[int]:
    return [fact.pk for fact in facts if fact.target == target]


@transaction.atomic
def announce(fact: Public, at: datetime | None = None) -> None:
    """Let a fact be seen that no release makes known; raises ValidationError where something is missing."""
    changes.lock()
    at = at or timezone.now()
    if fact.is_visible(at):
        raise ValidationError(_("Ini sudah publik."))
    target = next((name for name, model in CITABLE.items() if isinstance(fact, model)), None)
    if target and not resting_on({Fact(target, fact.pk)}):
        raise ValidationError(_("Fakta ini belum mempunyai sumber: %s") % fact)
    for name in NEEDS.get(type(fact), ()):
        if not getattr(fact, name).is_visible(at):
            raise ValidationError(_("Jadikan ini publik lebih dahulu: %s") % getattr(fact, name))
    type(fact)._default_manager.filter(pk=fact.pk).update(public_from=at)
    changes.append_fact(fact, at=at)


def facts_entries(article: Article) -> list[list[Any]]:
    """The facts of a release as its edition seals them: [model, id], each once."""
    mentions = Mentions(article)
    return sorted([model._meta.label_lower, pk] for model in FOLLOWED for pk in mentions.keys(model))


def reveal(edition: Edition) -> None:
    """Let every fact of an edition be seen from its moment on, and log then each that becomes public."""
    at, revealed = edition.public_from, []
    for label, pairs in groupby(edition.document["facts"], key=itemgetter(0)):
        revealed += reveal_rows(apps.get_model(label), [pk for _label, pk in pairs], at)
    changes.append_facts(revealed, at=at, source=source_of(edition))


def reveal_rows(model: type[Public], pks: list[int], at: datetime) -> list[Public]:
    """Those of the rows that nobody outside would know at that moment; from then on everybody does."""
    hidden = model._default_manager.filter(not_public_by(at), pk__in=pks)
    rows = list(hidden.order_by().select_related(*NEEDS.get(model, ())))
    if rows:
        model._default_manager.filter(pk__in=[row.pk for row in rows]).update(public_from=at)
    return rows


def source_of(edition: Edition) -> str:
    """Under which name what waits for the moment of an edition can be taken back."""
    return f"{edition.article.uid}/{edition.number}"
