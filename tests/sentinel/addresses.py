"""The table of addresses: a row for every route; a route without one fails the test."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import override

from articles.models import EditionProof, Image, PreviewLink
from articles.photos.files import cut_of, download_of
from articles.transitions import TRANSITIONS
from pressroom.api.filters.base import OneOf
from pressroom.api.urls import router
from pressroom.api.views.changes import ChangeFilters, write_since
from pressroom.core.models import Change
from pressroom.site.formats.sharing import SITE
from pressroom.site.formats.sitemaps import SITEMAPS
from pressroom.site.reading import SUBJECTS
from tests.sentinel.routes import address, desk_of_models, in_every_language
from tests.sentinel.secret import NUMBER, SIGN, UID, Secret, slug, word
from tests.sentinel.world import World

UNKNOWN = "tidak-ada"
# One after another what somebody would ask who knows, or guesses, a word of the secret; and who does not.
QUESTIONS = (
    *(word("judul"), word("title"), word("isi"), f"di{word('isi')}kan", SIGN, SIGN[:5]),
    *("kunjungan", "visit", "tidak ada", ""),
)
FEEDS = ("feed", "feed_rss", "feed_json", "feed_csv", "calendar_ics")
DAYS = ("2031-03-01", "2031-03-04", "2024-06-01")
YEARS = ("2024", "2031")


def sent(word_of: str) -> list[str]:
    """The slug of a row that everybody knows, of a secret one, and of none."""
    return [f"{word_of}-terang", slug(word_of), UNKNOWN]


SLUGS = {
    "person": [*sent("tokoh"), "tokoh-kembar", slug("kembaran"), slug("penerus")],
    "organization": ["badan-terang", slug("lembaga"), UNKNOWN],
    "agreement": ["nota-terang", slug("perjanjian"), UNKNOWN],
    "event": ["acara-terang", "acara-nanti", slug("kegiatan"), UNKNOWN],
    "topic": ["keamanan", slug("topik"), UNKNOWN],
}
RELEASES = {
    "id": ["siaran-terang", "siaran-batal", "siaran-cabut", slug("alamat"), slug("alamatralat"), UNKNOWN],
    "en": ["release-terang", "release-batal", "release-cabut", slug("address"), slug("correctedaddress")],
}
COUNTRIES = ["id", "ru", "au", "my"]
# The month of the moment and those beside it, as a table.
MONTHS = ("2031-02", "2031-03", "2031-04")
NUMBERS = ["1", str(NUMBER), "999999"]
EDITIONS = (1, 2, 3)
# Values for every filter of the API, by its name; filters with a list of choices are asked for each.
FILTERS: dict[str, Sequence[str]] = {
    "person": SLUGS["person"],
    "organization": SLUGS["organization"],
    "agreement": SLUGS["agreement"],
    "topic": SLUGS["topic"],
    "post": NUMBERS,
    "country": ["RU", "AU"],
    "party": ["ID", "AU"],
    "release": [str(UID), "00000000-0000-4000-8000-000000000000"],
    "q": [question for question in QUESTIONS if question],
    "kind": ["perpres"],
    "year": ["2010", "2031"],
    **dict.fromkeys(("on", "after", "before", "signed_after", "signed_before"), DAYS),
    **dict.fromkeys(("published_after", "published_before"), DAYS),
}


def public(world: World, secret: Secret) -> dict[str, list[str]]:
    """The addresses of each route that is meant for readers, machines and partners."""
    return {**site(), **beyond_the_site(world, secret)}


def beyond_the_site(world: World, secret: Secret) -> dict[str, list[str]]:
    return {**machines(), **files(world, secret), **api(world), **shared(secret)}


def site() -> dict[str, list[str]]:
    lists = ["home", "people", "organizations", "agreements", "topics", "countries"]
    lists += ["about", "contact", "press_kit", "licence", "accessibility"]
    return {
        **{f"site:{name}": in_every_language(f"site:{name}") for name in lists},
        "site:calendar": [*in_every_language("site:calendar"), *months()],
        "site:country": [path for one in COUNTRIES for path in in_every_language("site:country", one)],
        **{
            f"site:{kind}": [path for one in slugs for path in in_every_language(f"site:{kind}", one)]
            for kind, slugs in SLUGS.items()
        },
        "site:release": of_releases("site:release"),
        "site:releases": [*in_every_language("site:releases"), *lists_of_releases("site:releases")],
        **{f"site:{name}": [*in_every_language(f"site:{name}"), *filtered(f"site:{name}")] for name in FEEDS},
        "site:release_text": of_releases("site:release_text"),
        "site:release_kit": of_releases("site:release_kit"),
        "site:photo": of_releases("site:photo", 1),
        "site:photo_web": of_releases("site:photo_web", 1),
        "site:event_ics": [
            path for one in SLUGS["event"] for path in in_every_language("site:event_ics", one)
        ],
        "site:card": [path for code in [*codes(), SITE] for path in in_every_language("site:card", code)],
        "site:search": [*questions("site:search", "q", QUESTIONS), *questions("site:search", "year", YEARS)],
        "site:suggest": list(questions("site:suggest", "q", QUESTIONS)),
        "site:verification": list(questions("site:verification", "kode", ["", *codes()])),
        "site:proof": [path for code in codes() for path in in_every_language("site:proof", code)],
        **alerts(),
        "site:code_image": [path for code in codes() for path in in_every_language("site:code_image", code)],
        "site:corrections": in_every_language("site:corrections"),
        "site:history": of_releases("site:history"),
        "site:edition": [path for n in EDITIONS for path in of_releases("site:edition", n)],
        "site:release_pdf": of_releases("site:release_pdf"),
        **registers(),
    }


def registers() -> dict[str, list[str]]:
    """Lists of people, bodies and agreements with their filters, and the register's files."""
    asked = ["", "?country=RU", "?letter=K"]
    of_agreements = ["", "?country=AU", "?form=bilateral", "?sort=newest", *(f"?per={day}" for day in DAYS)]
    files = [path for form in ("csv", "json") for path in in_every_language("site:agreements_file", form)]
    paths = {f"site:{name}": in_every_language(f"site:{name}") for name in ("people", "organizations")}
    registered = {"site:agreements": in_every_language("site:agreements"), "site:agreements_file": files}
    return {
        **{route: [start + query for start in starts for query in asked] for route, starts in paths.items()},
        **{
            route: [start + query for start in starts for query in of_agreements]
            for route, starts in registered.items()
        },
    }


