"""Where the Indonesian name of a body ends: it goes on according to the word that opens it."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..countries import HOME, code_at, name_at
from ..words import Words
from .acronyms import is_unknown, parenthesis
from .bodies import (
    JOINS,
    after_role,
    folded,
    given_names,
    having,
    known_bodies,
    name_words,
    openers,
    person_words,
    region_end,
    regions,
    role_words,
)

_LONGEST = 14
_ROMAN = re.compile(r"I{1,3}|IV")
_NUMBER = re.compile(r"\d{1,4}[A-Z]?|[IVX]{1,5}[AB]?")
_NOUN = re.compile(r"(?:ke|pe[mnrl]?)\w{3,}an|\w{4,}(?:isme|logi|tika|sasi)")
_NAME_BEFORE_PERSON = 2
_SHORTEST_BOARD = 2
_LONGEST_PLACE = 3
_BOARDED = frozenset({"nama", "wilayah"})


def name_end(words: Words, first: int, core: int, way: str) -> int:
    """The end of the name from `first`, whose opening words end at `core`; `core` where no name follows."""
    return _GRAMMARS.get(way, _by_field)(words, first, core)


def _by_field(words: Words, first: int, core: int) -> int:
    """ "Dinas Kelautan, Pangan, dan Pertanian Kota Serang"."""
    if numbered := _numbered_committee(words, core):
        return numbered
    here, strict = core, after_role(words, first)
    while here - core < _LONGEST:
        if here > core and (tail := region_end(words, here) or abroad(words, words.folded[first], here)):
            return tail
        following = _next_field(words, here, core, strict)
        if following == here:
            break
        here = following
        if words.folded[here - 1] == "indonesia":
            return region_end(words, here) or here
    return with_parent(words, first, here) if here > core else here


def abroad(words: Words, kind: str, end: int) -> int | None:
    """ "Kementerian Luar Negeri Amerika Serikat": another state's body has that state's name."""
    if kind not in having("negara") or words.gap(end) != " " or code_at(words, end) in {"", HOME}:
        return None
    return name_at(words, end)


def with_parent(words: Words, first: int, here: int) -> int:
    """ "Badan Pendidikan dan Pelatihan Kejaksaan RI": the body that it belongs to is part of the name."""
    if words.folded[first] not in having("induk") or words.gap(here) != " ":
        return here
    if parent := known_bodies().at(words, here):
        end = parent[0]
        return end + (words.gap(end) == " " and words.folded[end] == "ri")
    return _member_end(words, here, frozenset({"nama"})) or here


def _member_end(words: Words, index: int, ways: frozenset[str]) -> int | None:
    """The end of the body of these kinds whose name begins at word `index`."""
    member = openers().at(words, index)
    if member is None or member[1].way not in ways:
        return None
    end = name_end(words, index, member[0], member[1].way)
    return end if end > member[0] else None


def _next_field(words: Words, here: int, core: int, strict: bool) -> int:
    """One word more, or a comma or "dan" with the word that follows; `here` where the name ends."""
    gap = " " if here == core and words.gap(here) in JOINS else words.gap(here)
    if (
        gap == " "
        and goes_on(words, here, here == core)
        and (not strict or here == core or _topical(words, here))
    ):
        return here + 1
    if here == core:
        return here
    if gap == " " and words.folded[here] in having("sambung") and _joined_field(words, here + 1):
        return here + 2
    if gap == " & " and _topical(words, here):
        return here + 1
    if (
        gap == " "
        and words.folded[here] in having("tujuan")
        and words.capital(here + 1)
        and explained_soon(words, here + 1)
    ):
        return here + 2
    if gap == ", " and _list_closes(words, here):
        return here + 1 + (words.folded[here] in having("sambung"))
    return here


def _joined_field(words: Words, index: int) -> bool:
    return words.gap(index) == " " and _topical(words, index) and goes_on(words, index)


def _list_closes(words: Words, here: int) -> bool:
    """ "…, Sains, dan Teknologi": does the list of fields end with "dan" and a field?"""
    for index in range(here, min(here + 8, len(words))):
        if words.folded[index] in having("sambung"):
            return _joined_field(words, index + 1)
        if words.gap(index) not in {" ", ", "} or not (_topical(words, index) and goes_on(words, index)):
            return False
    return False


def _topical(words: Words, index: int) -> bool:
    """A word for a field of work, not a name: known from other bodies, or formed like "Perikanan"."""
    if not words.capital(index):
        return False
    word = words.folded[index]
    return word in name_words() or bool(_NOUN.fullmatch(word))


def goes_on(words: Words, index: int, directly: bool = False) -> bool:
    """May this word belong to the name before it? Directly after the opening word also an office may."""
    if not _may_name(words, index) or _only_headline(words, index):
        return False
    word = words.folded[index]
    if word in person_words() or word in _ends():
        return False
    if openers().at(words, index) and not (directly and word in folded("body_fields")):
        return False
    if directly:
        return True
    known = known_bodies().at(words, index)
    return word not in role_words() and (known is None or known[1].unsure)


def _only_headline(words: Words, index: int) -> bool:
    """In a headline of capitals a name goes on only with words that are neighbours below it, too."""
    if not index or index >= words.headline or _topical(words, index):
        return False
    return (words.folded[index - 1], words.folded[index]) not in words.neighbours


def _ends() -> frozenset[str]:
    return folded("body_ends")


def _numbered_committee(words: Words, core: int) -> int | None:
    """ "Komisi I DPR", "Komisi B DPRD Kota Malang": the house is part of the name."""
    return _house_end(words, core + 1) if words.gap(core) == " " else None


def _house_end(words: Words, index: int) -> int | None:
    """The end of "DPR RI", "DPRD Kota Malang" at word `index`."""
    if words.gap(index) != " " or words.folded[index] not in having("parlemen"):
        return None
    if words.gap(index + 1) in {" ", "-"} and words.folded[index + 1] == "ri":
        return index + 2
    return region_end(words, index + 1) or index + 1


def _by_region(words: Words, first: int, core: int) -> int:
    """ "Polres Ciamis", "Kodam IX/Udayana", "SMAN 1 Depok"."""
    here = _number_end(words, core)
    if here > core and words.gap(here) == "/" and _may_name(words, here):
        return _slashed(words, first, here)
    if region := region_end(words, here):
        return _further_region(words, region)
    if here > core:
        return here + (_stands(words, here) and words.folded[here] not in given_names())
    return _run(words, here, here + (1 if after_role(words, first) else _LONGEST_PLACE))


def _further_region(words: Words, end: int) -> int:
    """ "Polres Tasikmalaya Kota", "Kanwil DJP Jawa Tengah II"."""
    if words.gap(end) != " " or not words.capital(end):
        return end
    return end + (words.folded[end] == "kota" or bool(_ROMAN.fullmatch(words.printed[end])))


def _number_end(words: Words, core: int) -> int:
    """ "0813-12" in "Koramil 0813-12/Tambakrejo"."""
    if words.gap(core) not in JOINS or not _NUMBER.fullmatch(words.printed[core]):
        return core
    here = core + 1
    return here + (words.gap(here) == "-" and bool(_NUMBER.fullmatch(words.printed[here])))


def _stands(words: Words, here: int) -> bool:
    return words.gap(here) in JOINS and goes_on(words, here)


def _may_name(words: Words, index: int) -> bool:
    return words.capital(index) or bool(_NUMBER.fullmatch(words.printed[index]))


def _slashed(words: Words, first: int, here: int) -> int:
    """ "132/Tadulako", "162/Wira Bhakti", "0818/12"."""
    found = regions().at(words, here)
    return found[0] if found else _run(words, here + 1, here + 1 + (not after_role(words, first)))


def _by_country(words: Words, first: int, core: int) -> int:
    """ "Kedubes Rusia", "Kedutaan Besar Republik Indonesia/Perutusan Tetap Republik Indonesia"."""
    here = _country_end(words, core)
    if words.gap(here) == "/" and (other := openers().at(words, here)) and other[1].way == "negara":
        here = _country_end(words, other[0])
    return place_end(words, here) or here


def _country_end(words: Words, here: int) -> int:
    country = name_at(words, here) if words.gap(here) in JOINS else None
    return country or here


def place_end(words: Words, index: int) -> int | None:
    """A foreign city's name of one or two words."""
    if not _stands(words, index):
        return None
    two = _stands(words, index + 1) and not words.printed[index].isupper()
    return index + 2 if two else index + 1


