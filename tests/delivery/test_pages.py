"""Subscribing, confirming, changing and leaving: without an account, a cookie or a script."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from pressroom.delivery import limits, links
from pressroom.delivery.models import Letter, Subscriber, Subscription
from tests import factories as make
from tests.delivery.conftest import Work
from tests.sentinel.clock import Clock
from tests.site.html import Page

pytestmark = pytest.mark.django_db

FORM = "/langganan/"
ASKED = "/langganan/periksa-surel/"
WISH = {"email": "Sari@Contoh.example", "frequency": "daily", "language": "id"}
LINK = re.compile(r"http://127\.0\.0\.1:8000(\S+)")


@pytest.fixture
def browser() -> Client:
    """One that enforces what Django would of a form with a session."""
    return Client(enforce_csrf_checks=True)


class Seconds:
    """The clock as Django's signing asks for it."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock

    def time(self) -> float:
        return self.clock.now.timestamp()


def link_in(mail: Any, of: str) -> str:
    return next(path for path in LINK.findall(mail.body) if f"/{of}/" in path)


def test_from_the_form_to_the_first_mail_and_out_again(browser: Client, worked: Work) -> None:
    make.topic("Keamanan", slug="keamanan")
    page = browser.get(FORM, {"topic": "keamanan", "cursor": "x"})
    assert "Keamanan" in Page(page).text
    answer = browser.post(f"{FORM}?topic=keamanan", WISH)
    assert (answer.status_code, answer["Location"]) == (302, ASKED)
    (mail,) = worked()
    assert mail.to == ["sari@contoh.example"]
    assert "List-Unsubscribe" not in mail.extra_headers
    confirm = link_in(mail, "konfirmasi")
    assert browser.get(confirm)["Cache-Control"] == "no-store, private"
    assert Subscription.objects.get().confirmed_at is None  # whoever only looks confirms nothing
    manage = next(link for link in Page(browser.post(confirm)).links if link and "/atur/" in link)
    row = Subscription.objects.get()
    assert (row.query, row.frequency, bool(row.confirmed_at)) == ("topic=keamanan", "daily", True)
    changed = {"do": "save", "which": row.uid.hex, "frequency": "weekly", "language": "en"}
    assert "Perubahan disimpan." in Page(browser.post(manage, changed)).text
    row.refresh_from_db()
    assert (row.frequency, row.language) == ("weekly", "en")
    assert "Langganan berakhir" in Page(browser.post(manage, {"do": "leave", "which": row.uid.hex})).text
    assert not Subscriber.objects.exists()
    assert not browser.cookies


def test_the_answer_is_the_same_for_an_address_that_is_known(browser: Client, worked: Work) -> None:
    known = make.subscription(of=make.subscriber("sari@contoh.example"))
    answers = [browser.post(FORM, {**WISH, "email": one}) for one in (WISH["email"], "baru@contoh.example")]
    assert len({(one.status_code, one["Location"], one.content) for one in answers}) == 1
    assert [len(letter.deliveries.all()) for letter in Letter.objects.all()] == [0, 0]
    mails = {mail.to[0]: mail for mail in worked()}
    assert "/atur/" in mails["sari@contoh.example"].body
    assert "/konfirmasi/" in mails["baru@contoh.example"].body
    known.refresh_from_db()
    assert known.frequency == "immediate"


@pytest.mark.parametrize(
    ("typed", "headers", "status"),
    [
        ({"email": "bukan surel"}, {}, 400),
        ({"email": "a@b.example\nBcc: c@d.example"}, {}, 400),
        ({"email": "a" * 300 + "@contoh.example"}, {}, 400),
        ({"email": "\0@contoh.example"}, {}, 400),
        ({"email": ""}, {}, 400),
        ({"frequency": "yearly"}, {}, 400),
        ({"language": "\0"}, {}, 400),
        ({}, {"Sec-Fetch-Site": "cross-site"}, 403),
        ({}, {"Origin": "https://jahat.example"}, 403),
        ({}, {"Origin": "null"}, 403),
        ({}, {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}, 302),
        ({}, {}, 302),
    ],
)
def test_what_is_taken(browser: Client, typed: dict[str, str], headers: dict[str, str], status: int) -> None:
    answer = browser.post(FORM, {**WISH, **typed}, headers=headers)
    assert answer.status_code == status
    assert Subscription.objects.exists() == (status == 302)
    assert status == 302 or answer["Cache-Control"] == "no-store, private"


