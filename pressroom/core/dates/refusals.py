"""Why a date cannot be taken, each reason one sentence for the editor.

Functions return the error for the caller to raise. `when_refusal` and `span_refusal` look at a text no form
fits and pick the most helpful sentence.
"""

import re
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from . import words
from .days import interface_language, write_day, write_month
from .patterns import DASH, any_of, compiled

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SHOWN_CHARACTERS = 80


def no_such_day(year: int, month: int, day: int) -> ValidationError:
    written = f"{day} {write_month(year, month, interface_language())}"
    return ValidationError(_("Tanggal %(date)s tidak ada."), code="no_such_day", params={"date": written})


def no_such_month(month: int, text: str) -> ValidationError:
    return ValidationError(
        _("Bulan %(month)s pada “%(text)s” tidak ada. Tulis hari/bulan/tahun, misalnya 9/10/2024."),
        code="no_such_month",
        params={"month": month, "text": text},
    )


def implausible_year(year: int, first: int, last: int) -> ValidationError:
    return ValidationError(
        _("Tahun %(year)s di luar jangkauan. Tulis tahun dari %(first)s sampai %(last)s."),
        code="implausible_year",
        params={"year": year, "first": first, "last": last},
    )


def wrong_weekday(day: date, typed: int) -> ValidationError:
    language = interface_language()
    names = words.WEEKDAYS[language]
    return ValidationError(
        _("%(date)s adalah hari %(true)s, bukan %(typed)s."),
        code="wrong_weekday",
        params={"date": write_day(day, language), "true": names[day.weekday()], "typed": names[typed]},
    )


def one_bound() -> ValidationError:
    return ValidationError(_("Isi kedua batas tanggal, atau kosongkan keduanya."), code="one_bound")


def end_before_start(start: date, end: date) -> ValidationError:
    language = interface_language()
    return ValidationError(
        _("Akhirnya, %(end)s, mendahului awalnya, %(start)s."),
        code="end_before_start",
        params={"end": write_day(end, language), "start": write_day(start, language)},
    )


def two_meanings(text: str) -> ValidationError:
    return ValidationError(
        _("“%(text)s” di sini bisa berarti dua hal. Pakai “antara”, misalnya antara 2019 dan 2021."),
        code="two_meanings",
        params={"text": text},
    )


_MONTH = rf"(?:{any_of(words.MONTH_NUMBERS)})\.?"
_START_OR_SEEN = any_of((*words.START_CUES, *words.SEEN_CUES))
_OPEN = rf"(?:{any_of((*words.START_CUES, *words.END_CUES, *words.LIMIT_CUES))}) .+"
_LIMITED = rf"(?:{any_of(words.LIMIT_CUES)}) .+"
_UNTIL_NOW = rf".+\b(?:{any_of(words.NOW_CUES)})"
_THIRD_OF_MONTH = rf"(?:{any_of(words.THIRD_CUES)})[ -](?:bulan )?{_MONTH}\b.*"
_SHORT_YEAR = (
    rf"(?:.*\b{_MONTH}[ ,-]+|(?:.*\D)?\d{{1,2}}([/.-])\d{{1,2}}\1|\d{{4}} ?{DASH} ?|tahun )?['’]?\d\d\)?"
)
_NO_YEAR = rf"(?!.*\d{{4}})(?:.*\b{_MONTH}(?: .*)?|.*\b\d{{1,2}}[/.-]\d{{1,2}}\)?)"

_Refusals: TypeAlias = "tuple[tuple[str, re.Pattern[str], StrOrPromise], ...]"

_YEAR_REFUSALS: _Refusals = (
    (
        "third_of_month",
        compiled(_THIRD_OF_MONTH),
        _(
            "“%(text)s” belum dikenal: awal, pertengahan, dan akhir hanya untuk tahun. "
            "Tulis misalnya 1–10 Oktober 2024."
        ),
    ),
    (
        "short_year",
        compiled(_SHORT_YEAR),
        _("Tahun pada “%(text)s” hanya dua angka. Tulis empat angka, misalnya 2024."),
    ),
    (
        "no_year",
        compiled(_NO_YEAR),
        _("Tahun pada “%(text)s” belum ditulis. Tulis misalnya 9 Oktober 2024."),
    ),
)

_WHEN_REFUSALS: _Refusals = (
    (
        "open",
        compiled(f"{_OPEN}|{_UNTIL_NOW}"),
        _("“%(text)s” hanya punya satu batas. Tulis kedua batasnya, misalnya antara 2005 dan 2009."),
    ),
    *_YEAR_REFUSALS,
    (
        "unknown",
        compiled(".*"),
        _("Kami tidak mengenali tanggal “%(text)s”. Tulis misalnya 9 Oktober 2024, 2007, awal 2025."),
    ),
)

_SPAN_REFUSALS: _Refusals = (
    (
        "end_without_date",
        compiled(rf"(?:(?:sudah|telah|has) )?(?:{any_of(words.END_CUES)})"),
        _("Kapan berakhirnya belum ditulis. Tulis batasnya, misalnya berakhir paling lambat 5 Mei 2024."),
    ),
    (
        "cue_without_date",
        compiled(_START_OR_SEEN),
        _("Tanggal setelah “%(text)s” belum ditulis. Tulis misalnya %(text)s 9 Oktober 2024."),
    ),
    (
        "limit_of_what",
        compiled(_LIMITED),
        _("“%(text)s” belum jelas: mulainya atau berakhirnya? Tulis misalnya berakhir sebelum 2010."),
    ),
    *_YEAR_REFUSALS,
    (
        "unknown",
        compiled(".*"),
        _(
            "Kami tidak mengenali masa “%(text)s”. Tulis misalnya sejak 2023, 2019–2023, "
            "tercatat pada 9 Oktober 2024."
        ),
    ),
)


def when_refusal(text: str) -> ValidationError:
    return _first_fitting(_WHEN_REFUSALS, text)


def span_refusal(text: str) -> ValidationError:
    return _first_fitting(_SPAN_REFUSALS, text)


def _first_fitting(refusals: _Refusals, text: str) -> ValidationError:
    shown = text if len(text) <= SHOWN_CHARACTERS else f"{text[:SHOWN_CHARACTERS]}…"
    code, sentence = next(
        (code, sentence) for code, pattern, sentence in refusals if pattern.fullmatch(shown)
    )
    return ValidationError(sentence, code=code, params={"text": shown})
