"""The checks of `make validate` find what is wrong, one broken document at a time."""

import json
from typing import Any

import pytest

from tests.validation import calendars, embeds, feeds, languages, links, sitemaps, structured, well_known
from tests.validation.answers import Answer
from tests.validation.crawl import Crawl, crawl
from tests.validation.vocabulary import ranges

HOST = "http://testserver"
LINKS = {"id": "/a/", "en": "/en/a/", "x-default": "/a/"}


def answer(path: str, body: str, kind: str = "text/html", status: int = 200) -> Answer:
    return Answer(HOST + path, status, {"content-type": kind}, body.encode())


def page(path: str, body: str = "", lang: str = "id", **alternates: str) -> Answer:
    named = "".join(f'<link rel="alternate" hreflang="{c}" href="{a}">' for c, a in alternates.items())
    own = f'<link rel="canonical" href="{path}">{named}'
    return answer(path, f'<!doctype html><html lang="{lang}"><head>{own}</head><body>{body}</body></html>')


def walked(*answers: Answer) -> Crawl:
    known = {one.url: one for one in answers}
    return crawl(lambda url: known.get(url, Answer(url, 404)), [answers[0].url], HOST, read=9)


def told(findings: Any) -> str:
    return "\n".join(f"{one.url} {one.what}" if hasattr(one, "what") else one for one in findings)


def test_a_link_that_leads_nowhere_is_told_where_it_stands() -> None:
    found = walked(page("/a/", '<a href="/hilang/">x</a>'))
    assert told(links.broken(found)) == f"{HOST}/a/ leads to {HOST}/hilang/, which answers 404"


def test_a_place_that_is_not_there_is_told() -> None:
    found = walked(
        page("/a/", '<a href="/b/#ada">x</a><a href="/b/#tiada">x</a>'), page("/b/", '<p id="ada">')
    )
    assert told(links.anchors(found)) == f"{HOST}/a/ leads to {HOST}/b/#tiada, a place that is not there"


def test_a_link_to_what_has_moved_is_told() -> None:
    moved = Answer(f"{HOST}/lama/", 301, {"location": "/baru/"})
    found = walked(page("/a/", '<a href="/lama/">x</a>'), moved, page("/baru/"))
    assert told(links.roundabout(found)) == f"{HOST}/a/ leads to {HOST}/lama/, which has moved"
    assert not list(links.broken(found))


def test_translations_that_name_each_other_are_in_order() -> None:
    assert not list(languages.mistakes(walked(page("/a/", **LINKS), page("/en/a/", lang="en", **LINKS))))


@pytest.mark.parametrize(
    ("english", "what"),
    [
        (page("/en/a/", lang="en", en="/en/a/"), "en does not lead back"),
        (page("/en/a/", lang="id", **LINKS), "says that it is in 'id', not 'en'"),
        (answer("/en/a/", "", status=404), "en is not there"),
    ],
)
def test_a_translation_that_does_not_lead_back_is_told(english: Answer, what: str) -> None:
    assert what in told(languages.mistakes(walked(page("/a/", **LINKS), english)))


PERSON = {"@type": "Person", "name": "A"}
OFFICE = {
    "@type": "OrganizationRole",
    "roleName": "Kepala",
    "worksFor": {"@type": "Organization", "name": "B"},
}


@pytest.mark.parametrize(
    ("node", "what"),
    [
        (PERSON, ""),
        ({**PERSON, "worksFor": [OFFICE]}, ""),
        ({"@type": "PressRelease"}, "no such type: PressRelease"),
        ({**PERSON, "embargo": "x"}, "Person has no property embargo"),
        ({"@type": "Person", "jobTitle": "x"}, "Person without name"),
        ({**PERSON, "worksFor": "BNPT"}, 'Person.worksFor is to be Organization, not "BNPT"'),
        ({**PERSON, "worksFor": {"@type": "Country", "name": "x"}}, "is to be Organization"),
        ({**PERSON, "url": "/tokoh/a/"}, "Person.url is to be URL"),
        ({**PERSON, "birthDate": "9 Oktober"}, "Person.birthDate is to be Date"),
        ({**PERSON, "description": ""}, "Person.description is empty"),
        (
            {"@type": "Event", "name": "x", "eventStatus": f"{structured.CONTEXT}/Held"},
            "is to be EventStatusType",
        ),
        ({"@type": "Event", "name": "x", "eventStatus": f"{structured.CONTEXT}/EventScheduled"}, ""),
    ],
)
def test_structured_data_must_be_words_of_the_vocabulary(node: dict[str, Any], what: str) -> None:
    said = told(structured.of_block(json.dumps({"@context": structured.CONTEXT, "@graph": [node]})))
    assert what in said
    assert bool(what) == bool(said)


