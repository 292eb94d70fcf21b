"""The style of a page stands in it, and the policy allows that style and no other."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from pressroom.site.styles import SHEETS, hashes, rules
from tests.site.html import Page

FOLDER = Path(settings.BASE_DIR) / "pressroom/site/static/site"
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def allowed(policy: str) -> list[str]:
    (sources,) = (part for part in policy.split("; ") if part.startswith("style-src "))
    return sources.split()[1:]


@pytest.mark.parametrize(
    "path", ["/", "/en/", "/siaran-pers/", "/perjanjian/", "/cari/", "/langganan/", "/nihil/"]
)
def test_every_style_of_a_page_is_one_that_the_policy_allows(client: Client, seed: None, path: str) -> None:
    response = client.get(path)
    styles = STYLE.findall(response.content.decode())
    digests = [b64encode(sha256(style.encode()).digest()).decode() for style in styles]
    assert styles
    assert {f"'sha256-{digest}'" for digest in digests} <= set(allowed(response["Content-Security-Policy"]))
    assert not [link for link in Page(response).all("link") if link["rel"] == "stylesheet"]


def test_the_policy_allows_our_sheets_and_no_style_without_a_hash(client: Client, db: None) -> None:
    assert allowed(client.get("/")["Content-Security-Policy"]) == ["'self'", *hashes()]
    assert {f"{name}.css" for name in SHEETS} == {file.name for file in FOLDER.glob("*.css")}


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_stands_in_a_page_as_it_stands_in_its_file(name: str) -> None:
    written = rules(name)
    assert not re.search(r"</|/\*|@import|\n", written)
    assert re.sub(r"\s|/\*.*?\*/", "", (FOLDER / f"{name}.css").read_text(), flags=re.DOTALL) == re.sub(
        r"\s|/static/site/", "", written
    )
