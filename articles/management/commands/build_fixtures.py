from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.seed.build import build
from articles.seed.source import Refusal


class Command(BaseCommand):
    help = "Build fixtures/*.json from the release and the editor's decisions in fixtures/source/."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--source", type=Path, default=settings.BASE_DIR / "fixtures" / "source")
        parser.add_argument("--output", type=Path, default=settings.BASE_DIR / "fixtures")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            files = build(options["source"])
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        for name, text in files.items():
            (options["output"] / name).write_text(text)
            self.stdout.write(f"{name}: {len(text.encode())} byte")
