"""Facts that nothing public speaks of any more are hidden again, as if the release had never named them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from django.apps import apps
from django.db.models import Q, QuerySet

from articles.models import Article, Citation, Edition, EditionFact, EditionNotice
from articles.reveal import CITABLE, NEEDS, Fact, resting_on, source_of
from pressroom.core import changes
from pressroom.core.models import Change
from pressroom.core.visibility import Public


def conceal(article: Article, now: datetime) -> None:
    """After a release was taken away: hide what only it had made known.

    A fact stays that another release speaks of and that still has a source, that an outside source supports,
    that a chief made public apart from any release, or that something still public cannot be understood
    without. What a release made known that was taken away before goes with the last one that spoke of it.
    """
    gone = EditionNotice.objects.current(now).values("article")
    hide(article.editions.all(), moments_of(Edition.objects.filter(article__in=gone)), now)


def conceal_again(edition: Edition, now: datetime) -> None:
    """After an edition was cancelled: nobody learns at its moment what it would have told."""
    hide([edition], {edition.public_from}, now)


def moments_of(editions: QuerySet[Edition]) -> set[datetime]:
    return set(editions.order_by().values_list("public_from", flat=True))


def hide(editions: Collection[Edition], moments: Collection[datetime], now: datetime) -> None:
    for fact in made_known_by(editions, moments):
        later = known_otherwise(fact, editions, now)
        if later and later.public_from <= now:
            if fact.is_visible(now) and not has_source(fact):
                move(fact, None, now)
        elif not is_supported(fact, now):
            move(fact, later, now)


def made_known_by(editions: Collection[Edition], moments: Collection[datetime]) -> list[Public]:
    """Facts of these editions that became or would become public then, those first that need others."""
    known = EditionFact.objects.filter(edition__in=editions)
    pairs = sorted(known.order_by().values_list("fact_type", "fact_id").distinct())
    facts: list[Public] = []
    for label, group in groupby(pairs, key=itemgetter(0)):
        rows = apps.get_model(label)._default_manager.filter(pk__in=[pk for _label, pk in group])
        facts += rows.filter(public_from__in=moments).order_by("pk")
    return sorted(facts, key=lambda fact: -depth(type(fact)))


def depth(model: type[Public]) -> int:
    """How many facts of other kinds must be public first."""
    return max((1 + depth(related(model, name)) for name in NEEDS.get(model, ())), default=0)


def related(model: type[Public], name: str) -> type[Public]:
    return model._meta.get_field(name).related_model  # type: ignore[return-value]


def known_otherwise(fact: Public, editions: Collection[Edition], now: datetime) -> EditionFact | None:
    """The first other edition, standing or still to come, that speaks of a fact."""
    known = EditionFact.objects.filter(fact_type=fact._meta.label_lower, fact_id=fact.pk)
    lasting = known.filter(Q(superseded_at__isnull=True) | Q(superseded_at__gt=now))
    others = lasting.exclude(edition__in=editions).select_related("edition__article")
    return others.order_by("public_from").first()


def has_source(fact: Public) -> bool:
    """Another release may speak of a fact without being what it rests on."""
    target = citable_as(fact)
    return target is None or bool(resting_on({Fact(target, fact.pk)}))


def citable_as(fact: Public) -> str | None:
    return next((name for name, model in CITABLE.items() if isinstance(fact, model)), None)


def is_supported(fact: Public, now: datetime) -> bool:
    """Something else keeps a public fact before the public; what was never public needs no support."""
    if not fact.is_visible(now):
        return False
    target = citable_as(fact)
    if target and Citation.objects.filter(article__isnull=True, **{target: fact.pk}).exists():
        return True
    return any(
        model._default_manager.filter(**{name: fact.pk}, public_from__lte=now).exists()
        for model, names in NEEDS.items()
        for name in names
        if isinstance(fact, related(model, name))
    )


def move(fact: Public, later: EditionFact | None, now: datetime) -> None:
    """Hide a fact until another edition makes it known, or for as long as none does."""
    was_visible = fact.is_visible(now)
    fact.public_from = later.public_from if later else None
    type(fact)._default_manager.filter(pk=fact.pk).update(public_from=fact.public_from)
    if was_visible:
        op = Change.Op.DELETE if fact.change_subject == fact else Change.Op.UPSERT
        changes.append_fact(fact, op=op, at=now)
    if later:
        changes.append_fact(fact, at=later.public_from, source=source_of(later.edition))
