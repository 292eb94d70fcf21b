"""An agency brings its archive: every text becomes a draft of what is certain in it, once.

A text is known by its words: the article's permanent id follows from them, so a run that was cut off goes on
where it stopped, and the same release under another file name is not drafted again.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User

from articles.intake.drafting import SKIP, Refused, Register, answers_by, draft
from articles.intake.opening import Unreadable, open_release
from articles.intake.proposals import Proposals
from articles.intake.proposing import propose_unchecked, vocabulary
from articles.intake.reader import Reading, Term, read
from articles.intake.reference import Reference
from articles.models import Article

SUFFIXES = (".txt", ".docx", ".html", ".htm", ".eml")
# Texts read ahead while the ones before are written.
BATCH = 64
_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True)
class Outcome:
    """What became of one file: `article` if drafted, `reason` if passed over; neither if it was there before.

    `left_out` counts what was certain by itself and yet refused by the registers; an editor decides it.
    """

    path: Path
    article: Article | None = None
    reason: str = ""
    left_out: int = 0


def files(folder: Path) -> list[Path]:
    """The readable kinds of files in a folder and below, in the order of their names."""
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())


def uid_of(text: str) -> uuid.UUID:
    words = " ".join(text.split())
    return uuid.uuid5(uuid.NAMESPACE_OID, f"release:{sha256(words.encode()).hexdigest()}")


def day_in_name(path: Path) -> date | None:
    """ "2024-10-09-bnpt.txt" was published that day."""
    found = _DATED.search(path.stem)
    try:
        return date.fromisoformat(found.group()) if found else None
    except ValueError:
        return None


def bring(paths: Iterable[Path], published: date | None, by: User | None) -> Iterator[Outcome]:
    """Draft each file in a transaction of its own. Other processes read, this one writes, in order."""
    reference = Reference()
    terms = vocabulary(reference)
    with ProcessPoolExecutor() as pool:
        waiting = None
        for batch in batches(paths):
            reading = pool.map(read_file, batch, [published] * len(batch), [terms] * len(batch), chunksize=8)
            if waiting:
                yield from written(*waiting, by, reference)
            waiting = batch, reading
        if waiting:
            yield from written(*waiting, by, reference)


def batches(paths: Iterable[Path]) -> Iterator[tuple[Path, ...]]:
    remaining = iter(paths)
    while batch := tuple(islice(remaining, BATCH)):
        yield batch


def read_file(path: Path, published: date | None, terms: list[Term]) -> Reading | str:
    """The reading, or why the file cannot be read."""
    try:
        text = open_release(path.name, path.read_bytes())
    except (Unreadable, OSError) as error:
        return str(error)
    return read(text, day_in_name(path) or published, terms)


def written(
    paths: tuple[Path, ...], readings: Iterable[Reading | str], by: User | None, reference: Reference
) -> Iterator[Outcome]:
    pairs = list(zip(paths, readings, strict=True))
    uids = [uid_of(reading.text) for _path, reading in pairs if not isinstance(reading, str)]
    known = set(Article.objects.filter(uid__in=uids).values_list("uid", flat=True))
    for path, reading in pairs:
        if isinstance(reading, str):
            yield Outcome(path, reason=reading)
        elif (uid := uid_of(reading.text)) in known:
            yield Outcome(path)
        else:
            known.add(uid)
            yield drafted(path, reading, uid, by, reference)


def drafted(path: Path, reading: Reading, uid: uuid.UUID, by: User | None, reference: Reference) -> Outcome:
    proposals = propose_unchecked(reading, reference)
    try:
        article, left_out = draft_certain(proposals, by, reference=reference, uid=uid)
    except Refused as refused:
        return Outcome(path, reason=str(refused))
    return Outcome(path, article, left_out=left_out)


def draft_certain(proposals: Proposals, by: User | None, **columns: Any) -> tuple[Article, int]:
    """Draft what is certain; what the registers refuse is left to the editor, and counted.

    Raises Refused where the release itself cannot be stored.
    """
    answers, left_out = answers_by(proposals), 0
    register = Register(proposals, answers)
    while True:
        try:
            return draft(proposals, answers, by, register=register, **columns), left_out
        except Refused as refused:
            if not leave_out(proposals, answers, refused):
                raise
            left_out += len(refused.errors)


# Values that a card can do without, and what goes with each.
OPTIONAL = {
    "post": ("post",),
    "organization": ("post",),
    "parties": ("parties", "approval"),
    "approval": ("approval",),
    "participants": ("participants",),
}


def leave_out(proposals: Proposals, answers: dict[str, str], refused: Refused) -> bool:
    """Empty the refused values that a card can do without, skip other cards; False where nothing is left."""
    before = dict(answers)
    for key in refused.errors:
        card_key, _dash, field = key.rpartition("-")
        if field in OPTIONAL:
            answers |= {f"{card_key}-{name}": "" for name in OPTIONAL[field]}
        elif card := proposals.card(key) or proposals.card(card_key):
            answers[f"{card.key}-verdict"] = (
                SKIP if card.kind != "release" else answers[f"{card.key}-verdict"]
            )
    return answers != before
