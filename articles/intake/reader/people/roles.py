"""Offices: a word that opens one (Kepala, Menteri, Kapolri) and the words that belong to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..cues import table
from ..cues import words as cue_words
from ..words import BREAK, Words
from .lexicon import STOPPED, Lexicon
from .names import is_acronym, is_given, is_known_name, is_never_name, opens_name, opens_with_initials
from .page import Page, country_at, place_at
from .titles import Before, titles_before

PLACED, COMMON, INNER, ALONE, FUSED = "tempat", "orang", "dalam", "sendiri", "padu"

_LONGEST = 30
_JOINS = frozenset(cue_words("role_joins"))
_TO_PLACES = frozenset({"untuk", "di", "of", "for", "pada", "dari", "to", "at", "in"})
_SMALL = frozenset({"dalam", "bersama"})
_ADDING = frozenset({"dan", "serta", "and", "&"})
_AT = frozenset({"di", "at", "in"})
_VOCABULARY = {row[0]: len(row) > 1 for row in table("role_words")}
_PHRASES = Lexicon([(name, takes) for name, takes in _VOCABULARY.items() if " " in name])
_QUALIFIERS = Lexicon([(row[0], row[1]) for row in table("role_qualifiers")], STOPPED)
_NOUN = re.compile(r"(?:pe[mn]?|pen[gy]|ke|per)\w{3,}an\Z|\w{3,}(?:[aiu]si|nsi|logi|itas|isme|grafi|nomi)\Z")
_MINISTERS = [(f"{short}{row[0]}", FUSED) for row in table("ministries_short") for short in ("Men", "Wamen")]
_HEADS = Lexicon(
    [
        *_MINISTERS,
        *((row[0], FUSED) for row in table("fused_titles")),
        *((row[0], row[1] if len(row) > 1 else "") for row in table("role_heads")),
    ]
)
_ENGLISH_ENDS = frozenset(word.casefold() for word in cue_words("english_role_ends"))
_ENGLISH = frozenset(word.casefold() for word in cue_words("english_role_words"))
_VOCABULARY_INDONESIAN = frozenset(_VOCABULARY) - _ENGLISH
_DEMONYMS = frozenset(
    name.strip().casefold()
    for row in table("demonyms")
    for name in row[1].split(",")
    if " " not in name.strip()
)
_LONGEST_ENGLISH = 5
_SHORTENED = frozenset({"kab", "prov", "kec", "bid", "dep", "dept", "kel", "ds", "st"})
_NEEDS_HEAD = frozenset({"wakil", "calon"})


@dataclass(frozen=True, slots=True)
class Head:
    """A word or phrase that opens an office: words `first` (with Plt. or mantan) to `end`."""

    first: int
    end: int
    kind: str
    acting: str
    former: bool


def head_at(words: Words, index: int) -> Head | None:
    """The office that opens at word `index`, with what qualifies it."""
    acting, former, here = "", False, index
    while found := _QUALIFIERS.at(words, here):
        if not _leads_on(words, found[0]):
            break
        here, kind = found
        former, acting = former or kind == "mantan", acting if kind == "mantan" else kind
    opened = _opening(words, here) or _english_opening(words, here)
    if opened is None or _introduces_another(words, *opened):
        return None
    return Head(index, *opened, acting, former)


def _introduces_another(words: Words, end: int, kind: str) -> bool:
    """ "narasumber Deputi …": the office is the one that follows."""
    if kind != COMMON or words.gap(end) != " " or not words.capital(end):
        return False
    return words.folded[end] in _HEADS and not is_known_name(words.folded[end])


def opens_office(folded: str) -> bool:
    """Whether an office may begin with this word in small letters."""
    return folded in _HEADS or folded in _QUALIFIERS


def opens_office_of_body(words: Words, index: int) -> bool:
    """The office of a whole body: Gubernur, Sekda, Menteri."""
    found = _opening(words, index) if words.capital(index) else None
    return found is not None and found[1] in {"", FUSED}


def titles_of_person(page: Page, index: int) -> Before | None:
    """Titles at word `index` with a name after them; not the "Haji" of "Layanan Haji Luar Negeri"."""
    titles = titles_before(page.words, index)
    if titles is None or titles.end in page.bodies:
        return None
    word = page.words.folded[titles.end]
    head = head_at(page.words, titles.end)
    if head and (head.end - titles.end > 1 or not is_known_name(word)):
        return None
    if is_known_name(word) or titles.stopped or (titles.rank and word not in _VOCABULARY):
        return titles
    if place_at(page.words, titles.end) > titles.end:
        return None
    return None if word in _VOCABULARY or is_never_name(word) else titles


def _leads_on(words: Words, index: int) -> bool:
    return words.gap(index) in {" ", ". ", ".", "-"}


def _opening(words: Words, index: int) -> tuple[int, str] | None:
    found = _HEADS.at(words, index) if index < len(words) else None
    if found is None or (found[1] == FUSED and not words.capital(index)):
        return None
    if words.folded[found[0] - 1] in _NEEDS_HEAD and words.gap(found[0]) == " ":
        return _opening(words, found[0])
    return None if words.folded[found[0] - 1] in _NEEDS_HEAD else found


def _english_opening(words: Words, index: int) -> tuple[int, str] | None:
    """ "Protection Associate", "Australian Minister for Defence": what one is comes last."""
    if index >= len(words) or not words.capital(index) or words.folded[index] in _VOCABULARY_INDONESIAN:
        return None
    if words.folded[index] in _DEMONYMS and words.gap(index + 1) == " ":
        return _opening(words, index + 1)
    for here in range(index, min(index + _LONGEST_ENGLISH, len(words))):
        if here > index and not (words.gaps[here] in {" ", "-", " & "} and words.capital(here)):
            return None
        if here > index and words.folded[here] in _ENGLISH_ENDS:
            return here + 1, INNER
        if words.folded[here] not in _ENGLISH:
            return None
    return None


def is_join(folded: str) -> bool:
    return folded in _JOINS


def head_behind_body(page: Page, here: int) -> Head | None:
    """An English office with its body first: "UNHCR Representative in Indonesia"."""
    words, after = page.words, page.bodies.get(here)
    if after is None or words.gap(after) != " " or not words.capital(after):
        return None
    head = head_at(words, after)
    return replace(head, first=here) if head and is_english(words, head) else None


def is_english(words: Words, head: Head) -> bool:
    return words.folded[head.end - 1] in _ENGLISH_ENDS


def role_end(page: Page, head: Head) -> tuple[int, bool]:
    """The word after the office; and whether a proper name that is not a person's may follow."""
    bodies = (page.bodies[index] for index in range(head.first, head.end) if index in page.bodies)
    start = max(head.end, *bodies, 0)
    end, takes = role_end_from(page, start)
    return end, takes if end > head.end else head.kind == PLACED


