"""`verify_record` names the first broken link; `rebuild_projections` gives the same rows again."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.models import Edition, Revision
from articles.projections import PROJECTIONS
from articles.publishing import publish
from pressroom.core.models import Change
from tests import factories as make
from tests.conftest import lift_triggers

pytestmark = pytest.mark.django_db


@pytest.fixture
def three_editions(db: None) -> list[Edition]:
    articles = [make.article(english=True) for _ in range(2)]
    editions = [publish(article, reason="Arsip.") for article in articles]
    return [*editions, publish(articles[0], kind="update", reason="Arsip.", note="Diperbarui.")]


def verify() -> str:
    out = StringIO()
    call_command("verify_record", stdout=out)
    return out.getvalue()


def test_a_whole_record_is_proven(three_editions: list[Edition]) -> None:
    assert verify() == "3 edisi, rantai utuh.\n"


def test_an_empty_record_is_whole() -> None:
    assert verify() == "0 edisi, rantai utuh.\n"


def alter_document(edition: Edition) -> None:
    document = {**edition.document, "number": "SP-1"}
    Edition.objects.filter(pk=edition.pk).update(document=document)


def alter_digest(edition: Edition) -> None:
    Edition.objects.filter(pk=edition.pk).update(digest="0" * 64)


def alter_chain(edition: Edition) -> None:
    Edition.objects.filter(pk=edition.pk).update(chain="0" * 64)


def alter_kind(edition: Edition) -> None:
    Edition.objects.filter(pk=edition.pk).update(number=9, kind="minor")


def alter_revision(edition: Edition) -> None:
    Revision.objects.filter(pk=edition.revision_id).update(document={"title": "Lain"})


def remove(edition: Edition) -> None:
    for model in PROJECTIONS:
        model.objects.filter(edition=edition).delete()
    Edition.objects.filter(pk=edition.pk).delete()


TAMPERED: list[tuple[Callable[[Edition], None], str]] = [
    (alter_document, "tidak sesuai dengan sidiknya"),
    (alter_digest, "tidak sesuai dengan sidiknya"),
    (alter_chain, "rantainya tidak bersambung"),
    (alter_kind, "nomor atau jenisnya berbeda"),
    (alter_revision, "revisi asalnya telah berubah"),
]


@pytest.mark.parametrize(("tamper", "sentence"), TAMPERED)
def test_a_tampered_edition_is_named(three_editions: list[Edition], tamper: Callable, sentence: str) -> None:
    lift_triggers()
    tamper(three_editions[1])
    with pytest.raises(CommandError) as broken:
        verify()
    assert sentence in str(broken.value)
    assert f"nomor {three_editions[1].pk}" in str(broken.value)


def test_a_removed_edition_breaks_the_chain_and_the_log(three_editions: list[Edition]) -> None:
    lift_triggers()
    remove(three_editions[1])
    with pytest.raises(CommandError, match="rantainya tidak bersambung") as broken:
        verify()
    assert "yang tidak ada" in str(broken.value)


def test_the_removed_newest_edition_is_missed_in_the_log(three_editions: list[Edition]) -> None:
    lift_triggers()
    remove(three_editions[2])
    with pytest.raises(CommandError, match=r"menyebut edisi .*/2 yang tidak ada"):
        verify()


def test_a_gap_in_the_log_is_named(three_editions: list[Edition]) -> None:
    lift_triggers()
    Change.objects.filter(seq=2).delete()
    with pytest.raises(CommandError, match="nomor 2 tidak ada"):
        verify()


def test_missing_guards_are_named() -> None:
    lift_triggers()
    with pytest.raises(CommandError, match="articles_edition_no_delete tidak terpasang"):
        verify()


def rows() -> dict[str, list[dict]]:
    return {
        model.__name__: [
            {name: value for name, value in row.items() if name != "id"}
            for row in model.objects.order_by("edition", "pk").values()
        ]
        for model in PROJECTIONS
    }


def test_rebuilt_projections_are_identical(three_editions: list[Edition]) -> None:
    before = rows()
    call_command("rebuild_projections", stdout=StringIO())
    assert rows() == before
    assert before["EditionText"]


def test_rebuilding_the_first_release_is_identical(seed) -> None:
    before = rows()
    call_command("rebuild_projections", stdout=StringIO())
    assert rows() == before
    assert {name: len(found) for name, found in before.items()} == {
        "EditionText": 2,
        "EditionSubject": 17,
        "EditionQuote": 10,
        "EditionImage": 0,
        "EditionCitation": 18,
    }


def test_the_first_release_verifies(seed) -> None:
    assert verify() == "1 edisi, rantai utuh.\n"
