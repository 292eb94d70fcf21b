"""Lighthouse's judgement of the public pages on a telephone with Slow 4G: a table of medians.

`python -m tests.looks.lighthouse [--runs 5] [name of a page …]`; fails where a page is worse than it may be.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any
from urllib.request import Request, urlopen

from tests.browser.conftest import CHROMIUM
from tests.looks.addresses import JUDGED, UNLISTED
from tests.looks.house import served

PROGRAM = Path(__file__).parents[2] / ".local/lighthouse/node_modules/lighthouse/cli/index.js"
FLAGS = "--headless=new --no-sandbox --disable-gpu"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
KILO = 1000
# Now and then Chromium writes no trace; Lighthouse asks then to be run again.
ATTEMPTS = 3
# The least that a judgement may be, and the most that a measure may be, on every page.
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
MOST = {"LCP s": 1.2, "CLS": 0, "script kB": 5}
# What holds for some pages besides.
MOST_OF = {
    "release": {"text kB": 10},
    "release with photo": {"text kB": 10, "all kB": 90, "requests": 5},
}
Measures = dict[str, float]


def main(arguments: Sequence[str] | None = None) -> int:
    wanted = options(arguments)
    failed = False
    with served() as house:
        say(f"{'':20}" + "".join(f"{name:>15}" for name in (*LEAST, *MOST, "text kB", "all kB", "requests")))
        for name in wanted.pages or JUDGED:
            found = medians([judged(house, name) for _run in range(wanted.runs)])
            say(f"{name:20}" + "".join(f"{value:>15.4g}" for value in found.values()))
            failed = any(map(say, (f"  {fault}" for fault in faults(name, found)))) or failed
    return int(failed)


def options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.looks.lighthouse", description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("pages", nargs="*", choices=[*JUDGED, []], metavar="page")
    return parser.parse_args(arguments)


def judged(house: str, page: str) -> Measures:
    command = [
        "node",
        str(PROGRAM),
        house + JUDGED[page],
        "--quiet",
        "--output=json",
        f"--chrome-flags={FLAGS}",
    ]
    waived = ["--skip-audits=is-crawlable"] if page in UNLISTED else []
    for _attempt in range(ATTEMPTS):
        told = subprocess.run(
            [*command, f"--only-categories={','.join(CATEGORIES)}", *waived],
            env={**os.environ, "CHROME_PATH": CHROMIUM},
            capture_output=True,
            check=False,
            timeout=120,
        )
        if not told.returncode:
            return measures(json.loads(told.stdout))
    raise SystemExit(f"Lighthouse gave up on {house}{JUDGED[page]}: {told.stderr.decode()}")


def measures(report: dict[str, Any]) -> Measures:
    """In the order of the table."""
    audits = report["audits"]
    sent = audits["network-requests"]["details"]["items"]
    text = [one["url"] for one in sent if one["resourceType"] in {"Document", "Stylesheet"}]
    return {
        **{name: report["categories"][name]["score"] * 100 for name in CATEGORIES},
        "LCP s": audits["largest-contentful-paint"]["numericValue"] / 1000,
        "CLS": audits["cumulative-layout-shift"]["numericValue"],
        "script kB": sum(one["transferSize"] for one in sent if one["resourceType"] == "Script") / KILO,
        "text kB": sum(map(compressed, text)) / KILO,
        "all kB": sum(one["transferSize"] for one in sent) / KILO,
        "requests": len(sent),
    }


def compressed(address: str) -> int:
    """Bytes of a file as browsers get it, without the headers."""
    asked = Request(address, headers={"Accept-Encoding": "br"})  # noqa: S310 (our own house)
    with urlopen(asked) as answer:  # noqa: S310
        return len(answer.read())


def medians(runs: list[Measures]) -> Measures:
    return {name: median(run[name] for run in runs) for name in runs[0]}


def faults(page: str, found: Measures) -> list[str]:
    low = [f"{name} {found[name]:g} is under {least}" for name, least in LEAST.items() if found[name] < least]
    bounds = MOST | MOST_OF.get(page, {})
    high = [f"{name} {found[name]:g} is over {most}" for name, most in bounds.items() if found[name] > most]
    return low + high


def say(line: str) -> bool:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
    return True


if __name__ == "__main__":
    sys.exit(main())
