"""Accepted organizations: the existing rows, or new ones with the forms in which the text names them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from articles.intake.proposals import Proposal
from entities.models import Country, Organization, OrganizationName

from .writing import Writing


def write_organizations(writing: Writing) -> None:
    for card in writing.answers.accepted("organization"):
        writing.made[card.key] = writing.existing(card) or new_organization(writing, card)


def new_organization(writing: Writing, card: Proposal) -> Organization:
    value = writing.answers.value
    organization = Organization(
        country=country(writing, card, "country"),
        host_country=country(writing, card, "host_country"),
        **{name: value(card, name) for name in ("name", "name_en", "short", "kind")},
    )
    writing.slugs.ask(organization, organization.short or organization.name)
    writing.rows.add(card.key, organization)
    printed = printed_name(writing, card)
    if printed not in {organization.name, organization.short}:
        writing.rows.add(card.key, OrganizationName(organization=organization, name=printed))
    writing.cite("organization", organization, card.evidence, card.spans[0])
    return organization


def country(writing: Writing, card: Proposal, name: str) -> Country | None:
    code = writing.answers.value(card, name).upper()
    found = writing.reference.countries.get(code)
    if code and not found:
        writing.answers.refuse(f"{card.key}-{name}", _("Kode negara “%s” tidak dikenal.") % code)
    return found


def printed_name(writing: Writing, card: Proposal) -> str:
    """The name as the release prints it; the register may hold it in full."""
    number = int(card.key.rpartition("-")[2])
    return writing.reading.organizations[number].name[:200]