def test_nobody_fills_a_mailbox_or_asks_without_end(
    browser: Client, worked: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(limits.ASKED_AN_HOUR):
        assert browser.post(FORM, WISH).status_code == 302
    assert browser.post(FORM, WISH).status_code == 429
    assert Letter.objects.count() == 10
    assert limits.network_of("2001:db8::1") == limits.network_of("2001:db8::ffff")
    assert limits.network_of("2001:db8::1") != limits.network_of("2001:db8:0:1::1")


def test_one_click_leaves_without_cookie_or_token(browser: Client) -> None:
    row = make.subscription()
    other = make.subscription("kind=speech", row.subscriber)
    path = links.leave_link(row).removeprefix("http://127.0.0.1:8000")
    assert browser.get(path).status_code == 200
    assert Subscription.objects.count() == 2
    headers = {"Origin": "https://mail.example", "Sec-Fetch-Site": "cross-site"}
    for _ in range(2):  # mail programs ask again
        answer = browser.post(path, {"List-Unsubscribe": "One-Click"}, headers=headers)
        assert answer.status_code == 200
    assert Subscription.objects.get() == other


def test_everything_can_be_erased(browser: Client) -> None:
    line = make.delivery()
    of = line.subscriber
    path = links.path(links.MANAGE, of.uid, "id")
    assert of.email not in browser.get(path).content.decode()
    browser.post(path, {"do": "erase"})
    assert not Subscriber.objects.exists()
    assert "Langganan berakhir" in Page(browser.get(path)).text


def test_a_link_works_for_nothing_else_and_nobody_guesses_one(browser: Client) -> None:
    row = make.asked_subscription()
    token = links.path(links.CONFIRM, row.uid, "id").split("/")[-2]
    manage = links.path(links.MANAGE, row.subscriber.uid, "id").split("/")[-2]
    odd = ["x", "\0", "a.b", row.uid.hex, token[:-1], token.upper(), "9" * 3000, "%00", "tiada"]
    for name, wrong in (("confirm", manage), ("manage", token), ("leave", token)):
        for given in (wrong, *odd):
            path = reverse(f"site:alerts_{name}", args=[given])
            for answer in (browser.get(path), browser.post(path)):
                assert answer.status_code == 404, (name, given)
                assert answer["Cache-Control"] == "no-store, private"
    foreign = make.subscription()
    mine = reverse("site:alerts_manage", args=[manage])
    browser.post(mine, {"do": "leave", "which": foreign.uid.hex})
    for which in ("", "\0", "x", foreign.uid.hex):
        assert browser.post(mine, {"do": "save", "which": which, "frequency": "x"}).status_code == 200
    assert Subscription.objects.filter(pk=foreign.pk).exists()


def test_what_is_not_confirmed_in_time_is_forgotten(
    browser: Client, worked: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr("django.utils.timezone.now", clock)
    monkeypatch.setattr("django.core.signing.time", Seconds(clock))
    kept = make.subscription()
    browser.post(FORM, WISH)
    path = link_in(worked()[0], "konfirmasi")
    clock.now += timedelta(hours=48)
    worked()
    assert browser.get(path).status_code == 200
    clock.now += timedelta(seconds=2)
    worked()
    assert browser.post(path).status_code == 404
    assert list(Subscriber.objects.all()) == [kept.subscriber]


def test_the_question_goes_along_in_words_and_each_part_can_be_dropped(client: Client) -> None:
    make.person("Eddy Hartono", slug="eddy")
    query = "?q=rusia&kind=press_release&year=2024&person=eddy"
    page = Page(client.get(FORM + query))
    for words in ("“rusia”", "2024", "Eddy Hartono"):
        assert words in page.text
    assert f"{FORM}?q=rusia&kind=press_release&year=2024" in page.links
    assert ("form", {"action": FORM + query, "method": "post", "novalidate": None}) in page.elements
    assert client.get(FORM, {"topic": "rahasia"}).status_code == 404
    with override("en"):
        assert Page(client.get(reverse("site:alerts") + query)).text
