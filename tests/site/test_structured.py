"""What pages say in the vocabulary of schema.org, and on the cards of those who share them."""

import json
from datetime import date, time
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from PIL import Image as Picture
from pytest_django import Settings

from articles.photos import errand
from articles.publishing import publish
from pressroom.core.dates import UncertainDate
from tests import factories as make
from tests.site import lives
from tests.site.html import Page
from tests.site.lives import MORNING
from tests.site.pages import AGREEMENT, MEETING, PAGES, RELEASE, RELEASE_EN, VISIT

pytestmark = pytest.mark.django_db
HOST = "http://testserver"
OPENS, CLOSES = '<script type="application/ld+json">', "</script>"
PERSON, BODY, TOPIC = "/tokoh/eddy-hartono/", "/lembaga/bnpt/", "/topik/penanggulangan-terorisme/"


def said(client: Client, path: str) -> dict[str, dict[str, Any]]:
    """The things that a page describes, by their type."""
    markup = client.get(path).content.decode()
    (block,) = markup.split(OPENS)[1:]
    data = json.loads(block.partition(CLOSES)[0])
    assert data["@context"] == "https://schema.org"
    return {node["@type"]: node for node in reversed(data["@graph"])}


def test_a_release_is_described_with_all_that_it_speaks_of(client: Client, seed: None) -> None:
    article, english = said(client, RELEASE)["NewsArticle"], said(client, RELEASE_EN)["NewsArticle"]
    assert article["author"]["@type"] == "GovernmentOrganization"
    assert article["publisher"]["@id"] == article["author"]["@id"] == english["author"]["@id"]
    assert (article["datePublished"], article["dateline"]) == ("2024-10-09T05:00:00Z", "Jakarta")
    assert {part["@type"] for part in article["hasPart"]} == {"Quotation"}
    assert article["hasPart"][0]["creator"]["jobTitle"] == "Kepala BNPT"
    assert article["workTranslation"] == [{"@id": english["@id"]}]
    assert english["translationOfWork"] == [{"@id": article["@id"]}]
    assert {one["@type"] for one in article["mentions"]} == {
        *("Person", "Organization", "Event", "Legislation"),
    }
    assert article["image"][0]["contentUrl"].startswith(HOST)


def test_a_correction_is_part_of_the_description(client: Client) -> None:
    lives.correct(lives.released())
    article = said(client, "/siaran-pers/kunjungan/")["NewsArticle"]
    assert article["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "Keliru 1. → Betul 1.",
            "datePublished": "2024-10-10T01:00:00Z",
        }
    ]
    assert (article["version"], article["dateModified"]) == (2, "2024-10-10T01:00:00Z")


def test_no_word_of_a_release_ends_the_data_block(client: Client) -> None:
    title = "</script><!--<script> & \\ \" '"
    make.edition_text(slug="siaran", title=title)
    assert said(client, "/siaran-pers/siaran/")["NewsArticle"]["headline"] == title


def test_a_picture_is_described_with_its_credit_and_terms(client: Client) -> None:
    article = make.article(slug="siaran")
    make.article_image(article, make.image(alt="Dua orang", credit="Humas", rights="© BNPT"))
    publish(article, reason="Arsip.", at=MORNING)
    (image,) = said(client, "/siaran-pers/siaran/")["NewsArticle"]["image"]
    named = {name: image[name] for name in ("@type", "description", "creditText", "copyrightNotice")}
    assert named == {
        "@type": "ImageObject",
        "description": "Dua orang",
        "creditText": "Humas",
        "copyrightNotice": "© BNPT",
    }
    assert image["license"].startswith(HOST)


