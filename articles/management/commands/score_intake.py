import json
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from articles.intake.exchange import as_json
from articles.intake.reader import read
from articles.intake.scoring import Score, Tally


class Command(BaseCommand):
    help = "Score the reader of releases against annotated ones: NNN.txt beside NNN.json, in these folders."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folders", nargs="+", type=Path)
        parser.add_argument("--errors", action="store_true", help="list each miss with its text")
        parser.add_argument("--field", help="errors of this field only")

    def handle(self, *args: Any, **options: Any) -> None:
        score = Score()
        for path in pairs(options["folders"]):
            annotated = json.loads(path.read_text("utf-8"))
            text = path.with_suffix(".txt").read_text("utf-8")
            score.compare(path.stem, as_json(read(text, day(annotated["published"]))), annotated)
        if not score.tallies:
            raise CommandError(_("Tidak ada pasangan .txt dan .json di folder itu."))
        self.report(score)
        if options["errors"] or options["field"]:
            self.list_errors(score, options["field"])

    def report(self, score: Score) -> None:
        self.stdout.write(f"{'':16}{'P':>7}{'R':>7}{'F1':>7}{'n':>6}")
        for name, tally in score.tallies.items():
            figures = "".join(f"{value:7.3f}" for value in (tally.precision, tally.recall, tally.f1))
            self.stdout.write(f"{name:16}{figures}{tally.hits + len(tally.missed):6}")

    def list_errors(self, score: Score, only: str | None) -> None:
        for name, tally in score.tallies.items():
            if name != "all" and only in (None, name):
                self.list_tally(name, tally)

    def list_tally(self, name: str, tally: Tally) -> None:
        for sign, entries in (("-", tally.missed), ("+", tally.spurious)):
            for release, words in entries:
                self.stdout.write(f"{sign} {name} {release}: {words}")


def pairs(folders: list[Path]) -> list[Path]:
    """The annotations, here or in folders below, that have their text beside them."""
    found = (path for folder in folders for path in folder.rglob("*.json"))
    return sorted(path for path in found if path.with_suffix(".txt").exists())


def day(published: str | None) -> date | None:
    """A day, or the last day known of a month: None where only the month is given."""
    return date.fromisoformat(published) if published and len(published) == len("2024-10-09") else None
