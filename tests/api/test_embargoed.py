"""Early access: partners with the scope read what is under embargo; nobody else learns that there is any."""

import json
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import scheduling
from articles.models import Article, Edition, Image
from articles.publishing import publish
from articles.withdrawing import take_away
from pressroom.api.embargo import TOLD_FOR
from pressroom.api.models import PartnerKey
from pressroom.core.models import AuditEntry
from tests import factories as make

pytestmark = pytest.mark.django_db

OLD = {"reason": "Siaran lama."}
HOUR = timedelta(hours=1)
NOBODY = "00000000-0000-0000-0000-000000000000"


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def at(now):
    return now + HOUR


@pytest.fixture
def partner() -> Client:
    """The client of a partner whose key has the scope."""
    return holder(["embargo"])


def holder(scopes: list[str]) -> Client:
    _key, token = make.partner_key_and_token(make.partner("Antara"), scopes=scopes)
    return Client(headers={"Authorization": f"Bearer {token}"})


def kept_back(at, **fields) -> Article:
    """A release that trusted partners read early."""
    article = make.article("Judul Rahasia", english=True, **fields)
    make.quote(article, speaker=make.person("Tokoh Rahasia", public_from=None))
    make.article_image(article, make.image(alt_en="Two people"))
    publish(article, at=at, early_access=True, **OLD)
    return article


def entries(partner: Client) -> list[dict]:
    response = partner.get("/api/v1/embargoed/")
    assert response.status_code == 200, response.content
    return response.json()["results"]


def detail(partner: Client, article: Article) -> dict:
    response = partner.get(f"/api/v1/embargoed/{article.uid}/")
    assert response.status_code == 200, response.content
    return response.json()


def states(partner: Client) -> list[tuple[str, int]]:
    return [(entry["status"], entry["version"]) for entry in entries(partner)]


def test_the_list_names_what_is_to_come(partner, at):
    article = kept_back(at)
    (entry,) = entries(partner)

    moment = at.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert (entry["id"], entry["status"], entry["version"]) == (str(article.uid), "embargoed", 1)
    assert (entry["embargo_until"], entry["published_at"]) == (moment, moment)
    assert entry["url"] == f"http://testserver/api/v1/embargoed/{article.uid}/"
    assert entry["release_url"] == f"http://testserver/api/v1/releases/{article.uid}/"
    assert entry["title"] == {"id": "Judul Rahasia", "en": article.title_en}
    assert entry["languages"] == ["id", "en"]
    assert not entry.keys() & {"texts", "quotes"}


def test_a_release_is_there_in_full_with_people_whom_nobody_may_know_yet(partner, at):
    article = kept_back(at)
    release = detail(partner, article)

    assert release["texts"]["id"]["text"] == "BNPT menerima kunjungan kehormatan."
    assert release["texts"]["en"]["text"] == "BNPT received a courtesy call."
    (quote,) = release["quotes"]
    assert quote["name"] == {"id": "Tokoh Rahasia", "en": None}
    assert quote["text"] == {"id": "BNPT menerima kunjungan kehormatan.", "en": None}
    assert [(s["type"], s["name"]["id"]) for s in release["subjects"]] == [("person", "Tokoh Rahasia")]


def test_it_is_the_sealed_edition_and_not_the_working_copy(partner, at):
    article = kept_back(at)
    Article.objects.update(title="Ditulis sesudahnya", body="<p>Ditulis sesudahnya.</p>")

    assert "Ditulis sesudahnya" not in json.dumps([entries(partner), detail(partner, article)])


def test_a_quote_in_both_languages_is_one(partner, at):
    article = make.article(english=True)
    make.quote(article, text_en="BNPT received a courtesy call.")
    publish(article, at=at, early_access=True, **OLD)

    (quote,) = detail(partner, article)["quotes"]
    assert quote["text"] == {
        "id": "BNPT menerima kunjungan kehormatan.",
        "en": "BNPT received a courtesy call.",
    }


def test_the_next_edition_of_a_public_release_comes_with_its_correction(partner, at):
    article = make.article()
    publish(article, **OLD)
    make.amend(article)
    publish(article, kind="correction", at=at, early_access=True, was="71.", note="17.", **OLD)

    release = detail(partner, article)
    assert (release["version"], release["edition"]) == (2, "correction")
    assert [(c["was"]["id"], c["now"]["id"]) for c in release["corrections"]] == [("71.", "17.")]


HIDDEN = {
    "a draft": lambda at: make.article(),
    "scheduled for everybody at once": lambda at: publish(make.article(), at=at, **OLD).article,
    "public": lambda at: publish(make.article(), **OLD).article,
}


