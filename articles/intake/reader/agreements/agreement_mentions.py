"""Where a text names an agreement, with its subject and parties, or refers back to one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..cues import any_of, words
from ..events.parts import Parts
from ..findings import Document, Span
from ..spellings import any_spelling
from .agreement_words import PRIVATE, Word, counts, heads, word_of
from .subjects import subject_end

_ACRONYM = re.compile(r"\s*\((?:[A-Z][\w/&.-]{0,12}|selanjutnya [^()]{1,40})\)")
_TOPIC = re.compile(rf"(?<!\w)(?:{any_of(words('agreement_topics'))})\s+", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:[,;]|,?\s*(?<!\w)(?:dan|serta|maupun|and))\s+$")
_POINTING = re.compile(r"\s+(?:ini|itu|tersebut|dimaksud|tadi)(?!\w)", re.IGNORECASE)
_COUNTED = re.compile(
    rf"(?<!\w)(?P<count>{any_of(counts())}|\d{{1,3}})(?:\s+(?:buah|dokumen|naskah|draf|rancangan|poin|jenis))?\s+$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    rf"(?<!\w)(?i:{any_of(words('office_words'))})\s+(?:(?:[A-Z][\w-]*|dan|serta),?\s+){{0,6}}$"
)
_BEFORE = re.compile(r"(?:(?:[A-Z][\w’'/.-]{0,30}(?:–[A-Z][\w’']{1,30})?|of|and|on)\s+){1,8}$")
_ENGLISH_TOPIC = re.compile(
    r"\s+(?i:on|for|to|between|against|concerning|relating\s+to|of|antara|dengan|tentang|with)\s+(?:the\s+|an?\s+)?(?=[A-Z])"
)
_PAIR = re.compile(r"\s+[A-Z]\w{1,20}\s?[-–]\s?[A-Z]\w{1,20}(?!\w)")
_OF_YEAR = re.compile(r"\s*\(?(?:of\s+|tahun\s+)?(?:19|20)\d\d(?![\w/-])\)?")
_LOWER_TREATY = re.compile(
    r"\s+(?:antara\s+(?:pemerintah|republik|indonesia|ri\b)|perdagangan|kemitraan|ekstradisi|penetapan\s+batas)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    rf"{any_spelling(words('agreement_references'))}\s+(?:ini|itu|tersebut|dimaksud)(?!\w)|(?<!\w)(?:the\s+(?:agreement"
    rf"|document|treaty|arrangement))(?!\w)|(?<!\w)Dokumen(?=\s+di)",
    re.IGNORECASE,
)
_PAPER = r"(?:dokumen|naskah|perjanjian|nota\s+kesepahaman|mou|persetujuan)"
_TOGETHER = re.compile(
    rf"(?<!\w)(?:(?P<all>keduanya|ketiganya|keempatnya)(?=\s+(?:\w+\s+){{0,2}}(?:{any_of(words('ratifying_verbs'))}"
    rf"|di(?:tandatangani|teken|paraf|buat|sepakati)))|(?P<definite>kedua|ketiga|keempat)\s+{_PAPER}"
    rf"|(?P<some>dua|tiga)\s+(?:{_PAPER}\s+(?:itu|ini|tersebut)|yang\s+terakhir|di\s+antaranya))(?!\w)",
    re.IGNORECASE,
)
_ALIAS = re.compile(r"\((?P<alias>[A-Z][A-Z-]{1,11})\)")
_NO_PARTY = re.compile(
    r"\s+(?:tentang|antara|dengan|terkait|mengenai|soal|ini|itu|tersebut|di(?:teken|tandatangani|buat|sepakati)?)(?!\w)"
)
_ELSEWHERE = re.compile(r"\s+(?:di|pada|ke)\s+(?!bidang|sektor)", re.IGNORECASE)
_ENGLISH_STOPS = frozenset(
    {"The", "A", "An", "This", "That", "Di", "Pada", "Dalam", "Dan", "Para", "Of", "On", "And"}
)


@dataclass(frozen=True, slots=True)
class Mention:
    """`text` is what is printed of the agreement. Without a subject (`bare`) it may refer to another mention.

    `place` is title, item or text. `count` of a reference says how many agreements it means ("Dua yang
    terakhir"); `pointing` that "ini" follows; `spelled_out` that an acronym stands behind the full words.
    `alias` is the acronym of a treaty's own name ("TAC").
    """

    text: Span
    word: Word
    sentence: Span
    topic: str = ""
    place: str = "text"
    pointing: bool = False
    bare: bool = False
    spelled_out: bool = False
    count: int = 1
    alias: str = ""

    @property
    def heading(self) -> bool:
        return self.place == "title"


ANY = Word("", "", "")


def find_mentions(document: Document, bodies: Parts, wrong: Parts, laws: Sequence[Span]) -> list[Mention]:
    """All mentions in order of place; those in the title are headings. A name ends before a regulation."""
    found: list[Mention] = []
    starts = [law.start for law in laws]
    for sentence, place in _sentences(document):
        found += _in_sentence(document.flat, sentence, place, bodies, wrong, starts)
    return sorted([*found, *_aliases(document, found)], key=lambda mention: mention.text)


def _aliases(document: Document, found: list[Mention]) -> Iterator[Mention]:
    """Later places of a treaty's acronym."""
    names = {mention.alias: mention for mention in reversed(found) if mention.alias}
    if not names:
        return
    pattern = re.compile(rf"(?<![\w-])(?:{any_of(names)})(?![\w-])")
    taken = Parts([mention.text for mention in found])
    for sentence, place in _sentences(document):
        for match in pattern.finditer(document.flat, sentence.start, sentence.end):
            if place != "title" and not taken.hold(match.start()):
                span = Span(*match.span())
                yield Mention(span, ANY, sentence, place, pointing=True, bare=True, alias=match.group())


def _sentences(document: Document) -> Iterator[tuple[Span, str]]:
    yield document.title, "title"
    for paragraph in document.paragraphs:
        for sentence in paragraph.sentences:
            yield sentence, paragraph.kind


def _in_sentence(
    flat: str, sentence: Span, place: str, bodies: Parts, wrong: Parts, laws: list[int]
) -> list[Mention]:
    found, cursor = [], sentence.start
    for head in heads().finditer(flat, sentence.start, sentence.end):
        if head.start() < cursor or wrong.hold(head.start()) or bodies.hold(head.start()):
            continue
        law = bisect_left(laws, head.end())
        limit = min(sentence.end, laws[law]) if law < len(laws) else sentence.end
        mention = _mention(flat, head, Span(sentence.start, limit), place)
        if mention:
            found.append(replace(mention, sentence=sentence))
            cursor = mention.text.end
    if place != "title":
        found += _references(flat, sentence, Parts([mention.text for mention in found]))
    return sorted(found, key=lambda mention: mention.text)


def _references(flat: str, sentence: Span, taken: Parts) -> Iterator[Mention]:
    """ "dokumen itu" is one, "Dua yang terakhir" are two."""
    for match in _REFERENCE.finditer(flat, sentence.start, sentence.end):
        if not taken.hold(match.start()):
            yield Mention(Span(*match.span()), ANY, sentence, pointing=True, bare=True)
    for match in _TOGETHER.finditer(flat, sentence.start, sentence.end):
        count = counts().get((match["all"] or match["definite"] or match["some"]).casefold()) or 2
        yield Mention(Span(*match.span()), ANY, sentence, pointing=True, bare=True, count=count)


def _mention(flat: str, head: re.Match[str], sentence: Span, place: str) -> Mention | None:
    word = word_of(head)
    if word.need == "inggris":
        return _english(flat, head, word, sentence, place)
    after = _past_acronym(flat, head.end(), sentence.end)
    end = _end(flat, after, sentence.end, word.need == "nama")
    text = Span(head.start(), end)
    if _COUNTED.search(flat, max(sentence.start, head.start() - 30), head.start()):
        return None
    bare, pointing = end == after, bool(_POINTING.match(flat, end, sentence.end))
    if not _counts(flat, head, word, Span(after, end), sentence) or (bare and flat[sentence.end - 1] == ":"):
        return None
    bare = bare and word.need != "nama"
    return Mention(text, word, sentence, _topic(flat, after, end), place, pointing, bare, after > head.end())


def _past_acronym(flat: str, at: int, limit: int) -> int:
    acronym = _ACRONYM.match(flat, at, limit)
    return acronym.end() if acronym else at


def _end(flat: str, after: int, limit: int, named: bool = False) -> int:
    """The end of the subject, before another agreement that is joined to this one. A name needs none."""
    if named:
        year = _OF_YEAR.match(flat, after, limit)
        after = year.end() if year else after
    if _ELSEWHERE.match(flat, after, limit) or (named and not _TOPIC.match(flat, after + 1, limit)):
        return after
    end = max(after, subject_end(flat, after, limit))
    for other in heads().finditer(flat, after, end):
        start = _english_start(flat, other.start(), after) if other.group()[0].isupper() else other.start()
        if joined := _JOINED.search(flat, max(after, start - 12), start):
            end = joined.start()
            break
    year = _OF_YEAR.match(flat, end, limit) if end > after else None
    return year.end() if year and "tahun" not in year.group() else end


def _counts(flat: str, head: re.Match[str], word: Word, subject: Span, sentence: Span) -> bool:
    """Whether a word with this subject names an agreement: "persetujuan DPR" and "Biro Protokol" do not."""
    before = flat[max(sentence.start, head.start() - 90) : head.start()]
    first = flat[subject.start : subject.end].split(maxsplit=1)[:1]
    private = bool(first) and first[0].strip(",.").casefold() in PRIVATE
    if word.need in {"pokok", "kapital", "teken"} and (private or _OFFICE.search(before)):
        return False
    if word.need in {"kapital", "teken"}:
        return bool(first) and _in_capitals(flat, head, subject, sentence)
    return head.group() != "PKS" or bool(_NO_PARTY.match(flat, subject.start))


def _in_capitals(flat: str, head: re.Match[str], subject: Span, sentence: Span) -> bool:
    """A capital at a sentence's start proves nothing: then the next word must be one too, or "tentang"."""
    if head.group()[0].islower():
        return bool(_LOWER_TREATY.match(flat, head.end()))
    words_after = flat[subject.start : subject.end].split()
    return (
        words_after[0][0].isupper()
        or bool(_TOPIC.match(flat, subject.start + 1))
        or words_after[0] == "antara"
    )


def _english(flat: str, head: re.Match[str], word: Word, sentence: Span, place: str) -> Mention | None:
    """ "Defence Cooperation Agreement", "Convention on the Rights of the Child": capitals all round."""
    if head.group()[0].islower():
        return None
    start = _english_start(flat, head.start(), sentence.start)
    after = _past_acronym(flat, head.end(), sentence.end)
    topic = _ENGLISH_TOPIC.match(flat, after, sentence.end)
    end = _end(flat, after, sentence.end) if topic else after
    pair = _PAIR.match(flat, end, sentence.end)
    end = _past_acronym(flat, pair.end() if pair else end, sentence.end)
    year = _OF_YEAR.match(flat, end, sentence.end)
    end = year.end() if year and "tahun" not in year.group() else end
    if start == head.start() and not topic:
        return None
    named = _ALIAS.search(flat, start, end)
    return Mention(
        Span(start, end), word, sentence, flat[start:end], place, alias=named["alias"] if named else ""
    )


def _english_start(flat: str, at: int, floor: int) -> int:
    """Where the capitals begin that lead to the word, without articles and words that start a sentence."""
    before = _BEFORE.search(flat, max(floor, at - 120), at)
    start = before.start() if before else at
    while start < at:
        first = flat[start:at].split(maxsplit=1)[0]
        if first not in _ENGLISH_STOPS and not first.islower():
            break
        start += len(first) + 1
    return start


def _topic(flat: str, after: int, end: int) -> str:
    """What the agreement is about: behind "tentang", or the words between its kind and its parties."""
    subject = flat[after:end]
    topic = _TOPIC.search(subject)
    if topic:
        return " ".join(subject[topic.end() :].split())
    return " ".join(re.split(r"(?<!\w)(?:antara|dengan|bersama)(?!\w)", subject, maxsplit=1)[0].split())
