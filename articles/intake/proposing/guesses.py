"""What a finding's words suggest for the registers: kinds and labels that an editor may change."""

from __future__ import annotations

from functools import cache

from django.conf import settings
from django.core.exceptions import ValidationError

from agreements.models import Agreement as RegisteredAgreement
from articles.intake.proposals import Match
from articles.intake.reader.cues import table, words
from articles.intake.reader.findings import Agreement, Moment, Organization, Regulation
from entities.models import Organization as RegisteredOrganization
from pressroom.core.dates import UncertainDate, read_when, write_when

FORMS = {
    "agreement": RegisteredAgreement.Kind.AGREEMENT,
    "arrangement": RegisteredAgreement.Kind.ARRANGEMENT,
    "convention": RegisteredAgreement.Kind.CONVENTION,
    "joint_statement": RegisteredAgreement.Kind.JOINT_STATEMENT,
    "loi": RegisteredAgreement.Kind.LOI,
    "protocol": RegisteredAgreement.Kind.PROTOCOL,
}
KINDS = {
    "mou": RegisteredAgreement.Kind.MOU,
    "pks": RegisteredAgreement.Kind.PKS,
    "treaty": RegisteredAgreement.Kind.TREATY,
}
# The reader's kinds of regulations to the register's; the rest needs an issuer to be told apart.
INSTRUMENTS = {
    "UU": "uu",
    "Perppu": "perppu",
    "PP": "pp",
    "Perpres": "perpres",
    "Keppres": "keppres",
    "Inpres": "inpres",
    "Permen": "permen",
    "Perkap": "perban",
    "other": "perban",
}


def label_of(body: Organization) -> str:
    """ "Badan Pemulihan Aset (BPA)"."""
    known_twice = not body.acronym or body.acronym in body.name
    return body.name if known_twice else f"{body.name} ({body.acronym})"


def kind_of_organization(name: str) -> str:
    """By the first cue that the name holds; "other" without one."""
    folded = f" {name.casefold()} "
    return next((kind for word, kind in _organization_cues() if f" {word}" in folded), "other")


@cache
def _organization_cues() -> tuple[tuple[str, str], ...]:
    return tuple((row[0].casefold(), row[1]) for row in table("organization_kinds"))


def kind_of_agreement(agreement: Agreement) -> str:
    return FORMS.get(agreement.form) or KINDS.get(agreement.kind, RegisteredAgreement.Kind.ARRANGEMENT)


def kind_of_regulation(regulation: Regulation) -> str:
    return INSTRUMENTS.get(regulation.kind, "perban")


def full_name(name: str) -> str:
    """ "Kedubes Rusia" → "Kedutaan Besar Rusia": the register holds names in full."""
    short, _blank, rest = name.partition(" ")
    full = dict(_short_forms()).get(short)
    return f"{full} {rest}".strip() if full else name


@cache
def _short_forms() -> tuple[tuple[str, str], ...]:
    return tuple((row[0], row[1]) for row in table("organization_short_forms"))


def is_private(role: str) -> bool:
    """Whoever holds no office enters no register unless an editor says so."""
    return not role or f"{role.casefold()} ".startswith(_private_roles())


@cache
def _private_roles() -> tuple[str, ...]:
    return tuple(f"{role.casefold()} " for role in words("private_roles"))


def parties_of(agreement: Agreement, home: str) -> tuple[str, ...]:
    """As printed; a law that approves an agreement says that our own state is a party."""
    is_named = any(home.casefold() in party.casefold() for party in agreement.parties)
    return agreement.parties if is_named or agreement.regulation is None else (home, *agreement.parties)


def countries_of(name: str, kind: str, codes: list[str]) -> tuple[str, str]:
    """Sending and host country: the embassy in a text with one other country is that country's."""
    if kind != RegisteredOrganization.Kind.EMBASSY:
        return "", ""
    foreign = [code for code in codes if code != settings.HOME_COUNTRY]
    other = foreign[0] if len(foreign) == 1 else ""
    return (
        (settings.HOME_COUNTRY, other)
        if name.startswith("KBRI") or "Republik Indonesia" in name
        else (other, settings.HOME_COUNTRY)
    )


def guesses_country(match: Match, body: Organization) -> bool:
    """A new embassy needs two countries, and the text seldom names both."""
    is_embassy = kind_of_organization(body.name) == RegisteredOrganization.Kind.EMBASSY
    return is_embassy and match.verdict == "new"


def words_of(moment: Moment | None) -> str:
    """A date as `read_when` takes it: the printed words if they say as much alone, else exact days."""
    if moment is None or moment.first is None or moment.last is None:
        return ""
    printed = _readable(moment)
    if printed:
        return printed
    return write_when(UncertainDate(moment.first, moment.last), "id")


def _readable(moment: Moment) -> str:
    """The words of the text, where they say the same span by themselves ("awal tahun 2025")."""
    try:
        when = read_when(moment.printed)
    except ValidationError:
        return ""
    return moment.printed if (when.earliest, when.latest) == (moment.first, moment.last) else ""
