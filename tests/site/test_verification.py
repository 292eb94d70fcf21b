"""Whoever holds a copy learns from its code whether it is ours, and whether it still stands."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from articles.models import Article, EditionProof, EditionText
from articles.publishing import publish
from articles.rehearsal import NO_CODE
from pressroom.site.verification import Finding, as_printed
from tests import factories as make
from tests.site import lives
from tests.site.html import Page
from tests.site.lives import MORNING, SECRET

pytestmark = pytest.mark.django_db
FORM, FORM_EN = "/verifikasi/", "/en/verification/"
UNKNOWN = "ZZZZZ-ZZZZZ"
FEW = 8


def as_it_was(article: Article) -> None:
    """The first edition stands."""


def mended(article: Article) -> None:
    lives.again(article, "minor", at=MORNING)


def corrected_and_updated(article: Article) -> None:
    lives.correct(article)
    lives.update(article, MORNING + timedelta(days=1))


def reinstated(article: Article) -> None:
    lives.withdraw(article)
    lives.update(article, at=None)


def withdrawn_and_killed(article: Article) -> None:
    lives.withdraw(article)
    lives.kill(article)


LIVES: list[tuple[Callable[[Article], object], Finding]] = [
    (as_it_was, Finding.CURRENT),
    (mended, Finding.UPDATED),
    (lives.update, Finding.UPDATED),
    (lives.correct, Finding.CORRECTED),
    (corrected_and_updated, Finding.CORRECTED),
    (lives.withdraw, Finding.WITHDRAWN),
    (reinstated, Finding.UPDATED),
    (lives.kill, Finding.KILLED),
    (withdrawn_and_killed, Finding.KILLED),
]
IDS = [life.__name__ for life, _ in LIVES]


def says(answer: HttpResponse, finding: Finding) -> bool:
    """Whether that is the headline, in the language of the page."""
    with override(str(answer["Content-Language"])):
        return f"<h1>{finding.label}</h1>" in answer.content.decode()


@pytest.mark.parametrize(("life", "finding"), LIVES, ids=IDS)
@pytest.mark.parametrize(("form", "title"), [(FORM, "/siaran-pers/"), (FORM_EN, "/en/press-releases/")])
def test_the_code_of_the_first_copy_says_what_became_of_the_release(
    client: Client,
    life: Callable[[Article], object],
    finding: Finding,
    form: str,
    title: str,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    article = lives.released()
    life(article)
    with django_assert_max_num_queries(FEW):
        answer = client.get(f"{form}{lives.first_code(article)}/")
    page = Page(answer)
    assert answer.status_code == 200
    assert says(answer, finding)
    assert {"name": "robots", "content": "noindex"} in page.all("meta")
    leads_there = any(str(link).startswith(f"{title}kunjungan") for link in page.links)
    assert leads_there == (finding != Finding.KILLED)
    assert (SECRET in page.text) == (finding != Finding.KILLED)
    assert f"{SECRET} hadir" not in page.text


@pytest.mark.parametrize(("life", "finding"), LIVES, ids=IDS)
def test_the_code_of_the_newest_copy_is_current_where_a_text_stands(
    client: Client, life: Callable[[Article], object], finding: Finding
) -> None:
    article = lives.released()
    life(article)
    newest = EditionProof.objects.filter(article=article).latest("public_from").code
    gone = {Finding.WITHDRAWN, Finding.KILLED}
    assert says(client.get(f"{FORM}{newest}/"), finding if finding in gone else Finding.CURRENT)


def test_a_holder_of_an_older_copy_is_told_what_changed_since(client: Client) -> None:
    article = lives.released()
    second = lives.correct(article)
    lives.correct(article, MORNING + timedelta(days=1), 2)
    first = Page(client.get(f"{FORM}{lives.first_code(article)}/")).text
    assert "Semula: Keliru 1. Yang benar: Betul 1." in first
    assert "Keliru 2." in first
    later = Page(client.get(f"{FORM}{lives.code_of(second)}/")).text
    assert "Keliru 1." not in later
    assert "Keliru 2." in later


def test_the_reason_for_a_withdrawal_is_told(client: Client) -> None:
    article = lives.released()
    lives.withdraw(article)
    code = lives.first_code(article)
    assert "Salah orang." in Page(client.get(f"{FORM}{code}/")).text
    assert "Wrong person." in Page(client.get(f"{FORM_EN}{code}/")).text


@pytest.mark.parametrize("take_away", [lives.withdraw, lives.kill])
def test_a_copy_of_a_text_that_has_gone_names_its_successor(
    client: Client, take_away: Callable[..., object]
) -> None:
    article, successor = lives.released(), lives.released("pengganti", title="Siaran pengganti")
    take_away(article, successor)
    page = Page(client.get(f"{FORM}{lives.first_code(article)}/"))
    assert "/siaran-pers/pengganti/" in page.links
    assert "Siaran penggantinya: Siaran pengganti" in page.text


def test_a_release_without_english_is_found_on_the_english_page_too(client: Client) -> None:
    article = make.article("Hanya Indonesia", slug="kunjungan")
    publish(article, reason="Arsip.")
    page = Page(client.get(f"{FORM_EN}{lives.first_code(article)}/"))
    assert {"href": "/siaran-pers/kunjungan/", "lang": "id", "hreflang": "id"} in page.all("a")


def test_the_code_of_a_scheduled_edition_is_unknown_until_its_moment(client: Client) -> None:
    article = make.article(SECRET)
    edition = publish(article, reason="Arsip.", at=timezone.now() + timedelta(hours=1))
    code = lives.code_of(edition)
    scheduled, never = client.get(f"{FORM}{code}/"), client.get(f"{FORM}{UNKNOWN}/")
    assert scheduled.status_code == never.status_code == 404
    assert scheduled.content.decode().replace(code, UNKNOWN) == never.content.decode()
    for model in (EditionProof, EditionText):
        model.objects.update(public_from=make.LONG_AGO)
    assert client.get(f"{FORM}{code}/").status_code == 200


def test_a_coming_edition_does_not_make_the_present_copy_old(client: Client) -> None:
    article = lives.released()
    lives.correct(article, timezone.now() + timedelta(hours=1))
    answer = client.get(f"{FORM}{lives.first_code(article)}/")
    assert says(answer, Finding.CURRENT)
    assert "Keliru" not in answer.content.decode()


@pytest.mark.parametrize(
    "typed",
    ["4F7KQ-2MX01", "4f7kq-2mx01", " 4F7KQ2MX01 ", "4f7kq – 2mxol", "4F7KQ-2MXOI", "4 F 7 K Q 2 M X 0 1"],
)
def test_a_code_is_understood_however_it_is_typed(client: Client, typed: str) -> None:
    assert as_printed(typed) == "4F7KQ-2MX01"
    answer = client.get(FORM, {"kode": typed})
    assert (answer.status_code, answer["Location"]) == (302, "/verifikasi/4F7KQ-2MX01/")


@pytest.mark.parametrize(
    "typed",
    ["", "4F7KQ-2MX0", "4F7KQ-2MX012", "4F7KQ-2MXU1", "٤F7KQ-2MX01", "x" * 10_000, "\0", "4F7KQ_2MX01"],
)
def test_what_no_code_of_ours_looks_like_is_none(typed: str) -> None:
    assert as_printed(typed) is None


def test_each_code_has_one_address(client: Client) -> None:
    answer = client.get("/en/verification/4f7kq2mxol/")
    assert (answer.status_code, answer["Location"]) == (302, "/en/verification/4F7KQ-2MX01/")


@pytest.mark.parametrize("path", [f"{FORM}{UNKNOWN}/", f"{FORM}apa/", f"{FORM}?kode=apa", f"{FORM_EN}apa/"])
def test_an_unknown_code_is_a_404_with_the_form_and_the_typed_code(client: Client, path: str) -> None:
    answer = client.get(path)
    page = Page(answer)
    assert answer.status_code == 404
    (field,) = page.all("input")
    assert field["value"] in path
    assert {"name": "robots", "content": "noindex"} in page.all("meta")


def test_the_code_of_a_preview_is_not_called_a_forgery(client: Client) -> None:
    response = client.get(f"/verifikasi/{NO_CODE}/")
    assert response.status_code == 404
    assert "Kode ini hanya contoh" in response.content.decode()


def test_an_unknown_code_leads_to_the_press_office(client: Client, settings: object) -> None:
    settings.AGENCY = {**settings.AGENCY, "contact_email": "humas@contoh.go.id"}  # type: ignore[attr-defined]
    assert "mailto:humas@contoh.go.id" in Page(client.get(f"{FORM}{UNKNOWN}/")).links


def test_the_form_is_empty_without_a_question(client: Client) -> None:
    for path in (FORM, f"{FORM}?kode=", f"{FORM}?kode=%20"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert Page(answer).all("input")[0]["value"] == ""


def test_what_is_typed_cannot_carry_markup(client: Client) -> None:
    assert b"<script>" not in client.get(FORM, {"kode": '"><script>'}).content


@pytest.mark.parametrize(
    ("path", "address"),
    [("/siaran-pers/kunjungan/", FORM), ("/en/press-releases/kunjungan-en/", FORM_EN)],
)
def test_every_release_page_prints_its_code_with_the_address_to_check_it(
    client: Client, path: str, address: str
) -> None:
    article = lives.released()
    code = lives.first_code(article)
    link = {"class": "proof", "href": f"http://testserver{address}{code}/"}
    page = Page(client.get(path))
    assert link in page.all("a")
    assert code in page.text
    lives.correct(article)
    assert code not in Page(client.get(path)).text
