"""The words dates are read from and written with, in both languages; data only.

Reading accepts every spelling of both languages at once. Writing uses `MONTHS`, `WEEKDAYS`, `THIRDS` and
`PHRASES` of one language. All keys that are looked up from typed text are lower case.
"""

from typing import Literal

Limit = Literal["not_before", "not_after", "before", "after"]

MONTHS: dict[str, tuple[str, ...]] = {
    "id": (
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}

_OTHER_MONTH_SPELLINGS = (
    ("jan",),
    ("feb", "peb", "pebruari"),
    ("mar", "mrt"),
    ("apr",),
    (),
    ("jun",),
    ("jul",),
    ("agt", "agu", "ags", "agst", "agust", "aug"),
    ("sep", "sept"),
    ("okt", "oct"),
    ("nov", "nop", "nopember"),
    ("des", "dec"),
)

# In the order of date.weekday(): Monday is 0.
WEEKDAYS: dict[str, tuple[str, ...]] = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}

_OTHER_WEEKDAY_SPELLINGS = (
    ("mon",),
    ("tue", "tues"),
    ("wed",),
    ("thu", "thur", "thurs"),
    ("fri", "jum'at", "jum’at"),
    ("sat",),
    ("sun", "ahad"),
)


def _numbered(
    names: dict[str, tuple[str, ...]], others: tuple[tuple[str, ...], ...], first: int
) -> dict[str, int]:
    columns = enumerate(zip(*names.values(), others, strict=True), first)
    return {word.lower(): number for number, (id_, en, more) in columns for word in (id_, en, *more)}


MONTH_NUMBERS: dict[str, int] = _numbered(MONTHS, _OTHER_MONTH_SPELLINGS, 1)
WEEKDAY_NUMBERS: dict[str, int] = _numbered(WEEKDAYS, _OTHER_WEEKDAY_SPELLINGS, 0)

THIRDS: dict[str, tuple[str, str, str]] = {
    "id": ("awal {}", "pertengahan {}", "akhir {}"),
    "en": ("early {}", "mid-{}", "late {}"),
}

THIRD_CUES: dict[str, tuple[int, str]] = {
    "awal": (1, "id"),
    "permulaan": (1, "id"),
    "pertengahan": (2, "id"),
    "akhir": (3, "id"),
    "penghujung": (3, "id"),
    "early": (1, "en"),
    "beginning of": (1, "en"),
    "mid": (2, "en"),
    "middle of": (2, "en"),
    "late": (3, "en"),
    "end of": (3, "en"),
}

RANGE_CUES = (
    "sampai",
    "sampai dengan",
    "hingga",
    "s.d.",
    "s.d",
    "sd",
    "s/d",
    "to",
    "until",
    "till",
    "through",
)
BETWEEN_CUES = ("antara", "between")
AND_CUES = ("dan", "and")
FROM_CUES = ("dari", "from")
NOW_CUES = ("sekarang", "kini", "saat ini", "present", "now")

START_CUES = ("sejak", "mulai", "dimulai", "since", "began", "started", *FROM_CUES)
END_CUES = ("berakhir", "selesai", "ended", *RANGE_CUES)
SEEN_CUES = ("tercatat", "recorded", "seen")

LIMIT_CUES: dict[str, Limit] = {
    "paling awal": "not_before",
    "paling cepat": "not_before",
    "no earlier than": "not_before",
    "paling lambat": "not_after",
    "selambat-lambatnya": "not_after",
    "no later than": "not_after",
    "sebelum": "before",
    "before": "before",
    "sesudah": "after",
    "setelah": "after",
    "after": "after",
}

PHRASES: dict[str, dict[str, str]] = {
    "id": {
        "since": "sejak {}",
        "until": "sampai {}",
        "seen": "tercatat {}",
        "start": "mulai {}",
        "end": "berakhir {}",
        "not_before": "paling awal {}",
        "not_after": "paling lambat {}",
        "between": "antara {} dan {}",
        "on_day": "pada {}",
        "in_time": "pada {}",
    },
    "en": {
        "since": "since {}",
        "until": "until {}",
        "seen": "recorded {}",
        "start": "began {}",
        "end": "ended {}",
        "not_before": "no earlier than {}",
        "not_after": "no later than {}",
        "between": "between {} and {}",
        "on_day": "on {}",
        "in_time": "in {}",
    },
}
