"""Outside addresses are asked politely, briefly, and never inside our own network."""

import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from articles import link_checks
from articles.link_checks import check, is_public_address, remembered
from articles.models import LinkCheck
from tests import factories as make

pytestmark = pytest.mark.django_db


class Site(BaseHTTPRequestHandler):
    """A host on the loopback interface; the path says what it answers."""

    asked: list[str]

    def do_HEAD(self) -> None:
        self.asked.append(f"{self.command} {self.path}")
        status, location = self.answer()
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.end_headers()

    def do_GET(self) -> None:
        self.do_HEAD()

    def answer(self) -> tuple[int, str]:
        port = self.server.server_address[1]
        redirects = {
            "/moved": "/here?a=1",
            "/circle": "/circle",
            "/moved-away": "/gone",
            "/inside": f"http://127.0.0.2:{port}/here",
            "/file": "file:///etc/passwd",
        }
        if location := redirects.get(self.path):
            return 302, location
        if self.path == "/no-head":
            return (405 if self.command == "HEAD" else 200), ""
        return {"/gone": 404, "/broken": 500, "/members": 403, "/busy": 429}.get(self.path, 200), ""

    def log_message(self, *_args: object) -> None:
        """Keep the test report clean."""


@pytest.fixture
def site() -> Iterator[str]:
    Site.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def silent_host() -> Iterator[str]:
    """Takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"


def on_loopback(address: str) -> bool:
    return address == "127.0.0.1"


def answers(*urls: str) -> dict[str, tuple[str, int | None]]:
    return {row.url: (row.problem, row.status) for row in check(urls, may_ask=on_loopback)}


@pytest.mark.parametrize(
    ("path", "problem", "status"),
    [
        ("/here", "", 200),
        ("/no-head", "", 200),
        ("/members", "", 403),
        ("/busy", "", 429),
        ("/moved", "", 200),
        ("/gone", "error", 404),
        ("/broken", "error", 500),
        ("/moved-away", "error", 404),
        ("/circle", "error", 302),
        ("/inside", "private", None),
        ("/file", "silent", None),
    ],
)
def test_what_an_address_answers(site: str, path: str, problem: str, status: int | None) -> None:
    assert answers(site + path) == {site + path: (problem, status)}


def test_a_page_is_asked_for_whole_only_where_its_head_is_refused(site: str) -> None:
    answers(f"{site}/here", f"{site}/no-head")
    assert sorted(Site.asked) == ["GET /no-head", "HEAD /here", "HEAD /no-head"]


def test_the_query_is_sent_and_the_fragment_is_not(site: str) -> None:
    answers(f"{site}/a b?c=1&d=ä#e", site)
    assert sorted(Site.asked) == ["HEAD /", "HEAD /a%20b?c=1&d=%C3%A4"]


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0.0.0.0",  # noqa: S104
        "[::1]",
        "[::ffff:127.0.0.1]",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "[fe80::1]",
        "[fd00::1]",
        "224.0.0.1",
    ],
)
def test_nobody_inside_our_network_is_asked(site: str, host: str) -> None:
    [found] = check([site.replace("127.0.0.1", host) + "/here"])
    assert (found.problem, found.status) == ("private", None)
    assert Site.asked == []


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "203.190.40.1", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses_may_be_asked(address: str) -> None:
    assert is_public_address(address)


@pytest.mark.parametrize(
    "address", ["64:ff9b::a00:1", "2002:a00:1::1", "::ffff:10.0.0.1", "ff02::1", "192.0.2.1", "240.0.0.1"]
)
def test_private_and_special_addresses_may_not(address: str) -> None:
    assert not is_public_address(address)


@pytest.fixture
def resolved(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A name server for `dua.example`, with one address here and one elsewhere; every look-up is noted."""
    looked_up, real = [], socket.getaddrinfo

    def look_up(host: str, port: int, *args: int, **kwargs: int) -> list:
        looked_up.append(host)
        addresses = NAMES.get(host, [host])
        return [found for address in addresses for found in real(address, port, *args, **kwargs)]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return looked_up


NAMES = {"satu.example": ["127.0.0.1"], "dua.example": ["127.0.0.1", "10.0.0.1"]}


def test_a_host_with_one_private_address_is_not_asked(site: str, resolved: list[str]) -> None:
    url = site.replace("127.0.0.1", "dua.example")
    assert answers(url) == {url: ("private", None)}
    assert Site.asked == []


def test_a_name_is_resolved_once_and_asked_at_the_address_that_was_judged(
    site: str, resolved: list[str]
) -> None:
    url = site.replace("127.0.0.1", "satu.example")
    assert answers(url) == {url: ("", 200)}
    assert resolved.count("satu.example") == 1


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/", "http://", "http://127.0.0.1:99999/", "http://[", "x"])
def test_what_cannot_be_asked_is_silent(url: str) -> None:
    assert answers(url) == {url: ("silent", None)}


def test_a_host_that_says_nothing_is_silent(silent_host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_checks, "TIMEOUT", 0.1)
    assert answers(silent_host) == {silent_host: ("silent", None)}


def test_a_host_that_refuses_is_silent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
    assert answers(url) == {url: ("silent", None)}


def test_a_secure_address_needs_a_certificate(site: str) -> None:
    url = site.replace("http:", "https:") + "/here"
    assert answers(url) == {url: ("silent", None)}


def test_a_check_ends_at_its_deadline_and_leaves_the_unasked_unasked(
    silent_host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link_checks, "TIMEOUT", 1)
    monkeypatch.setattr(link_checks, "DEADLINE", 0.1)
    monkeypatch.setattr(link_checks, "WORKERS", 2)
    asked = [f"{silent_host}{number}" for number in range(4)]
    assert answers(*asked) == dict.fromkeys(asked[:2], ("silent", None))


def test_a_check_asks_a_limited_number_and_the_next_one_the_others(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link_checks, "LIMIT", 2)
    urls = [f"{site}/{number}" for number in range(3)]
    assert list(answers(*urls)) == urls[:2]
    assert next(iter(answers(*urls))) == urls[2]
    assert set(remembered(urls)) == set(urls)


def test_a_new_answer_replaces_the_old_one(site: str) -> None:
    url = f"{site}/here"
    make.link_check(url, status=None, problem="silent")
    answers(url)
    row = LinkCheck.objects.get()
    assert (row.url, row.problem, row.status) == (url, "", 200)
    assert row.checked_at > make.LONG_AGO


def test_answers_are_found_again_under_the_address_as_it_was_written(site: str) -> None:
    written = f"{site}/a b#bagian"
    check([written], may_ask=on_loopback)
    assert remembered([written, f"{site}/lain"])[written].status == 200
    assert list(remembered([written, f"{site}/lain"])) == [written]


def test_an_address_longer_than_any_is_left_out() -> None:
    assert check([f"https://contoh.go.id/{'a' * 2000}"], may_ask=on_loopback) == []
