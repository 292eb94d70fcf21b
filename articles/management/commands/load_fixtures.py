from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from articles.models import Article
from articles.seed.build import FIXTURES
from articles.seed.pictures import restore_files
from entities.models import Country


class Command(BaseCommand):
    help = "Load the fixtures into an empty database; one that holds anything is left as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        if Country.objects.exists() or Article.objects.exists():
            return
        paths = [str(settings.BASE_DIR / "fixtures" / f"{name}.json") for name in (*FIXTURES, "office")]
        call_command("loaddata", *paths, verbosity=options["verbosity"])
        restore_files(settings.BASE_DIR / "fixtures" / "source")
