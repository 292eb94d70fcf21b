"""One document, one byte sequence, one digest."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.core.canonical import canonical_json, digest

KEYS = st.text(st.characters(codec="ascii"), max_size=8)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
LEAVES = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS
DOCUMENTS = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4)
)


@pytest.mark.parametrize(
    ("document", "written"),
    [
        ({}, "{}"),
        ([], "[]"),
        (None, "null"),
        ({"b": 1, "a": True}, '{"a":true,"b":1}'),
        ({"a": {"d": None, "c": [1, "x"]}}, '{"a":{"c":[1,"x"],"d":null}}'),
        ({"aa": 1, "a": 2, "B": 3}, '{"B":3,"a":2,"aa":1}'),
        ({"judul": "“Kerja sama” – Rusia"}, '{"judul":"“Kerja sama” – Rusia"}'),
        ({"a": 'baris\n"dua"\\ \x1f/'}, '{"a":"baris\\n\\"dua\\"\\\\ \\u001f/"}'),
        ({"a": "😀"}, '{"a":"😀"}'),
        ({"a": -0}, '{"a":0}'),
    ],
)
def test_a_document_is_written_as_rfc_8785_wants_it(document: Any, written: str) -> None:
    assert canonical_json(document) == written.encode()


@given(DOCUMENTS)
def test_a_document_survives_its_canonical_form(document: Any) -> None:
    assert json.loads(canonical_json(document)) == document


@given(st.dictionaries(KEYS, LEAVES, min_size=2), st.randoms())
def test_the_order_of_keys_does_not_matter(document: dict, random: Any) -> None:
    pairs = list(document.items())
    random.shuffle(pairs)
    assert digest(dict(pairs)) == digest(document)


@given(DOCUMENTS, DOCUMENTS)
def test_documents_share_a_digest_only_when_they_are_the_same(one: Any, other: Any) -> None:
    same = json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    assert (digest(one) == digest(other)) == same


def test_a_digest_is_the_sha_256_of_the_canonical_form() -> None:
    # sha256(b'{}'), as any other program computes it.
    assert digest({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


def test_one_letter_changes_the_digest() -> None:
    assert digest({"text": "tau"}) != digest({"text": "tahu"})


@pytest.mark.parametrize(
    "document",
    [
        1.5,
        1.0,
        float("nan"),
        {"a": [1, {"b": 2.5}]},
        {"a": (1, 2.5)},
        {"a": Decimal("1.5")},
        {"a": date(2024, 10, 9)},
        {"a": {1, 2}},
        {"a": b"bytes"},
        {1: "a", "b": 2},
    ],
    ids=str,
)
def test_what_has_no_canonical_form_is_refused(document: Any) -> None:
    with pytest.raises(TypeError):
        canonical_json(document)


def test_a_refused_number_is_named() -> None:
    with pytest.raises(TypeError, match=r"but here is 2\.5"):
        canonical_json({"width": [2.5]})


def test_half_a_character_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        canonical_json({"a": "\ud800"})
