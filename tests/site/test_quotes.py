"""Weaving quotes into a text loses nothing and adds nothing but figures."""

import re
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.core.html import sanitize
from pressroom.site.blocks import block_text, outermost_blocks
from pressroom.site.quotes import Offer, cited, weave

FIGURE = re.compile(r"<figure class=\"kutipan[^>]*>|<figcaption>.*?</figcaption></figure>")


def quote(text: str, ordinal: int = 1, kind: str = "direct", role: str = "Kepala BNPT") -> SimpleNamespace:
    return SimpleNamespace(text=text, ordinal=ordinal, kind=kind, name="Eddy Hartono", role=role)


def woven(markup: str, *quotes: SimpleNamespace) -> str:
    return weave(markup, quotes, Offer("Tautan"))


def test_the_paragraph_of_a_quote_becomes_a_figure_with_its_speaker() -> None:
    assert woven('<p>Awal.</p>\n<p>"Kami siap," ujarnya.</p>', quote("Kami siap")) == (
        '<p>Awal.</p><figure class="kutipan" id="kutipan-1">\n<p>"Kami siap," ujarnya.</p>'
        '<figcaption><span>Eddy Hartono, Kepala BNPT<span class="offer"> · '
        '<a href="#kutipan-1">Tautan</a></span></span></figcaption></figure>'
    )


def test_indirect_speech_is_marked_more_lightly() -> None:
    assert '<figure class="kutipan tuturan" id="kutipan-1">' in woven(
        "<p>Ia siap.</p>", quote("Ia siap.", kind="indirect")
    )


def test_a_speaker_without_a_role_has_no_comma() -> None:
    assert '<span>Eddy Hartono<span class="offer"> · <a' in woven(
        "<p>Kami siap.</p>", quote("Kami siap.", role="")
    )


def test_a_quote_can_be_copied_as_the_record_has_it_with_who_spoke_and_where() -> None:
    offer = Offer("Tautan", "Salin", lambda q: cited(q, "Judul, 9 Oktober 2024", "https://a.id/b/"))
    page = weave("<p>“Kami <em>siap</em> & sigap,” katanya.</p>", [quote("Kami siap & sigap")], offer)
    assert '<button class="copy" type="button" data-copy="#salin-1" hidden>Salin</button>' in page
    assert (
        '<span id="salin-1" hidden>“Kami siap &amp; sigap” — Eddy Hartono, Kepala BNPT. '
        "Judul, 9 Oktober 2024. https://a.id/b/#kutipan-1</span>"
    ) in page


def test_quotes_in_one_paragraph_share_a_figure_and_keep_an_anchor_each() -> None:
    page = woven("<p>“Satu,” kata A. “Dua,” kata B.</p>", quote("Satu", 1), quote("Dua", 2))
    assert page.count("<figure") == 1
    assert page.count('id="kutipan-1"') == page.count('id="kutipan-2"') == 1


def test_a_quote_across_paragraphs_takes_all_of_them_into_its_figure() -> None:
    page = woven("<p>Satu.</p><p>“Dua.</p><p>Tiga.”</p><p>Empat.</p>", quote("Dua. Tiga."))
    assert "<p>Satu.</p><figure" in page
    assert "</figure><p>Empat.</p>" in page


@pytest.mark.parametrize("words", ["Hanya dalam judul", "", "  "])
def test_a_quote_that_stands_in_no_paragraph_changes_nothing(words: str) -> None:
    assert woven("<p>Kami siap.</p>", quote(words)) == "<p>Kami siap.</p>"


def test_words_with_links_and_entities_are_found() -> None:
    markup = '<p>“<strong>Polri &amp; TNI</strong>\n<a href="/x">siap</a>”</p>'
    assert woven(markup, quote("Polri & TNI siap")).startswith('<figure class="kutipan" id="kutipan-1"><p>')


def test_names_in_captions_are_escaped() -> None:
    assert "&lt;b&gt;" in woven("<p>Kami siap.</p>", quote("Kami siap.", role="<b>"))


blocks = st.lists(
    st.tuples(
        st.sampled_from(["p", "h2", "ul", "blockquote"]),
        st.text("abc d<>&\"'=é\n“”", min_size=1, max_size=40),
    ),
    max_size=6,
)


def markup_of(parts: list[tuple[str, str]]) -> str:
    inner = {"ul": "<li>{}</li>", "blockquote": "<p>{}</p>"}
    joined = "\n".join(f"<{tag}>{inner.get(tag, '{}').format(text)}</{tag}>" for tag, text in parts)
    return sanitize(joined)


@given(blocks)
def test_blocks_joined_are_the_markup_again(parts: list[tuple[str, str]]) -> None:
    markup = markup_of(parts)
    assert "".join(outermost_blocks(markup)) == markup


@given(blocks, st.data())
def test_the_figures_taken_away_the_text_is_as_it_was(
    parts: list[tuple[str, str]], data: st.DataObject
) -> None:
    markup = markup_of(parts)
    text = " ".join(block_text(block) for block in outermost_blocks(markup))
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    page = woven(markup, quote(text[start:end], 1), quote(text[:3], 2))
    assert FIGURE.sub("", page) == markup
