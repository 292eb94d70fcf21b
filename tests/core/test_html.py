"""Only a small subset of HTML reaches the database, whichever way it comes."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Article
from pressroom.core.html import ALLOWED_ATTRIBUTES, ALLOWED_TAGS, paragraphs, plain_text, sanitize
from tests import factories

EVIL = '<p onclick="steal()">Aman<script>alert(1)</script></p><img src=x onerror=alert(1)>'
CLEAN = "<p>Aman</p>"


@pytest.mark.parametrize(
    ("markup", "clean"),
    [
        ("", ""),
        ("<p>Kepala BNPT</p>", "<p>Kepala BNPT</p>"),
        ("  <p>Rapi</p>\n", "<p>Rapi</p>"),
        ("<h1>Besar</h1><h2>Judul</h2><h3>Anak judul</h3>", "Besar<h2>Judul</h2><h3>Anak judul</h3>"),
        ("<ul><li>satu</li></ul><ol><li>dua</li></ol>", "<ul><li>satu</li></ul><ol><li>dua</li></ol>"),
        ("<blockquote><p>“Kami”</p></blockquote>", "<blockquote><p>“Kami”</p></blockquote>"),
        (
            "<p><b>tebal</b> <strong>kuat</strong> <em>miring</em></p>",
            "<p>tebal <strong>kuat</strong> <em>miring</em></p>",
        ),
        ("<p>a & b < c</p>", "<p>a &amp; b &lt; c</p>"),
        ("<p>tak tertutup", "<p>tak tertutup</p>"),
        ('<p class="x" id="y" style="color:red" data-z="1">polos</p>', "<p>polos</p>"),
        ("<script>alert(1)</script>", ""),
        ("<SCRIPT SRC=//evil.example></SCRIPT>", ""),
        ("<style>p{color:red}</style><p>x</p>", "<p>x</p>"),
        ("<p>x<!-- rahasia --></p>", "<p>x</p>"),
        ('<iframe src="https://evil.example"></iframe>', ""),
        ('<svg onload="alert(1)"></svg>', ""),
        ('<form action="/"><input name="a"></form>', ""),
        (EVIL, CLEAN),
    ],
)
def test_markup_is_reduced_to_the_subset(markup: str, clean: str) -> None:
    assert sanitize(markup) == clean


@pytest.mark.parametrize(
    "href",
    ["https://bnpt.go.id/", "http://example.org/", "mailto:humas@bnpt.go.id", "tel:+62211234567"],
)
def test_a_link_keeps_its_address_and_gives_nothing_away(href: str) -> None:
    assert (
        sanitize(f'<a href="{href}" target="_blank">x</a>')
        == f'<a href="{href}" rel="noopener noreferrer">x</a>'
    )


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
    ],
)
def test_a_link_that_could_run_something_loses_its_address(href: str) -> None:
    assert "href" not in sanitize(f'<a href="{href}">x</a>')


@given(
    st.text()
    | st.lists(st.sampled_from(["<p>", "</p>", "<a href='", "<script>", "'>", "<", "&lt;", "x"])).map("".join)
)
def test_nothing_but_the_subset_ever_comes_out(markup: str) -> None:
    clean = sanitize(markup)
    assert set(re.findall(r"</?([a-zA-Z0-9]+)", clean)) <= ALLOWED_TAGS
    for attributes in re.findall(r"<a ([^>]*)>", clean):
        assert set(re.findall(r'([a-z]+)="', attributes)) <= ALLOWED_ATTRIBUTES["a"] | {"rel"}


@given(st.text())
def test_clean_markup_stays_as_it_is(text: str) -> None:
    clean = sanitize(f"<p>{html.escape(text)}</p>")
    assert sanitize(clean) == clean


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("", []),
        ("<p>Satu</p><p>Dua</p>", ["Satu", "Dua"]),
        ("<p>Satu</p>\n\n<p></p><p> </p><p>Dua</p>", ["Satu", "Dua"]),
        ("<h2>Judul</h2><p>Isi</p>", ["Judul", "Isi"]),
        ("<ul><li>satu</li><li>dua</li></ul>", ["satu", "dua"]),
        ("<blockquote><p>“Kami”</p></blockquote><p>ujarnya</p>", ["“Kami”", "ujarnya"]),
        ("<p>baris satu<br>baris dua</p>", ["baris satu", "baris dua"]),
        ("<p>  banyak \n  spasi&nbsp;di sini </p>", ["banyak spasi di sini"]),
        ("<p>A &amp; B &lt;C&gt;</p>", ["A & B <C>"]),
        ("<p>se<strong>bagi</strong>an</p>", ["sebagian"]),
        ("tanpa paragraf", ["tanpa paragraf"]),
    ],
)
def test_each_block_is_a_paragraph_of_plain_text(markup: str, expected: list[str]) -> None:
    assert paragraphs(sanitize(markup)) == expected
    assert plain_text(sanitize(markup)) == "\n".join(expected)


@given(st.lists(st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1), max_size=4))
def test_text_survives_its_way_through_markup(texts: list[str]) -> None:
    markup = "".join(f"<p>{html.escape(text)}</p>" for text in texts)
    assert paragraphs(sanitize(markup)) == texts


@pytest.mark.parametrize(
    "href", ["https://example.org/?a=1&b=2", "https://example.org/a>b", "https://example.org/'"]
)
def test_the_address_of_a_link_is_no_text(href: str) -> None:
    assert paragraphs(sanitize(f'<p>lihat <a href="{html.escape(href)}">naskah</a></p>')) == ["lihat naskah"]


@pytest.mark.django_db
def test_saving_cleans_the_row_and_the_object() -> None:
    article = factories.article(body=EVIL, body_en=EVIL)
    assert (article.body, article.body_en) == (CLEAN, CLEAN)
    article.refresh_from_db()
    assert (article.body, article.body_en) == (CLEAN, CLEAN)


@pytest.mark.django_db
def test_the_back_doors_clean_too() -> None:
    Article.objects.bulk_create([Article(slug="satu", title="Satu", body=EVIL)])
    assert Article.objects.get().body == CLEAN
    Article.objects.update(body="<p>lama</p>")
    Article.objects.update(body=EVIL)
    assert Article.objects.get().body == CLEAN


@pytest.mark.django_db
def test_a_bulk_update_cleans_too() -> None:
    article = factories.article()
    article.body = EVIL
    Article.objects.bulk_update([article], ["body"])
    assert Article.objects.get().body == CLEAN


@pytest.mark.django_db
def test_saving_some_fields_cleans_them() -> None:
    article = factories.article()
    article.body = EVIL
    article.save(update_fields=["body"])
    assert Article.objects.get().body == CLEAN
