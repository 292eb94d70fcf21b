"""What the database itself refuses among releases and their record."""

import uuid
from collections.abc import Callable

import pytest

from articles.models import (
    Article,
    ArticleImage,
    ArticleSlug,
    Cancellation,
    Citation,
    Edition,
    EditionFact,
    EditionImage,
    EditionNotice,
    EditionQuote,
    EditionSubject,
    EditionText,
    Quote,
    ReviewAnswer,
    Revision,
    StyleRule,
)
from articles.models.citations import TARGETS
from tests import factories
from tests.constraints import Attempt, Rule, broken, check_refused, check_taken, legal, unique_column

pytestmark = pytest.mark.django_db

TARGET_MAKERS: dict[str, Callable] = {
    "organization": factories.organization,
    "person_honorific": factories.person_honorific,
    "appointment": factories.appointment,
    "agreement": factories.agreement,
    "action": factories.action,
    "event": factories.event,
}
HEX = "0123456789abcdef" * 4


def new(make: Callable, **fields: object) -> Callable:
    """A value for a change: a new row to point to."""
    return lambda row: make(**fields)


def second_english_article() -> Article:
    factories.article(english=True, slug_en="taken")
    return factories.article(english=True)


def second_address() -> ArticleSlug:
    factories.article_slug(slug="dipakai")
    return factories.article_slug(slug="lain")


def second_style_rule() -> StyleRule:
    factories.style_rule("satu")
    return factories.style_rule("dua")


def cited_event() -> Citation:
    return factories.citation(event=factories.event())


def second_image() -> ArticleImage:
    first = factories.article_image()
    return factories.article_image(first.article, ordinal=2)


def the_first_image(second: ArticleImage) -> int:
    return ArticleImage.objects.filter(article=second.article).earliest("ordinal").image_id


def second_quote() -> Quote:
    first = factories.quote()
    return factories.quote(first.article, ordinal=2)


def next_revision() -> Revision:
    first = factories.revision()
    return Revision(article=first.article, number=2, document={}, digest=HEX, at=factories.LONG_AGO)


def third_edition() -> Edition:
    first = factories.edition()
    second = factories.edition(number=2, revision=first.revision, chain=HEX)
    return Edition(
        article=first.article,
        number=3,
        kind="update",
        document={},
        digest=HEX,
        chain=HEX[::-1],
        revision=second.revision,
        at=factories.LONG_AGO,
        public_from=factories.LONG_AGO,
        reason="Siaran lama.",
    )


def english_text() -> EditionText:
    return factories.edition_text(factories.edition_text().edition, "en", slug="release")


def indonesian_text() -> EditionText:
    factories.edition_text(slug="dipakai")
    return factories.edition_text()


def second_subject() -> EditionSubject:
    first = factories.edition_subject(subject_id="1")
    return factories.edition_subject(first.edition, subject_id="2")


def second_published_image() -> EditionImage:
    first = factories.edition_image()
    return factories.edition_image(first.edition)


def the_first_published_image(second: EditionImage) -> int:
    return EditionImage.objects.filter(edition=second.edition).earliest("pk").image_id


def second_published_quote() -> EditionQuote:
    first = factories.edition_quote()
    return factories.edition_quote(first.edition, ordinal=2)


def unsaved_cancellation() -> Cancellation:
    factories.cancellation()
    return Cancellation(edition=factories.edition(), at=factories.LONG_AGO, reason="Acara ditunda.")


def the_cancelled_edition(row: Cancellation) -> int:
    return Cancellation.objects.values_list("edition", flat=True).get()


def second_notice() -> EditionNotice:
    return factories.edition_notice(factories.edition_notice().edition, "en")


def second_fact() -> EditionFact:
    return factories.edition_fact(factories.edition_fact().edition, fact_id=2)


def unsaved_answer() -> ReviewAnswer:
    return ReviewAnswer(link=factories.preview_link(), at=factories.LONG_AGO, verdict="correct")


