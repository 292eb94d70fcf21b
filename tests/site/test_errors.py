"""What people and machines are told when something is refused or broken."""

import pytest
from django.test import Client, RequestFactory

from pressroom.site.views.errors import server_error
from tests import factories as make


@pytest.mark.parametrize(
    ("path", "content_type"), [("/", "text/html"), ("/api/v1/releases/", "application/problem+json")]
)
def test_a_broken_page_answers_in_the_form_its_reader_understands(path: str, content_type: str) -> None:
    answer = server_error(RequestFactory().get(path))
    assert answer.status_code == 500
    assert answer["Content-Type"].split(";")[0] == content_type


@pytest.mark.django_db
def test_whoever_may_not_is_told_so_in_indonesian(client: Client) -> None:
    client.force_login(make.user(is_staff=True))
    answer = client.get("/admin/articles/article/")
    assert answer.status_code == 403
    assert "Akun Anda tidak berhak membuka halaman ini" in answer.content.decode()


@pytest.mark.django_db
def test_an_expired_form_is_explained() -> None:
    answer = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"})
    assert answer.status_code == 403
    assert "Formulir ini sudah kedaluwarsa" in answer.content.decode()
