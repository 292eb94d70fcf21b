"""Copies on paper: the code that a camera reads, and the PDF where this machine makes one."""

from collections.abc import Iterator
from datetime import timedelta
from unittest import mock

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from pressroom.site.languages import address_in
from pressroom.site.printing import pdf
from pressroom.site.printing.codes import qr_svg
from tests.site import lives
from tests.site.html import Page

pytestmark = pytest.mark.django_db
PATH = "/siaran-pers/kunjungan.pdf"


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Neither what was drawn before nor whether this machine can draw."""
    cache.clear()
    pdf.press.cache_clear()
    yield
    pdf.press.cache_clear()


def test_the_code_of_a_copy_is_drawn_and_leads_to_what_became_of_it(client: Client) -> None:
    code = lives.first_code(lives.released())
    for language in ("id", "en"):
        answer = client.get(address_in(language, "code_image", code))
        assert answer["Content-Type"] == "image/svg+xml"
        assert answer.content == qr_svg(f"http://testserver{address_in(language, 'proof', code)}")
    assert b"style" not in answer.content


def test_a_code_that_nobody_may_know_is_not_drawn(client: Client) -> None:
    article = lives.released()
    code = lives.code_of(lives.correct(article, timezone.now() + timedelta(hours=1)))
    for unknown in (code, "ZZZZZ-ZZZZZ", "apa", "%00"):
        assert client.get(f"/verifikasi/{unknown}/qr.svg").status_code == 404


def test_without_the_library_there_is_neither_pdf_nor_a_link_to_it(client: Client) -> None:
    lives.released()
    with mock.patch("pressroom.site.printing.pdf.import_module", side_effect=OSError("libpango")):
        assert client.get(PATH).status_code == 404
        assert PATH not in Page(client.get("/siaran-pers/kunjungan/")).links


def test_a_pdf_is_made_once_until_the_page_says_something_else(client: Client) -> None:
    article = lives.released()
    paper = mock.Mock(draw=mock.Mock(return_value=b"%PDF-1.7"))
    with mock.patch("pressroom.site.printing.pdf.press", return_value=paper):
        answers = [client.get(PATH) for _ in range(2)]
        assert [(a.status_code, a["Content-Type"], a.content) for a in answers] == [
            (200, "application/pdf", b"%PDF-1.7")
        ] * 2
        assert paper.draw.call_count == 1
        assert PATH in Page(client.get("/siaran-pers/kunjungan/")).links
        lives.correct(article)
        client.get(PATH)
        assert "Keliru 1." in paper.draw.call_args.args[0]
        lives.withdraw(article)
        assert client.get(PATH, follow=True).redirect_chain == [("/siaran-pers/kunjungan/", 302)]
        lives.kill(article)
        assert client.get(PATH, follow=True).status_code == 410
    assert paper.draw.call_count == 2


def test_while_one_pdf_is_made_others_are_asked_to_come_back(client: Client) -> None:
    lives.released(body="<p>Sibuk.</p>")
    with mock.patch("pressroom.site.printing.pdf.press", return_value=mock.Mock()), pdf._press:
        answer = client.get(PATH)
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")


def test_a_release_is_put_on_paper_without_asking_any_network(client: Client) -> None:
    pytest.importorskip("weasyprint")
    lives.released(body='<p>Lihat <a href="https://contoh.go.id/">contoh</a>.</p>')
    with mock.patch("socket.socket.connect", side_effect=AssertionError("network")):
        answer = client.get(PATH)
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF-")


def test_every_release_has_a_foot_for_paper_with_its_code_and_status(client: Client) -> None:
    article = lives.released()
    assert "Status saat dicetak: berlaku." in Page(client.get("/siaran-pers/kunjungan/")).text
    lives.correct(article)
    said = Page(client.get("/siaran-pers/kunjungan/")).text
    assert "Status saat dicetak: berlaku, sudah diralat pada Kamis, 10 Oktober 2024, 08.00 WIB ." in said
