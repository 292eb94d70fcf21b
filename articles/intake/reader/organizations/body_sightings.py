"""Every place where a body is named, one after another; which of them are the same body is decided later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..countries import HOME, code_at, name_at
from ..words import Words
from .acronyms import explained_end, introduced, is_short_form, is_unknown, parenthesis, spelled_out
from .bodies import (
    Body,
    Opener,
    company_roles,
    folded,
    folded_name,
    having,
    known_bodies,
    openers,
    region_end,
    regions,
)
from .body_grammar import abroad, explained_soon, goes_on, name_end, with_parent
from .foreign_bodies import foreign_end, foreign_run, leads


@dataclass(frozen=True, slots=True)
class Sighting:
    """Words `first` up to `end` name a body; up to `core` they are `body` or `opener`.

    `short`: named by its acronym. `acronym`: a short form in parentheses, behind or inside the name.
    """

    first: int
    end: int
    core: int
    body: Body | None = None
    opener: Opener | None = None
    acronym: tuple[int, int] | None = None
    short: bool = False

    @property
    def after(self) -> int:
        """The first word behind the name and its short form."""
        return max(self.end, self.acronym[1]) if self.acronym else self.end


def sightings(words: Words) -> Iterator[Sighting]:
    index, behind, barren = 0, -1, 0
    while index < len(words):
        found = _body_at(words, index, behind) if words.capital(index) else None
        if found is None and index >= barren and words.capital(index):
            found, barren = _foreign(words, index)
        if found is None:
            index += 1
            continue
        index = found.after
        if not _is_part(words, found):
            behind = index
            yield found


def _body_at(words: Words, index: int, behind: int) -> Sighting | None:
    known, opened = _known(words, index), _opened(words, index)
    if known and opened and _goes_further(words, known, opened):
        known = None
    if known and known.short and (longer := _in_foreign_name(words, known)):
        return longer
    return known or opened or _acting(words, index, behind) or _company(words, index)


def _goes_further(words: Words, known: Sighting, opened: Sighting) -> bool:
    """Is the known name only the beginning of a longer one: "Kementerian Kebudayaan dan Pariwisata"?"""
    if opened.core > known.end or (opened.acronym and not known.acronym):
        return True
    if opened.opener and opened.opener.way == "pengurus":
        return opened.end > known.end
    if known.short or opened.end <= known.end + 1:
        return False
    return words.folded[known.end] in having("sambung") or words.gap(known.end) == ", "


def _in_foreign_name(words: Words, known: Sighting) -> Sighting | None:
    """ "UNESCO Creative Cities Network" begins with another body's acronym."""
    if known.acronym or words.gap(known.end) != " " or not words.capital(known.end):
        return None
    end = foreign_end(words, known.first, foreign_run(words, known.first))
    return Sighting(known.first, end, end) if end and end > known.end else None


def _is_part(words: Words, found: Sighting) -> bool:
    """A committee directly before a body's name is only part of that body."""
    if found.opener is None or found.opener.way != "bagian" or words.gap(found.end) != " ":
        return False
    return bool(known_bodies().at(words, found.end) or openers().at(words, found.end))


def _known(words: Words, index: int) -> Sighting | None:
    found = known_bodies().at(words, index)
    if found is None:
        return None
    end, body = found
    region = _branch_end(words, end, body)
    if body.unsure and not region and not introduced(words, index):
        return None
    if _is_law(words, index) or _is_corps(words, index) or _is_treaty(words, end):
        return None
    end = end if body.short else with_parent(words, index, end)
    tail = region or abroad(words, folded_name(body.name)[0], end) or end
    sighting = Sighting(index, tail, end, body, short=body.short)
    if home := _home_tail(words, sighting):
        sighting = replace(sighting, end=home)
    return _with_short_form(words, sighting)


def _branch_end(words: Words, end: int, body: Body) -> int | None:
    """ "BPBD Kabupaten Cianjur", "Ombudsman RI Perwakilan Maluku", "WHO Indonesia"."""
    if body.branched and words.gap(end) == " " and words.folded[end] == "indonesia":
        return end + 1
    if not body.regional or words.gap(end) != " ":
        return None
    start = end + (words.folded[end] == "ri" and words.folded[end + 1 : end + 2] == ["perwakilan"])
    return region_end(words, start)


def _is_law(words: Words, index: int) -> bool:
    """ "UU TNI" is a law."""
    return words.gap(index) == " " and words.folded[index - 1] in having("hukum")


def _is_treaty(words: Words, end: int) -> bool:
    """ "Indonesia-EU CEPA" is an agreement."""
    return words.gap(end) in {" ", "-"} and words.folded[end] in having("perjanjian")


def _is_corps(words: Words, index: int) -> bool:
    """ "Mayjen TNI", "Laksma Bakamla": the corps of an officer, part of the rank."""
    if words.gap(index) not in {" ", ". "}:
        return False
    return words.folded[index - 1] in folded("ranks") or words.folded[max(0, index - 2)] == "laksamana"


def _home_tail(words: Words, sighting: Sighting) -> int | None:
    """With "Republik Indonesia" directly behind the long name; "RI" stays outside."""
    end = sighting.end
    if sighting.short or words.folded[end : end + 2] != ["republik", "indonesia"]:
        return None
    return end + 2 if words.gap(end) == words.gap(end + 1) == " " else None


