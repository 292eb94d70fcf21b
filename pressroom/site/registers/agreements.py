"""What a reader asks the register of agreements for: one question behind the page, its map and its files.

The parameters of the address: `kind` of agreement, `form` (how many parties), `country` that is a party or
whose body is one (ISO 3166-1 alpha-2), `status` (keberlakuan for the home side), `approval` (its pengesahan),
`per` (the day on which it stood so) and `sort`. All must hold.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.core.validators import slug_re
from django.db import models
from django.db.models import Count, DateField, Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements import standing
from agreements.kinds import ActionKind
from agreements.models import Agreement, AgreementAction, AgreementParty
from agreements.models.agreements import AgreementQuerySet
from agreements.standing import Approval, Force
from entities.models import Country
from pressroom.core.dates import read_when
from pressroom.core.kept import kept_in_one_language
from pressroom.site.prepared import Given, prepared

PARAMETERS = ("kind", "form", "country", "status", "approval", "per", "sort")
YEARS = range(1800, 2101)
LONGEST_DATE = 40


class Form(models.TextChoices):
    BILATERAL = "bilateral", _("bilateral")
    MULTILATERAL = "multilateral", _("multilateral")


class Sort(models.TextChoices):
    NEWEST = "newest", _("penandatanganan terbaru")
    OLDEST = "oldest", _("penandatanganan terlama")


# The orders of the register by keyset; unsigned and undated agreements come last in each.
KEYS = {
    "": ("title", "id"),
    Sort.NEWEST: ("-signed_on", "-id"),
    Sort.OLDEST: ("signed_on", "id"),
}


@dataclass(frozen=True, slots=True)
class RegisterQuestion:
    """The chosen value of every parameter, "" or None for any; `unread` is a date nobody could read."""

    kind: str = ""
    form: str = ""
    country: Country | None = None
    status: str = ""
    approval: str = ""
    per: date | None = None
    sort: str = ""
    unread: str = ""

    @property
    def day(self) -> date:
        return self.per or timezone.localdate()

    @property
    def keys(self) -> tuple[str, ...]:
        return KEYS[self.sort]

    def agreements(self) -> AgreementQuerySet:
        """Public agreements that answer the question, in no order yet."""
        found: AgreementQuerySet = Agreement.objects.visible()
        if self.kind:
            found = found.filter(kind=self.kind)
        if self.form:
            found = of_form(found, self.form)
        if self.country:
            found = found.filter(Exists(parties_from(self.country).filter(agreement=OuterRef("pk"))))
        if self.status:
            found = found.in_force_status(self.status, self.day)
        if self.approval:
            found = found.in_approval_status(self.approval, self.day)
        return found

    def rows(self) -> AgreementQuerySet:
        """`agreements` in their order, with all that the table and the files print of them."""
        return self.in_order(self.agreements().with_standing())

    def in_order(self, found: AgreementQuerySet) -> AgreementQuerySet:
        if self.sort:
            found = found.annotate(signed_on=signed_on(self.sort))
        return found.order_by(*self.keys)

    def listed(self) -> AgreementQuerySet | Given[Agreement]:
        """`rows` without what tells their standing."""
        if self.parameters():
            return self.in_order(self.agreements())
        return all_agreements.given(timezone.now())

    def parameters(self, **changed: str | None) -> dict[str, str]:
        """The query parameters in their order; `changed` replaces some, None drops one."""
        asked: dict[str, Any] = {name: getattr(self, name) for name in PARAMETERS}
        asked["country"] = self.country and self.country.pk
        asked["per"] = self.per and self.per.isoformat()
        asked |= changed
        return {name: str(value) for name, value in asked.items() if value}

    def query(self, **changed: str | None) -> str:
        """`parameters` as the end of an address: "?kind=mou&country=RU", or nothing."""
        asked = self.parameters(**changed)
        return f"?{urlencode(asked)}" if asked else ""


@prepared
def all_agreements(now: datetime) -> AgreementQuerySet:
    return Agreement.objects.visible(now)


@kept_in_one_language
def total_of(question: RegisterQuestion) -> int:
    return question.agreements().count()


def asked(query: QueryDict) -> RegisterQuestion:
    """Read a question from an address; raises Http404 for a value that this register does not know.

    A date that cannot be read is no missing page: it comes back as `unread`, to be told to whoever typed it.
    """
    found = {name: query.getlist(name) for name in PARAMETERS if query.getlist(name)}
    if any(len(values) > 1 for values in found.values()):
        raise Http404
    given = {name: value.strip() for name, (value,) in found.items()}
    per = day_named(given.get("per", ""))
    return RegisterQuestion(
        kind=one_of(Agreement.Kind, given.get("kind", "")),
        form=one_of(Form, given.get("form", "")),
        country=country_named(given.get("country", "")),
        status=one_of(Force, given.get("status", "")),
        approval=one_of(Approval, given.get("approval", "")),
        per=per,
        sort=one_of(Sort, given.get("sort", "")),
        unread="" if per else given.get("per", "").replace("\0", "\ufffd")[:LONGEST_DATE],
    )


def has_blanks(query: QueryDict) -> bool:
    """Whether the form was sent with fields left as they were, which the address need not say."""
    return any(name in query and not query[name] for name in PARAMETERS)


def one_of(choices: Container[object], value: str) -> str:
    if value and value not in choices:
        raise Http404
    return value


def country_named(value: str) -> Country | None:
    if not value:
        return None
    if not slug_re.fullmatch(value):
        raise Http404
    return get_object_or_404(Country, pk=value.upper())


def day_named(value: str) -> date | None:
    """One exact day as 2020-01-01 or in words of either language; None for anything else."""
    if not value or len(value) > LONGEST_DATE:
        return None
    try:
        when = read_when(value)
    except ValidationError:
        return None
    day = when.earliest if when.unit == "day" else None
    return day if day and day.year in YEARS else None


def parties_from(country: Country) -> Any:
    """Public parties: the country, or a body of its."""
    return AgreementParty.objects.public().filter(Q(country=country) | Q(organization__country=country))


def of_form(agreements: AgreementQuerySet, form: str) -> AgreementQuerySet:
    """Those with two known parties, or with more."""
    parties = AgreementParty.objects.public().filter(agreement=OuterRef("pk")).order_by()
    counted = parties.values("agreement").annotate(number=Count("pk")).values("number")
    found = agreements.annotate(party_count=Coalesce(Subquery(counted), 0))
    return found.filter(party_count=2) if form == Form.BILATERAL else found.filter(party_count__gt=2)


def signed_on(sort: str) -> Coalesce:
    """The last day on which the home side can have signed; a day beyond all others where none is recorded."""
    public = AgreementAction.objects.public().filter(agreement=OuterRef("pk"), latest__isnull=False)
    signed = public.filter(standing.home_side(), kind=ActionKind.SIGNATURE).order_by("-latest")
    unknown = date.min if sort == Sort.NEWEST else date.max
    return Coalesce(Subquery(signed.values("latest")[:1]), Value(unknown), output_field=DateField())
