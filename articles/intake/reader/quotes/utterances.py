"""Which words between marks were said by someone; the rest are terms, titles, slogans and irony."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from ..cues import any_of, table
from ..findings import Document, Span
from .attribution import Attribution, follows
from .quote_marks import Passage, blocks_of
from .speech import ENDS, NAMING, pattern

REACH = 200
"""How far before a mark its introduction may begin."""

_SHORT, _CLAUSE = 4, 6
_INTRODUCTION = 70
_VERB = pattern(r"\b(?<!-)(?:<REPORTING>|<ENGLISH>|(?:<ASIDE>|[Kk]ata|[Mm]enurut)(?:nya)?)(?![\w-])")
_SAYS_WORDS = re.compile(r"(?<!\w)(?:berbunyi|bunyinya)\W*$", re.I)
_LAST_WORD = re.compile(r"([\w-]+)\W*$")
_STOPPED = re.compile(r"[.?!…][\W_]*$")
_ITEM = re.compile(r"\W*(?:\d{1,2}|[a-z])?\W*$")
_REST = re.compile(r"[\s.,;)\]”\"’'*]{0,20}(?:\([^()]{0,40}\)\W{0,20})?")
_RIGHT = re.compile(
    rf"\W{{0,3}}(?:dan\s+)?{any_of(row[0] for row in table('correction_words') if row[1] == 'benar')}", re.I
)
_ALONE = re.compile(rf"\s*(?:\.(?!\w)|$)|,?\s+(?:\(|{any_of(ENDS)}(?!\w))")
_NAME_COLON = re.compile(r"(?:[A-Z(][\w.,'’()-]*\s+){0,8}[A-Z(][\w.,'’()-]*\s*:\s*$")


@dataclass(frozen=True, slots=True)
class Utterance:
    """A direct quote. `after` is what follows; `intro` the words before it, with a `verb` if they have one.

    `split`: it takes up the sentence of the utterance before. `sentence` is where its own sentence begins.
    """

    passage: Passage
    after: Attribution | None
    intro: Span | None
    verb: Span | None
    split: bool
    sentence: int

    @property
    def region(self) -> Span:
        """The quote with its attribution."""
        return Span(
            self.passage.outer.start, max(self.passage.outer.end, self.after.span.end if self.after else 0)
        )


def find_utterances(document: Document, passages: tuple[Passage, ...]) -> tuple[Utterance, ...]:
    starts = _sentence_starts(document)
    found: list[Utterance] = []
    for passage in passages:
        before = found[-1] if found and found[-1].passage.block == passage.block else None
        utterance = _Judged(document, passage, before, starts).utterance()
        if utterance:
            found.append(utterance)
    return tuple(found)


def _sentence_starts(document: Document) -> list[int]:
    """Where sentences begin; a line that carries on the one above begins none."""
    blocks = blocks_of(document)
    firsts = [block.start for block in blocks]
    carried = {
        paragraph.span.start
        for paragraph in document.paragraphs
        if (place := bisect_right(firsts, paragraph.span.start - 1))
        and paragraph.span.start < blocks[place - 1].end
    }
    sentences = (sentence for paragraph in document.paragraphs for sentence in paragraph.sentences)
    return [sentence.start for sentence in sentences if sentence.start not in carried]


class _Judged:
    """One passage beside what stands before and behind it."""

    def __init__(
        self, document: Document, passage: Passage, before: Utterance | None, starts: list[int]
    ) -> None:
        self.flat, self.passage, self.previous = document.flat, passage, before
        outer = passage.outer
        place = bisect_right(starts, outer.start)
        self.sentence = starts[place - 1] if place else 0
        following = bisect_right(starts, outer.end - 1)
        limits = [*starts[following : following + 2], passage.block.end, passage.block.end]
        self.limit = min(limits[0], passage.block.end)
        self.after = follows(self.flat, outer.end, self.limit, passage.broken) or self._capitalised(limits[1])
        floor = max(self.sentence, outer.start - REACH, before.region.end if before else 0)
        self.intro = Span(min(floor, outer.start), outer.start)
        self.words = passage.span.of(self.flat).split()

    def _capitalised(self, end: int) -> Attribution | None:
        """`"…?" Kata Andi.`, `"…!" Andi menegaskan.`: an attribution in a sentence of its own."""
        outer, end = self.passage.outer, min(end, self.passage.block.end)
        if not self.passage.broken or self.flat[outer.end : self.limit].strip():
            return None
        after = follows(self.flat, outer.end, end, broken=True)
        return after if after and _ALONE.match(self.flat, after.span.end, end) else None

    def utterance(self) -> Utterance | None:
        if not self.words:
            return None
        split = self._is_split()
        verb = None if split else self._introducing_verb()
        if not (split or self._is_said(verb)):
            return None
        intro = self.intro if verb or self._named_by_colon() else None
        return Utterance(self.passage, self.after, intro, verb, split, self.sentence)

    def _is_split(self) -> bool:
        """`"…," kata Andi, "…"`: the sentence goes on after its attribution."""
        start, end = self.previous.region.end if self.previous else 0, self.passage.outer.start
        if self.previous is None or self.previous.after is None or end - start >= _INTRODUCTION:
            return False
        between = self.flat[start:end]
        gone = _STOPPED.search(between.rstrip()) or _VERB.search(between)
        return not gone and between.rstrip().endswith(",")

    def _introducing_verb(self) -> Span | None:
        """The verb of speech that leads to the opening mark."""
        if self._is_headed():
            return None
        verb = None
        for match in _VERB.finditer(self.flat, self.intro.start, self.intro.end):
            verb = match
        if verb is None or self.intro.end - verb.end() > _INTRODUCTION:
            return None
        leads = self._before()[-1:] in {",", ":"} or not self.flat[verb.end() : self.intro.end].strip(" -–—")
        return Span(verb.start(), verb.end()) if leads else None

    def _before(self) -> str:
        return self.flat[self.intro.start : self.intro.end].rstrip()

    def _is_headed(self) -> bool:
        before = self._before()
        return (
            not before
            or bool(_STOPPED.search(before[-4:]))
            or (len(before) < _SHORT and bool(_ITEM.match(before)))
        )

    def _is_said(self, verb: Span | None) -> bool:
        if self._is_corrected() or (
            self._is_named_thing() and not (self.after and len(self.words) >= _CLAUSE)
        ):
            return False
        if self.passage.single:
            return bool(self.after and self._is_headed()) or (verb is not None and len(self.words) >= _SHORT)
        if self._is_headed():
            return self.after is not None or self._stands_alone()
        if verb or self._named_by_colon():
            return self._is_introduced()
        return self._is_clause() or self._is_answer()

    def _is_answer(self) -> bool:
        """`Ditanya soal itu, "Belum ada," kata Andi`."""
        return self._before()[-1:] in {",", ":"} and self.passage.broken and self.after is not None

    def _is_corrected(self) -> bool:
        return bool(_RIGHT.match(self.flat, self.passage.outer.end))

    def _is_named_thing(self) -> bool:
        last = _LAST_WORD.search(self._before()[-40:])
        return last is not None and not self._is_headed() and last[1].lower() in NAMING

    def _named_by_colon(self) -> bool:
        """`Andi: "…"`."""
        return bool(_NAME_COLON.match(self._before())) or bool(_SAYS_WORDS.search(self._before()[-40:]))

    def _stands_alone(self) -> bool:
        """A whole sentence between marks, without a speaker."""
        ended = self.words[-1][-1] in ".?!…"
        rest = _REST.match(self.flat, self.passage.outer.end, self.limit)
        ends = ended or (rest is not None and rest.end() >= self.limit)
        long = len(self.words) >= (_SHORT if self.passage.closed else _CLAUSE) or (
            ended and len(self.words) > 1
        )
        return (ends or self.passage.broken) and long and not self._is_title()

    def _is_introduced(self) -> bool:
        set_off = self._before()[-1:] in {",", ":"}
        return set_off or (len(self.words) >= _SHORT and not self._is_title())

    def _is_clause(self) -> bool:
        """Within a sentence: long enough to be somebody's words."""
        long = len(self.words) >= (_CLAUSE if self.after else _CLAUSE + 2)
        return long and self.passage.closed and not self._is_title()

    def _is_title(self) -> bool:
        long_words = [word for word in self.words if len(word) > 3]
        capitals = sum(not word[0].islower() for word in long_words)
        return self.words[-1][-1] not in ".?!…" and capitals * 4 >= len(long_words) * 3
