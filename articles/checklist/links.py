"""Links lead somewhere: our own pages exist for readers, and other hosts have answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.db.models import Model, Q
from django.http.request import validate_host
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path
from django.utils.translation import gettext as _

from agreements.models import Agreement, Event
from articles import link_checks
from articles.addresses import addresses
from articles.checklist.findings import Context, Found, Level, suffix
from articles.models import Article, EditionText, LinkCheck
from articles.reveal import facts_of
from entities.models import Organization, Person, Topic
from pressroom.core.page import in_language

# Registers whose rows have a page of their own, by the name of that page.
REGISTERS: dict[str, type[Model]] = {
    "site:person": Person,
    "site:organization": Organization,
    "site:agreement": Agreement,
    "site:event": Event,
    "site:topic": Topic,
}
RELEASE = "site:release"
# Not for readers.
CLOSED = "admin"


class Page(NamedTuple):
    """A page of ours, as the address of a link names it; lists and the like have no slug."""

    name: str
    language: str
    slug: str


class Hrefs(HTMLParser):
    """Collects where the links of a text lead."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value.strip() for name, value in attrs if tag == "a" and name == "href" and value]


def hrefs(markup: str) -> list[str]:
    parser = Hrefs()
    parser.feed(markup)
    parser.close()
    return parser.found


def links(context: Context) -> Iterator[Found]:
    """Every link that leads nowhere, once for each body it stands in."""
    bodies = {
        f"id_body{suffix(language)}": hrefs(getattr(context.article, f"body{suffix(language)}"))
        for language in context.article.languages
    }
    everything = [href for found in bodies.values() for href in found]
    broken = {**lost_pages(context, filter(is_ours, everything)), **silent(filter(is_outside, everything))}
    for field, found in bodies.items():
        for href in dict.fromkeys(found):
            if href in broken:
                yield Level.WARNS, broken[href], field


def outside_links(article: Article) -> list[str]:
    """The addresses elsewhere that the bodies link to, for `link_checks.check`."""
    bodies = (getattr(article, f"body{suffix(language)}") for language in article.languages)
    return [href for body in bodies for href in dict.fromkeys(hrefs(body)) if is_outside(href)]


def host_of(href: str) -> str | None:
    """The host that a link names, "" for our own; None for what is no page: mail, telephone, nonsense."""
    try:
        parts = urlsplit(href)
        return (parts.hostname or "") if parts.scheme in {"", "http", "https"} else None
    except ValueError:
        return None


def is_ours(href: str) -> bool:
    host = host_of(href)
    named = [pattern for pattern in settings.ALLOWED_HOSTS if pattern != "*"]
    return host is not None and (not host or validate_host(host, named))


def is_outside(href: str) -> bool:
    return bool(host_of(href)) and not is_ours(href)


def silent(urls: Iterable[str]) -> dict[str, str]:
    """What is to be said of each address that has not answered well, or was never asked."""
    wanted = list(urls)
    checks = link_checks.remembered(wanted) if wanted else {}
    said = {url: verdict(url, checks.get(url)) for url in wanted}
    return {url: sentence for url, sentence in said.items() if sentence}


def verdict(url: str, check: LinkCheck | None) -> str:
    if check is None:
        return _("Tautan ini belum diperiksa: %s") % url
    sentences = {
        LinkCheck.Problem.ERROR: _("Tautan ini menjawab dengan kesalahan %(status)s: %(url)s"),
        LinkCheck.Problem.SILENT: _("Tautan ini tidak menjawab: %(url)s"),
        LinkCheck.Problem.PRIVATE: _(
            "Tautan ini menuju jaringan dalam, yang tidak terbuka bagi pembaca: %(url)s"
        ),
    }
    sentence = sentences.get(LinkCheck.Problem(check.problem)) if check.problem else None
    return sentence % {"status": check.status, "url": url} if sentence else ""


def lost_pages(context: Context, urls: Iterable[str]) -> dict[str, str]:
    """What is to be said of each link to a page of ours that readers will not find."""
    pages = {url: page_at(url) for url in urls}
    readable = readable_pages(context, {page for page in pages.values() if page})
    sentence = _("Halaman ini tidak ada di situs kita, atau belum publik: %s")
    return {url: sentence % url for url, page in pages.items() if page not in readable}


def page_at(url: str) -> Page | None:
    """The page at an address of ours; only what stands at its root is known from any page."""
    path = unquote(urlsplit(urljoin("/-/-/", url)).path)
    language = get_language_from_path(path) or settings.LANGUAGE_CODE
    with in_language(language):
        for address in (path, f"{path}/"):
            try:
                found = resolve(address)
            except Resolver404:
                continue
            return Page(found.view_name, language, found.kwargs.get("slug", ""))
    return None


def readable_pages(context: Context, pages: set[Page]) -> set[Page]:
    """Those that readers can open once this release is public."""
    readable = {page for page in pages if not page.slug and not page.name.startswith(f"{CLOSED}:")}
    revealed = {facts.model: facts for facts in facts_of(context.article)}
    for name, model in REGISTERS.items():
        if slugs := {page.slug for page in pages if page.name == name}:
            known = Q(public_from__lte=context.at) | Q(pk__in=revealed[model].values("pk"))
            rows = model._default_manager.filter(known, slug__in=slugs)
            found = set(rows.values_list("slug", flat=True))
            readable |= {page for page in pages if page.name == name and page.slug in found}
    return readable | releases(context, {page for page in pages if page.name == RELEASE})


def releases(context: Context, pages: set[Page]) -> set[Page]:
    """Old addresses lead to the present one, as long as there is a text."""
    if not pages:
        return set()
    slugs = {page.slug for page in pages}
    texts = EditionText.objects.current(context.at).filter(article__slugs__slug__in=slugs)
    found = set(texts.values_list("article__slugs__language", "article__slugs__slug", "language"))
    own = {(language, slug, language) for language, slug in addresses(context.article)}
    return {page for page in pages if (page.language, page.slug, page.language) in found | own}
