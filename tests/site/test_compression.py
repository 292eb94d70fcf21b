"""Answers that nobody keeps: what is for all goes out in Brotli, what is for one in Django's gzip."""

import gzip

import brotli
import pytest
from django.test import Client

from tests import factories as make

pytestmark = pytest.mark.django_db
ACCEPTED = "gzip, deflate, br"


@pytest.mark.parametrize("path", ["/", "/en/", "/siaran-pers/", "/atom.xml", "/api/v1/releases/", "/nihil/"])
def test_what_is_for_all_is_compressed_in_brotli(client: Client, seed: None, path: str) -> None:
    plain, sent = client.get(path), client.get(path, headers={"accept-encoding": ACCEPTED})
    assert brotli.decompress(sent.content) == plain.content
    assert (sent["Content-Encoding"], sent["Content-Length"]) == ("br", str(len(sent.content)))
    assert sent["ETag"] == f"W/{plain['ETag']}"
    assert all("Accept-Encoding" in answer["Vary"] for answer in (plain, sent))


@pytest.mark.parametrize(
    ("accepted", "encoding"), [("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("identity", "")]
)
def test_who_takes_no_brotli_gets_what_they_take(
    client: Client, seed: None, accepted: str, encoding: str
) -> None:
    assert client.get("/", headers={"accept-encoding": accepted}).get("Content-Encoding", "") == encoding


def test_a_reader_who_has_the_page_is_told_so_in_any_encoding(client: Client, seed: None) -> None:
    etag = client.get("/", headers={"accept-encoding": ACCEPTED})["ETag"]
    assert client.get("/", headers={"accept-encoding": ACCEPTED, "if-none-match": etag}).status_code == 304


def test_pages_with_secrets_are_compressed_so_that_their_length_says_nothing(client: Client) -> None:
    client.force_login(make.user(is_superuser=True, is_staff=True))
    answers = [client.get("/admin/", headers={"accept-encoding": ACCEPTED}) for _turn in range(8)]
    assert {answer["Content-Encoding"] for answer in answers} == {"gzip"}
    assert b"</html>" in gzip.decompress(answers[0].content)
    assert len({len(answer.content) for answer in answers}) > 1


def test_what_is_too_short_to_shrink_is_sent_as_it_is(client: Client) -> None:
    answer = client.get("/cari/saran/?q=zzzz", headers={"accept-encoding": ACCEPTED})
    assert (answer.status_code, answer.has_header("Content-Encoding")) == (200, False)
