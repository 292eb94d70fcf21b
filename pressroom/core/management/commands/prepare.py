import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand

# Pages of packages that are not served here, and scripts that are served in their short form: each file is
# hashed and compressed, and whoever starts anew waits for all of them.
UNUSED = ["rest_framework", "redoc", "jquery.js", "xregexp.js", "select2.full.js"]


class Command(BaseCommand):
    help = "Make a checkout ready to serve: schema, fixtures, static files, demo accounts."

    def handle(self, *args: Any, **options: Any) -> None:
        settings.LOCAL_DIR.mkdir(exist_ok=True)
        call_command("migrate", interactive=False, verbosity=0)
        call_command("load_fixtures", verbosity=options["verbosity"])
        call_command("rebuild_projections", missing=True)
        call_command("make_photos")
        collect_static(Path(settings.STATIC_ROOT))
        call_command("demo_accounts", verbosity=options["verbosity"])


def collect_static(root: Path) -> None:
    """Collect, hash and compress only when a source has changed: it takes longer than all the rest."""
    stamp, state = root / ".state", static_state()
    if not stamp.exists() or stamp.read_text() != state:
        call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=UNUSED)
        stamp.write_text(state)


def static_state() -> str:
    """A digest over the path, size and time of every static file that the apps bring."""
    state = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            found = Path(storage.path(path)).stat()
            state.update(f"{path}:{found.st_size}:{found.st_mtime_ns}\n".encode())
    return state.hexdigest()