@pytest.mark.parametrize("kind", HIDDEN)
def test_nothing_else_is_ever_here(partner, at, kind):
    article = HIDDEN[kind](at)

    assert entries(partner) == []
    assert partner.get(f"/api/v1/embargoed/{article.uid}/").status_code == 404


def test_at_its_moment_it_leaves_for_everybody(partner, client, at, clock):
    article = kept_back(at)
    address = f"/api/v1/releases/{article.uid}/"

    clock(at - timedelta(microseconds=1))
    assert states(partner) == [("embargoed", 1)]
    assert client.get(address).status_code == 404
    clock(at)
    assert states(partner) == []
    assert partner.get(f"/api/v1/embargoed/{article.uid}/").status_code == 404
    assert client.get(address).json()["digest"]


def test_what_was_called_off_is_told_to_those_who_have_it(partner, now, at):
    article = kept_back(at)
    edition = Edition.objects.get()
    scheduling.cancel(edition, by=None, reason="Rahasia dapur.", now=now)

    told = {
        "id": str(article.uid),
        "url": f"http://testserver/api/v1/embargoed/{article.uid}/",
        "status": "canceled",
        "version": 1,
        "embargo_until": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "canceled_at": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    assert entries(partner) == [detail(partner, article)] == [told]


def test_it_is_told_for_a_week_after_the_moment(partner, now, at, clock):
    kept_back(at)
    scheduling.cancel(Edition.objects.get(), by=None, reason="Batal.", now=now)

    clock(at + TOLD_FOR - timedelta(seconds=1))
    assert states(partner) == [("canceled", 1)]
    clock(at + TOLD_FOR)
    assert states(partner) == []


def test_that_a_schedule_for_everybody_was_called_off_is_told_to_nobody(partner, now, at):
    publish(make.article(), at=at, **OLD)
    scheduling.cancel(Edition.objects.get(), by=None, reason="Batal.", now=now)

    assert entries(partner) == []


def move(now, **answers) -> None:
    edition = Edition.objects.standing().get()
    scheduling.reschedule(edition, by=None, reason="Ditunda.", now=now, **answers)


def test_a_release_with_another_moment_is_told_once(partner, now, at):
    article = kept_back(at)
    move(now, at=at + HOUR, early_access=True)

    assert states(partner) == [("embargoed", 2)]
    assert detail(partner, article)["embargo_until"] == (at + HOUR).strftime("%Y-%m-%dT%H:%M:%SZ")


def test_one_that_partners_read_early_no_more_is_called_off_for_them(partner, now, at, clock):
    article = kept_back(at)
    move(now, at=at + HOUR)

    assert states(partner) == [("canceled", 1)]
    assert "Judul" not in json.dumps(detail(partner, article))
    clock(at + HOUR)
    assert states(partner) == []


def test_one_that_became_public_earlier_is_no_more_here(partner, now, at):
    kept_back(at)
    move(now, at=None)

    assert states(partner) == []


@pytest.mark.parametrize("kind", [Edition.Kind.WITHDRAWAL, Edition.Kind.KILL])
def test_with_a_release_that_is_taken_away_goes_what_was_to_come(partner, at, kind):
    article = make.article()
    publish(article, **OLD)
    make.amend(article)
    publish(article, kind="update", note="Baru.", at=at, early_access=True, **OLD)
    take_away(article, kind, by=None, note="Keliru.")

    assert states(partner) == [("canceled", 2)]


def test_of_what_was_called_off_twice_the_last_is_told(partner, now, at):
    kept_back(at)
    move(now, at=at + HOUR, early_access=True)
    scheduling.cancel(Edition.objects.standing().get(), by=None, reason="Batal.", now=now)

    assert states(partner) == [("canceled", 2)]


WHO = {
    "anonymous": Client,
    "without the scope": lambda: holder([]),
    "with it": lambda: holder(["embargo"]),
}
CLOSED = ["", f"{NOBODY}/", f"{NOBODY}/images/1/"]


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize(("who", "status"), [("anonymous", 401), ("without the scope", 403)])
def test_who_may_not_learns_nothing(at, path, who, status):
    browser = WHO[who]()

    def answer(path):
        response = browser.get(f"/api/v1/embargoed/{path}")
        told = {**response.json(), "instance": ""}
        return response.status_code, told, {**response.headers, "Content-Length": ""}

    before = answer(path)
    article = kept_back(at)
    after = answer(path)
    of_it = answer(path.replace(NOBODY, str(article.uid)))

    assert before == after == of_it
    assert before[0] == status


@pytest.mark.parametrize("path", [*CLOSED, "?x=1"])
@pytest.mark.parametrize("who", WHO)
def test_no_cache_keeps_anything_of_it(at, path, who):
    browser = WHO[who]()
    article = kept_back(at)

    for address in {path, path.replace(NOBODY, str(article.uid))}:
        response = browser.get(f"/api/v1/embargoed/{address}")
        assert response["Cache-Control"] == "private, no-store"
        assert "Authorization" in response["Vary"]
        assert "ETag" not in response


def test_every_answer_leaves_a_trace(partner, at):
    article = kept_back(at)
    entries(partner)
    detail(partner, article)
    partner.get(f"/api/v1/embargoed/{NOBODY}/")

    listed, read = AuditEntry.objects.filter(act="embargo_read").order_by("id")
    assert listed.actor == read.actor == f"Antara ({PartnerKey.objects.get().prefix})"
    assert listed.details == read.details == {str(article.uid): [None, 1]}
    assert (listed.subject_type, read.subject_type) == ("", "articles.article")
    assert (read.subject_id, read.address) == (str(article.pk), "127.0.0.1")


def test_a_long_list_is_recorded_whole(partner, at):
    for number in range(60):
        publish(make.article(), at=at + timedelta(minutes=number), early_access=True, **OLD)

    shown = partner.get("/api/v1/embargoed/?limit=100").json()["results"]

    recorded = AuditEntry.objects.get(act="embargo_read").details
    assert set(recorded) == {entry["id"] for entry in shown}
    assert len(recorded) == 60


def test_without_a_trace_nothing_is_read(partner, at):
    article = kept_back(at)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE core_auditentry RENAME TO core_auditentry_gone")
        responses = [partner.get(f"/api/v1/embargoed/{path}") for path in ("", f"{article.uid}/")]
        cursor.execute("ALTER TABLE core_auditentry_gone RENAME TO core_auditentry")

    assert [response.status_code for response in responses] == [503, 503]
    assert "Rahasia" not in str([response.content for response in responses])


def test_pictures_ask_for_the_key_too(partner, client, at):
    article = make.article()
    shown = make.image(alt="Dua orang", credit="BNPT")
    make.article_image(article, shown)
    publish(article, at=at, early_access=True, **OLD)

    (image,) = detail(partner, article)["images"]
    assert image["url"] == f"http://testserver/api/v1/embargoed/{article.uid}/images/1/"
    assert (image["alt"], image["caption"], image["credit"]) == (
        {"id": "Dua orang", "en": None},
        None,
        "BNPT",
    )
    response = partner.get(image["url"], headers={"Accept": "image/webp"})
    assert (response.status_code, response["Content-Type"]) == (200, "image/webp")
    assert b"".join(response.streaming_content) == default_storage.open(shown.display.name).read()
    assert client.get(image["url"]).status_code == 401
    assert AuditEntry.objects.filter(act="embargo_read", subject_id=str(article.pk)).count() == 2


@pytest.mark.parametrize("number", ["0", "2", "99999999999999999999"])
def test_a_picture_that_is_not_there(partner, at, number):
    article = kept_back(at)

    assert partner.get(f"/api/v1/embargoed/{article.uid}/images/{number}/").status_code == 404


def test_a_picture_whose_file_is_lost_is_not_there(partner, at):
    article = kept_back(at)
    default_storage.delete(Image.objects.get().display.name)

    assert partner.get(f"/api/v1/embargoed/{article.uid}/images/1/").status_code == 404


def test_the_list_is_paged_by_moment_with_what_was_called_off(partner, now, at):
    expected = []
    for number in range(5):
        article = make.article()
        edition = publish(article, at=at + timedelta(minutes=10 - number), early_access=True, **OLD)
        if number == 2:
            scheduling.cancel(edition, by=None, reason="Batal.", now=now)
        expected.insert(0, str(article.uid))

    first = partner.get("/api/v1/embargoed/?limit=3").json()
    second = partner.get(first["next"]).json()

    assert [entry["id"] for entry in [*first["results"], *second["results"]]] == expected
    assert second["next"] is None


@pytest.mark.parametrize("path", ["", "detail"])
def test_it_costs_as_many_queries_for_many_as_for_few(partner, at, path):
    article = kept_back(at)
    address = f"/api/v1/embargoed/{article.uid}/" if path else "/api/v1/embargoed/"

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert partner.get(address).status_code == 200
        return len(captured)

    queries()  # the first one also keeps when the key was last used
    few = queries()
    for _ in range(10):
        kept_back(at)
        make.public_note(article)
    assert queries() == few <= 14


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(partner, method):
    assert getattr(partner, method)("/api/v1/embargoed/").status_code == 405
