from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from articles import projections


class Command(BaseCommand):
    help = "Derive everything that the public reads again from the record."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--missing", action="store_true", help="only where an edition has none, as after an upgrade"
        )

    def handle(self, *args: Any, missing: bool = False, **options: Any) -> None:
        if not missing or projections.are_missing():
            self.stdout.write(f"{projections.rebuild()} edisi diproyeksikan ulang.")