def _by_name(words: Words, first: int, core: int) -> int:
    """ "Yayasan Rumah Teduh", "PT Bank Mandiri (Persero) Tbk"."""
    end = _proper_name(words, first, core)
    if (
        end > core
        and words.gap(end) == " ("
        and words.folded[end] == "persero"
        and words.gap(end + 1)[:1] == ")"
    ):
        end += 1
    if end > core and words.folded[first] in having("fraksi"):
        return _house_end(words, end) or end
    return end + (end > core and words.gap(end) in JOINS and words.folded[end] == "tbk")


def _by_board(words: Words, first: int, core: int) -> int:
    """ "DPC Partai Demokrat Kota Kediri", "BEM UI", "DPC PERADIN Bantul"."""
    if words.gap(core) not in JOINS:
        return core
    known = known_bodies().at(words, core)
    end = known[0] if known and not known[1].unsure else _member_end(words, core, _BOARDED)
    if end is None and is_unknown(words, core) and words.ends[first] - words.starts[first] > _SHORTEST_BOARD:
        end = core + 1
    return core if end is None else region_end(words, end) or end


def _proper_name(words: Words, first: int, core: int) -> int:
    if words.gap(core) not in JOINS:
        return core
    known = known_bodies().at(words, core)
    if known and words.folded[first] not in having("bernama"):
        return region_end(words, known[0]) or known[0] if words.folded[first] in having("anggota") else core
    if words.folded[first] in having("anggota") and (member := openers().at(words, core)):
        core = member[0]
    here, role = _after_title(words, first, core), after_role(words, first)
    while here - core < _LONGEST:
        if role and here > core and (region := region_end(words, here)):
            return region
        if country := abroad(words, words.folded[first], here):
            return country
        if role and _person_follows(words, core, here):
            return here
        following = _next_field(words, here, core, strict=False)
        if following == here:
            break
        here = following
        if role and words.folded[here - 1] == "indonesia":
            break
    return here


