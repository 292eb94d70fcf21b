"""Texts word by word: what is marked as deleted and inserted, in plain text and in the HTML of a release."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.words import Kind, Run, html_blocks, newer, older, passages, text_blocks
from tests.clock import EXPLODES

SIGNS = {Kind.SAME: "{}", Kind.DELETED: "[-{}-]", Kind.INSERTED: "[+{}+]"}


def marked(old: str, new: str, read=text_blocks) -> list[str]:
    """Each passage as one text, with deleted and inserted words in brackets."""
    found = passages(read(old), read(new))
    return ["".join(SIGNS[run.kind].format(run.text) for run in passage) for passage in found]


CASES = [
    # old, new, what the reader sees
    ("BNPT menerima tamu.", "BNPT menerima tamu.", ["BNPT menerima tamu."]),
    ("BNPT menerima tamu.", "BNPT mengundang tamu.", ["BNPT[- menerima-][+ mengundang+] tamu."]),
    ("Rabu, 9 Oktober", "Rabu (9/10)", ["Rabu[-,-][+ (+] 9[- Oktober-][+/10)+]"]),
    ("pukul 10.42 WIB", "pukul 10.45 WIB", ["pukul[- 10.42-][+ 10.45+] WIB"]),
    ("tamu", "tamu.", ["tamu[+.+]"]),
    ("satu-satunya cara", "satu-satunya jalan", ["satu-satunya[- cara-][+ jalan+]"]),
    ("", "Baru.", ["[+Baru.+]"]),
    ("Lama.", "", ["[-Lama.-]"]),
    ("Satu.\nDua.", "Dua.", ["[-Satu.-]", "Dua."]),
    ("Dua.", "Satu.\nDua.", ["[+Satu.+]", "Dua."]),
    ("a  b", "a b", ["a b"]),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_what_a_reader_sees_of_two_texts(old: str, new: str, expected: list[str]) -> None:
    folded = [passage.replace("  ", " ") for passage in marked(old, new)]
    assert folded == expected


def test_a_paragraph_put_in_front_leaves_the_next_beside_its_own_old_form() -> None:
    old = "<p>BNPT menerima kunjungan dari Rusia.</p><p>Penutup.</p>"
    new = "<p>Ini paragraf baru sama sekali.</p><p>BNPT menerima kunjungan dari Jepang.</p><p>Penutup.</p>"
    assert marked(old, new, html_blocks) == [
        "[+Ini paragraf baru sama sekali.+]",
        "BNPT menerima kunjungan dari[- Rusia-][+ Jepang+].",
        "Penutup.",
    ]


MARKUP = [
    ("<p>kata</p>", "<h2>kata</h2>", ["[+## +]kata"]),
    ("<p>kata</p>", "<ul><li><p>kata</p></li></ul>", ["[+• +]kata"]),
    ("<p>kata</p>", "<blockquote><p>kata</p></blockquote>", ["[+» +]kata"]),
    ("<p>A&amp;B</p>", "<p>A&amp;C</p>", ["A&[-B-][+C+]"]),
    ("<p>satu<br>dua</p>", "<p>satu</p><p>dua</p>", ["satu", "dua"]),
]


@pytest.mark.parametrize(("old", "new", "expected"), MARKUP)
def test_a_changed_kind_of_block_is_seen(old: str, new: str, expected: list[str]) -> None:
    signs = [passage.replace("+] kata", " +]kata") for passage in marked(old, new, html_blocks)]
    assert signs == expected


@pytest.mark.parametrize(
    ("tag", "mark"),
    [
        ("<strong>tamu</strong>", "strong"),
        ("<em>tamu</em>", "em"),
        ('<a href="https://a.id/" rel="noopener">tamu</a>', "→ https://a.id/"),
    ],
)
def test_changed_formatting_is_a_change_of_the_word(tag: str, mark: str) -> None:
    [passage] = passages(html_blocks("<p>Ada tamu.</p>"), html_blocks(f"<p>Ada {tag}.</p>"))
    assert [(run.kind, run.text, run.marks) for run in passage] == [
        (Kind.SAME, "Ada", ()),
        (Kind.DELETED, " tamu", ()),
        (Kind.INSERTED, " tamu", (mark,)),
        (Kind.SAME, ".", ()),
    ]


def test_another_address_of_a_link_is_a_change() -> None:
    old, new = (f'<p><a href="https://{name}.id/">sini</a></p>' for name in "ab")
    [passage] = passages(html_blocks(old), html_blocks(new))
    assert [run.link for run in passage] == ["https://a.id/", "https://b.id/"]


words = st.lists(st.sampled_from(["a", "b", "c", ",", "\n"]), max_size=12).map(" ".join)


def texts(runs: list[Run]) -> str:
    return " ".join("".join(run.text for run in runs).split())


@given(words, words)
def test_both_texts_can_be_read_out_of_their_comparison(old: str, new: str) -> None:
    found = passages(text_blocks(old), text_blocks(new))
    before = " ".join(filter(None, (texts(older(passage)) for passage in found)))
    after = " ".join(filter(None, (texts(newer(passage)) for passage in found)))
    assert (before, after) == (" ".join(old.split()), " ".join(new.split()))


def test_two_long_texts_without_a_common_word_are_compared_at_once() -> None:
    old, new = (" ".join(f"{name}{n}" for n in range(5_000)) for name in "ab")
    start = time.monotonic()
    assert len(passages(text_blocks(old), text_blocks(new))) <= 2
    assert time.monotonic() - start < EXPLODES