def of_releases(route: str, *more: Any) -> list[str]:
    """Each slug in its own language: in the other one it is the address of nothing."""
    found = []
    for language, slugs in RELEASES.items():
        with override(language):
            found += [reverse(route, args=[slug, *more]) for slug in slugs]
    return found


def alerts() -> dict[str, list[str]]:
    """The form for every question, which names what is asked for; the links in mails nobody here has."""
    asked = [path for kind in SUBJECTS for path in questions("site:alerts", kind, SLUGS[kind])]
    closed = ("confirm", "manage", "leave")
    return {
        "site:alerts": [*in_every_language("site:alerts"), *asked],
        "site:alerts_asked": in_every_language("site:alerts_asked"),
        **{f"site:alerts_{name}": in_every_language(f"site:alerts_{name}", UNKNOWN) for name in closed},
    }


def lists_of_releases(route: str) -> Iterator[str]:
    for kind in SUBJECTS:
        yield from questions(route, kind, SLUGS[kind])


def filtered(route: str) -> Iterator[str]:
    """Every question that a feed, a table or a calendar may be asked; the one gate behind both languages."""
    yield from (path for path in lists_of_releases(route) if not path.startswith("/en/"))
    yield from questions(route, "country", FILTERS["country"][:1])
    yield from questions(route, "year", FILTERS["year"][-1:])
    yield from questions(route, "q", QUESTIONS[:2])


def months() -> Iterator[str]:
    for start, month in product(in_every_language("site:calendar"), MONTHS):
        yield f"{start}?tampilan=bulan&bulan={month}"


def questions(route: str, name: str, values: Any) -> Iterator[str]:
    for start, value in product(in_every_language(route), values):
        yield f"{start}?{urlencode({name: value})}"


def codes() -> list[str]:
    """The codes of everything that was or will be published, newest first, and one that was never given."""
    newest = EditionProof.objects.order_by("-edition").values_list("code", flat=True)
    return [*newest[:6], "00000-00000"]


