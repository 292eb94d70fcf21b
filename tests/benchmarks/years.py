"""The releases of twenty years, made of our corpus: the same bodies and offices on other days."""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.benchmarks.intake_names import word

CORPUS = Path(__file__).parents[1] / "intake" / "corpus"
FIRST, DAYS = date(2005, 1, 3), 7300
# So many years somebody stays in office.
TERM = 4
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
# "9/10", "9/10/2024", "9 Oktober", "9 Oktober 2024"
PRINTED = re.compile(rf"\b(\d{{1,2}})(/| )(\d{{1,2}}|{'|'.join(MONTHS)})(?:\2(\d{{4}}))?\b")
AMOUNT = re.compile(rf"\b\d{{1,3}}(?= (?!{'|'.join(MONTHS)})[a-z]{{3,}})")


@dataclass(frozen=True)
class Original:
    text: str
    annotated: dict[str, Any]

    def on(self, day: date, dice: random.Random) -> str:
        """As it might have been in that week: other people, dates and amounts, and another headline."""
        known = date.fromisoformat(self.annotated["event_date"] or self.annotated["published"])
        shift = timedelta(weeks=(day - known).days // 7)
        text = PRINTED.sub(lambda found: moved(found, known, shift), self.text)
        text = AMOUNT.sub(lambda _found: str(dice.randint(2, 999)), text)
        for old, new in self.names(day, dice).items():
            text = re.sub(rf"\b{old}\b", new, text)
        headline, _end, body = text.partition("\n")
        return f"{headline} di {word(dice)} {word(dice)}\n{body}"

    def names(self, day: date, dice: random.Random) -> dict[str, str]:
        """Another word for each word of a name; whoever holds an office is called the same for some years."""
        found = {}
        for person in self.annotated["people"]:
            office = f"{person['role']} {person['org']} {day.year // TERM}"
            own = random.Random(office) if person["role"] else dice  # noqa: S311 - names, not secrets
            words = (old for old in person["name"].split() if len(old) > 3 and old.isalpha())
            found |= {old: word(own) for old in words}
        return found


def moved(found: re.Match[str], known: date, shift: timedelta) -> str:
    """The same date so many weeks on, in the form in which it is printed; its weekday stays right."""
    day, mark, month, year = found.groups()
    number = MONTHS.index(month) + 1 if month in MONTHS else int(month)
    try:
        then = date(int(year or known.year), number, int(day)) + shift
    except ValueError:  # a number such as 17/2
        return found[0]
    parts = (then.day, MONTHS[then.month - 1] if month in MONTHS else then.month, then.year)
    return mark.join(str(part) for part in parts[: 3 if year else 2])


def write_releases(folder: Path, count: int) -> None:
    """So many files, named after their days and in the order of these."""
    dice = random.Random(1)  # noqa: S311 - releases, not secrets
    originals = [
        Original(path.with_suffix(".txt").read_text("utf-8"), json.loads(path.read_text("utf-8")))
        for path in sorted(CORPUS.glob("*.json"))
    ]
    for number in range(count):
        day = FIRST + timedelta(days=number * DAYS // count)
        text = originals[number % len(originals)].on(day, dice)
        (folder / f"{day.isoformat()}-{number:05}.txt").write_text(text, "utf-8")
