import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.intake import archive
from articles.intake.drafting import Refused
from articles.intake.exchange import as_json
from articles.intake.opening import Unreadable, open_release
from articles.intake.proposing import propose, propose_unchecked, vocabulary
from articles.intake.reader import read
from articles.intake.reasons import say
from articles.intake.reference import Reference

BAR = 30
Item = TypeVar("Item")


class Command(BaseCommand):
    help = "Read a press release, or a folder of them: print what was found, or draft what is certain."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path, help="a .txt, .docx, .html or .eml file, or a folder of them")
        parser.add_argument("--published", type=date.fromisoformat, metavar="YYYY-MM-DD")
        parser.add_argument("--json", action="store_true", help="print the reading as JSON")
        parser.add_argument("--commit", action="store_true", help="draft what is certain")
        parser.add_argument("--as", dest="username", metavar="USER", help="the author of the drafts")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["path"]
        if not path.exists():
            raise CommandError(_("%s tidak ada.") % path)
        author = self.author(options) if options["commit"] else None
        if path.is_dir():
            self.bring(path, options, author)
        else:
            self.read_one(path, options, author)

    def author(self, options: dict[str, Any]) -> User:
        """Drafts have an author: four eyes need to know the first pair."""
        user = User.objects.filter(username=options["username"] or "").first()
        if user is None or not user.is_active:
            raise CommandError(_("--commit memerlukan --as dengan nama akun yang aktif."))
        return user

    def read_one(self, path: Path, options: dict[str, Any], author: User | None) -> None:
        try:
            text = open_release(path.name, path.read_bytes())
        except (Unreadable, OSError) as error:
            raise CommandError(str(error)) from error
        published = options["published"] or archive.day_in_name(path)
        if options["json"]:
            reading = as_json(read(text, published, vocabulary(Reference())))
            self.stdout.write(json.dumps(reading, ensure_ascii=False, indent=1))
        if author:
            self.draft(text, published, author)
        elif not options["json"]:
            self.show(text, published)

    def draft(self, text: str, published: date | None, author: User) -> None:
        reference = Reference()
        proposals = propose_unchecked(read(text, published, vocabulary(reference)), reference)
        try:
            article, _left_out = archive.draft_certain(proposals, author, uid=archive.uid_of(text))
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        address = reverse("admin:articles_article_change", args=[article.pk])
        self.stderr.write(_("Draf: %(title)s (%(address)s)") % {"title": article.title, "address": address})

    def show(self, text: str, published: date | None) -> None:
        """Each card with its verdict, the ones that an editor must look at without a tick."""
        for card in propose(text, published).cards:
            tick = "✓" if card.certain else " "
            self.stdout.write(f"{tick} {card.kind:13}{card.match.verdict:9} {card.label}")
            if card.evidence and (why := say(card.evidence)):
                self.stdout.write(f"{'':25}{why}")

    def bring(self, folder: Path, options: dict[str, Any], author: User | None) -> None:
        paths = archive.files(folder)
        if not paths:
            raise CommandError(_("Tidak ada naskah di %s.") % folder)
        if not author:
            self.read_all(paths, options)
            return
        tally: Counter[str] = Counter()
        outcomes = archive.bring(paths, options["published"], author)
        for outcome in self.progress(outcomes, len(paths)):
            tally[self.told(outcome)] += 1
            tally["left_out"] += outcome.left_out
        self.summary(len(paths), tally)

    def read_all(self, paths: list[Path], options: dict[str, Any]) -> None:
        """Without --commit a folder is only read; with --json one object a line."""
        tally: Counter[str] = Counter()
        for path in self.progress(paths, len(paths)):
            reading = archive.read_file(path, options["published"], vocabulary(Reference()))
            if isinstance(reading, str):
                self.stderr.write(f"{path}: {reading}")
            elif options["json"]:
                self.stdout.write(json.dumps({"file": str(path), **as_json(reading)}, ensure_ascii=False))
            tally["unreadable" if isinstance(reading, str) else "read"] += 1
        self.stderr.write(
            _("%(read)d dibaca, %(unreadable)d tidak terbaca.") % {"read": 0, "unreadable": 0, **tally}
        )

    def told(self, outcome: archive.Outcome) -> str:
        if outcome.reason:
            self.stderr.write(f"\n{outcome.path}: {outcome.reason}")
            return "passed_over"
        return "drafted" if outcome.article else "known"

    def progress(self, items: Iterable[Item], total: int) -> Iterator[Item]:
        """The same items, with a bar that a terminal shows; a log file is spared it."""
        for number, item in enumerate(items, start=1):
            if self.stderr.isatty():
                filled = "█" * (BAR * number // total)
                self.stderr.write(f"\r{filled:·<{BAR}} {number}/{total}", ending="")
            yield item
        self.stderr.write("")

    def summary(self, total: int, tally: Counter[str]) -> None:
        rows = (
            (_("berkas"), total),
            (_("menjadi draf"), tally["drafted"]),
            (_("sudah ada"), tally["known"]),
            (_("dilewati (lihat alasan di atas)"), tally["passed_over"]),
            (_("usulan yang ditolak daftar dan menunggu penyunting"), tally["left_out"]),
        )
        width = max(len(label) for label, _count in rows)
        for label, count in rows:
            self.stdout.write(f"{label:{width}}  {count:>8,}".replace(",", "."))
