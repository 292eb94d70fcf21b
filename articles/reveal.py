"""Which facts of the registers a release makes known, and the moment from which they may be seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q, QuerySet

from agreements.models import Agreement, AgreementAction, Event, LegalInstrument
from articles.models import Article, Citation
from articles.models.citations import TARGETS
from entities.models import Appointment, Organization, Person, PersonHonorific, Post, Topic
from pressroom.core import changes
from pressroom.core.visibility import Public


def facts_of(article: Article) -> Iterator[QuerySet]:
    """Everything a release speaks of, cites or needs to be understood, one queryset a model.

    Follows the links in the order in which they depend on each other: an event brings its participants, an
    action its agreement and instrument, an appointment its person and post.
    """
    cites = Q(citations__article=article)
    events = Event.objects.filter(Q(articles=article) | Q(leading_articles=article) | cites)
    actions = AgreementAction.objects.filter(cites)
    agreements = Agreement.objects.filter(Q(articles=article) | Q(actions__in=actions) | cites)
    honorifics = PersonHonorific.objects.filter(cites)
    appointments = Appointment.objects.filter(
        Q(quotes__article=article)
        | Q(participations__event__in=events)
        | Q(signed_actions__in=actions)
        | cites
    )
    posts = Post.objects.filter(appointments__in=appointments)
    yield from (events, actions, agreements, honorifics, appointments, posts)
    yield LegalInstrument.objects.filter(actions__in=actions)
    yield Person.objects.filter(
        Q(articles=article)
        | Q(quotes__article=article)
        | Q(appointments__in=appointments)
        | Q(participations__event__in=events)
        | Q(honorifics__in=honorifics)
    )
    yield Organization.objects.filter(
        Q(articles=article)
        | Q(posts__in=posts)
        | Q(participations__event__in=events)
        | Q(agreement_parties__agreement__in=agreements)
        | cites
    )
    yield Topic.objects.filter(
        Q(articles=article) | Q(agenda_items__event__in=events) | Q(agreements__in=agreements)
    )


def not_public_by(facts: QuerySet, at: datetime) -> QuerySet:
    """Those that nobody outside would know at that moment, each once."""
    hidden = facts.filter(Q(public_from__isnull=True) | Q(public_from__gt=at))
    return facts.model._default_manager.filter(pk__in=hidden.values("pk"))


def unsourced(article: Article, at: datetime) -> list[Public]:
    """Facts that the release would make known although no citation supports them."""
    citable = {Citation._meta.get_field(name).related_model for name in TARGETS}
    facts = (
        not_public_by(found, at).filter(citations__isnull=True)
        for found in facts_of(article)
        if found.model in citable
    )
    return [fact for queryset in facts for fact in queryset]


def reveal(article: Article, at: datetime) -> None:
    """Let every fact of the release be seen from `at` on, and log each row that becomes public."""
    revealed: list[Public] = []
    for facts in [not_public_by(found, at) for found in facts_of(article)]:
        rows = list(facts.order_by("pk"))
        facts.model._default_manager.filter(pk__in=[row.pk for row in rows]).update(public_from=at)
        revealed += rows
    subjects = {(row.change_subject.change_kind, row.change_subject.public_id): row for row in revealed}
    for key in sorted(subjects):
        changes.append_fact(subjects[key], at=at)
