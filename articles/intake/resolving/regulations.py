"""Regulations of a release and legal instruments of the register: by kind, number, year and issuer."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q
from django.utils.translation import gettext as _

from agreements.models import LegalInstrument
from articles.intake.proposals import Candidate, Match
from articles.intake.reader.findings import Regulation
from articles.intake.resolving.agreements import likeness, subject_words
from articles.intake.resolving.words import words_of

# The register's kinds for those of the reader.
KINDS: dict[str, tuple[str, ...]] = {
    "UU": ("uu",),
    "PP": ("pp",),
    "Perpres": ("perpres",),
    "Keppres": ("keppres",),
    "Inpres": ("inpres",),
    "Permen": ("permen",),
    "Perkap": ("perban",),
    "other": ("perppu", "perban", "foreign"),
}
# A minister issues what the register files under the ministry.
OFFICE_WORDS = frozenset(words_of("menteri kementerian kepala badan republik indonesia ri"))
SAME_TITLE = 0.6


def read_instruments(found: Sequence[Regulation]) -> list[LegalInstrument]:
    """Every row in question, in one query: of the same number and year, or of the same kind with a title."""
    condition = Q()
    for one in found:
        kinds = KINDS.get(one.kind, ())
        if one.number:
            condition |= Q(kind__in=kinds, number=one.number, year=one.year)
        if one.title:
            condition |= Q(kind__in=kinds) & starts_like(one.title)
    if not condition:
        return []
    return list(LegalInstrument.objects.filter(condition).select_related("kind", "issuer").order_by("pk"))


def starts_like(title: str) -> Q:
    """Titles with any of the longest words of this one: a first sieve, made finer afterwards."""
    longest = sorted(subject_words(title), key=len)[-3:]
    condition = Q(pk__in=())
    for word in longest:
        condition |= Q(title__icontains=word)
    return condition


def match_regulations(found: Sequence[Regulation], rows: Sequence[LegalInstrument]) -> tuple[Match, ...]:
    return tuple(match(one, rows) for one in found)


def match(found: Regulation, rows: Sequence[LegalInstrument]) -> Match:
    rows = [row for row in rows if row.kind_id in KINDS.get(found.kind, ())]
    numbered = [row for row in rows if same_number(found, row) and not other_issuer(found, row)]
    titled = [row for row in rows if row not in numbered and same_title(found, row)]
    candidates = [by_number(found, row, len(numbered)) for row in numbered]
    return Match((*candidates, *(by_title(row) for row in titled)))


def same_number(found: Regulation, row: LegalInstrument) -> bool:
    if not found.number or found.year != row.year:
        return False
    return found.number.casefold() == row.number.casefold()


def same_title(found: Regulation, row: LegalInstrument) -> bool:
    return likeness(subject_words(found.title), subject_words(row.title)) >= SAME_TITLE


def other_issuer(found: Regulation, row: LegalInstrument) -> bool:
    return bool(found.issuer) and row.issuer is not None and not same_issuer(found, row)


def same_issuer(found: Regulation, row: LegalInstrument) -> bool:
    """Whether "Menteri Dalam Negeri" and "Kementerian Dalam Negeri" meet, or "BNPT" and its full name."""
    if row.issuer is None or not found.issuer:
        return False
    said = set(words_of(found.issuer)) - OFFICE_WORDS
    named = set(words_of(row.issuer.name)) - OFFICE_WORDS
    return said == named or set(words_of(row.issuer.short)) == said


def by_number(found: Regulation, row: LegalInstrument, count: int) -> Candidate:
    if count > 1:
        reason = _("Ada %(count)d peraturan dengan nomor ini.") % {"count": count}
        return Candidate(str(row.pk), row.citation(), "probable", reason)
    if row.issuer and not same_issuer(found, row):
        reason = _("Nomor dan tahunnya sama; penerbitnya tidak disebut: %(issuer)s.") % {
            "issuer": row.issuer.name
        }
        return Candidate(str(row.pk), row.citation(), "probable", reason)
    return Candidate(str(row.pk), row.citation(), "existing", _("Jenis, nomor, dan tahunnya sama."))


def by_title(row: LegalInstrument) -> Candidate:
    reason = _("Judulnya serupa: %(title)s.") % {"title": row.title}
    return Candidate(str(row.pk), row.citation(), "probable", reason)
