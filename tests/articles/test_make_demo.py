"""The invented archive: as publishing would have written it, labelled, and the same for the same seed."""

import uuid
from hashlib import sha256
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from pytest_django import Settings

from articles import documents
from articles.demo import photos
from articles.demo.archive import make
from articles.models import Article, Edition, EditionText
from articles.record import faults, head
from articles.reveal import unsourced
from articles.standing import TEXT_KINDS, newest
from pressroom.core import changes
from pressroom.core.html import sanitize
from pressroom.core.models import Change
from tests import factories
from tests.rollback import rolled_back

RELEASES = 12


def made(seed: int, releases: int = RELEASES) -> tuple[str, list[Any]]:
    """The head of the chain, which no document can change without, and the log."""
    with rolled_back():
        make(releases, seed)
        return head(), list(Change.objects.values_list("seq", "kind", "object_id", "at"))


def test_the_same_seed_gives_the_same_archive(seed: Article) -> None:
    assert made(7, 4) == made(7, 4)
    assert made(7, 4) != made(8, 4)


def test_the_record_is_as_publishing_would_have_written_it(seed: Article) -> None:
    before = changes.newest()
    editions = make(RELEASES, 7)
    assert editions == Edition.objects.exclude(article=seed).count() > RELEASES
    assert Change.objects.filter(seq__gt=before, kind="release").count() == editions
    assert list(faults()) == []
    for article in Article.objects.exclude(pk=seed.pk):
        holds_for(article)


def holds_for(article: Article) -> None:
    last = newest(article)
    assert last is not None
    assert article.revisions.order_by("-number")[0].document == documents.working_copy(article)
    assert sanitize(article.body) == article.body
    assert sanitize(article.body_en) == article.body_en
    assert unsourced(article, last.public_from) == []
    if last.kind in TEXT_KINDS:
        sealed = {name: last.document[name] for name in last.document if name not in ("edition", "facts")}
        assert sealed == documents.release(article, last.public_from)


def test_every_text_says_that_it_is_invented(seed: Article) -> None:
    make(12, 7)
    texts = EditionText.objects.exclude(article=seed)
    for text in texts:
        assert text.title.startswith(("Contoh: ", "Sample: "))
        assert text.number.startswith("CONTOH-")
        assert "siaran contoh ini" in text.text.lower() or "this sample release" in text.text.lower()
    topics = Article.objects.exclude(pk=seed.pk).filter(topics__slug="data-contoh")
    assert topics.count() == 12


def test_it_is_refused_where_it_could_be_taken_for_the_truth(settings: Settings, seed: Article) -> None:
    demo = {"releases": 2, "verbosity": 0}
    with transaction.atomic():
        settings.PRODUCTION = True
        with pytest.raises(CommandError, match="produksi"):
            call_command("make_demo", yes=True, **demo)
    settings.PRODUCTION = False
    factories.article(uid=uuid.uuid4())
    with pytest.raises(CommandError, match="--yes"):
        call_command("make_demo", **demo)
    call_command("make_demo", yes=True, **demo)
    with pytest.raises(CommandError, match="sudah memuat"):
        call_command("make_demo", yes=True, **demo)


def test_a_picture_is_the_same_for_the_same_seed() -> None:
    first, again, other = (photos.picture(seed).tobytes() for seed in ("1/1", "1/1", "1/2"))
    assert sha256(first).digest() == sha256(again).digest() != sha256(other).digest()