def role_end_from(page: Page, start: int) -> tuple[int, bool]:
    """The same for the rest of an office from word `start`."""
    here, takes = start, False
    while here - start < _LONGEST:
        step = _step(page, here)
        if step is None:
            break
        here, takes = step
    return here, takes


def is_vocabulary(folded: str) -> bool:
    return folded in _VOCABULARY


def is_role_word(page: Page, here: int) -> bool:
    """A word that belongs to offices or bodies rather than to a name."""
    return _named_part(page, here) is not None or page.words.folded[here] in _HEADS


def proper_part(page: Page, here: int) -> int:
    """The word after the part of an office at `here`, or `here`."""
    part = _named_part(page, here)
    return part[0] if part else here


def _step(page: Page, here: int) -> tuple[int, bool] | None:
    """Past the next part of an office at word `here`; None where something else begins."""
    words = page.words
    gap = words.gap(here)
    if here >= len(words) or gap == BREAK:
        return None
    if gap in {" (", "("}:
        return _parenthesis(page, here)
    if gap == "/" and words.capital(here):
        return (_named_part(page, here) or (here + 1, False))[0], False
    if not (gap in {" ", "-", "/", " / ", ") ", " & ", "–"} or _shortened(words, here)):
        return None
    if titles_of_person(page, here):
        return None
    return _named_part(page, here) or _joined_part(page, here)


def _shortened(words: Words, here: int) -> bool:
    return words.gap(here) in {". ", "."} and words.folded[here - 1] in _SHORTENED


def _named_part(page: Page, here: int) -> tuple[int, bool] | None:
    """A body, a place, a word of the vocabulary, an abbreviation or a number; looked up once a word."""
    if here not in page.parts:
        page.parts[here] = _part_at(page, here)
    return page.parts[here]


def _part_at(page: Page, here: int) -> tuple[int, bool] | None:
    words = page.words
    if opens_name(words, here) or opens_with_initials(words, here):
        return None
    if end := page.bodies.get(here):
        return end, False
    if (end := max(place_at(words, here), country_at(words, here))) > here:
        return end, False
    folded, printed = words.folded[here], words.printed[here]
    if known := _PHRASES.at(words, here):
        return known
    if folded in _VOCABULARY and (words.capital(here) or folded not in _SMALL):
        return here + 1, _VOCABULARY[folded]
    if head := _HEADS.at(words, here):
        return (head[0], head[1] == PLACED) if words.capital(here) and not is_given(words, here) else None
    if is_acronym(printed) or printed[0].isdigit():
        return here + 1, False
    return _numeral_or_noun(page, here)


