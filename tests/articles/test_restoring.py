"""An earlier revision comes back whole, as a new save; what is gone is named."""

from collections.abc import Callable

import pytest
from django.db import transaction

from articles.documents import working_copy
from articles.models import Article, ArticleImage, ArticleSlug, Citation, Image, Quote, Revision
from articles.restoring import put_back, restore
from articles.revisions import store, store_changed
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def article() -> Article:
    """A release with something in every part of it, and one revision."""
    article = make.article(english=True, lead="Ringkasan", contact="Humas", event=make.event())
    speaker = make.person("Eddy Hartono")
    for ordinal in (1, 2):
        make.quote(article, speaker, ordinal, appointment=make.appointment(speaker), event=make.event())
        make.citation(article, event=make.event())
        make.article_image(article, ordinal=ordinal)
    article.topics.add(make.topic())
    article.people.add(speaker)
    article.organizations.add(make.organization())
    article.countries.add(make.country("ID"))
    article.agreements.add(make.agreement())
    article.events.add(make.event())
    store(article)
    return article


def swap(rows: list) -> None:
    first, second = rows
    first.ordinal, second.ordinal = 99, first.ordinal
    first.save()
    second.save()


def spoil_columns(article: Article) -> None:
    Article.objects.filter(pk=article.pk).update(
        title="x",
        slug="x",
        slug_en="y",
        lead="",
        body="",
        released_on="2024-10-09",
        event=None,
        kind="speech",
    )


SPOILED: dict[str, Callable[[Article], object]] = {
    "columns": spoil_columns,
    "links": lambda a: [getattr(a, name).clear() for name in ("topics", "people", "countries", "events")],
    "another link": lambda a: a.topics.add(make.topic()),
    "quotes deleted": lambda a: a.quotes.all().delete(),
    "a quote changed": lambda a: a.quotes.filter(ordinal=1).update(text="Lain."),
    "a quote added": lambda a: make.quote(a, ordinal=3),
    "quotes reordered": lambda a: swap(list(a.quotes.all())),
    "citations deleted": lambda a: a.citations.all().delete(),
    "a citation moved to another release": lambda a: Citation.objects.filter(
        pk=a.citations.earliest("pk").pk
    ).update(article=make.article()),
    "images deleted": lambda a: a.images.all().delete(),
    "images reordered": lambda a: swap(list(a.images.all())),
}


def without_rows(document: dict) -> dict:
    return {
        name: [{k: v for k, v in row.items() if k != "row"} for row in part]
        if name in ("quotes", "citations", "images")
        else part
        for name, part in document.items()
    }


@pytest.mark.parametrize("spoil", SPOILED)
def test_everything_comes_back(article: Article, spoil: str) -> None:
    revision, user = article.revisions.get(), make.user()
    SPOILED[spoil](article)
    assert without_rows(working_copy(Article.objects.get(pk=article.pk))) != without_rows(revision.document)
    assert restore(article, revision, user) == []
    stored = Article.objects.get(pk=article.pk)
    assert without_rows(working_copy(stored)) == without_rows(revision.document)


def test_it_is_a_new_save_by_whoever_restores(article: Article) -> None:
    first, user = article.revisions.get(), make.user()
    article.title = "Lain"
    article.save()
    store(article)
    restore(article, first, user)
    article.refresh_from_db()
    newest = article.revisions.latest("number")
    assert (newest.number, newest.author, newest.note) == (3, user, "Memulihkan revisi 1")
    assert newest.digest == first.digest
    assert article.version == 2
    assert not newest.autosave


def test_restoring_what_is_there_saves_nothing(article: Article) -> None:
    assert restore(article, article.revisions.get(), make.user()) == []
    article.refresh_from_db()
    assert (article.version, article.revisions.count()) == (1, 1)


def test_rows_of_the_registers_that_are_gone_are_named(article: Article) -> None:
    revision, topic = article.revisions.get(), article.topics.get()
    quote, citation = article.quotes.earliest("ordinal"), article.citations.earliest("pk")
    pks = topic.pk, citation.event_id, quote.event_id
    for row in (topic, citation.event, quote.event):
        row.delete()
    assert restore(article, revision, None) == [
        f"Sudah tidak ada dalam daftar: topik nomor {pks[0]}",
        f"Sudah tidak ada dalam daftar: kegiatan nomor {pks[2]}",
        f"Sudah tidak ada dalam daftar: kegiatan nomor {pks[1]}",
        f"Petikan ini tidak dapat kembali: “{citation}”",
    ]
    assert article.quotes.count() == 2
    assert article.citations.count() == 1


