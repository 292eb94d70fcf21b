"""Agreements of a release and those of the register: by kind, parties, year and title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.conf import settings
from django.db.models import Prefetch, Q
from django.utils.translation import gettext as _

from agreements.kinds import ActionKind
from agreements.models import Agreement, AgreementAction, AgreementParty
from articles.intake.proposals import Candidate, Match
from articles.intake.reader import Reading
from articles.intake.reader.cues import words
from articles.intake.reader.findings import Agreement as Found
from articles.intake.resolving.index import Index
from articles.intake.resolving.words import words_of

Kind = Agreement.Kind
# What an agreement of the reader's kinds may be in the register; a finer form decides.
KINDS: dict[str, tuple[str, ...]] = {
    "mou": (Kind.MOU, Kind.LOI),
    "pks": (Kind.PKS, Kind.AGREEMENT, Kind.ARRANGEMENT),
    "treaty": (Kind.TREATY, Kind.AGREEMENT, Kind.CONVENTION, Kind.PROTOCOL),
    "other": tuple(Kind.values),
}
# What a title says besides what it is about.
FRAME = frozenset(words("agreement_frame_words"))
# What is read of an agreement and of its parties.
COLUMNS = ("kind", "title", "title_en", "title_original")
COLUMNS_OF_PARTY = ("agreement_id", "country_id", "organization_id", "organization__country_id")
SAME_TITLE, RELATED_TITLE = 0.6, 0.3
MOST_CANDIDATES = 50
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Sought:
    """An agreement found, the countries and bodies that are its parties, and rows of just that title."""

    found: Found
    countries: frozenset[str]
    organizations: frozenset[int]
    titled: frozenset[int]

    @property
    def kinds(self) -> tuple[str, ...]:
        return (self.found.form,) if self.found.form in Kind.values else KINDS[self.found.kind]

    def condition(self) -> Q:
        """Rows of the register that may be this one; a country that we always deal with says nothing."""
        abroad = self.countries - {settings.HOME_COUNTRY}
        actors = Q(country__in=abroad) | Q(organization__in=self.organizations)
        theirs = AgreementParty.objects.filter(actors).order_by().values("agreement")
        return Q(pk__in=self.titled) | Q(kind__in=self.kinds, pk__in=theirs)


@dataclass(frozen=True)
class Judged:
    """A row beside an agreement found."""

    sought: Sought
    row: Agreement

    @cached_property
    def likeness(self) -> float:
        """How much of what the text says it is about the title says too; 1.0 where the title stands there."""
        if self.row.pk in self.sought.titled:
            return 1.0
        said = subject_words(f"{self.sought.found.text} {self.sought.found.subject}")
        titles = (self.row.title, self.row.title_en, self.row.title_original)
        return max(likeness(said, subject_words(title)) for title in titles)

    @cached_property
    def generic(self) -> bool:
        """ "MoU ini": nothing is said of what it is about."""
        return not subject_words(f"{self.sought.found.text} {self.sought.found.subject}")

    @cached_property
    def years(self) -> range | None:
        """When it was signed, as far as recorded; `read_agreements` fetches no other steps."""
        return years_of(self.row.actions.all())

    @property
    def same_year(self) -> bool:
        return self.years is not None and self.sought.found.year in self.years

    @property
    def other_year(self) -> bool:
        return self.years is not None and self.sought.found.year is not None and not self.same_year

    @cached_property
    def parties_fit(self) -> bool:
        """No party named here is missing there."""
        parties = self.row.parties.all()
        countries = {party.nationality for party in parties}
        organizations = {party.organization_id for party in parties}
        if not self.sought.countries and not self.sought.organizations:
            return False
        return self.sought.countries <= countries and self.sought.organizations <= organizations

    @property
    def same_title(self) -> bool:
        return self.likeness >= SAME_TITLE

    @property
    def possible(self) -> bool:
        if self.same_title:
            return True
        return self.parties_fit and self.same_year and (self.generic or self.likeness >= RELATED_TITLE)

    @property
    def certain(self) -> bool:
        named = not (self.sought.countries or self.sought.organizations)
        return self.same_title and not self.other_year and (self.parties_fit or named)

    @property
    def order(self) -> tuple[object, ...]:
        return (not self.certain, not self.same_title, not self.same_year, -self.likeness, self.row.pk)


def subject_words(text: str) -> frozenset[str]:
    return frozenset(word for word in words_of(text) if word not in FRAME and not word.isdigit())


def likeness(said: frozenset[str], title: frozenset[str]) -> float:
    """Common words over all words; two or more words that all stand in the title are as good as all."""
    if not said or not title:
        return 0.0
    if said <= title and len(said) > 1:
        return 1.0
    return 2 * len(said & title) / (len(said) + len(title))


def years_of(steps: Iterable[AgreementAction]) -> range | None:
    dated = [(step.earliest, step.latest) for step in steps if step.earliest and step.latest]
    first = min((earliest for earliest, _latest in dated), default=None)
    last = max((latest for _earliest, latest in dated), default=None)
    return range(first.year, last.year + 1) if isinstance(first, date) and isinstance(last, date) else None


def seek(index: Index, reading: Reading, organizations: dict[str, frozenset[int]]) -> list[Sought]:
    return [
        Sought(
            found,
            frozenset(countries_in(index, found.parties)),
            frozenset().union(*(organizations.get(name, frozenset()) for name in found.parties)),
            frozenset(index.survivor("agreement", name.pk) for name in index.named(found.text, "agreement")),
        )
        for found in reading.agreements
    ]


def countries_in(index: Index, parties: Iterable[str]) -> Iterator[str]:
    """ "Pemerintah Republik Indonesia" names ID."""
    for party in parties:
        for mention in index.find(party):
            yield from (name.pk for name in mention.names if name.kind == "country")


def read_agreements(sought: Sequence[Sought]) -> list[Agreement]:
    """Every row in question with parties and steps, in three queries; none without need."""
    if not sought:
        return []
    condition = Q()
    for one in sought:
        condition |= one.condition()
    rows = Agreement.objects.filter(condition).order_by("-pk").only(*COLUMNS)[:MOST_CANDIDATES]
    parties = AgreementParty.objects.select_related("organization").only(*COLUMNS_OF_PARTY)
    signed = AgreementAction.objects.filter(kind=ActionKind.SIGNATURE).only(
        "agreement_id", "earliest", "latest"
    )
    return list(
        rows.prefetch_related(Prefetch("parties", parties.order_by()), Prefetch("actions", signed.order_by()))
    )


def match_agreements(sought: Sequence[Sought], rows: Sequence[Agreement]) -> tuple[Match, ...]:
    return tuple(match(one, rows) for one in sought)


def match(sought: Sought, rows: Sequence[Agreement]) -> Match:
    judged = [one for one in (Judged(sought, row) for row in rows) if one.possible]
    judged.sort(key=lambda one: one.order)
    certain = [one for one in judged if one.certain]
    return Match(tuple(candidate(one, len(certain)) for one in judged[:SHOWN]))


def candidate(judged: Judged, certain: int) -> Candidate:
    verdict = "existing" if judged.certain and certain == 1 else "probable"
    return Candidate(str(judged.row.pk), judged.row.title, verdict, reason(judged, certain))  # type: ignore[arg-type]


def reason(judged: Judged, certain: int) -> str:
    if judged.certain and certain > 1:
        return _("Ada %(count)d perjanjian yang cocok.") % {"count": certain}
    if not judged.same_title:
        return _("Jenis, pihak, dan tahunnya sama; judulnya tidak disebut atau berbeda.")
    if judged.other_year and judged.years:
        return _("Judulnya sama, tetapi register mencatat tahun %(year)s.") % {"year": judged.years[0]}
    if judged.certain:
        return _("Judul, pihak, dan tahunnya cocok.") if judged.same_year else _("Judul dan pihaknya cocok.")
    return _("Judulnya cocok; pihaknya tidak dapat dipastikan.")
