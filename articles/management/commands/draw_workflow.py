from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from articles import diagram


class Command(BaseCommand):
    help = "Write docs/workflow.md anew from the workflow's table."

    def handle(self, *args: Any, **options: Any) -> None:
        path = settings.BASE_DIR / "docs" / "workflow.md"
        path.write_text(diagram.document(), encoding="utf-8")
        self.stdout.write(str(path))
