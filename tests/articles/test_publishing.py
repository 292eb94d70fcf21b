"""Publishing: what it writes, what it makes public, what it refuses."""

import pytest

from articles.models import Article, ArticleSlug, Edition, EditionQuote, EditionText, PublicNote
from articles.publishing import PublishingError, publish
from pressroom.core.canonical import digest
from pressroom.core.dates import Span
from pressroom.core.models import Change
from tests import factories as make

pytestmark = pytest.mark.django_db
REASON = "Belum ada penyunting kedua."


def test_publishing_seals_an_edition_and_lets_the_public_read_it() -> None:
    article = make.article(english=True)
    by = make.user()
    edition = publish(article, by=by, reason=REASON)
    article.refresh_from_db()
    assert (edition.number, edition.kind, edition.published_by, article.state) == (
        1,
        "first",
        by,
        "published",
    )
    assert digest(edition.document) == edition.digest
    assert set(EditionText.objects.current().values_list("language", flat=True)) == {"id", "en"}
    change = Change.objects.get(kind="release")
    assert (change.object_id, change.version, change.digest) == (str(article.uid), 1, edition.digest)


def test_a_draft_is_nowhere_in_the_projections() -> None:
    make.article()
    assert not EditionText.objects.exists()


def test_later_changes_of_the_working_copy_stay_in_it() -> None:
    article = make.article(title="Judul pertama")
    publish(article, reason=REASON)
    Article.objects.update(title="Judul kedua", body="<p>Lain.</p>")
    assert EditionText.objects.current().get().title == "Judul pertama"


def test_an_english_text_that_is_not_ready_is_not_published() -> None:
    article = make.article(english=True, english_ready=False)
    publish(article, reason=REASON)
    assert list(EditionText.objects.values_list("language", flat=True)) == ["id"]


def test_each_edition_supersedes_the_one_before_in_every_language() -> None:
    article = make.article(english=True)
    publish(article, reason=REASON)
    Article.objects.update(title="Judul baru", english_ready=False)
    second = publish(article, kind="minor", reason=REASON)
    current = EditionText.objects.current().get()
    assert (current.edition, current.language, current.title) == (second, "id", "Judul baru")
    assert set(EditionText.objects.filter(edition__number=1).values_list("superseded_at", flat=True)) == {
        second.public_from
    }


@pytest.mark.parametrize(("kind", "moves"), [("update", True), ("minor", False), ("translation", False)])
def test_only_an_update_moves_the_date_and_leaves_a_public_note(kind: str, moves: bool) -> None:
    article = make.article()
    first = publish(article, reason=REASON)
    second = publish(
        make.amend(article), kind=kind, reason=REASON, note="Tempat dilengkapi.", note_en="Venue added."
    )
    text = EditionText.objects.current().get()
    assert text.published_at == first.public_from
    assert text.updated_at == (second.public_from if moves else first.public_from)
    assert list(PublicNote.objects.values_list("text", "text_en")) == (
        [("Tempat dilengkapi.", "Venue added.")] if moves else []
    )


def test_the_role_and_titles_of_the_day_are_frozen() -> None:
    speaker = make.person("Eddy Hartono")
    title = make.rank("Komjen. Pol.")
    make.person_honorific(speaker, title, span=Span.seen_on(make.THE_DAY))
    office = make.post("Kepala BNPT", title_en="Head of BNPT")
    role = make.appointment(speaker, office, span=Span.seen_on(make.THE_DAY))
    article = make.article(english=True, released_on=make.THE_DAY)
    make.quote(article, speaker, appointment=role, text_en="BNPT received a courtesy call.")
    publish(article, reason=REASON)
    office.title = "Kepala Badan"
    office.save()
    speaker.name = "Eddy H."
    speaker.save()
    quotes = {q.language: (q.name, q.role) for q in EditionQuote.objects.current()}
    assert quotes == {
        "id": ("Komjen. Pol. Eddy Hartono", "Kepala BNPT"),
        "en": ("Komjen. Pol. Eddy Hartono", "Head of BNPT"),
    }


def test_a_title_that_another_release_still_keeps_secret_is_not_printed() -> None:
    speaker = make.person("Eddy Hartono")
    make.person_honorific(speaker, make.rank("Jenderal"), span=Span.seen_on(make.THE_DAY), public_from=None)
    article = make.article(released_on=make.THE_DAY)
    make.quote(article, speaker)
    publish(article, reason=REASON)
    assert EditionQuote.objects.current().get().name == "Eddy Hartono"


def test_publishing_makes_its_facts_public_and_logs_each() -> None:
    visit = make.event(public_from=None)
    guest = make.person(public_from=None)
    make.participant(visit, person=guest)
    article = make.article()
    article.events.add(visit)
    make.citation(article, event=visit)
    edition = publish(article, reason=REASON)
    for fact in (visit, guest):
        fact.refresh_from_db()
        assert fact.public_from == edition.public_from
    assert set(Change.objects.values_list("kind", "object_id")) == {
        ("release", str(article.uid)),
        ("event", visit.slug),
        ("person", guest.slug),
    }


