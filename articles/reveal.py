"""Which facts of the registers a release makes known, and the moment from which they may be seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

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
    LegalInstrument,
)
from articles.models import Article, Citation, Edition, EditionCitation
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


def facts_of(article: Article) -> Iterator[QuerySet]:
    """Everything a release speaks of, cites or needs to be understood, one queryset a model.

    Follows the links in the order in which they depend on each other: an event brings its participants and
    agenda, an action its agreement and instrument, an appointment its person and post.
    """
    cites = Q(citations__article=article)
    events = Event.objects.filter(Q(articles=article) | Q(leading_articles=article) | cites)
    actions = AgreementAction.objects.filter(cites)
    agreements = Agreement.objects.filter(Q(articles=article) | Q(actions__in=actions) | cites)
    participants = free(EventParticipant.objects.filter(event__in=events), article)
    agenda = free(AgendaItem.objects.filter(event__in=events), article)
    parties = free(AgreementParty.objects.filter(agreement__in=agreements), article)
    yield from (participants, agenda, parties)
    yield free(AgreementRelation.objects.filter(source__in=agreements), article)
    honorifics = PersonHonorific.objects.filter(cites)
    appointments = Appointment.objects.filter(
        Q(quotes__article=article)
        | Q(participations__in=participants)
        | Q(signed_actions__in=actions)
        | cites
    )
    posts = Post.objects.filter(appointments__in=appointments)
    yield from (events, actions, agreements, honorifics, appointments, posts)
    yield LegalInstrument.objects.filter(actions__in=actions)
    people = Person.objects.filter(
        Q(articles=article)
        | Q(quotes__article=article)
        | Q(appointments__in=appointments)
        | Q(participations__in=participants)
        | Q(honorifics__in=honorifics)
    )
    organizations = Organization.objects.filter(
        Q(articles=article)
        | Q(posts__in=posts)
        | Q(participations__in=participants)
        | Q(agreement_parties__in=parties)
        | cites
    )
    yield from (people, organizations)
    yield free(PersonName.objects.filter(person__in=people), article)
    yield free(OrganizationName.objects.filter(organization__in=organizations), article)
    yield Topic.objects.filter(
        Q(articles=article) | Q(agenda_items__in=agenda) | Q(agreements__in=agreements)
    )


def free(parts: QuerySet, article: Article) -> QuerySet:
    """Those of the parts of a fact that do not wait for the embargo of another release to end."""
    ours = Q(public_from__in=article.editions.values("public_from"))
    return parts.filter(Q(public_from__isnull=True) | Q(public_from__lte=timezone.now()) | ours)


def not_public_by(facts: QuerySet, at: datetime) -> QuerySet:
    """Those that nobody outside would know at that moment, each once."""
    hidden = facts.filter(Q(public_from__isnull=True) | Q(public_from__gt=at))
    return facts.model._default_manager.filter(pk__in=hidden.values("pk"))


def unsourced(article: Article, at: datetime) -> list[Public]:
    """Facts that would be public without a source once this working copy is published.

    A fact rests on the words of this article, of another release as it stands in public, or of an outside
    source; the citation of somebody's draft is none.
    """
    shown = {
        found.model: set(not_public_by(found, at).values_list("pk", flat=True)) for found in facts_of(article)
    }
    found_without: list[Public] = []
    for target, model in CITABLE.items():
        cited = EditionCitation.objects.current().filter(edition__article=article, target_type=target)
        facts = shown[model] | set(cited.values_list("target_id", flat=True))
        bare = facts - resting_on(target, facts, article)
        found_without += model._default_manager.filter(pk__in=bare).order_by("pk")
    return found_without


def resting_on(target: str, facts: set[int], article: Article | None = None) -> set[int]:
    """Those of the facts that have a source: in this article, outside, or in another public release."""
    ours = Citation.objects.filter(Q(article__isnull=True) | Q(article=article), **{f"{target}__in": facts})
    published = EditionCitation.objects.current().filter(target_type=target, target_id__in=facts)
    others = published.exclude(edition__article=article) if article else published
    return {*ours.values_list(target, flat=True), *others.values_list("target_id", flat=True)}


@transaction.atomic
def announce(fact: Public, at: datetime | None = None) -> None:
    """Let a fact be seen that no release makes known; raises ValidationError where something is missing."""
    changes.lock()
    at = at or timezone.now()
    if fact.is_visible(at):
        raise ValidationError(_("Ini sudah publik."))
    target = next((name for name, model in CITABLE.items() if isinstance(fact, model)), None)
    if target and not resting_on(target, {fact.pk}):
        raise ValidationError(_("Fakta ini belum mempunyai sumber: %s") % fact)
    for name in NEEDS.get(type(fact), ()):
        if not getattr(fact, name).is_visible(at):
            raise ValidationError(_("Jadikan ini publik lebih dahulu: %s") % getattr(fact, name))
    type(fact)._default_manager.filter(pk=fact.pk).update(public_from=at)
    changes.append_fact(fact, at=at)


def facts_entries(article: Article) -> list[list[Any]]:
    """The facts of a release as its edition seals them: [model, id], each once."""
    pks = {
        found.model._meta.label_lower: set(found.values_list("pk", flat=True)) for found in facts_of(article)
    }
    return [[label, pk] for label in sorted(pks) for pk in sorted(pks[label])]


def reveal(edition: Edition) -> None:
    """Let every fact of an edition be seen from its moment on, and log then each that becomes public."""
    at, revealed = edition.public_from, []
    for label, pks in groupby(edition.document["facts"], key=itemgetter(0)):
        facts = apps.get_model(label)._default_manager.filter(pk__in=[pk for _label, pk in pks])
        if rows := list(not_public_by(facts, at)):
            facts.model._default_manager.filter(pk__in=[row.pk for row in rows]).update(public_from=at)
            revealed += rows
    changes.append_facts(revealed, at=at, source=source_of(edition))


def source_of(edition: Edition) -> str:
    """Under which name what waits for the moment of an edition can be taken back."""
    return f"{edition.article.uid}/{edition.number}"
