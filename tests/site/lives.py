"""What becomes of a release after its publication, through the same acts that the desk uses."""

from datetime import UTC, datetime, timedelta

from articles.models import Article, Edition, EditionProof
from articles.publishing import publish
from articles.workflow import perform
from tests import factories as make

MORNING = datetime(2024, 10, 10, 1, 0, tzinfo=UTC)
SECRET = "Rahasiawati"


def released(slug: str = "kunjungan", **fields: object) -> Article:
    """A release in both languages whose every word says SECRET; its Indonesian address is the slug."""
    words = {"title": SECRET, "title_en": SECRET, "lead": SECRET, "lead_en": SECRET, "place": SECRET}
    texts = dict.fromkeys(("body", "body_en"), f"<p>{SECRET} hadir.</p>")
    addresses = {"slug": slug, "slug_en": f"{slug}-en"}
    article = make.article(english=True, **{**words, **texts, **addresses, **fields})
    publish(article, reason="Arsip.", at=MORNING - timedelta(days=1))
    return article


def again(article: Article, kind: str, **answers: object) -> Edition:
    """The next edition of a release, from a working copy in which something moved."""
    article.refresh_from_db()
    make.amend(article)
    return publish(article, kind=kind, reason="Arsip.", **answers)


def correct(article: Article, at: datetime = MORNING, number: int = 1) -> Edition:
    words = {"was": f"Keliru {number}.", "was_en": f"Wrong {number}."}
    right = {"note": f"Betul {number}.", "note_en": f"Right {number}."}
    return again(article, "correction", at=at, **words, **right)


def update(article: Article, at: datetime | None = MORNING) -> Edition:
    return again(article, "update", at=at, note="Tempat dilengkapi.", note_en="Place added.")


def withdraw(article: Article, successor: Article | None = None) -> Edition:
    return take_away("withdraw", article, successor)


def kill(article: Article, successor: Article | None = None) -> Edition:
    return take_away("kill", article, successor)


def take_away(act: str, article: Article, successor: Article | None) -> Edition:
    said = {"note": "Salah orang.", "note_en": "Wrong person.", "successor": successor}
    edition = perform(act, article, by=make.user(is_superuser=True), **said)
    assert edition is not None
    return edition


def code_of(edition: Edition) -> str:
    return EditionProof.objects.get(edition=edition).code


def first_code(article: Article) -> str:
    return EditionProof.objects.filter(article=article).earliest("public_from").code