def _numeral_or_noun(page: Page, here: int) -> tuple[int, bool] | None:
    words = page.words
    folded, printed = words.folded[here], words.printed[here]
    if printed in {"I", "V", "X"} and words.gap(here + 1) in {" ", ", ", " (", "/"}:
        named = here + 1 < len(words) and is_given(words, here + 1)
        return None if named else (here + 1, False)
    if printed == "U" and words.gap(here + 1) == "-":
        return here + 1, False
    if not words.capital(here) or is_known_name(folded) or is_given(words, here):
        return None
    if _NOUN.match(folded) or page.is_place(here) or _paired(words, here):
        return here + 1, False
    return None


def _paired(words: Words, here: int) -> bool:
    """An unknown word that "dan" joins with a known one: "Gempabumi dan Tsunami"."""
    following = here + 2
    if words.gap(here + 1) != " " or words.gap(following) != " " or not words.capital(following):
        return False
    return words.folded[here + 1] in {"dan", "serta", "&"} and words.folded[following] in _VOCABULARY


def _joined_part(page: Page, here: int) -> tuple[int, bool] | None:
    """ "dan Informatika", "untuk Indonesia"; after a preposition of place one unknown name."""
    words = page.words
    join, following = words.folded[here], here + 1
    if join not in _JOINS or words.gap(following) != " " or titles_of_person(page, following):
        return None
    if join in _ADDING:
        return None if _adds_another(page, here) else _named_part(page, following)
    if words.folded[following] in _JOINS and words.gap(following + 1) == " ":
        return _named_part(page, following + 1)
    place = place_at(words, following)
    if place > following or following in page.bodies:
        return page.bodies.get(following, place), False
    if words.printed[following][0].isdigit() or is_never_name(words.folded[following]):
        return None
    if join not in _AT and (part := _named_part(page, following)):
        return part
    return (following + 1, False) if join in _TO_PLACES and words.capital(following) else None


def _adds_another(page: Page, here: int) -> bool:
    """After "dan" another body or office: "Kepala BNPT dan Kedubes Rusia"."""
    words = page.words
    opens_office = words.capital(here + 1) and words.folded[here + 1] in _HEADS
    return (
        opens_office
        or here + 1 in page.bodies
        or here - 1 in page.inside
        or is_acronym(words.printed[here - 1])
    )


def _parenthesis(page: Page, here: int) -> tuple[int, bool] | None:
    """Past "(BNPT)" or "(Wamenlu)": an abbreviation or an office of up to six words."""
    words = page.words
    for end in range(here + 1, min(here + 7, len(words) + 1)):
        if ")" in words.gap(end) or (words.gap(end) == BREAK and _closed(words, end)):
            return (end, False) if _is_short_form(page, here, end) else None
    return None


def _closed(words: Words, end: int) -> bool:
    return words.flat[words.ends[end - 1] : words.ends[end - 1] + 1] == ")"


def _is_short_form(page: Page, first: int, end: int) -> bool:
    """An abbreviation, an office or a body; one other word only where a person's name follows it."""
    words = page.words
    if any(words.printed[index][0].isdigit() for index in range(first, end)):
        return False
    if any(is_acronym(words.printed[index]) or words.folded[index] in _HEADS for index in range(first, end)):
        return True
    followed = words.gap(end) == ") " and words.capital(end)
    return first in page.inside or (followed and end - first == 1 and words.capital(first))


def past_list(page: Page, here: int) -> int:
    """Past ", Perlindungan, dan Deradikalisasi BNPT": the office goes on after a comma."""
    words = page.words
    start = here
    while here < len(words) and words.gap(here) in {", ", ","} and here - start < _LONGEST:
        at = here + 1 if words.folded[here] in {"dan", "serta"} and words.gap(here + 1) == " " else here
        if titles_of_person(page, at) or (words.capital(at) and words.folded[at] in _HEADS):
            break
        part = _named_part(page, at)
        if part is None:
            break
        here = part[0]
        while (step := _step(page, here)) and here - start < _LONGEST:
            here = step[0]
    return here


def role_stop(words: Words, end: int) -> int:
    """The character after the office that ends before word `end`, its closing parenthesis included."""
    stop = words.ends[end - 1]
    return (
        stop + 1
        if words.flat[stop : stop + 1] == ")" and "(" in words.flat[max(0, stop - 60) : stop]
        else stop
    )