def _person_follows(words: Words, core: int, here: int) -> bool:
    """ "Ketua Yayasan Bina Insan | Budi Santoso": a given name and another, unless the body has one."""
    if here - core < _NAME_BEFORE_PERSON or words.folded[core] in given_names():
        return False
    return words.folded[here] in given_names() and words.gap(here + 1) == " " and words.capital(here + 1)


def explained_soon(words: Words, here: int) -> bool:
    """Does a short form in parentheses follow the capitals that begin here?"""
    end = here
    while end < here + 8 and (end == here or words.gap(end) == " ") and (_plain(words, end)):
        end += 1
    return parenthesis(words, end) is not None


def _plain(words: Words, index: int) -> bool:
    return words.capital(index) or words.folded[index : index + 1] == ["dan"]


def _after_title(words: Words, first: int, core: int) -> int:
    """A hospital has a person's name with the title: "RSUD dr. Soetomo"."""
    here = core
    while words.folded[first] in having("sakit") and words.folded[here : here + 1] == ["dr"]:
        here += 1
    return here + (here > core and words.gap(here) == ". " and words.capital(here))


def _run(words: Words, here: int, most: int) -> int:
    while here < most and _stands(words, here):
        here += 1
    return here


_GRAMMARS: dict[str, Callable[[Words, int, int], int]] = {
    "bukan": lambda _words, _first, core: core,
    "nama": _by_name,
    "negara": _by_country,
    "pengurus": _by_board,
    "wilayah": _by_region,
}
