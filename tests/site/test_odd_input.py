"""Whatever stands in an address, the answer is a page or a page that does not exist."""

import pytest
from django.test import Client

from pressroom.site.reading import SUBJECTS
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.table]

ODD = [
    *("\0", "a\0b", "", " ", "%", "'", '"', "\\", "..", "../..", "*", "NEAR(", "\x7f", "²", "٣", "🤯" * 300),
    *("-1", "0", "9" * 30, "9" * 5_000, "x" * 10_000, "eddy hartono", "eddy-hartono?", "É"),
]
LISTS = [
    "/",
    "/siaran-pers/",
    "/tokoh/",
    "/lembaga/",
    "/perjanjian/",
    "/agenda/",
    "/topik/",
    "/cari/",
    "/verifikasi/",
]
CURSORS = ["cursor", "upcoming", "p", "q", "kode", *SUBJECTS]


@pytest.mark.parametrize("parameter", CURSORS)
@pytest.mark.parametrize("path", [*LISTS, "/en/press-releases/", "/en/search/", "/sitemap-releases.xml"])
def test_no_value_of_a_parameter_breaks_a_page(client: Client, path: str, parameter: str) -> None:
    for value in ODD:
        assert client.get(path, {parameter: value}).status_code in {200, 404}, value


@pytest.mark.parametrize(
    "path",
    [
        *("/siaran-pers/{}/", "/tokoh/{}/", "/lembaga/{}/", "/perjanjian/{}/", "/agenda/{}/", "/topik/{}/"),
        *(
            "/verifikasi/{}/",
            "/en/verification/{}/",
            "/en/press-releases/{}/",
            "/sitemap-{}.xml",
            "/media/images/{}.webp",
            "/media/{}",
            "/{}",
            "/en/{}",
        ),
    ],
)
def test_no_address_breaks_the_site(client: Client, path: str) -> None:
    for value in ODD:
        quoted = value.replace("%", "%25").replace("\0", "%00").replace("?", "%3F")
        assert client.get(path.format(quoted)).status_code in {200, 301, 404}, value


@pytest.mark.parametrize("kind", SUBJECTS)
@pytest.mark.parametrize("value", ["\0", "tiada", "ada\0", "ada "])
def test_a_subject_that_has_no_such_name_is_a_page_that_does_not_exist(
    client: Client, kind: str, value: str
) -> None:
    getattr(make, kind)(slug="ada")
    assert client.get("/siaran-pers/", {kind: "ada"}).status_code == 200
    assert client.get("/siaran-pers/", {kind: value}).status_code == 404