def test_a_photo_is_shared_as_it_was_cut_and_its_card_is_drawn_no_more(client: Client) -> None:
    article = make.article(slug="siaran")
    make.article_image(article, make.image(original=make.picture_file(1300, 900), alt="Dua orang"))
    publish(article, reason="Arsip.", at=MORNING)
    path = "/siaran-pers/siaran/"
    assert shared(client, path)["og:image"].endswith(".png")
    assert len(said(client, path)["NewsArticle"]["image"]) == 1
    errand.finish()
    card = shared(client, path)
    first, whole = said(client, path)["NewsArticle"]["image"]
    assert card["og:image"] == first["contentUrl"]
    assert (card["og:image:width"], card["og:image:height"], card["og:image:alt"]) == (
        *("1200", "630"),
        "Dua orang",
    )
    sizes = [(image["width"], image["height"]) for image in (first, whole)]
    assert sizes == [("1200 px", "630 px"), ("1300 px", "900 px")]
    with Picture.open(BytesIO(b"".join(client.get(card["og:image"]).streaming_content))) as picture:  # type: ignore[attr-defined]
        assert picture.size == (1200, 630)


def shared(client: Client, path: str) -> dict[str, str]:
    metas = Page(client.get(path)).all("meta")
    return {meta["property"]: meta["content"] for meta in metas if "property" in meta}


def test_the_text_of_a_release_names_its_terms(client: Client, seed: None) -> None:
    terms = said(client, RELEASE)["NewsArticle"]["license"]
    assert terms == f"{HOST}/hak-pakai/"
    links = [link["href"] for link in Page(client.get(RELEASE)).all("a") if link.get("rel") == "license"]
    assert links == ["/hak-pakai/"]


def test_offices_and_agreements_are_dated_as_exactly_as_they_are_known(client: Client, seed: None) -> None:
    office = said(client, PERSON)["Person"]["worksFor"][0]
    assert (office["@type"], office["roleName"]) == ("OrganizationRole", "Kepala BNPT")
    assert office["worksFor"]["@id"] == said(client, BODY)["GovernmentOrganization"]["@id"]
    agreement = said(client, AGREEMENT)["Legislation"]
    assert agreement["legislationDate"] == "2007"
    assert "legislationLegalForce" not in agreement
    visit, meeting = (said(client, path)["Event"] for path in (VISIT, MEETING))
    assert visit["startDate"] == "2024-10-09"
    assert "startDate" not in meeting


def test_an_event_with_an_hour_says_its_offset_and_what_became_of_it(client: Client) -> None:
    day = UncertainDate.day(date(2024, 10, 9))
    make.event("Rapat", slug="rapat", when=day, starts_at=time(9, 30), outcome="cancelled")
    event = said(client, "/agenda/rapat/")["Event"]
    assert event["startDate"] == "2024-10-09T09:30+07:00"
    assert event["eventStatus"] == "https://schema.org/EventCancelled"


def test_every_page_of_a_thing_says_the_way_to_it(client: Client, seed: None) -> None:
    for path in (RELEASE, PERSON, BODY, AGREEMENT, VISIT, TOPIC):
        steps = said(client, path)["BreadcrumbList"]["itemListElement"]
        assert [step["position"] for step in steps] == [1, 2, 3]
        assert [client.get(step["item"]["@id"]).status_code for step in steps] == [200, 200, 200]
        assert steps[-1]["item"]["@id"] == f"{HOST}{path}"
    assert set(said(client, "/")) == {"GovernmentOrganization", "WebSite"}


# Pages that list something or speak of the press office: their types, and the first page that they list.
LISTS = {
    "/siaran-pers/": ("CollectionPage", RELEASE),
    "/ralat/": ("CollectionPage", ""),
    "/tokoh/": ("CollectionPage", PERSON),
    "/lembaga/": ("CollectionPage", BODY),
    "/perjanjian/?country=RU": ("CollectionPage", AGREEMENT),
    "/agenda/": ("CollectionPage", MEETING),
    "/agenda/?tampilan=bulan&bulan=2024-10": ("CollectionPage", VISIT),
    "/negara/": ("CollectionPage", "/negara/id/"),
    "/negara/ru/": ("CollectionPage", RELEASE),
    "/topik/": ("CollectionPage", "/topik/keamanan-internasional/"),
    TOPIC: ("CollectionPage", RELEASE),
    "/kit-pers/": ("CollectionPage", ""),
    "/tentang/": ("AboutPage", ""),
    "/narahubung/": ("ContactPage", ""),
}