def machines() -> dict[str, list[str]]:
    sections = [address("sitemap-section", section) for section in (*SITEMAPS, UNKNOWN)]
    return {
        "favicon": [address("favicon")],
        "robots": [address("robots")],
        "security": [address("security")],
        "oembed": [f"{address('oembed')}?{urlencode({'url': page})}" for page in pages_of_releases()],
        "sitemap": [address("sitemap")],
        "sitemap-news": [address("sitemap-news")],
        "sitemap-section": sections,
    }


def pages_of_releases() -> list[str]:
    """The addresses of releases in full, as somebody pastes them elsewhere."""
    return [f"http://testserver{path}" for path in of_releases("site:release")]


def files(world: World, secret: Secret) -> dict[str, list[str]]:
    shown = world.release.images.get().image
    portraits = [person.portrait for person in (secret.person, world.person) if person.portrait]
    kept = [secret.image.display, secret.image.original, secret.agreement.document, *portraits]
    kept += [shown.display, shown.original, *made_of(secret.image), *made_of(shown)]
    paths = [*map(str, kept), "images/tidak-ada.webp", f"renditions/{'0' * 32}-360.avif"]
    return {"media": [address("media", path) for path in paths]}


def made_of(image: Image) -> list[str]:
    """The files that readers get of an image, and those that are kept for downloads."""
    image = Image.objects.select_related("rendering").get(pk=image.pk)
    cuts, downloads = (cut_of(image), cut_of(image, "lead")), ("original", "web")
    bare = [found.path for which in downloads if (found := download_of(image, which))]
    return [*(path for cut in cuts if cut for path in cut.paths()), *bare]


def api(world: World) -> dict[str, list[str]]:
    resources = {prefix: view for prefix, view, _name in router.registry}
    lists = {f"api:{name}-list": list(list_of(name, view)) for name, view in resources.items()}
    return {
        **lists,
        **{f"api:{name}-detail": list(rows_of(name, world)) for name in resources},
        "api:embargoed-list": [address("api:embargoed-list")],
        "api:embargoed-detail": [address("api:embargoed-detail", uid) for uid in (UID, uuid.UUID(int=1))],
        "api:embargoed-image": [address("api:embargoed-image", uid, 1) for uid in (UID, uuid.UUID(int=1))],
        "api:index": [address("api:index")],
        "api:changes": list(changes()),
        "api:openapi": [address("api:openapi")],
        "api:docs": [address("api:docs"), f"{address('api:docs')}?script="],
        r"api/v1/^.+/$": [f"/api/v1/{UNKNOWN}/", f"/api/v1/people/{UNKNOWN}/{UNKNOWN}/"],
    }


def list_of(name: str, view: Any) -> Iterator[str]:
    start = address(f"api:{name}-list")
    yield from (start, f"{start}?limit=100", f"{start}?limit=1")
    for asked, declared in filters_of(view.filterset_class).items():
        yield from (f"{start}?{urlencode({asked: value})}" for value in declared)


def filters_of(filterset: Any) -> dict[str, Sequence[str]]:
    """Values for each declared filter. KeyError: a new filter needs a row in FILTERS."""
    return {
        name: choices_of(one) if isinstance(one, OneOf) else FILTERS[name]
        for name, one in filterset.base_filters.items()
        if name != "since"
    }


def choices_of(declared: OneOf) -> list[str]:
    return [str(code) for code, _label in declared.extra["choices"]]


def rows_of(name: str, world: World) -> Iterator[str]:
    """Rows by their own address; those that can be asked for a day, for days around the moment too."""
    ids = IDS[name](world) if callable(IDS[name]) else IDS[name]
    days = name in ("people", "agreements")
    for one in ids:
        start = address(f"api:{name}-detail", one)
        yield start
        yield from (f"{start}?on={day}" for day in DAYS if days)


def releases(world: World) -> list[str]:
    known = [str(article.uid) for article in (world.release, world.killed, world.withdrawn)]
    return [*known, str(UID), "00000000-0000-4000-8000-000000000000", UNKNOWN]


