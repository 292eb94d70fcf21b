"""Facts that nothing public speaks of any more are hidden again, as if the release had never named them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from django.apps import apps
from django.db.models import Q

from articles.models import Article, Citation, Edition, EditionFact
from articles.reveal import CITABLE, NEEDS, source_of
from pressroom.core import changes
from pressroom.core.models import Change
from pressroom.core.visibility import Public


def conceal(article: Article, now: datetime) -> None:
    """After a release was taken away: hide what only it had made known.

    A fact stays that another release speaks of, that an outside source supports, that a chief made public
    apart from any release, or that something still public cannot be understood without.
    """
    hide(list(article.editions.all()), now)


def conceal_again(edition: Edition, now: datetime) -> None:
    """After an edition was cancelled: nobody learns at its moment what it would have told."""
    hide([edition], now)


def hide(editions: Collection[Edition], now: datetime) -> None:
    for fact in made_known_by(editions):
        later = known_otherwise(fact, editions, now)
        if (later is None or later.public_from > now) and not is_supported(fact, now):
            move(fact, later, now)


def made_known_by(editions: Collection[Edition]) -> list[Public]:
    """Facts that became or would become public with these editions, those first that need others."""
    known = EditionFact.objects.filter(edition__in=editions)
    pairs = sorted(known.order_by().values_list("fact_type", "fact_id").distinct())
    moments = {edition.public_from for edition in editions}
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


def is_supported(fact: Public, now: datetime) -> bool:
    """Something else keeps a public fact before the public; what was never public needs no support."""
    if not fact.is_visible(now):
        return False
    target = next((name for name, model in CITABLE.items() if isinstance(fact, model)), None)
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
