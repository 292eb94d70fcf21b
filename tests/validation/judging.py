"""Everything that a walk found, against every rule but those of HTML and CSS."""

from __future__ import annotations

from collections.abc import Callable

from tests.validation import calendars, embeds, feeds, languages, links, sitemaps, structured, well_known
from tests.validation.answers import Answer, Finding
from tests.validation.crawl import Crawl

OF_ALL = (links.broken, links.roundabout, links.anchors, languages.mistakes, sitemaps.mistakes)
OF_SERVICES = (embeds.mistakes, well_known.mistakes)


def mistakes(found: Crawl, fetch: Callable[[str], Answer]) -> list[Finding]:
    return [
        *(one for check in OF_ALL for one in check(found)),
        *(one for check in OF_SERVICES for one in check(found, fetch)),
        *(one for answer in found.of_type(*feeds.CHECKS) for one in feeds.mistakes(answer)),
        *(one for answer in found.of_type(calendars.CALENDAR) for one in calendars.mistakes(answer)),
        *(one for answer in found.pages for one in structured.mistakes(answer)),
    ]
