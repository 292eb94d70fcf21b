"""Which mentions mean the same agreement, and what all of them together say of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby

from ..cues import any_of, words
from ..findings import Document, Paragraph, Span
from .agreement_clauses import Clauses, Facts
from .agreement_mentions import Mention

_WORD = re.compile(r"[\w’-]+")
_SMALL = frozenset((*words("topic_small_words"), *words("empty_subject_words")))
_JOINED = re.compile(
    r"[\s,;:]*(?:(?:dan|serta|maupun|juga|and|draf|rancangan|\(?[\da-h][.)])[\s,]*){0,4}", re.IGNORECASE
)
_PARENS = re.compile(r"\([^()]*\)")
_ENUMERATES = re.compile(
    rf"{any_of(words('enumerating_openers'))}\b[^.:]{{0,60}}\b{any_of(words('enumerating_words'))}\b",
    re.IGNORECASE,
)
COMPARED, FAR_ABOVE, BEFORE = 24, 8, 400


@dataclass(slots=True)
class Group:
    """The mentions of one agreement, the best named one as `name`, and the facts of their sentences."""

    name: Mention
    mentions: list[Mention] = field(default_factory=list)
    facts: list[Facts] = field(default_factory=list)
    dated: set[int] = field(default_factory=set)

    def hear(self, mention: Mention, facts: Facts) -> None:
        """One more mention, and what it says. A title is not listened to."""
        self.mentions.append(mention)
        if not mention.heading or not self.facts:
            self.facts.append(facts)
            self.dated |= {facts.year} if facts.year and not facts.planned else set()
        if not mention.bare and _is_fuller(self.name, mention):
            self.name = mention


def gather(document: Document, mentions: list[Mention], clauses: Clauses) -> list[Group]:
    """Groups in order of first mention. The title is heard last: it only repeats what the text says."""
    shelf = _Shelf(document.flat)
    told = dict(_told(document, mentions, clauses))
    for mention in sorted(mentions, key=lambda one: one.heading):
        shelf.put(mention, told[mention])
    return shelf.groups


def _told(document: Document, mentions: list[Mention], clauses: Clauses) -> Iterator[tuple[Mention, Facts]]:
    """The facts of each mention: of its clause, of those it is joined to, or of the words above its list."""
    lists = Lists(document.paragraphs, clauses)
    for sentence, here in groupby(mentions, key=lambda mention: mention.sentence):
        for run, left, right in _runs(document.flat, sentence, list(here)):
            facts = [clauses.facts(one, left, end) for one, end in _with_ends(run, right)]
            told = [lists.facts(mention, one) for mention, one in zip(run, facts, strict=True)]
            yield from zip(run, _shared(told), strict=True)


def _runs(flat: str, sentence: Span, here: list[Mention]) -> Iterator[tuple[list[Mention], int, int]]:
    """Mentions that only "dan" parts, with the room before and behind them."""
    runs: list[list[Mention]] = []
    for mention in here:
        if runs and _JOINED.fullmatch(flat, runs[-1][-1].text.end, mention.text.start):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    left = sentence.start
    for index, run in enumerate(runs):
        right = runs[index + 1][0].text.start if index + 1 < len(runs) else sentence.end
        yield run, left, right
        left = run[-1].text.end


def _with_ends(run: list[Mention], right: int) -> Iterator[tuple[Mention, int]]:
    for index, mention in enumerate(run):
        yield mention, right if index + 1 == len(run) else mention.text.end


def _shared(facts: list[Facts]) -> list[Facts]:
    """ "menandatangani A dan B pada 2019" dates both."""
    last = facts[-1]
    if last.when is None:
        return facts
    return [
        replace(one, year=last.year, when=last.when, undated=False) if one.undated else one for one in facts
    ]


class _Shelf:
    """Groups so far. Only the newest ones are compared: a hostile text costs no more than a long one."""

    def __init__(self, flat: str) -> None:
        self.flat = flat
        self.groups: list[Group] = []

    def put(self, mention: Mention, facts: Facts) -> None:
        if mention.bare:
            self._refer(mention, facts)
            return
        group = self._same(mention, facts)
        if group is None and (mention.word.need != "teken" or facts.signed or facts.year):
            group = self._new(mention)
        if group:
            group.hear(mention, facts)

    def _new(self, mention: Mention) -> Group:
        self.groups.append(Group(mention))
        return self.groups[-1]

    def _same(self, mention: Mention, facts: Facts) -> Group | None:
        family = [group for group in self.groups[-COMPARED:] if _kin(group.name, mention)]
        if mention.heading:
            return max(family, key=lambda group: _likeness(self.flat, group.name, mention), default=None)
        fitting = (group for group in reversed(family) if _fits(self.flat, group, mention, facts))
        return next(fitting, None)

    def _refer(self, mention: Mention, facts: Facts) -> None:
        """To the newest agreements that it can mean; a bare "MoU" that is new stands for itself."""
        kin = [group for group in self.groups[-COMPARED:] if _is_meant(group.name, mention)]
        if kin and not self._is_another(kin[-1], mention, facts):
            for group in kin[-mention.count :]:
                group.hear(mention, facts)
        elif mention.word.need == "bebas" and (
            facts.signed or facts.planned or facts.year or mention.pointing
        ):
            self._new(mention).hear(mention, facts)

    def _is_another(self, group: Group, mention: Mention, facts: Facts) -> bool:
        """A bare mention with a year of its own, where the other one has another year."""
        if mention.heading or mention.pointing or facts.planned or facts.renewed or not facts.year:
            return False
        return bool(group.dated) and facts.year not in group.dated


def _is_meant(name: Mention, mention: Mention) -> bool:
    return name.alias == mention.alias if mention.alias else _kin(name, mention)


def _kin(name: Mention, mention: Mention) -> bool:
    """ "perjanjian" may mean a PKS too; other words mean their own kind."""
    if not mention.word.kind:
        return True
    if mention.bare and mention.word.need == "pokok" and mention.word.form == "treaty":
        return name.word.kind in {"treaty", "pks"}
    if mention.word.kind == "other":
        return name.word.form == mention.word.form
    return name.word.kind == mention.word.kind


def _fits(flat: str, group: Group, mention: Mention, facts: Facts) -> bool:
    if facts.year and group.dated and facts.year not in group.dated and not (facts.planned or facts.renewed):
        return False
    if group.name.bare:
        return True
    if group.name.place == mention.place == "item":
        return group.name.text.of(flat).casefold() == mention.text.of(flat).casefold()
    if group.name.sentence == mention.sentence and group.name.text.end <= mention.text.start:
        gap = flat[group.name.text.end : mention.text.start]
        if _JOINED.fullmatch(gap):
            return False
    return _likeness(flat, group.name, mention) >= 0.6


def _likeness(flat: str, one: Mention, other: Mention) -> float:
    """1 where the words of one subject are all in the other; else the share they have in common."""
    first, second = _content(one.topic), _content(other.topic)
    if not (first and second):
        first, second = _content(one.text.of(flat)), _content(other.text.of(flat))
        if one.topic and other.topic:
            return 0.0
    common = len(first & second)
    smaller = min(len(first), len(second))
    return common / smaller if smaller else 0.0


@lru_cache(maxsize=1024)
def _content(said: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(_PARENS.sub("", said).casefold()) if word not in _SMALL)


def _is_fuller(name: Mention, mention: Mention) -> bool:
    """The first full mention names the agreement, unless only a later one in the text has its subject."""
    if mention.heading:
        return False
    return ((name.bare or not name.topic) and bool(mention.topic)) or (name.bare and not name.spelled_out)


class Lists:
    """Agreements in a list were signed when the words above say so; a sentence may list them too."""

    def __init__(self, paragraphs: tuple[Paragraph, ...], clauses: Clauses) -> None:
        self._paragraphs, self._clauses = paragraphs, clauses
        self._starts = [paragraph.span.start for paragraph in paragraphs]
        self._above: list[int] = []
        for index, paragraph in enumerate(paragraphs):
            in_list = paragraph.kind == "item" and index > 0
            self._above.append(self._above[-1] if in_list else index)

    def facts(self, mention: Mention, own: Facts) -> Facts:
        """The mention's own facts; those of the words above where it stands in a list without any."""
        if own != Facts():
            return own
        return self._above_items(mention, own) if mention.place == "item" else self._before(mention, own)

    def _before(self, mention: Mention, own: Facts) -> Facts:
        """ "Ketiganya adalah A, B, dan C": signed as the sentences before say."""
        start = mention.sentence.start
        if not _ENUMERATES.match(self._clauses.flat, start, mention.text.start):
            return own
        return self._clauses.list_facts(Span(max(0, start - BEFORE), start)) or own

    def _above_items(self, mention: Mention, own: Facts) -> Facts:
        above = self._above[bisect_right(self._starts, mention.sentence.start) - 1]
        end = self._paragraphs[above].span.end
        near, far = (self._paragraphs[max(0, above - back)].span.start for back in (1, FAR_ABOVE))
        return self._clauses.list_facts(Span(near, end)) or self._clauses.list_facts(Span(far, near)) or own
