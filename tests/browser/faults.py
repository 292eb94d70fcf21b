"""What may be wrong with a page as a browser shows it: lists, empty where all is well."""

from __future__ import annotations

import re
from importlib.resources import files

from playwright.sync_api import ConsoleMessage, Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text()
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
EXPECTED = re.compile(r"status of (404|410)")
SMALLEST_TARGET = 24
# Links and buttons that do not stand within a sentence (WCAG 2.2, 2.5.8).
LONE_TARGETS = "nav a, .brand, .title a, .rail li > a, .onward a, .ways a, .foot a, button, summary, input"
# What is wrong with the element that has the focus; null behind the last one, be it the first again.
FOCUS = """() => {
    const here = document.activeElement, before = window.lastStop ?? here;
    if (here === document.body || (window.lastStop && here === window.firstStop)) return null;
    window.firstStop ??= here;
    window.lastStop = here;
    const box = here.getClientRects()[0];
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const faults = {
        "is hidden": !top || !(here.contains(top) || top.contains(here)),
        "comes too late": before.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_PRECEDING,
    };
    return Object.keys(faults).filter((fault) => faults[fault]).map((fault) => `${here.outerHTML} ${fault}`);
}"""
MOST_STOPS = 400
# The most that readers may ask of the space between lines, letters, words and paragraphs (WCAG 2.2, 1.4.12).
SPACING = """
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }
"""
SPACED = """css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
}"""
# What no longer shows all of its text, but for fields, openings cut to some lines, and what is only heard.
CUT_OFF = """() => [...document.querySelectorAll("body :not(input)")].filter((box) => {
    const style = getComputedStyle(box);
    const shown = style.webkitLineClamp === "none" && style.clipPath === "none";
    if (!shown || style.overflow === "visible") return false;
    return box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
}).map((box) => `${box.outerHTML} is cut off`)"""


def violations(page: Page) -> list[str]:
    """What axe finds; its source is evaluated, since the policy lets no script be added."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
    return [f"{v['id']}: {node['html']}" for v in found for node in v["nodes"]]


def complaints(page: Page) -> list[str]:
    """The list that the console's complaints will be in."""
    heard: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not EXPECTED.search(message.text):
            heard.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def sideways(page: Page) -> list[str]:
    """How far the page is wider than the window."""
    excess = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [f"{excess} px too wide"] if excess > 0 else []


def crowded(page: Page) -> list[str]:
    """What does not fit where a reader spaces the text out."""
    page.evaluate(SPACED, SPACING)
    cut: list[str] = page.evaluate(CUT_OFF)
    return [*sideways(page), *cut]


def small_targets(page: Page) -> list[str]:
    script = """selector => [...document.querySelectorAll(selector)]
        .map(target => [target.textContent.trim(), target.getBoundingClientRect().height])"""
    sizes = page.evaluate(script, LONE_TARGETS)
    return [f"{name}: {height} px" for name, height in sizes if 0 < height < SMALLEST_TARGET]


def stray_stops(page: Page) -> list[str]:
    """Stops of the keyboard that are out of the order of the text, or hidden (WCAG 2.2, 2.4.11)."""
    faults: list[str] = []
    for _stop in range(MOST_STOPS):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUS)
        if found is None:
            return faults
        faults += found
    return [*faults, f"The keyboard has not come through after {MOST_STOPS} stops."]