def test_a_quote_whose_speaker_is_gone_is_named(article: Article) -> None:
    revision = article.revisions.get()
    speaker = article.people.get()
    article.quotes.all().delete()
    article.people.clear()
    speaker.appointments.all().delete()
    pk = speaker.pk
    speaker.delete()
    missing = restore(article, revision, None)
    assert f"Sudah tidak ada dalam daftar: tokoh nomor {pk}" in missing
    assert "Kutipan ini tidak dapat kembali: “BNPT menerima kunjungan kehormatan.”" in missing
    assert not article.quotes.exists()


def test_an_image_that_is_gone_is_named(article: Article) -> None:
    revision, use = article.revisions.get(), article.images.earliest("ordinal")
    use.delete()
    use.image.delete()
    assert restore(article, revision, None) == ["Gambar ini sudah tidak ada: Dua orang berjabat tangan"]
    assert article.images.count() == 1


@pytest.mark.parametrize("field", ["slug", "slug_en"])
@pytest.mark.parametrize("how", ["draft", "public"])
def test_an_address_that_another_release_took_stays_there(article: Article, field: str, how: str) -> None:
    revision, old = article.revisions.get(), getattr(article, field)
    setattr(article, field, "baru")
    article.save()
    if how == "draft":
        make.article(**{field: old})
    else:
        language = "en" if field == "slug_en" else "id"
        ArticleSlug.objects.create(
            article=make.article(), language=language, slug=old, public_from=make.LONG_AGO
        )
    assert restore(article, revision, None) == [f"Alamat “{old}” kini dipakai siaran lain."]
    article.refresh_from_db()
    assert getattr(article, field) == "baru"


def test_an_english_text_without_an_address_is_not_ready(article: Article) -> None:
    revision, old = article.revisions.get(), article.slug_en
    Article.objects.filter(pk=article.pk).update(slug_en="", english_ready=False)
    make.article(slug_en=old)
    assert len(restore(article, revision, None)) == 2
    article.refresh_from_db()
    assert not article.english_ready


def test_the_words_of_an_image_belong_to_all_its_releases(article: Article) -> None:
    revision, image = article.revisions.get(), article.images.earliest("ordinal").image
    image.alt = "Lain"
    image.save()
    assert restore(article, revision, None) == [
        "Keterangan gambar “Lain” tetap seperti sekarang; ubahlah di halaman gambarnya."
    ]
    image.refresh_from_db()
    assert image.alt == "Lain"


def test_a_preview_shows_them_as_they_were(article: Article) -> None:
    revision, image = article.revisions.get(), article.images.earliest("ordinal").image
    Image.objects.filter(pk=image.pk).update(alt="Lain")
    with transaction.atomic():
        assert put_back(article, revision.document, image_words=True) == []
        assert working_copy(article) == revision.document
        transaction.set_rollback(True)
    image.refresh_from_db()
    assert image.alt == "Lain"


def test_what_an_old_document_does_not_know_stays(article: Article) -> None:
    quote = {"ordinal": 1, "speaker_id": article.people.get().pk, "text": "Lama.", "kind": "direct"}
    image = article.images.earliest("ordinal").image
    old = {"title": "Lama", "quotes": [quote], "images": [[image.sha256, 5]]}
    assert put_back(article, old) == []
    article.refresh_from_db()
    assert (article.title, article.contact) == ("Lama", "Humas")
    assert Quote.objects.get(article=article).text == "Lama."
    assert ArticleImage.objects.get(article=article).ordinal == 5
    assert article.citations.count() == 2


def test_an_edit_elsewhere_gives_a_version_only_if_it_changed_something(article: Article) -> None:
    user = make.user()
    assert store_changed(article, user) is None
    assert article.version == 1
    article.quotes.filter(ordinal=1).update(text="Lain.")
    revision = store_changed(article, user, "Sebab.")
    assert revision
    assert (revision.number, revision.author, revision.note) == (2, user, "Sebab.")
    assert (article.version, Revision.objects.count()) == (2, 2)
