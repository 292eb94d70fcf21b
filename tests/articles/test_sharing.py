"""A link shows one revision to one reviewer for a while, never more than its maker may see."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import ValidationError
from django.core.serializers import serialize
from django.utils import timezone
from django.utils.translation import override

from articles import sharing, workflow
from articles.models import Article, PreviewLink, PreviewView, ReviewAnswer
from articles.publishing import publish
from articles.revisions import newest_of, store
from articles.sharing import answer, answers_to, is_stale, lines_of, link_of, links_of, revoke, share
from pressroom.core.models import AuditEntry
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer() -> User:
    """Somebody at the desk who may change releases."""
    user = make.user(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="change_article"))
    return User.objects.get(pk=user.pk)


@pytest.fixture
def shared(writer: User) -> tuple[PreviewLink, str]:
    article = make.article("Judul", english=True, body="<p>Satu.</p><ul><li>Dua.</li></ul>")
    return share(store(article), "Sergei Tolchenov", by=writer)


Shared = tuple[PreviewLink, str]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Sets the clock."""
    return lambda moment: monkeypatch.setattr(timezone, "now", lambda: moment)


def test_a_link_opens_one_revision_for_a_day(shared: Shared) -> None:
    link, token = shared
    found = link_of(token)
    assert found == link
    assert (found.reviewer, found.expires_at - found.created_at) == ("Sergei Tolchenov", timedelta(hours=24))


def test_only_a_digest_of_the_token_is_kept_anywhere(shared: Shared) -> None:
    link, token = shared
    sharing.viewed(link, "10.0.0.1")
    answer(link, "correct")
    revoke(link, by=link.created_by)
    rows = [PreviewLink, PreviewView, ReviewAnswer, AuditEntry]
    stored = "".join(serialize("json", model.objects.all()) for model in rows)
    assert token not in stored
    assert sharing.hash_of(token) in stored
    assert len(token) >= 43  # 256 bits


@pytest.mark.parametrize("hours", [0, 73, -1])
def test_a_link_lasts_an_hour_at_least_and_three_days_at_most(writer: User, hours: int) -> None:
    revision = store(make.article())
    with pytest.raises(ValidationError, match="1 sampai 72 jam"):
        share(revision, "Sergei", by=writer, hours=hours)
    for legal in (1, 72):
        link, _token = share(revision, "Sergei", by=writer, hours=legal)
        assert link.expires_at == link.created_at + timedelta(hours=legal)


def test_a_link_is_for_somebody(writer: User) -> None:
    with pytest.raises(ValidationError, match="satu orang"):
        share(store(make.article()), " ", by=writer)


def revoked(link: PreviewLink) -> None:
    revoke(link, by=link.created_by)


def maker_left(link: PreviewLink) -> None:
    User.objects.update(is_active=False)


def maker_left_the_desk(link: PreviewLink) -> None:
    User.objects.update(is_staff=False)


def maker_may_no_longer_see_it(link: PreviewLink) -> None:
    link.created_by.user_permissions.clear()


def killed(link: PreviewLink) -> None:
    publish(link.article, reason="Arsip.")
    boss = make.user(is_superuser=True)
    workflow.perform("kill", link.article, by=boss, note="Keliru.", note_en="Wrong.")


CLOSED = [revoked, maker_left, maker_left_the_desk, maker_may_no_longer_see_it, killed]


@pytest.mark.parametrize("close", CLOSED)
def test_a_link_dies_with_the_right_to_it(shared: Shared, close: Callable[[PreviewLink], None]) -> None:
    link, token = shared
    close(link)
    assert link_of(token) is None


def test_a_link_dies_to_the_second(shared: Shared, at: Callable[[datetime], None]) -> None:
    link, token = shared
    at(link.expires_at - timedelta(seconds=1))
    assert link_of(token) == link
    at(link.expires_at)
    assert link_of(token) is None


@pytest.mark.parametrize("state", ["draft", "public", "withdrawal"])
def test_a_link_outlives_publication_and_withdrawal(shared: Shared, state: str) -> None:
    link, token = shared
    if state != "draft":
        publish(link.article, reason="Arsip.")
    if state == "withdrawal":
        boss = make.user(is_superuser=True)
        workflow.perform("withdraw", link.article, by=boss, note="Keliru.", note_en="Wrong.")
    assert link_of(token) == link