def test_facts_that_are_public_already_keep_their_moment_and_are_not_logged_again() -> None:
    visit = make.event()
    article = make.article()
    article.events.add(visit)
    publish(article, reason=REASON)
    visit.refresh_from_db()
    assert visit.public_from == make.LONG_AGO
    assert list(Change.objects.values_list("kind", flat=True)) == ["release"]


def test_what_a_release_does_not_name_stays_hidden() -> None:
    hidden = make.event(public_from=None)
    publish(make.article(), reason=REASON)
    hidden.refresh_from_db()
    assert hidden.public_from is None


def test_a_release_keeps_its_addresses_for_good() -> None:
    article = make.article(slug="alamat-lama")
    publish(article, reason=REASON)
    Article.objects.filter(pk=article.pk).update(slug="alamat-baru")
    publish(article, kind="minor", reason=REASON)
    assert set(ArticleSlug.objects.values_list("slug", flat=True)) == {"alamat-lama", "alamat-baru"}
    with pytest.raises(PublishingError, match="pernah dipakai siaran lain"):
        publish(make.article(slug="alamat-lama"), reason=REASON)


def unsourced() -> Article:
    article = make.article()
    article.events.add(make.event("Rapat rahasia", public_from=None))
    return article


def with_lost_quote() -> Article:
    article = make.article()
    make.quote(article, text="Kami tidak pernah mengatakannya.")
    return article


def with_lost_english_quote() -> Article:
    article = make.article(english=True)
    make.quote(article, text_en="We never said so.")
    return article


def with_lost_excerpt() -> Article:
    article = make.article()
    make.citation(article, event=make.event(), excerpt="Kalimat yang sudah dihapus.")
    return article


REFUSED = [
    (lambda: make.article(body=""), {}, "belum mempunyai judul atau isi"),
    (lambda: make.article(title=" "), {}, "belum mempunyai judul atau isi"),
    (with_lost_quote, {}, "Kutipan ini tidak ada dalam teks: “Kami tidak pernah mengatakannya.”"),
    (with_lost_english_quote, {}, "Kutipan ini tidak ada dalam teks: “We never said so.”"),
    (with_lost_excerpt, {}, "Petikan sumber ini tidak ada dalam teks: “Kalimat yang sudah dihapus.”"),
    (unsourced, {}, "Fakta ini belum mempunyai sumber: Rapat rahasia"),
    (make.article, {"reason": " "}, "memerlukan alasan"),
    (make.article, {"kind": "update", "note": "x"}, "Pilih jenis penerbitan"),
    (make.article, {"kind": "kill"}, "Pilih jenis penerbitan"),
]


@pytest.mark.parametrize(("draft", "act", "sentence"), REFUSED)
def test_a_refusal_says_why_and_leaves_everything_as_it_was(draft, act: dict, sentence: str) -> None:
    article = draft()
    with pytest.raises(PublishingError) as refused:
        publish(article, **{"reason": REASON, **act})
    assert any(sentence in message for message in refused.value.messages)
    assert not Edition.objects.exists()
    assert not Change.objects.exists()
    assert not EditionText.objects.exists()


@pytest.mark.parametrize("kind", ["first", "", "withdrawal", "kill"])
def test_a_second_edition_names_a_kind_that_puts_a_text_before_readers(kind: str) -> None:
    article = make.article()
    publish(article, reason=REASON)
    with pytest.raises(PublishingError, match="Pilih jenis penerbitan"):
        publish(article, kind=kind, reason=REASON)


def test_an_update_without_a_note_for_readers_is_refused() -> None:
    article = make.article()
    publish(article, reason=REASON)
    with pytest.raises(PublishingError, match="memerlukan catatan bagi pembaca"):
        publish(article, kind="update", reason=REASON)


def test_an_update_of_an_english_text_tells_its_readers_too() -> None:
    article = make.article(english=True)
    publish(article, reason=REASON)
    with pytest.raises(PublishingError, match="catatan dalam bahasa Inggris"):
        publish(make.amend(article), kind="update", reason=REASON, note="Diperbarui.")


def test_an_edition_that_says_nothing_new_is_refused() -> None:
    article = make.article()
    publish(article, reason=REASON)
    with pytest.raises(PublishingError, match="Tidak ada yang berubah sejak edisi 1"):
        publish(article, kind="minor", reason=REASON)


def test_all_objections_are_told_at_once() -> None:
    with pytest.raises(PublishingError) as refused:
        publish(make.article(body=""), reason="")
    assert len(refused.value.messages) == 2
