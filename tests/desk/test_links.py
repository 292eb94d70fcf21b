"""Whether the links of a release answer: asked on request, by whoever may change it."""

import pytest
from django.urls import reverse

from articles.models import LinkCheck
from tests import factories as make
from tests.desk.conftest import LogIn

pytestmark = pytest.mark.django_db
# Reserved for documentation: no host answers there, and none is asked by name.
OUTSIDE = "https://192.0.2.1/halaman"


def page_of(article: object) -> str:
    return reverse("admin:articles_article_links", args=[article.pk])


def test_the_page_tells_what_each_address_last_answered(log_in: LogIn) -> None:
    article = make.article(body=f'<p><a href="{OUTSIDE}">Naskah</a></p>')
    browser = log_in("Penulis")
    assert "belum diperiksa" in browser.get(page_of(article)).content.decode()
    make.link_check(OUTSIDE, status=404, problem="error")
    assert "menjawab dengan kesalahan (404)" in browser.get(page_of(article)).content.decode()


def test_asking_remembers_the_answers(log_in: LogIn) -> None:
    article = make.article(body=f'<p><a href="{OUTSIDE}">Naskah</a></p>')
    answer = log_in("Penulis").post(page_of(article), follow=True)
    assert "1 tautan sudah diperiksa." in answer.content.decode()
    assert LinkCheck.objects.get(pk=OUTSIDE).problem == "private"


def test_a_release_without_links_has_nothing_to_ask(log_in: LogIn) -> None:
    page = log_in("Penulis").get(page_of(make.article())).content.decode()
    assert "tidak memuat tautan" in page


@pytest.mark.parametrize("role", ["Pengelola Mitra", "Administrator"])
def test_whoever_may_not_change_the_release_sends_nobody_out(log_in: LogIn, role: str) -> None:
    article = make.article(body=f'<p><a href="{OUTSIDE}">Naskah</a></p>')
    assert log_in(role).post(page_of(article)).status_code == 403
    assert not LinkCheck.objects.exists()
