import time
import uuid
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.demo.archive import LABEL, make
from articles.demo.photos import draw
from articles.models import Article
from entities.models import Country, Topic


class Command(BaseCommand):
    help = (
        "Fill the database with an invented archive, labelled as such throughout, for demonstrations and "
        "measurements. The same seed gives the same archive. Refused in production."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--releases", type=int, default=200)
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--photos", action="store_true", help="draw pictures too; this takes longer")
        parser.add_argument("--yes", action="store_true", help="even beside releases of somebody else")

    def handle(self, *args: Any, releases: int, seed: int, photos: bool, yes: bool, **options: Any) -> None:
        refuse(releases, yes=yes)
        if not Country.objects.exists():
            call_command("load_fixtures", verbosity=0)
            call_command("rebuild_projections", missing=True, verbosity=0)
        begun = time.perf_counter()
        editions = make(releases, seed, draw(releases, seed) if photos else [])
        took = time.perf_counter() - begun
        speed = f"{took:.1f} s ({releases / took:.0f} per detik)"
        self.stdout.write(f"{releases} siaran contoh, {editions} edisi, dalam {speed}.")


def refuse(releases: int, *, yes: bool) -> None:
    """Raises CommandError wherever invented releases could be taken for somebody's own."""
    if settings.PRODUCTION:
        raise CommandError("Siaran contoh tidak dibuat di produksi.")
    if releases < 1:
        raise CommandError("--releases paling sedikit 1.")
    if Topic.objects.filter(slug=LABEL["slug"]).exists():
        raise CommandError("Basis data ini sudah memuat arsip contoh.")
    foreign = any(
        uid != uuid.uuid5(uuid.NAMESPACE_URL, slug)
        for uid, slug in Article.objects.values_list("uid", "slug")
    )
    if foreign and not yes:
        raise CommandError("Basis data ini memuat siaran lain; pakai --yes bila memang dikehendaki.")