RULES = {
    "articles_article_slug_en": Rule(
        second_english_article,
        broken=({"slug_en": "taken"}, {"slug_en": "taken", "english_ready": False}),
        legal=({"slug_en": "free"}, {"slug_en": "", "english_ready": False}),
    ),
    "articles_article_english_complete": Rule(
        lambda: factories.article(english=True),
        broken=({"title_en": ""}, {"body_en": ""}, {"slug_en": ""}),
        legal=({"title_en": "", "body_en": "", "slug_en": "", "english_ready": False}, {"lead_en": ""}),
    ),
    "articles.Article.uid": unique_column(factories.article, "uid", uuid.UUID(int=7)),
    "articles.Article.slug": unique_column(factories.article, "slug", "lain"),
    "articles_articleslug_once": Rule(
        second_address,
        broken=({"slug": "dipakai"},),
        legal=({"slug": "dipakai", "language": "en"}, {"slug": "bebas"}),
    ),
    "articles_citation_one_source": Rule(
        cited_event,
        broken=(
            {"article": None},
            {"url": "https://example.go.id/"},
            {"retrieved_on": factories.THE_DAY},
            {"article": None, "url": "https://example.go.id/"},
            {"article": None, "retrieved_on": factories.THE_DAY},
            {"url": "https://example.go.id/", "retrieved_on": factories.THE_DAY},
        ),
        legal=(
            {"article": None, "url": "https://example.go.id/", "retrieved_on": factories.THE_DAY},
            {"article": new(factories.article)},
        ),
    ),
    "articles_citation_inferred_says_why": Rule(
        cited_event,
        broken=({"basis": "inferred"}, {"basis": "guessed", "note": "Entah."}),
        legal=({"basis": "inferred", "note": "9 Oktober 2024 adalah hari Rabu."}, {"note": "Catatan."}),
    ),
    "articles_citation_one_fact": Rule(
        cited_event,
        broken=(
            {"event": None},
            *({target: new(TARGET_MAKERS[target])} for target in TARGETS if target != "event"),
            {target: new(make) for target, make in TARGET_MAKERS.items()},
        ),
        legal=tuple({"event": None, target: new(TARGET_MAKERS[target])} for target in TARGETS),
    ),
    "articles_image_focal_point": Rule(
        factories.image,
        broken=({"focal_x": 101}, {"focal_y": 101}),
        legal=({"focal_x": 0, "focal_y": 100}, {"focal_x": 100, "focal_y": 0}),
    ),
    "articles.Image.sha256": unique_column(factories.image, "sha256", HEX),
    "articles_stylerule_once": Rule(
        second_style_rule,
        broken=({"pattern": "satu"},),
        legal=({"pattern": "lain"}, {"pattern": "satu", "kind": "regex"}),
    ),
    "articles_articleimage_once": Rule(
        second_image,
        broken=({"image_id": the_first_image},),
        legal=({"image": new(factories.image)},),
    ),
    "articles_articleimage_ordinal": Rule(
        second_image,
        broken=({"ordinal": 1},),
        legal=({"ordinal": 3}, {"ordinal": 1, "article": new(factories.article)}),
    ),
    "articles_quote_ordinal": Rule(
        second_quote,
        broken=({"ordinal": 1},),
        legal=({"ordinal": 3}, {"ordinal": 1, "article": new(factories.article)}),
    ),
    "articles_revision_number": Rule(
        next_revision,
        broken=({"number": 1},),
        legal=({"number": 3}, {"number": 1, "article": new(factories.article)}),
        doors=("bulk_create",),
    ),
    "articles_edition_number": Rule(
        third_edition,
        broken=({"number": 2},),
        legal=({"number": 4}, {"number": 2, "article": new(factories.article)}),
        doors=("bulk_create",),
    ),
    "articles_edition_kind": Rule(
        third_edition,
        broken=({"kind": "rewrite"}, {"kind": ""}),
        legal=tuple({"kind": kind} for kind in Edition.Kind.values if kind != "first"),
        doors=("bulk_create",),
    ),
    "articles_edition_approved_or_reasoned": Rule(
        third_edition,
        broken=({"reason": ""}, {"reason": "", "kind": "withdrawal"}, {"reason": "", "note": "Ditambah."}),
        legal=(
            {"reason": "", "approved_by": new(factories.user)},
            {"approved_by": new(factories.user)},
            {"reason": "", "kind": "withdrawal", "note": "Keliru."},
            {"reason": "", "kind": "kill", "note": "Jangan dipakai."},
        ),
        doors=("bulk_create",),
    ),
    "articles_edition_only_corrections_correct": Rule(
        third_edition,
        broken=({"was": "71 orang."}, {"was_en": "71 people."}),
        legal=({"was": "71 orang.", "kind": "correction"}, {"kind": "correction"}),
        doors=("bulk_create",),
    ),
    "articles_cancellation_says_why": Rule(
        unsaved_cancellation, broken=({"reason": ""},), legal=({"reason": "Batal."},), doors=("bulk_create",)
    ),
    "articles.Cancellation.edition": Rule(
        unsaved_cancellation,
        broken=({"edition_id": the_cancelled_edition},),
        legal=({"edition": new(factories.edition)},),
        doors=("bulk_create",),
    ),
    "articles_editionnotice_once": Rule(
        second_notice,
        broken=({"language": "id"},),
        legal=({"language": "ms"}, {"language": "id", "edition": new(factories.edition)}),
    ),
    "articles_editionfact_once": Rule(
        second_fact,
        broken=({"fact_id": 1},),
        legal=(
            {"fact_id": 1, "fact_type": "agreements.agreement"},
            {"fact_id": 1, "edition": new(factories.edition)},
        ),
    ),
    "articles.EditionProof.code": unique_column(factories.edition_proof, "code", "BBBBB-BBBBB"),
    "articles.PreviewLink.token_hash": unique_column(factories.preview_link, "token_hash", HEX),
    "articles_previewlink_ends": Rule(
        factories.preview_link,
        broken=({"expires_at": factories.LONG_AGO}, {"created_at": factories.FAR_AHEAD}),
        legal=({"expires_at": factories.FAR_AHEAD},),
    ),
    "articles_reviewanswer_comments_say_something": Rule(
        unsaved_answer,
        broken=({"verdict": "comment"}, {"verdict": "wrong", "text": "Salah."}),
        legal=({"verdict": "comment", "text": "Angkanya?"}, {"text": "Bagus."}),
        doors=("bulk_create",),
    ),
    "articles_edition_first_is_first": Rule(
        third_edition,
        broken=({"number": 1, "article": new(factories.article)}, {"number": 0}),
        # A first edition may follow one that was cancelled before its moment.
        legal=({"kind": "first"}, {"kind": "first", "number": 1, "article": new(factories.article)}),
        doors=("bulk_create",),
    ),
    "articles.Edition.chain": Rule(
        third_edition, broken=({"chain": HEX},), legal=({"chain": HEX[1:] + "0"},), doors=("bulk_create",)
    ),
    "articles_editiontext_once": Rule(
        english_text,
        broken=({"language": "id", "slug": "lain"},),
        legal=({"language": "ms"}, {"language": "id", "slug": "lain", "edition": new(factories.edition)}),
    ),
    "articles_editiontext_address": Rule(
        indonesian_text,
        broken=({"slug": "dipakai"}, {"slug": "dipakai", "public_from": factories.FAR_AHEAD}),
        legal=(
            {"slug": "dipakai", "superseded_at": factories.LONG_AGO},
            {"slug": "dipakai", "language": "en"},
            {"slug": "bebas"},
        ),
    ),
    "articles_editionsubject_once": Rule(
        second_subject,
        broken=({"subject_id": "1"},),
        legal=(
            {"subject_id": "1", "subject_type": "topic"},
            {"subject_id": "1", "edition": new(factories.edition)},
        ),
    ),
    "articles_editionimage_once": Rule(
        second_published_image,
        broken=({"image_id": the_first_published_image},),
        legal=(
            {"image": new(factories.image)},
            {"image_id": the_first_published_image, "edition": new(factories.edition)},
        ),
    ),
    "articles_editionquote_once": Rule(
        second_published_quote,
        broken=({"ordinal": 1},),
        legal=({"ordinal": 1, "language": "en"}, {"ordinal": 1, "edition": new(factories.edition)}),
    ),
}


@pytest.mark.parametrize("attempt", broken(RULES))
def test_the_database_refuses(attempt: Attempt) -> None:
    check_refused(attempt)


@pytest.mark.parametrize("attempt", legal(RULES))
def test_the_database_takes(attempt: Attempt) -> None:
    check_taken(attempt)
