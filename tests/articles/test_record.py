"""`verify_record` names the first broken link; `rebuild_projections` gives the same rows again."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Edition, EditionText, Image, Revision
from articles.projections import PROJECTIONS
from articles.publishing import publish
from articles.sealing import link
from pressroom.core import changes
from pressroom.core.canonical import digest
from pressroom.core.models import Change
from tests import factories as make
from tests.conftest import lift_triggers

pytestmark = pytest.mark.django_db


@pytest.fixture
def three_editions(db: None) -> list[Edition]:
    articles = [make.article(english=True) for _ in range(2)]
    editions = [publish(article, reason="Arsip.") for article in articles]
    return [
        *editions,
        publish(
            make.amend(articles[0]), kind="update", reason="Arsip.", note="Diperbarui.", note_en="Updated."
        ),
    ]


def verify(*arguments: str) -> str:
    out = StringIO()
    call_command("verify_record", *arguments, stdout=out)
    return out.getvalue()


def test_a_whole_record_is_proven(three_editions: list[Edition]) -> None:
    assert verify() == f"3 edisi, rantai utuh. Ujung rantai: {three_editions[2].chain}\n"


def test_a_head_kept_elsewhere_must_still_stand(three_editions: list[Edition]) -> None:
    assert "rantai utuh" in verify("--contains", three_editions[1].chain)
    with pytest.raises(CommandError, match="tidak lagi memuat"):
        verify("--contains", "f" * 64)


def test_an_empty_record_is_whole() -> None:
    assert verify().startswith("0 edisi, rantai utuh.")


def alter_document(edition: Edition) -> None:
    document = {**edition.document, "number": "SP-1"}
    Edition.objects.filter(pk=edition.pk).update(document=document)


def alter_digest(edition: Edition) -> None:
    Edition.objects.filter(pk=edition.pk).update(digest="0" * 64)


def alter_chain(edition: Edition) -> None:
    Edition.objects.filter(pk=edition.pk).update(chain="0" * 64)


def alter(**columns: object) -> Callable[[Edition], None]:
    return lambda edition: Edition.objects.filter(pk=edition.pk).update(**columns) and None


def alter_page(edition: Edition) -> None:
    EditionText.objects.filter(edition=edition, language="id").update(html="<p>Palsu.</p>")


def alter_quote(edition: Edition) -> None:
    make.edition_quote(edition)


def lengthen(edition: Edition) -> None:
    EditionText.objects.filter(edition=edition).update(superseded_at=make.FAR_AHEAD)


def alter_uid(edition: Edition) -> None:
    Article.objects.filter(pk=edition.article_id).update(uid="00000000-0000-0000-0000-000000000000")


def drop_envelope(edition: Edition) -> None:
    document = {name: value for name, value in edition.document.items() if name != "edition"}
    seal = digest(document)
    Edition.objects.filter(pk=edition.pk).update(
        document=document, digest=seal, chain=link(chain_before(edition), seal)
    )


def chain_before(edition: Edition) -> str:
    return Edition.objects.filter(pk__lt=edition.pk).order_by("-pk").values_list("chain", flat=True)[0]


def alter_approval(edition: Edition) -> None:
    Edition.objects.filter(pk=edition.pk).update(approved_by=make.user(), published_by=make.user())


def alter_revision(edition: Edition) -> None:
    Revision.objects.filter(pk=edition.revision_id).update(document={"title": "Lain"})


def remove(edition: Edition) -> None:
    for model in PROJECTIONS:
        model.objects.filter(edition=edition).delete()
    edition.notes.all().delete()
    Edition.objects.filter(pk=edition.pk).delete()


TAMPERED: list[tuple[Callable[[Edition], None], str]] = [
    (alter_document, "tidak sesuai dengan sidiknya"),
    (alter_digest, "tidak sesuai dengan sidiknya"),
    (alter_chain, "rantainya tidak bersambung"),
    (alter(number=9, kind="minor"), "berbeda dari dokumennya: number, kind"),
    (alter(public_from=make.FAR_AHEAD), "berbeda dari dokumennya: public_from"),
    (alter(at=make.LONG_AGO), "berbeda dari dokumennya: at"),
    (alter(languages="id"), "berbeda dari dokumennya: languages"),
    (alter(reason="Lain."), "berbeda dari dokumennya: reason"),
    (alter(note="Lain.", note_en="Other."), "berbeda dari dokumennya: note, note_en"),
    (alter_approval, "berbeda dari dokumennya: approved_by, published_by"),
    (alter_revision, "revisi asalnya telah berubah"),
    (alter_uid, "dokumennya milik siaran lain"),
    (alter_page, "yang dibaca publik berbeda dari dokumennya: teks terbit"),
    (alter_quote, "yang dibaca publik berbeda dari dokumennya: kutipan terbit"),
    (lengthen, "tidak sesuai dengan edisi berikutnya"),
    (drop_envelope, "berbeda dari dokumennya"),
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


def test_a_replaced_picture_is_named() -> None:
    use = make.article_image()
    publish(use.article, reason="Arsip.")
    Image.objects.update(sha256="0" * 64)
    with pytest.raises(CommandError, match="gambarnya telah diganti"):
        verify()


def test_a_release_row_without_a_version_is_named() -> None:
    changes.append("release", "x")
    with pytest.raises(CommandError, match="menyebut edisi x/None yang tidak ada"):
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
        "EditionImage": 1,
        "EditionCitation": 18,
        "EditionNotice": 0,
        "EditionFact": 38,
        "EditionProof": 1,
    }


def test_the_first_release_verifies(seed) -> None:
    assert verify().startswith("1 edisi, rantai utuh.")
