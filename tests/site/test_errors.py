"""What people and machines are told when something is refused or broken."""

import pytest
from django.test import Client, RequestFactory
from pytest_django import Settings

from pressroom.site.maintenance import RETRY_AFTER
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


@pytest.mark.parametrize("path", ["/", "/en/", "/siaran-pers/apa-saja/", "/atom.xml"])
def test_maintenance_sends_readers_back_later_without_a_database(settings: Settings, path: str) -> None:
    """This test has no database: whoever asked it would fail here."""
    settings.MAINTENANCE = True
    answer = Client().get(path)
    assert (answer.status_code, answer["Retry-After"]) == (503, str(RETRY_AFTER))
    assert answer["Cache-Control"] == "no-store"
    page = answer.content.decode()
    assert "Ruang pers sedang dirawat" in page
    assert "The press room is under maintenance" in page


def test_maintenance_tells_machines_in_their_form(settings: Settings) -> None:
    settings.MAINTENANCE = True
    answer = Client().get("/api/v1/releases/")
    assert (answer.status_code, answer["Content-Type"]) == (503, "application/problem+json")
    assert answer["Retry-After"] == str(RETRY_AFTER)
    assert answer.json()["status"] == 503


@pytest.mark.django_db
def test_the_desk_goes_on_working_meanwhile(settings: Settings) -> None:
    settings.MAINTENANCE = True
    desk = Client()
    assert desk.get("/admin/login/").status_code == 200
    desk.force_login(make.user(is_staff=True, is_superuser=True))
    assert desk.get("/admin/").status_code == 200
    assert desk.get("/robots.txt").status_code == 200


@pytest.mark.django_db
def test_every_refusal_has_ways_on(client: Client) -> None:
    client.force_login(make.user(is_staff=True))
    for path, status in (("/tidak-ada/", 404), ("/admin/articles/article/", 403)):
        answer = client.get(path)
        assert answer.status_code == status
        assert 'href="/siaran-pers/"' in answer.content.decode()
