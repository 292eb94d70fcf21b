from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.models import Edition
from articles.record import faults, head


class Command(BaseCommand):
    help = (
        "Walk the record and name the first broken link; exit status 1 if there is any fault. Whoever can "
        "rewrite the whole database can rewrite the whole chain: keep the head that this prints elsewhere, "
        "and ask for it again with --contains."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--contains", metavar="HEAD", help="a head printed earlier, which must still stand"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(faults())
        earlier = options["contains"]
        if earlier and not Edition.objects.filter(chain=earlier).exists():
            found.append(f"Rantai tidak lagi memuat {earlier}.")
        if found:
            raise CommandError("\n".join(found))
        self.stdout.write(f"{Edition.objects.count()} edisi, rantai utuh. Ujung rantai: {head()}")