@pytest.mark.parametrize("token", ["", "x", "é\0", "a" * 5000])
def test_no_other_token_opens_anything(shared: Shared, token: str) -> None:
    assert link_of(token) is None
    assert link_of(shared[0].token_hash) is None


def test_a_killed_release_is_not_shared_again(shared: Shared) -> None:
    link, _token = shared
    killed(link)
    with pytest.raises(ValidationError, match="tidak dapat dibagikan"):
        share(link.revision, "Sergei", by=link.created_by)


def test_a_link_is_revoked_once(shared: Shared) -> None:
    link, _token = shared
    assert revoke(link, by=link.created_by)
    assert not revoke(link, by=link.created_by)


def test_every_act_is_in_the_audit_trail_under_the_name_of_whoever_did_it(shared: Shared) -> None:
    link, _token = shared
    with override("en"):
        sharing.viewed(link, "10.0.0.1")
    answer(link, "correct")
    revoke(link, by=link.created_by)
    maker, reader = link.created_by.username, "Sergei Tolchenov (tautan pratinjau)"
    entries = AuditEntry.objects.filter(subject_id=str(link.article_id)).order_by("id")
    assert list(entries.values_list("act", "actor")) == [
        ("link_shared", maker),
        ("link_viewed", reader),
        ("link_answered", reader),
        ("link_revoked", maker),
    ]
    assert "Sergei Tolchenov" in json.dumps(entries[0].details)


@pytest.mark.parametrize("address", ["10.0.0.1", "2001:db8::1", ""])
def test_each_opening_is_kept_with_its_address(shared: Shared, address: str) -> None:
    sharing.viewed(shared[0], address)
    sharing.viewed(shared[0], address)
    assert [view.address for view in shared[0].views.all()] == [address or None] * 2


def test_paragraphs_are_counted_as_citations_count_them(shared: Shared) -> None:
    revision = shared[0].revision
    assert lines_of(revision) == ["Judul", "Satu.", "Dua."]
    assert lines_of(revision, "en")[1:] == ["BNPT received a courtesy call."]


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"verdict": "correct"}, ""),
        ({"verdict": "comment", "text": "Keliru."}, ""),
        ({"verdict": "comment", "text": "Keliru.", "paragraph": 0}, ""),
        ({"verdict": "comment", "text": "Keliru.", "paragraph": 2}, ""),
        ({"verdict": "comment", "text": "Keliru.", "paragraph": 3}, "Paragraf ini tidak ada"),
        (
            {"verdict": "comment", "text": "Wrong.", "paragraph": 2, "language": "en"},
            "Paragraf ini tidak ada",
        ),
        ({"verdict": "comment", "text": "Keliru.", "paragraph": -1}, "Paragraf ini tidak ada"),
        ({"verdict": "comment", "text": "  "}, "Tuliskan komentar"),
        ({"verdict": "comment", "text": "x" * 4001}, "Tuliskan komentar"),
    ],
)
def test_an_answer_says_something_about_a_paragraph_that_is_there(
    shared: Shared, given: dict, refusal: str
) -> None:
    if not refusal:
        answer(shared[0], **given)
    else:
        with pytest.raises(ValidationError, match=refusal):
            answer(shared[0], **given)
    assert ReviewAnswer.objects.count() == (not refusal)


def test_a_link_takes_fifty_answers(shared: Shared) -> None:
    for _number in range(sharing.MOST_ANSWERS):
        make.review_answer(shared[0])
    with pytest.raises(ValidationError, match="sudah menerima 50 jawaban"):
        answer(shared[0], "correct")


def edited(article: Article) -> None:
    store(make.amend(article))


def edited_and_taken_back(article: Article) -> None:
    edited(article)
    article.lead = ""
    article.save()
    store(article)


@pytest.mark.parametrize(
    ("act", "stale"), [(store, False), (edited, True), (edited_and_taken_back, False), (killed, False)]
)
def test_an_answer_is_stale_once_the_text_is_another(shared: Shared, act: Callable, stale: bool) -> None:
    link, _token = shared
    act(link if act is killed else link.article)
    assert is_stale(link, newest_of(link.article)) is stale


def test_the_answers_to_a_release_come_from_all_its_links_and_from_no_other(
    shared: Shared, writer: User
) -> None:
    link, _token = shared
    other, _token = share(link.revision, "Orang lain", by=writer)
    make.review_answer()
    first, second = answer(link, "correct"), answer(other, "comment", text="Keliru.")
    assert links_of(link.article) == [other, link]
    assert answers_to(links_of(link.article)) == [second, first]
