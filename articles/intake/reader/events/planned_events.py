"""Events that lie ahead, sentence by sentence: what "akan digelar", what somebody "dijadwalkan melakukan"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..cues import any_of, table, words
from ..findings import Moment, Span
from ..spellings import any_spelling
from .event_phrases import before_time, object_after, subject_before
from .event_times import Times
from .event_words import ADVERBS, HOLDING, NOUN, PLAN, PROMISES, PRONOUN, SPEECH, holding

_HOPE = re.compile(
    any_spelling(row[0] for row in table("planning_words") if row[1] == "harap"), re.IGNORECASE
)
_BEFORE_TIME = re.compile(
    r"\s*(?:(?:pada|di|in|on|for|to|untuk|mulai|sejak|paling\s+lambat)\s+)?(?:(?:hari|tanggal|bulan)\s+)?",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"(?:di[a-z]{3,}|(?:be|been)\s+[a-z]+(?:ed|n))(?!\w)")
_ACTIVE = re.compile(rf"(?:(?:me|ber)[a-z]{{3,}}|{any_of(words('motion_verbs'))})(?!\w)")
_IN_ENGLISH = re.compile(r"(?:will|would|to)\s", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{3,}(?!\w)")
_NO_VERBS = frozenset(words("di_nouns"))
_LABEL = re.compile(r"\s*(?:[•·▪‣*–-]|\(?\d{1,2}[.)]|\(?[a-z][.)])?\s*(?:pada\s+)?", re.IGNORECASE)
_HAPPENS = re.compile(rf"{HOLDING.pattern}|(?<!\w){_PASSIVE.pattern}", re.IGNORECASE)
_UNTIL = re.compile(r"(?<!\w)(?:hingga|sampai|sejak|until|since)\s+$", re.IGNORECASE)
_NEAR = 70


@dataclass(frozen=True, slots=True)
class Plan:
    """`title` is the event's noun phrase, or the clause where only that says what will happen.

    `actors` is the part of the sentence where those stand who plan it.
    """

    title: Span
    when: Moment | None
    sentence: Span
    actors: Span


class Planner:
    """Looks for plans in one sentence after the other."""

    def __init__(self, flat: str, times: Times) -> None:
        self.flat, self.times = flat, times

    def plans(self, sentence: Span, in_list: bool) -> list[Plan]:
        if labelled := self._labelled(sentence):
            return [labelled]
        found: list[Plan] = []
        cursor = sentence.start
        cues = [*PLAN.finditer(self.flat, sentence.start, sentence.end)]
        for index, cue in enumerate(cues):
            if cue.start() >= cursor:
                limit = self._limit(cues[index + 1 : index + 9], cue, sentence)
                cursor, plan = self._planned(cue, sentence, limit)
                found += [plan] if plan else []
        if cues and found:
            return [*self._held_later(Span(sentence.start, cues[0].start()), in_list), *found]
        return [*self._hoped(sentence)] or [*self._held_later(sentence, in_list or bool(cues))]

    def _limit(self, later: list[re.Match[str]], cue: re.Match[str], sentence: Span) -> int:
        """The next plan's clause; cues that follow at once belong to this one."""
        verb = self._verb_at(cue)
        return next((other.start() for other in later if other.start() > verb), sentence.end)

    def _verb_at(self, cue: re.Match[str]) -> int:
        adverbs = ADVERBS.match(self.flat, cue.end())
        return adverbs.end() if adverbs else cue.end()

    def _labelled(self, sentence: Span) -> Plan | None:
        """ "20–22 Agustus 2024: kunjungan balasan …", a row of a timetable."""
        label = _LABEL.match(self.flat, sentence.start, sentence.end)
        start = label.end() if label else sentence.start
        when = next((one for one in self.times.within(start, start + 2) if self.times.lies_ahead(one)), None)
        if when is None:
            return None
        end = when.evidence.span.end
        if not re.match(r"\s?[:–-]\s", self.flat[end : end + 3]):
            return None
        stop = re.compile(r"[.;]|$").search(self.flat, end, sentence.end)
        title = Span(end, stop.start() if stop else sentence.end)
        return Plan(_bare(self.flat, title), when, sentence, Span(end, end))

    def _planned(self, cue: re.Match[str], sentence: Span, limit: int) -> tuple[int, Plan | None]:
        """The plan behind a cue, and how far it was read."""
        verb = self._verb_at(cue)
        when = self._when(cue, verb, sentence, limit)
        actors = Span(sentence.start, cue.start())
        title = self._title(cue.start(), verb, sentence, limit, when)
        if title is None or title.end - title.start < 4:
            return verb, None
        return max(verb, title.end), Plan(title, when, sentence, actors)

    def _when(self, cue: re.Match[str], verb: int, sentence: Span, limit: int) -> Moment | None:
        """The first moment behind the verb in the same clause, else one before it that lies ahead."""
        for moment in self.times.within(cue.end(), limit):
            between = SPEECH.search(self.flat, verb, moment.evidence.span.start)
            if not between and self.times.may_lie_ahead(moment):
                return moment
        earlier = self.times.within(max(sentence.start, cue.start() - 2 * _NEAR), cue.start())
        fitting = [one for one in earlier if self.times.lies_ahead(one)]
        return fitting[-1] if fitting else None

    def _title(self, cue: int, verb: int, sentence: Span, limit: int, when: Moment | None) -> Span | None:
        held = HOLDING.match(self.flat, verb, limit)
        if held:
            return self._held(held, cue, sentence, limit, when)
        if when and self._stands_at(when, verb):
            return self._subject(sentence, cue)
        if when is None:
            return None
        return self._clause(cue, verb, sentence, limit, when)

    def _stands_at(self, when: Moment, verb: int) -> bool:
        start = when.evidence.span.start
        return verb - 1 <= start < verb + 40 and bool(_BEFORE_TIME.fullmatch(self.flat, verb, start))

    def _subject(self, sentence: Span, end: int) -> Span | None:
        subject = subject_before(self.flat, sentence.start, end)
        empty = subject.end <= subject.start or PRONOUN.fullmatch(self.flat, subject.start, subject.end)
        return None if empty else subject

    def _held(
        self, held: re.Match[str], cue: int, sentence: Span, limit: int, when: Moment | None
    ) -> Span | None:
        """The event that a verb like "menggelar" or "digelar" has on its one or other side."""
        side, force = holding(held.group())
        behind = self._cut(object_after(self.flat, held.end(), limit), when)
        if side == "pelaku" or NOUN.match(self.flat, behind.start, behind.end):
            title: Span | None = behind
        else:
            title = self._subject(sentence, cue)
        return title if title and self._is_event(title, force, when) else None

    def _is_event(self, title: Span, force: str, when: Moment | None) -> bool:
        if force == "kuat":
            return True
        if force == "waktu":
            return when is not None
        if when and when.first and when.first == when.last:
            return True
        return bool(NOUN.search(self.flat, title.start, min(title.end, title.start + 45)))

    def _clause(self, cue: int, verb: int, sentence: Span, limit: int, when: Moment) -> Span | None:
        """What happens, where no noun says it: "barang bukti akan dimusnahkan", "mengunjungi Banda Aceh"."""
        passive = _PASSIVE.match(self.flat, verb, limit)
        if passive and passive.group() not in _NO_VERBS:
            behind = self._cut(object_after(self.flat, passive.start(), limit, places=True), when)
            subject = self._subject(sentence, cue)
            return Span(subject.start, behind.end) if subject else behind
        active = _ACTIVE.match(self.flat, verb, limit) or (
            _IN_ENGLISH.search(self.flat, cue, verb) and _WORD.match(self.flat, verb)
        )
        if not active or active.group() in PROMISES or not (when.first or self.times.lies_ahead(when)):
            return None
        title = self._cut(object_after(self.flat, verb, limit, places=True), when)
        if title.end > active.end():
            return title
        return Span(subject_before(self.flat, sentence.start, cue).start, title.end)

    def _cut(self, phrase: Span, when: Moment | None) -> Span:
        return before_time(self.flat, phrase, when.evidence.span.start) if when else phrase

    def _hoped(self, sentence: Span) -> Iterator[Plan]:
        """Hopes count where their time is told and lies ahead."""
        for cue in _HOPE.finditer(self.flat, sentence.start, sentence.end):
            _, plan = self._planned(cue, sentence, sentence.end)
            verb = self._verb_at(cue)
            happens = HOLDING.match(self.flat, verb) or _PASSIVE.match(self.flat, verb)
            if happens and plan and plan.when and self.times.lies_ahead(plan.when):
                yield plan
                return

    def _held_later(self, sentence: Span, in_list: bool) -> Iterator[Plan]:
        """ "patroli bersama dimulai Senin pekan depan": no word of planning, but a time ahead."""
        for happens in _HAPPENS.finditer(self.flat, sentence.start, sentence.end):
            when = self._later_than(happens, sentence, in_list)
            title = self._later_title(happens, sentence, when) if when else None
            if when and title and title.end > title.start:
                yield Plan(title, when, sentence, Span(sentence.start, happens.start()))
                return

    def _later_than(self, happens: re.Match[str], sentence: Span, in_list: bool) -> Moment | None:
        near = self.times.within(happens.end(), min(happens.end() + 2 * _NEAR, sentence.end))
        when = next((one for one in near if self._is_later(one, in_list)), None)
        if when is None:
            return None
        between = Span(happens.end(), when.evidence.span.start)
        lasts_until = _UNTIL.search(self.flat, between.start, between.end)
        return None if lasts_until or SPEECH.search(self.flat, between.start, between.end) else when

    def _later_title(self, happens: re.Match[str], sentence: Span, when: Moment) -> Span | None:
        held = HOLDING.match(self.flat, happens.start())
        if held:
            return self._held(held, held.start(), sentence, sentence.end, when)
        if happens.group() in _NO_VERBS or not self._stands_at(when, happens.end()):
            return None
        return self._clause(happens.start(), happens.start(), sentence, sentence.end, when)

    def _is_later(self, moment: Moment, in_list: bool) -> bool:
        return self.times.lies_ahead(moment) or (in_list and moment.first is None)


def _bare(flat: str, span: Span) -> Span:
    words = flat[span.start : span.end]
    left = len(words) - len(words.lstrip(" :–-"))
    return Span(span.start + left, max(span.start + left, span.start + len(words.rstrip())))