IDS: dict[str, Any] = {
    "releases": releases,
    "quotes": lambda world: [f"{uid}-{n}" for uid in releases(world) for n in (1, 2)],
    "people": SLUGS["person"],
    "organizations": SLUGS["organization"],
    "posts": NUMBERS,
    "appointments": NUMBERS,
    "countries": ["ID", "RU", "XX"],
    "topics": SLUGS["topic"],
    "agreements": SLUGS["agreement"],
    "instruments": NUMBERS,
    "events": SLUGS["event"],
}


def changes() -> Iterator[str]:
    start = reverse("api:changes")
    yield from (start, f"{start}?limit=100", f"{start}?limit=1")
    newest = Change.objects.count()
    for seq in (0, newest - 1, newest, newest + 1, newest + 50):
        yield f"{start}?since={write_since(seq)}"
    for kind in filters_of(ChangeFilters)["kind"]:
        yield f"{start}?kind={kind}&limit=100"


def shared(secret: Secret) -> dict[str, list[str]]:
    """Pages that only who has the link finds; nobody here has it."""
    return {
        "preview": [address("preview", token) for token in tokens()],
        "preview-picture": [address("preview-picture", t, str(secret.image.display)) for t in tokens()],
        "pratinjau/<path:rest>": ["/pratinjau/tidak/ada/"],
    }


def desk(world: World, secret: Secret) -> dict[str, list[str]]:
    """Every page of the desk, and what it takes by POST, for the release that waits and for one of all."""
    articles = [article.pk for article in (secret.release, secret.correction, world.killed)]
    plain = ("index", "login", "logout", "password_change", "password_change_done", "jsi18n")
    return {
        **desk_of_models(),
        **{f"admin:{name}": [address(f"admin:{name}")] for name in plain},
        **{f"admin:{name}": list(pages) for name, pages in of_articles(articles).items()},
        "admin:autocomplete": list(suggestions()),
        "admin:view_on_site": [
            address("admin:view_on_site", ContentType.objects.get_for_model(row).pk, row.pk)
            for row in (secret.person, world.person, secret.release, world.release, secret.agreement)
        ],
        "admin:auth_user_password_change": [address("admin:auth_user_password_change", 1)],
        "admin:core_auditentry_export": [address("admin:core_auditentry_export")],
        "admin:api_partner_issue": [address("admin:api_partner_issue", 1)],
        "admin:api_partnerkey_revoke": [address("admin:api_partnerkey_revoke", 1)],
        "admin:intake": [address("admin:intake"), f"POST {address('admin:intake')}"],
        "admin:app_list": [address("admin:app_list", "articles"), address("admin:app_list", "entities")],
        "admin/(?P<url>.*)$": ["/admin/tidak-ada/", "/admin/articles/tidak-ada"],
    }


def of_articles(pks: list[int]) -> dict[str, list[str]]:
    """The pages of a working copy; numbers are those of its revisions and links."""
    numbers: dict[str, list[tuple[Any, ...]]] = {
        **{
            page: [()]
            for page in ("revisions", "compare", "preview", "share", "autosave", "presence", "links")
        },
        "restore": [(1,), (2,)],
        "revoke": [(1,)],
        "preview_frame": [(1, "id"), (1, "en")],
        "act": [(act,) for act in (*TRANSITIONS, "tidak-ada")],
    }
    posted = {"act", "links", "share", "autosave", "presence", "restore", "revoke"}
    found: dict[str, list[str]] = {}
    for page, rest in numbers.items():
        route = f"admin:articles_article_{page}"
        paths = [reverse(route, args=(pk, *more)) for pk in pks for more in rest]
        found[route.removeprefix("admin:")] = paths + [f"POST {path}" for path in paths if page in posted]
    return found


def suggestions() -> Iterator[str]:
    """What the fields of the desk's forms offer to somebody who types the beginning of a word."""
    for field in ("people", "organizations", "agreements", "events", "topics"):
        asked = {"app_label": "articles", "model_name": "article", "field_name": field, "term": SIGN}
        yield f"{address('admin:autocomplete')}?{urlencode(asked)}"


def tokens() -> list[str]:
    """What somebody might try who has read the database, and somebody who has read nothing."""
    return [*PreviewLink.objects.values_list("token_hash", flat=True), "tidak-ada"]