def _opened(words: Words, index: int) -> Sighting | None:
    found = openers().at(words, index)
    if found is None or words.gap(found[0]) == ") " or name_at(words, index):
        return None
    core, opener = found
    if (whole := explained_end(words, index)) and whole > core:
        return _with_short_form(words, Sighting(index, whole, core, opener=opener))
    if opener.unsure and not _is_shown(words, index, core, opener):
        return None
    if opener.venue and words.folded[index - 1] in having("arah") and words.gap(index) == " ":
        return None
    short = _short_form(words, index, core)
    start = short[1] if short else core
    end = name_end(words, index, start, opener.way)
    if end == start:
        return _bare(words, index, core, opener, short)
    sighting = Sighting(index, end, core, opener=opener, acronym=short)
    sighting = sighting if short else _with_short_form(words, sighting)
    return None if _is_office(opener) and sighting.acronym is None else sighting


def _is_shown(words: Words, index: int, core: int, opener: Opener) -> bool:
    return explained_soon(words, core) or (not _is_office(opener) and introduced(words, index))


def _is_office(opener: Opener) -> bool:
    """ "Biro Umum": a part of a body, and a body only where it has a short form of its own."""
    return opener.unsure and opener.way == "bagian"


def _bare(
    words: Words, index: int, core: int, opener: Opener, short: tuple[int, int] | None
) -> Sighting | None:
    """Only an embassy is a body without more: "KBRI"."""
    if opener.way != "negara" or not (words.printed[index].isupper() or short):
        return None
    return Sighting(index, core, core, opener=opener, acronym=short, short=short is None)


def _with_short_form(words: Words, sighting: Sighting) -> Sighting:
    """With "(BNPT)" behind the name, or with "(BNNP)" and the region behind that inside it."""
    short = _short_form(words, sighting.first, sighting.end)
    if short is None:
        return sighting
    if regions().at(words, short[0]):
        return replace(sighting, end=short[1])
    sighting = replace(sighting, acronym=short)
    if sighting.body and sighting.end > sighting.core:
        return sighting
    region = region_end(words, short[1]) if words.gap(short[1]) == ") " else None
    return replace(sighting, end=region or sighting.end)


def _short_form(words: Words, first: int, index: int) -> tuple[int, int] | None:
    end = parenthesis(words, index)
    name = words.flat[words.starts[first] : words.ends[index - 1]]
    return (index, end) if end and is_short_form(words, index, end, name) else None


def _acting(words: Words, index: int, behind: int) -> Sighting | None:
    """Unexplained capitals behind a word for an actor, or in one list with a body before."""
    if not is_unknown(words, index):
        return None
    listed = index and behind in {index, index - 1} and _lists(words, index)
    if not listed and not introduced(words, index):
        return None
    end = index + 1
    if words.gap(end) == "-" and words.capital(end):
        end += 1
    if not listed and words.gap(end) == " " and code_at(words, end) == HOME:
        end += 1
    while listed and end < index + 4 and words.gap(end) == " " and _adds(words, end):
        end += 1
    return _with_short_form(words, Sighting(index, end, end, short=_is_short(words, index, end)))


def _adds(words: Words, index: int) -> bool:
    return goes_on(words, index) and not name_at(words, index)


def _is_short(words: Words, index: int, end: int) -> bool:
    return end == index + 1 or words.gap(end - 1) != " " or code_at(words, end - 1) == HOME


def _lists(words: Words, index: int) -> bool:
    return words.gap(index) == ", " or (
        words.gap(index) == " " and words.folded[index - 1] in having("sambung")
    )


def _company(words: Words, index: int) -> Sighting | None:
    """ "CEO Karya Bersama Indonesia": the name behind a company's office ends with the country."""
    if words.gap(index) != " " or not words.capital(index) or not _is_company_role(words, index):
        return None
    end = index
    while end < index + 4 and (end == index or words.gap(end) == " ") and goes_on(words, end, end == index):
        end += 1
        if words.folded[end - 1] == "indonesia":
            return Sighting(index, end, end) if end > index + 1 else None
    return None


def _is_company_role(words: Words, index: int) -> bool:
    roles = company_roles().get(words.folded[index - 1], ())
    return any(words.folded[max(0, index - len(role)) : index] == role for role in roles)


def _foreign(words: Words, index: int) -> tuple[Sighting | None, int]:
    """A body with a foreign name, and the word up to which there is no other."""
    if leads(words, index):
        return None, index + 1
    run = foreign_run(words, index)
    end = foreign_end(words, index, run)
    if end and words.gap(run) == " (" and explained_end(words, index) == run:
        end = run
    if end is None:
        return _spelled(words, index, run)
    return _with_short_form(words, Sighting(index, end, end)), index


def _spelled(words: Words, index: int, run: int) -> tuple[Sighting | None, int]:
    """A run of capitals with its initials in parentheses, behind a word for an actor."""
    if words.gap(run) != " (" or not introduced(words, index) or spelled_out(words, run) != index:
        return None, run
    return _with_short_form(words, Sighting(index, run, run)), run