def test_one_thing_is_not_described_twice() -> None:
    nodes = [{**PERSON, "@id": "#a"}, {**PERSON, "@id": "#a"}]
    assert "described twice" in told(structured.of_block(json.dumps({"@context": "", "@graph": nodes})))


def test_a_type_has_the_properties_of_its_parents() -> None:
    assert ranges("NewsArticle", "headline") == {"Text"}
    assert not ranges("Person", "headline")


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
<id>urn:x:1</id><title>T</title><updated>2024-10-09T05:00:00Z</updated><author><name>A</name></author>
<link rel="self" href="http://testserver/atom.xml"/>
<entry><id>urn:x:2</id><title>E</title><updated>2024-10-09T05:00:00Z</updated>
<published>2024-10-09T05:00:00Z</published><link href="http://testserver/a/"/></entry>
<at:deleted-entry ref="urn:x:3" when="2024-10-09T05:00:00Z"/></feed>"""
RSS = """<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>T</title>
<link>http://testserver/</link><description>D</description>
<atom:link rel="self" href="http://testserver/umpan.rss"/>
<item><title>E</title><link>http://testserver/a/</link><guid isPermaLink="false">urn:x:2</guid>
<pubDate>Wed, 09 Oct 2024 05:00:00 +0000</pubDate><atom:updated>2024-10-09T05:00:00Z</atom:updated></item>
</channel></rss>"""
ITEM = {
    "id": "urn:x:2",
    "url": f"{HOST}/a/",
    "content_html": "x",
    "date_published": "2024-10-09T05:00:00Z",
    "date_modified": "2024-10-09T05:00:00Z",
    "_pressroom": {"status": "usable"},
}
FEED = {
    "version": feeds.JSON_FEED,
    "title": "T",
    "home_page_url": HOST,
    "feed_url": f"{HOST}/umpan.json",
    "items": [ITEM],
}


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("", "", ""),
        ("<id>urn:x:2</id>", "", "entry without id"),
        ("<author><name>A</name></author>", "", "nobody is its author"),
        ("2024-10-09T05:00:00Z</published>", "kemarin</published>", "no date of RFC 3339: 'kemarin'"),
        ("/atom.xml", "/lain.xml", "its own address"),
        ("urn:x:3", "urn:x:2", "two entries are urn:x:2"),
        ('when="2024-10-09T05:00:00Z"', "", "a deleted entry without ref or when"),
    ],
)
def test_atom_must_be_as_its_rfc_wants(old: str, new: str, what: str) -> None:
    said = told(feeds.atom(answer("/atom.xml", ATOM.replace(old, new, 1), "application/atom+xml")))
    assert what in said
    assert bool(what) == bool(said)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("", "", ""),
        (' isPermaLink="false"', "", "a guid that is taken for an address"),
        ("Wed, 09 Oct 2024 05:00:00 +0000", "9 Oktober 2024", "no date of RFC 822"),
        ("<atom:updated>2024-10-09T05:00:00Z</atom:updated>", "", "item without"),
        ("<description>D</description>", "", "channel without description"),
    ],
)
def test_rss_must_be_as_readers_need_it(old: str, new: str, what: str) -> None:
    said = told(feeds.rss(answer("/umpan.rss", RSS.replace(old, new, 1), "application/rss+xml")))
    assert what in said
    assert bool(what) == bool(said)


@pytest.mark.parametrize(
    ("item", "what"),
    [
        ({}, ""),
        ({"id": 2}, "whose id is no text"),
        ({"url": "/a/"}, "url is no absolute address"),
        ({"date_published": "2024-10-09"}, "date_published is no date of RFC 3339"),
        ({"image": ""}, "image is empty"),
        ({"status": "usable"}, "no such key: status"),
    ],
)
def test_json_feed_must_be_as_version_1_1_wants(item: dict[str, Any], what: str) -> None:
    feed = {**FEED, "items": [{**ITEM, **item}]}
    said = told(feeds.json_feed(answer("/umpan.json", json.dumps(feed), "application/feed+json")))
    assert what in said
    assert bool(what) == bool(said)


ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//A//B//ID
BEGIN:VEVENT
UID:1@testserver
DTSTAMP:20241009T050000Z
LAST-MODIFIED:20241009T050000Z
DTSTART;VALUE=DATE:20241009
DTEND;VALUE=DATE:20241010
SUMMARY:Kunjungan
URL:http://testserver/agenda/a/
SEQUENCE:0
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("", "", ""),
        ("UID:1@testserver\n", "", "no UID"),
        ("CONFIRMED", "HELD", "no such status: HELD"),
        ("DTEND;VALUE=DATE:20241010", "DTEND;VALUE=DATE:20241009", "it ends before it begins"),
        ("DTSTART;VALUE=DATE:20241009", "DTSTART;TZID=Asia/Jakarta:20241009T090000", "the zone Asia/Jakarta"),
        ("SUMMARY:Kunjungan", f"SUMMARY:{'a' * 80}", "a line of 88 octets"),
        ("VERSION:2.0\n", "", "no VERSION 2.0"),
    ],
)
def test_a_calendar_must_be_as_its_rfc_wants(old: str, new: str, what: str) -> None:
    body = ICS.replace(old, new, 1)
    if "T090000" in new:
        body = body.replace("DTEND;VALUE=DATE:20241010\n", "")
    said = told(calendars.mistakes(answer("/agenda.ics", body.replace("\n", "\r\n"), calendars.CALENDAR)))
    assert what in said
    assert bool(what) == bool(said)


def test_lines_of_a_calendar_end_as_they_should() -> None:
    assert "CR and LF" in told(calendars.mistakes(answer("/agenda.ics", ICS, calendars.CALENDAR)))


def site_map(*entries: str) -> Answer:
    body = "".join(f"<url>{entry}</url>" for entry in entries)
    own, news = sitemaps.SITEMAP.strip("{}"), sitemaps.NEWS.strip("{}")
    return answer(
        "/sitemap.xml", f'<urlset xmlns="{own}" xmlns:n="{news}">{body}</urlset>', "application/xml"
    )


LOC = f"<loc>{HOST}/a/</loc>"
OLD_NEWS = (
    "<n:news><n:publication><n:name>A</n:name><n:language>id</n:language></n:publication>"
    "<n:publication_date>2024-10-09T05:00:00Z</n:publication_date><n:title>T</n:title></n:news>"
)


@pytest.mark.parametrize(
    ("entries", "what"),
    [
        ([LOC], ""),
        ([LOC, LOC], "/a/ is named twice"),
        ([f"{LOC}<lastmod>9 Oktober</lastmod>"], "is no W3C date"),
        ([f"{LOC}{LOC}"], "its elements are"),
        ([LOC, f"<loc>{HOST}/hilang/</loc>"], "/hilang/ is not there"),
        ([LOC, "<loc>https://example.com/</loc>"], "is no address of this site"),
        ([f"{LOC}{OLD_NEWS}"], "news of '2024-10-09T05:00:00Z'"),
        ([], "/a/ sitemap: it is in none"),
    ],
)
def test_a_sitemap_names_all_that_is_there_and_nothing_else(entries: list[str], what: str) -> None:
    found = walked(page("/a/", '<a href="/sitemap.xml">x</a>'), site_map(*entries))
    said = told(sitemaps.mistakes(found))
    assert what in said
    assert bool(what) == bool(said)


RICH = {"type": "rich", "version": "1.0", "html": "<p>x</p>", "width": 600, "height": 260}


@pytest.mark.parametrize(
    ("said", "what"),
    [
        (RICH, ""),
        ({**RICH, "version": 1}, "version 1"),
        ({**RICH, "html": ""}, "no html"),
        ({**RICH, "width": "600"}, "width is '600'"),
        ({**RICH, "thumbnail_url": "x"}, "half a thumbnail"),
        ({**RICH, "lang": "id"}, "no such field: lang"),
    ],
)
def test_an_embed_has_what_its_kind_needs(said: dict[str, Any], what: str) -> None:
    found = told(embeds.of_object(said))
    assert what in found
    assert bool(what) == bool(found)


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        (["Contact: a@b.id", "Expires: 2000-01-01T00:00:00Z"], "the contacts are ['a@b.id']"),
        (["Contact: mailto:a@b.id", "Expires: 2000-01-01T00:00:00Z"], "it expires on 2000-01-01"),
        (["Contact: mailto:a@b.id"], "it expires 0 times"),
        (["Contact: mailto:a@b.id", "Kontak: x"], "no such field: kontak"),
    ],
)
def test_security_txt_says_whom_to_tell_and_until_when(lines: list[str], what: str) -> None:
    told_to = answer(well_known.SECURITY, "\n".join(lines), "text/plain")
    assert what in told(well_known.security(told_to, Crawl(HOST)))


def test_robots_are_not_kept_from_pages() -> None:
    found = walked(page("/a/"))
    said = told(
        well_known.robots(answer("/robots.txt", "User-agent: *\nDisallow: /a/\n", "text/plain"), found)
    )
    assert f"keeps robots from {HOST}/a/" in said
    assert "shows robots /admin/" in said
