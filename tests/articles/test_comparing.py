"""What changed between two working copies, field by field and row by row."""

from typing import Any

import pytest

from articles.comparing import FIELDS, ROW_FIELDS, compare
from articles.documents import (
    CITATION_FIELDS,
    IMAGE_FIELDS,
    LINKS,
    OWN_FIELDS,
    QUOTE_FIELDS,
    TEXT_FIELDS,
    working_copy,
)
from articles.models import Article
from articles.revisions import store
from articles.words import Kind
from tests import factories as make

# What a working copy holds and nobody reads.
UNREAD = {"format", "uid", "english_source", "quotes", "citations", "images", *LINKS}


def show(name: str, value: Any) -> str:
    return "" if value is None else str(value)


QUOTE = {"row": 7, "ordinal": 1, "speaker_id": 3, "text": "Kami siap.", "kind": "direct"}
CITATION = {"row": 5, "type": "event", "id": 2, "excerpt": "Kami siap.", "basis": "stated"}
IMAGE = {"sha256": "ab", "ordinal": 1, "alt": "Jabat tangan", "decorative": False}
BASE = {
    "title": "Judul",
    "kind": "press_release",
    "english_ready": False,
    "event_id": None,
    "topics": ["1", "2"],
    "quotes": [QUOTE],
    "citations": [CITATION],
    "images": [IMAGE],
}


def test_the_same_document_has_no_difference() -> None:
    assert not compare(BASE, BASE, show)


@pytest.mark.parametrize(
    ("name", "value"), [("title", "Lain"), ("kind", "speech"), ("english_ready", True), ("event_id", 4)]
)
def test_a_field_that_changed_is_named_and_nothing_else(name: str, value: Any) -> None:
    found = compare(BASE, BASE | {name: value}, show)
    assert [change.name for change in found.fields] == [name]
    assert (found.links, found.rows) == ((), ())


@pytest.mark.parametrize("name", ["lead", "topics", "images", "without_quotes"])
def test_what_an_old_document_did_not_record_is_no_change(name: str) -> None:
    old = {key: value for key, value in BASE.items() if key != name}
    assert not compare(old, BASE | {name: BASE.get(name, "Baru")}, show)


def test_links_that_went_and_came() -> None:
    [change] = compare(BASE, BASE | {"topics": ["2", "3"]}, show).links
    assert (change.name, change.removed, change.added) == ("topics", ("1",), ("3",))


ROWS = [
    ("quotes", QUOTE, {"text": "Kami bersedia."}, "text"),
    ("quotes", QUOTE, {"ordinal": 2}, "ordinal"),
    ("quotes", QUOTE, {"speaker_id": 4}, "speaker_id"),
    ("citations", CITATION, {"excerpt": "Siap."}, "excerpt"),
    ("citations", CITATION, {"type": "agreement"}, "id"),
    ("images", IMAGE, {"alt": "Bersalaman"}, "alt"),
    ("images", IMAGE, {"decorative": True}, "decorative"),
]


@pytest.mark.parametrize(("part", "row", "changed", "name"), ROWS)
def test_a_row_that_changed_is_known_again(part: str, row: dict, changed: dict, name: str) -> None:
    [change] = compare(BASE, BASE | {part: [row | changed]}, show).rows
    assert change.part == part
    assert change.old == row
    assert [field.name for field in change.fields] == [name]


@pytest.mark.parametrize(("part", "row"), [("quotes", QUOTE), ("citations", CITATION), ("images", IMAGE)])
def test_a_row_that_came_or_went_shows_all_that_it_says(part: str, row: dict) -> None:
    [gone] = compare(BASE, BASE | {part: []}, show).rows
    [come] = compare(BASE | {part: []}, BASE, show).rows
    assert (gone.old, gone.new, come.old, come.new) == (row, None, None, row)
    kinds = {run.kind for field in gone.fields for passage in field.passages for run in passage}
    assert kinds == {Kind.DELETED}


def test_a_row_in_front_does_not_make_the_others_look_changed() -> None:
    first = QUOTE | {"row": 9, "text": "Baru."}
    [change] = compare(BASE, BASE | {"quotes": [first, QUOTE]}, show).rows
    assert change.new == first


def test_rows_of_old_documents_are_matched_by_their_place() -> None:
    old = {key: value for key, value in QUOTE.items() if key != "row"}
    assert not compare(BASE | {"quotes": [old]}, BASE, show)
    assert not compare(BASE | {"images": [["ab", 1]]}, BASE, show).links


@pytest.mark.django_db
def test_everything_that_a_working_copy_holds_is_compared() -> None:
    article = make.article()
    make.quote(article)
    make.citation(article, event=make.event())
    make.article_image(article)
    document = working_copy(article)
    assert set(document) - UNREAD == set(FIELDS)
    assert set(document["quotes"][0]) - {"row"} == set(ROW_FIELDS["quotes"])
    assert set(document["citations"][0]) - {"row"} == set(ROW_FIELDS["citations"])
    assert set(document["images"][0]) - {"row", "sha256"} == set(ROW_FIELDS["images"])


# Columns of the article that are no text of the editor's.
APART = {"id", "uid", "state", "version", "created_at", "updated_at"}


@pytest.mark.django_db
def test_a_working_copy_holds_every_column_that_an_editor_fills() -> None:
    columns = {field.attname for field in Article._meta.concrete_fields} - APART
    assert columns <= working_copy(make.article()).keys()
    assert {field.name for field in Article._meta.many_to_many} == set(LINKS)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make_row", "part", "apart", "held"),
    [
        (make.quote, "quotes", {"id", "article_id"}, QUOTE_FIELDS),
        (
            lambda: make.citation(event=make.event()),
            "citations",
            {"id", "article_id", "url", "retrieved_on"},
            CITATION_FIELDS,
        ),
    ],
)
def test_a_working_copy_holds_every_column_of_its_rows(
    make_row: Any, part: str, apart: set, held: tuple
) -> None:
    row = make_row()
    columns = {field.attname for field in row._meta.concrete_fields} - apart
    targets = {"organization", "person_honorific", "appointment", "agreement", "action", "event"}
    facts = {f"{name}_id" for name in targets} if part == "citations" else set()
    assert columns - facts == set(held)


def test_names_are_not_listed_twice() -> None:
    for names in (OWN_FIELDS, TEXT_FIELDS, QUOTE_FIELDS, CITATION_FIELDS, IMAGE_FIELDS, FIELDS):
        assert len(names) == len(set(names))


@pytest.mark.django_db
def test_two_stored_revisions_are_compared(django_assert_num_queries: Any) -> None:
    article = make.article(title="Satu")
    old = store(article)
    article.title = "Dua"
    article.save()
    new = store(article)
    with django_assert_num_queries(0):
        assert [change.name for change in compare(old.document, new.document, show).fields] == ["title"]