@pytest.mark.parametrize(("path", "kind", "first"), [(path, *row) for path, row in LISTS.items()])
def test_a_list_says_what_it_lists_in_its_order(
    client: Client, seed: None, path: str, kind: str, first: str
) -> None:
    node = said(client, path)[kind]
    assert node["url"] == f"{HOST}{path}"
    items = node.get("mainEntity", {}).get("itemListElement", [])
    assert [item["position"] for item in items] == list(range(1, len(items) + 1))
    assert {client.get(item["url"]).status_code for item in items} <= {200}
    assert [item["url"] for item in items[:1]] == ([f"{HOST}{first}"] if first else [])


def test_a_month_lists_the_events_of_its_days_and_then_those_of_no_certain_day(client: Client) -> None:
    make.event("Kurang pasti", when=UncertainDate(date(2024, 10, 1), date(2024, 10, 31)))
    for day in (9, 7):
        make.event(f"Tanggal {day}", when=UncertainDate.day(date(2024, 10, day)))
    node = said(client, "/agenda/?tampilan=bulan&bulan=2024-10")["CollectionPage"]
    listed = [item["name"] for item in node["mainEntity"]["itemListElement"]]
    assert listed == ["Tanggal 7", "Tanggal 9", "Kurang pasti"]


def test_a_correction_is_listed_by_the_release_that_it_is_about(client: Client) -> None:
    lives.correct(lives.released())
    (item,) = said(client, "/ralat/")["CollectionPage"]["mainEntity"]["itemListElement"]
    assert item["url"] == f"{HOST}/siaran-pers/kunjungan/"


def test_the_register_is_offered_as_data(client: Client, seed: None) -> None:
    data = said(client, "/perjanjian/?country=RU")["CollectionPage"]["hasPart"]
    assert data["@type"] == "Dataset"
    files = {part["encodingFormat"]: client.get(part["contentUrl"]) for part in data["distribution"]}
    assert {kind: answer["Content-Type"].split(";")[0] for kind, answer in files.items()} == {
        "text/csv": "text/csv",
        "application/json": "application/json",
    }


def test_the_contact_is_the_one_that_the_page_shows(client: Client, settings: Settings) -> None:
    reached = {"contact": "Humas piket", "contact_email": "humas@contoh.example", "contact_phone": ""}
    settings.AGENCY = {**settings.AGENCY, **reached}
    point = said(client, "/narahubung/")["ContactPage"]["about"]["contactPoint"]
    assert (point["name"], point["email"], "telephone" in point) == (
        *("Humas piket", "humas@contoh.example"),
        False,
    )


def test_every_page_can_be_shared_and_names_its_feeds(client: Client, seed: None) -> None:
    for path, path_en in PAGES.items():
        page = Page(client.get(path))
        cards = {meta["property"]: meta["content"] for meta in page.all("meta") if "property" in meta}
        assert cards["og:url"] == f"{HOST}{path}"
        assert cards["og:type"] == ("article" if path == RELEASE else "website")
        assert (cards["og:locale"], cards["og:locale:alternate"]) == ("id_ID", "en_US")
        assert client.get(cards["og:image"])["Content-Type"] == "image/png", path_en
        found = {link["type"]: link["href"] for link in page.all("link") if link.get("type")}
        assert "application/feed+json" in found
        others = [address for kind, address in found.items() if "svg" not in kind and "font" not in kind]
        assert {client.get(address).status_code for address in others} == {200}


def test_a_page_names_the_feeds_of_what_it_lists(client: Client, seed: None) -> None:
    for path, query in {
        PERSON: "?person=eddy-hartono",
        TOPIC: "?topic=penanggulangan-terorisme",
        "/siaran-pers/?country=RU&year=2024": "?year=2024&country=RU",
        "/": "",
    }.items():
        links = [link["href"] for link in Page(client.get(path)).all("link") if link.get("title")]
        assert [f"/umpan.rss{query}" in link for link in links].count(True) >= 1, path
