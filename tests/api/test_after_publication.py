"""What a partner is told of a release that was corrected, withdrawn, reinstated or killed."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Edition, EditionProof, EditionText, PublicNote
from articles.publishing import publish
from articles.withdrawing import take_away
from tests import factories as make

pytestmark = pytest.mark.django_db

OLD = {"reason": "Siaran lama."}
WRONG = {"was": "71 orang hadir.", "was_en": "71 people came."}
RIGHT = {"note": "17 orang hadir.", "note_en": "17 people came."}
WHY = {"note": "Keliru seluruhnya.", "note_en": "Wrong throughout."}


@pytest.fixture
def article():
    article = make.article("Judul Rahasia", english=True, slug="alamat", slug_en="address")
    make.quote(article)
    publish(article, **OLD)
    return article


def again(article, kind="update", **answers):
    make.amend(article)
    return publish(article, kind=kind, **OLD, **answers)


def detail(ask, article):
    return ask(f"releases/{article.uid}")


def test_a_release_tells_its_code_and_where_to_check_it(client, ask, article):
    release = detail(ask, article)

    code = EditionProof.objects.get().code
    assert release["verification_code"] == code
    assert release["verification_url"]["id"] == f"http://testserver/verifikasi/{code}/"
    for language, address in release["verification_url"].items():
        page = client.get(address)
        assert (page.status_code, page["Content-Language"]) == (200, language)
        assert release["title"][language] in page.content.decode()


def test_each_edition_has_a_code_of_its_own(ask, article):
    first = detail(ask, article)["verification_code"]
    again(article, "minor")

    assert detail(ask, article)["verification_code"] != first


def test_a_correction_says_what_was_wrong_and_what_is_right(ask, article):
    edition = again(article, "correction", **WRONG, **RIGHT)
    moment = edition.public_from.strftime("%Y-%m-%dT%H:%M:%SZ")

    told = {
        "at": moment,
        "was": {"id": "71 orang hadir.", "en": "71 people came."},
        "now": {"id": "17 orang hadir.", "en": "17 people came."},
    }
    release, (listed,) = detail(ask, article), ask("releases")["results"]
    assert release["corrections"] == listed["corrections"] == [told]
    assert (release["status"], release["version"], release["edition"]) == ("usable", 2, "correction")
    assert release["history"] == [{"at": moment, "kind": "correction", "text": told["now"]}]


def test_what_nobody_has_said_in_english_is_null(ask):
    article = make.article()
    publish(article, **OLD)
    again(article, "correction", was="71 orang.", note="17 orang.")

    (correction,) = detail(ask, article)["corrections"]
    assert (correction["was"]["en"], correction["now"]["en"]) == (None, None)


def test_a_mended_note_is_told_in_its_new_words(ask, article):
    again(article, "correction", **WRONG, **RIGHT)
    PublicNote.objects.update(text="Tujuh belas orang hadir.")

    assert detail(ask, article)["corrections"][0]["now"]["id"] == "Tujuh belas orang hadir."


def test_updates_are_history_and_no_corrections_and_a_typo_is_neither(ask, article):
    again(article, "update", note="Tempat dilengkapi.", note_en="The place was added.")
    again(article, "minor")

    release = detail(ask, article)
    assert (release["version"], release["corrections"]) == (3, [])
    assert [(line["kind"], line["text"]["en"]) for line in release["history"]] == [
        ("update", "The place was added.")
    ]


def test_a_correction_of_the_future_is_told_at_its_moment(ask, article, clock):
    at = timezone.now() + timedelta(hours=1)
    again(article, "correction", at=at, **WRONG, **RIGHT)
    before = json.dumps([detail(ask, article), ask("releases")])

    assert "17 orang" not in before
    assert detail(ask, article)["version"] == 1
    clock(at)
    assert detail(ask, article)["corrections"][0]["now"]["id"] == "17 orang hadir."
    assert (detail(ask, article)["version"], len(detail(ask, article)["history"])) == (2, 1)


def test_of_a_withdrawn_release_the_title_and_the_reason_stay(ask, article):
    published = detail(ask, article)
    successor = make.article("Siaran Pengganti")
    publish(successor, **OLD)
    edition = take_away(article, Edition.Kind.WITHDRAWAL, by=None, successor=successor, **WHY)

    assert detail(ask, article) == {
        "id": str(article.uid),
        "url": f"http://testserver/api/v1/releases/{article.uid}/",
        "kind": "press_release",
        "number": None,
        "status": "withheld",
        "version": 2,
        "edition": "withdrawal",
        "languages": ["id", "en"],
        "title": published["title"],
        "published_at": published["published_at"],
        "withheld_at": edition.public_from.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "reason": {"id": "Keliru seluruhnya.", "en": "Wrong throughout."},
        "successor": {
            "id": str(successor.uid),
            "title": {"id": "Siaran Pengganti", "en": None},
            "url": f"http://testserver/api/v1/releases/{successor.uid}/",
        },
        "digest": edition.digest,
        "html_url": published["html_url"],
    }


def test_of_a_killed_release_not_even_the_title_stays(client, article):
    edition = take_away(article, Edition.Kind.KILL, by=None, **WHY)

    response = client.get(f"/api/v1/releases/{article.uid}/")

    assert (response.status_code, response["Content-Type"]) == (410, "application/problem+json")
    assert response.json() == {
        "type": "about:blank",
        "title": "Dibatalkan",
        "status": 410,
        "detail": "Siaran ini dibatalkan dan tidak boleh dipakai lagi.",
        "instance": f"/api/v1/releases/{article.uid}/",
        "release": {
            "id": str(article.uid),
            "status": "canceled",
            "version": 2,
            "reason": {"id": "Keliru seluruhnya.", "en": "Wrong throughout."},
            "successor": None,
            "digest": edition.digest,
            "canceled_at": edition.public_from.strftime("%Y-%m-%dT%H:%M:%SZ"),
        },
    }


def test_a_tombstone_speaks_the_language_of_the_reader(client, article):
    take_away(article, Edition.Kind.KILL, by=None, **WHY)

    response = client.get(f"/api/v1/releases/{article.uid}/", headers={"Accept-Language": "en"})

    assert response["Content-Language"] == "en"
    assert "release" in response.json()


TAKEN_AWAY = pytest.mark.parametrize("kind", [Edition.Kind.WITHDRAWAL, Edition.Kind.KILL])


@TAKEN_AWAY
def test_what_was_taken_away_is_in_no_list_and_its_text_nowhere(client, ask, ids, article, kind):
    take_away(article, kind, by=None, **WHY)

    assert ids("releases") == ids("releases", q="kunjungan") == ids("quotes") == []
    assert client.get(f"/api/v1/quotes/{article.uid}-1/").status_code == 404
    shown = client.get(f"/api/v1/releases/{article.uid}/").content.decode()
    shown += json.dumps([ask("people"), ask("changes")])
    assert "kunjungan kehormatan" not in shown
    assert ("Judul Rahasia" in shown) is (kind == Edition.Kind.WITHDRAWAL)
    assert ("alamat" in shown) is (kind == Edition.Kind.WITHDRAWAL)


@TAKEN_AWAY
def test_a_successor_that_was_killed_itself_is_not_told(client, article, kind):
    successor = make.article("Pengganti Rahasia")
    publish(successor, **OLD)
    take_away(article, kind, by=None, successor=successor, **WHY)
    take_away(successor, Edition.Kind.KILL, by=None, note="Jangan dipakai.")

    response = client.get(f"/api/v1/releases/{article.uid}/")

    shown = response.json()
    assert shown.get("release", shown)["successor"] is None
    assert "Pengganti" not in response.content.decode()


@TAKEN_AWAY
def test_a_mended_reason_is_told_in_its_new_words(client, article, kind):
    take_away(article, kind, by=None, **WHY)
    PublicNote.objects.update(text="Angkanya keliru.")

    shown = client.get(f"/api/v1/releases/{article.uid}/").json()
    assert shown.get("release", shown)["reason"]["id"] == "Angkanya keliru."


def test_a_reinstated_release_is_usable_with_all_that_was_told_of_it(ask, article):
    again(article, "correction", **WRONG, **RIGHT)
    take_away(article, Edition.Kind.WITHDRAWAL, by=None, **WHY)
    again(article, "update", note="Sudah diperiksa.", note_en="It was checked.")

    release = detail(ask, article)
    assert (release["status"], release["version"]) == ("usable", 4)
    assert [line["kind"] for line in release["history"]] == ["update", "withdrawal", "correction"]
    assert len(release["corrections"]) == 1


@pytest.mark.parametrize("parameter", ["x=1", "on=2024-01-01"])
def test_a_parameter_is_refused_as_everywhere(client, article, parameter):
    take_away(article, Edition.Kind.KILL, by=None, **WHY)

    assert client.get(f"/api/v1/releases/{article.uid}/?{parameter}").status_code == 400


def test_who_follows_the_log_always_gets_an_answer_that_fits_it(client, ask, article):
    """Whatever became of the release: the newest row of the log and the answer tell the same version."""
    acts = [
        lambda: again(article, "correction", **WRONG, **RIGHT),
        lambda: take_away(article, Edition.Kind.WITHDRAWAL, by=None, **WHY),
        lambda: again(article, "update", note="Sudah diperiksa.", note_en="It was checked."),
        lambda: take_away(article, Edition.Kind.KILL, by=None, **WHY),
    ]
    since, told = ask("changes", limit=100)["next_since"], []
    for act in acts:
        act()
        answer = ask("changes", kind="release", since=since)
        since, (row,) = answer["next_since"], answer["results"]
        response = client.get(row["href"])
        shown = response.json().get("release", response.json())
        assert (shown["version"], shown["digest"]) == (row["version"], row["digest"])
        told.append((row["op"], response.status_code, shown["status"]))

    assert told == [
        ("upsert", 200, "usable"),
        ("upsert", 200, "withheld"),
        ("upsert", 200, "usable"),
        ("delete", 410, "canceled"),
    ]


def test_every_row_of_the_log_is_answered_by_its_thing_or_says_that_it_is_gone(client, ask):
    person, guest = make.person(public_from=None), make.event(public_from=None)
    article = make.article()
    article.people.add(person)
    article.events.add(guest)
    make.citation(article, event=guest)
    publish(article, **OLD)
    take_away(article, Edition.Kind.KILL, by=None, note="Jangan dipakai.")

    last = {(row["type"], row["id"]): row for row in ask("changes", limit=100)["results"]}
    statuses = {key: (row["op"], client.get(row["href"]).status_code) for key, row in last.items()}

    assert statuses["release", str(article.uid)] == ("delete", 410)
    assert statuses["event", guest.slug] == ("delete", 404)
    assert all(status in {("upsert", 200), ("delete", 404), ("delete", 410)} for status in statuses.values())


@pytest.mark.parametrize("fate", ["usable", "withheld", "canceled"])
def test_an_answer_costs_few_queries_whatever_its_history(client, article, fate):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            client.get(f"/api/v1/releases/{article.uid}/")
        return len(captured)

    if fate != "usable":
        kind = Edition.Kind.WITHDRAWAL if fate == "withheld" else Edition.Kind.KILL
        take_away(article, kind, by=None, successor=make.edition_text().article, **WHY)
    few = queries()
    for _ in range(20):
        make.public_note(article, kind="correction", was="71")
    assert queries() == few <= 12
    assert EditionText.objects.current().filter(article=article).exists() is (fate == "usable")
