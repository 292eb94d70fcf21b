"""Everything that was put right or taken back, in one list."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.models import Edition, PublicNote
from pressroom.site.languages import address_in
from tests.site import lives
from tests.site.html import Page
from tests.site.lives import MORNING

pytestmark = pytest.mark.django_db
PATH = "/ralat/"
FEW = 2


def test_corrections_and_withdrawals_are_listed_the_newest_first_and_nothing_else(client: Client) -> None:
    assert "Belum ada yang kami ralat atau cabut." in Page(client.get(PATH)).text
    corrected, withdrawn, killed, waiting = (lives.released(name) for name in ("a", "b", "c", "d"))
    lives.correct(corrected)
    lives.withdraw(withdrawn)
    lives.correct(killed, number=7)
    lives.kill(killed)
    lives.update(corrected, MORNING + timedelta(hours=1))
    lives.correct(waiting, timezone.now() + timedelta(hours=1), 8)
    page = Page(client.get(PATH))
    assert [link for link in page.links if str(link).startswith("/siaran-pers/")][-2:] == [
        "/siaran-pers/b/",
        "/siaran-pers/a/",
    ]
    assert "Alasan pencabutan: Salah orang." in page.text
    assert "Semula: Keliru 1. Yang benar: Betul 1." in page.text
    assert not any(word in page.text for word in ("Keliru 7", "Keliru 8", "Tempat dilengkapi"))
    english = Page(client.get(address_in("en", "corrections"))).text
    assert "Right 1." in english
    assert "Betul" not in english


def test_the_list_is_read_page_by_page_for_one_query_each(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    article = lives.released()
    edition = Edition.objects.get()
    moments = [MORNING + timedelta(minutes=n // 2) for n in range(45)]
    PublicNote.objects.bulk_create(
        PublicNote(article=article, edition=edition, at=at, kind="correction", text=f"Betul {n}.")
        for n, at in enumerate(moments)
    )
    seen, path = [], PATH
    while path:
        with django_assert_max_num_queries(FEW):
            answer = client.get(path)
        page = Page(answer)
        seen += re.findall(r"Betul \d+\.", page.text)
        path = next((f"{PATH}{a['href']}" for a in page.all("a") if a.get("rel") == "next"), "")
    assert len(seen) == len(set(seen)) == 45
    assert seen[0] == "Betul 44."
    assert client.get(f"{PATH}?cursor=%00salah").status_code == 404
