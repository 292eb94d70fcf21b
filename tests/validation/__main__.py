"""Crawl a house of its own and hold everything public against its rules; see `make validate`."""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.site.pages import EVERY_PAGE
from tests.validation import judging, links, markup
from tests.validation.answers import Answer, Finding
from tests.validation.crawl import Crawl, crawl
from tests.validation.house import MISSING, ROOT, asking, served

VNU = ROOT / ".local/validators/node_modules/vnu-jar/build/dist/vnu.jar"
# The pages of the first release are read before the bound on each shape is reached.
STARTS = (*EVERY_PAGE, "/sitemap.xml", "/sitemap-news.xml")
# Served for the API's documentation, and written by others.
FOREIGN = "/static/drf_spectacular_sidecar/"


def main(arguments: Sequence[str] | None = None) -> int:
    wanted = options(arguments)
    # Whoever stops the walk stops the server with it.
    signal.signal(signal.SIGTERM, lambda *_received: sys.exit(143))
    with served(wanted.releases) as origin:
        fetch = asking(origin)
        begun = time.perf_counter()
        found = crawl(fetch, [origin + path for path in STARTS], origin, wanted.read)
        say(f"{len(found.answers)} addresses asked for in {time.perf_counter() - begun:.0f} s")
        count(found)
        mistakes = judging.mistakes(found, fetch)
        documents = [*found.answers.values(), *(fetch(origin + path) for path in MISSING)]
    errors, warnings = of_markup(documents, wanted.vnu)
    report("warnings", warnings)
    report("errors", [*mistakes, *errors])
    return 1 if mistakes or errors else 0


def options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.validation", description=__doc__)
    parser.add_argument("--releases", type=int, default=200)
    parser.add_argument("--read", type=int, default=4, help="documents read of each shape of address")
    parser.add_argument("--vnu", type=Path, default=VNU)
    return parser.parse_args(arguments)


def of_markup(answers: Iterable[Answer], vnu: Path) -> tuple[list[Finding], list[Finding]]:
    documents = [one for one in answers if one.type in markup.ENDS and FOREIGN not in one.url]
    say(f"vnu judges {len(documents)} documents")
    with TemporaryDirectory(prefix="pressroom-") as folder:
        return markup.judged(documents, vnu, Path(folder))


def count(found: Crawl) -> None:
    for (kind, status), number in sorted(Counter((a.type, a.status) for a in found.answers.values()).items()):
        say(f"{number:6} {kind or '(no type)'}, {status}")
    all_links, to_places = links.counted(found)
    say(f"{all_links:6} internal links, {to_places} of them to a place in a page")


def report(name: str, findings: Iterable[Finding]) -> None:
    """Each once, with the first places where it was found: a template repeats its mistake on every page."""
    places: dict[str, list[str]] = {}
    for finding in findings:
        places.setdefault(finding.what, []).append(finding.url)
    say(f"== {sum(map(len, places.values()))} {name}, {len(places)} kinds ==")
    for what, urls in sorted(places.items(), key=lambda item: -len(item[1])):
        say(f"{len(urls):5} × {what}\n        {' '.join(urls[:2])}")


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
