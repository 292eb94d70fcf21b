"""A rehearsal does everything for real, shows it, and leaves not one row behind."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import transaction
from django.utils import timezone

from articles import workflow
from articles.models import Article, EditionProof, EditionText, Image, PublicNote, Revision
from articles.publishing import PublishingError, publish
from articles.rehearsal import NO_CODE, bring_forward, publish_anyway, rehearsal, show
from articles.restoring import put_back
from articles.revisions import store
from entities.models import Person
from pressroom.core.canonical import digest
from pressroom.core.models import Change
from tests import factories as make

pytestmark = pytest.mark.django_db


def everything() -> dict[str, str]:
    """The digest of every table."""
    return {
        model._meta.label: digest([[str(value) for value in row] for row in rows])
        for model in apps.get_models(include_auto_created=True)
        if (rows := model._default_manager.order_by("pk").values_list()) is not None
    }


def full(**fields: object) -> Article:
    """A release with something in every part of it, in two languages."""
    article = make.article(english=True, **fields)
    speaker = make.person(public_from=None)
    make.quote(article, speaker, text_en="BNPT received a courtesy call.")
    make.citation(article, event=make.event(public_from=None))
    make.article_image(article, make.image(alt_en="Two people shake hands"))
    article.topics.add(make.topic(public_from=None))
    article.people.add(speaker)
    return article


def restored(article: Article) -> None:
    put_back(article, article.revisions.earliest("number").document, image_words=True)


def published(article: Article) -> None:
    publish_anyway(article)


def scheduled(article: Article) -> None:
    publish(article, kind="update", note="a", note_en="b", reason="c", at=timezone.now() + timedelta(days=1))


def come_due(article: Article) -> None:
    scheduled(article)
    bring_forward(article.editions.latest("number"))


def published_twice(article: Article) -> None:
    """The second time is refused: nothing has changed since."""
    publish_anyway(article)
    publish(article, kind="minor", reason="Arsip.")


def killed(article: Article) -> None:
    boss = make.user(is_superuser=True)
    workflow.perform("kill", article, by=boss, note="Keliru.", note_en="Wrong.")


@pytest.mark.parametrize("act", [restored, published, scheduled, come_due, killed])
def test_nothing_that_was_rehearsed_is_stored(act: Callable[[Article], None]) -> None:
    article = full()
    store(article)
    publish(article, reason="Arsip.")
    Article.objects.filter(pk=article.pk).update(title="Judul lain")
    Image.objects.update(alt="Lain")
    article.refresh_from_db()
    before = everything()
    with rehearsal():
        act(article)
        during = everything()
    assert {name for name in before if during[name] != before[name]}
    assert everything() == before


def test_what_breaks_in_a_rehearsal_leaves_nothing_either() -> None:
    article = full()
    before = everything()
    with pytest.raises(PublishingError), rehearsal():
        published_twice(article)
    assert everything() == before
    assert publish(article, reason="Arsip.").number == 1


def test_what_waits_for_a_commit_never_happens(django_capture_on_commit_callbacks: Callable) -> None:
    with django_capture_on_commit_callbacks(execute=True) as callbacks, rehearsal():
        transaction.on_commit(lambda: pytest.fail("It was only a rehearsal."))
    assert callbacks == []


@pytest.mark.parametrize(
    "act", [publish_anyway, lambda a: show(store(a)), lambda a: bring_forward(a.editions.get())]
)
def test_publishing_whatever_speaks_against_it_is_possible_nowhere_else(act: Callable) -> None:
    article = make.article()
    publish(article, reason="Arsip.")
    with pytest.raises(transaction.TransactionManagementError):
        act(article)
    with rehearsal():
        pass
    with pytest.raises(transaction.TransactionManagementError):
        act(article)


def test_the_moment_of_a_scheduled_edition_comes_with_all_that_waits_for_it() -> None:
    article, moment = full(), timezone.now() + timedelta(days=1)
    publish(article, reason="Arsip.", at=moment)
    with rehearsal():
        bring_forward(article.editions.get())
        text = EditionText.objects.current().filter(language="id").get()
        assert text.published_at == moment
        assert Person.objects.visible().filter(pk=article.people.get().pk).exists()
        assert article.slugs.visible().count() == 2
        assert EditionProof.objects.visible().count() == 1
        assert Change.objects.filter(kind="release").count() == 1
    assert not EditionText.objects.current().exists()


def test_a_new_edition_whose_moment_comes_takes_the_place_of_the_old_one() -> None:
    article = make.article()
    publish(article, reason="Arsip.")
    make.amend(article)
    scheduled(article)
    with rehearsal():
        bring_forward(article.editions.latest("number"))
        assert EditionText.objects.current().get().edition.number == 2
        assert PublicNote.objects.visible().count() == 1


def revision_of(article: Article, **changed: object) -> Revision:
    """A revision as it was before these fields were changed to what they are now."""
    kept = store(article)
    Article.objects.filter(pk=article.pk).update(**changed)
    return kept


def test_an_older_revision_is_shown_as_it_was_with_the_words_of_its_images() -> None:
    article = make.article("Judul lama")
    use = make.article_image(article, make.image(alt="Alt lama"))
    old = revision_of(article, title="Judul baru")
    Image.objects.filter(pk=use.image_id).update(alt="Alt baru")
    with rehearsal():
        show(old)
        text = EditionText.objects.current().get()
        assert text.title == "Judul lama"
        assert text.edition.editionimages.get().alt == "Alt lama"


@pytest.mark.parametrize("ahead", [False, True], ids=["public", "scheduled"])
def test_a_revision_takes_the_place_of_whatever_is_public_or_scheduled(ahead: bool) -> None:
    article = make.article()
    publish(article, reason="Arsip.")
    make.amend(article)
    if ahead:
        scheduled(article)
    make.amend(article)
    revision = store(article)
    with rehearsal():
        show(revision)
        assert EditionText.objects.current().get().lead == article.lead


def test_a_text_that_could_not_be_published_is_shown_all_the_same_and_says_why() -> None:
    article = make.article(title=" ", body="<p>Isi TK.</p>")
    make.quote(article, text="Tidak ada dalam teks.")
    make.citation(article, event=make.event(), excerpt="Juga tidak.")
    make.article_image(article, make.image(alt=""))
    revision = store(article)
    with rehearsal():
        said = " ".join(show(revision))
        assert EditionText.objects.current().get().text == "Isi TK."
    assert all(word in said for word in ("judul", "TK", "Kutipan", "Petikan", "alternatif")), said


def test_an_address_that_belongs_to_another_release_is_not_given_away() -> None:
    make.article_slug(make.article(), "kunjungan")
    revision = store(make.article(slug="kunjungan"))
    with rehearsal():
        assert any("kunjungan" in sentence for sentence in show(revision))
        assert EditionText.objects.current().get().slug != "kunjungan"


@pytest.mark.parametrize(
    ("fields", "shown", "said"),
    [
        ({"english_ready": True}, True, ""),
        ({"english_ready": False}, True, "belum bertanda siap"),
        ({"english_ready": False, "title_en": ""}, False, "belum lengkap"),
        ({"english_ready": False, "slug_en": ""}, False, "belum lengkap"),
    ],
)
def test_an_english_text_is_shown_before_it_is_called_ready(fields: dict, shown: bool, said: str) -> None:
    revision = store(make.article(english=True, **fields))
    with rehearsal():
        assert said in " ".join(show(revision, "en"))
        assert EditionText.objects.current().filter(language="en").exists() is shown


def test_an_english_text_that_is_not_ready_stays_out_of_the_indonesian_preview() -> None:
    revision = store(make.article(english=True, english_ready=False))
    with rehearsal():
        assert show(revision) == []
        assert EditionText.objects.current().get().language == "id"


def test_no_code_that_could_be_taken_for_a_real_one_is_printed() -> None:
    revision = store(make.article())
    with rehearsal():
        show(revision)
        assert EditionProof.objects.get().code == NO_CODE


@pytest.mark.parametrize("kind", ["withdraw", "kill"])
def test_the_text_of_a_release_that_was_taken_away_can_still_be_looked_at(kind: str) -> None:
    article, boss = make.article(), make.user(is_superuser=True)
    publish(article, reason="Arsip.")
    workflow.perform(kind, article, by=boss, note="Keliru.")
    revision = article.revisions.latest("number")
    with rehearsal():
        show(revision)
        assert EditionText.objects.current().get().title == article.title
