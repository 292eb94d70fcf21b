from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.models import Edition
from articles.record import faults


class Command(BaseCommand):
    help = "Walk the record and name the first broken link; exit status 1 if there is any fault."

    def handle(self, *args: Any, **options: Any) -> None:
        if found := list(faults()):
            raise CommandError("\n".join(found))
        self.stdout.write(f"{Edition.objects.count()} edisi, rantai utuh.")
