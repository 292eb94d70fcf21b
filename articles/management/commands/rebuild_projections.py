from typing import Any

from django.core.management.base import BaseCommand

from articles.projections import rebuild


class Command(BaseCommand):
    help = "Derive everything that the public reads again from the record."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{rebuild()} edisi diproyeksikan ulang.")
