"""The first press release through the API: what a partner gets, to the letter."""

import pytest

pytestmark = pytest.mark.usefixtures("first_release")

UID = "4bf6d740-8f3d-588d-971b-082af34e7c2c"
AGREEMENT = "agreements/mou-indonesia-rusia-pemberantasan-terorisme"


@pytest.mark.parametrize(
    ("resource", "count"),
    [
        *(("releases", 1), ("quotes", 5), ("people", 2), ("organizations", 2), ("posts", 2)),
        *(("appointments", 2), ("topics", 8), ("agreements", 1), ("instruments", 1), ("events", 2)),
    ],
)
def test_each_list_holds_what_the_release_yields(ask, resource, count):
    answer = ask(resource)

    assert (len(answer["results"]), answer["next"], answer["previous"]) == (count, None, None)


def test_the_index_leads_to_every_list(ask):
    for name, address in ask().items():
        if name not in {"openapi", "docs"}:
            assert "results" in ask(address), name


def test_the_list_of_releases_is_slim(ask):
    release = ask("releases")["results"][0]

    assert release["id"] == UID
    assert (
        release["title"]["en"]
        == "Head of BNPT and Russian Embassy Plan Expert Meeting on International Security"
    )
    assert (release["version"], release["edition"], release["status"]) == (1, "first", "usable")
    assert release["languages"] == ["id", "en"]
    assert release["released_on"] == "2024-10-09"
    assert not release.keys() & {"texts", "quotes", "html", "text", "people"}


def test_a_release_has_a_page_in_each_language(ask):
    pages = ask("releases")["results"][0]["html_url"]

    assert pages["id"].startswith("http://testserver/siaran-pers/kepala-bnpt")
    assert pages["en"].startswith("http://testserver/en/")


def test_a_release_tells_everything_it_speaks_of(ask):
    release = ask(f"releases/{UID}")

    assert "berencana mengadakan expert meeting" in release["texts"]["id"]["text"]
    assert "<p>" in release["texts"]["id"]["html"]
    assert release["texts"]["en"]["unofficial"] is True
    assert [quote["speaker"]["id"] for quote in release["quotes"]] == [
        *["eddy-hartono"] * 3,
        *["sergei-tolchenov"] * 2,
    ]
    assert release["people"][0] == {
        "id": "eddy-hartono",
        "name": {
            "id": "Komjen. Pol. Eddy Hartono, S.I.K., M.H.",
            "en": "Pol. Comm. Gen. Eddy Hartono, S.I.K., M.H.",
        },
        "role": {"id": "Kepala BNPT", "en": "Head of BNPT"},
        "url": "http://testserver/api/v1/people/eddy-hartono/",
    }
    counts = {
        name: len(release[name]) for name in ("organizations", "countries", "agreements", "events", "topics")
    }
    assert counts == {"organizations": 2, "countries": 2, "agreements": 1, "events": 2, "topics": 8}


def test_every_address_in_a_release_answers(ask):
    release = ask(f"releases/{UID}")

    kinds = ("people", "organizations", "countries", "agreements", "events", "topics", "quotes")
    entries = [entry for kind in kinds for entry in release[kind]]
    for entry in [*entries, *(citation["fact"] for citation in release["citations"])]:
        ask(entry["url"])


def test_a_release_lists_the_facts_that_rest_on_its_words(ask):
    citations = ask(f"releases/{UID}")["citations"]

    kinds = {citation["fact"]["type"] for citation in citations}
    assert kinds == {"organization", "person_honorific", "appointment", "agreement", "action", "event"}
    assert len(citations) >= 15


def test_the_agreement_is_approved_and_its_entry_into_force_is_not_recorded(ask):
    agreement = ask(AGREEMENT)

    assert agreement["approval"]["code"] == "given"
    assert agreement["approval"]["label"]["id"] == "sudah"
    assert agreement["force"]["code"] == "signed"
    assert "tanggal berlaku belum tercatat" in agreement["force"]["label"]["id"]
    assert [party["name"]["id"] for party in agreement["parties"]] == [
        "Pemerintah Indonesia",
        "Pemerintah Rusia",
    ]


def test_each_step_of_the_agreement_shows_the_sentence_it_rests_on(ask):
    signature, approval = ask("agreements")["results"][0]["actions"]

    assert (signature["kind"], signature["when"]["edtf"], signature["party"]) == ("signature", "2007", None)
    assert "di tahun 2007" in signature["citations"][0]["excerpt"]
    assert signature["citations"][0]["release"]["id"] == UID
    assert approval["instrument"]["citation"] == {
        "id": "Perpres No. 3 Tahun 2010",
        "en": "Presidential Regulation No. 3 of 2010",
    }
    assert (approval["citations"][0]["basis"], approval["citations"][0]["paragraph"]) == ("inferred", 4)
    assert "disimpulkan" in approval["citations"][0]["note"]["id"]


@pytest.mark.parametrize(
    ("day", "approval", "force"),
    [
        ("2006-12-31", "unknown", "not_recorded"),
        ("2007-12-31", "unknown", "signed"),
        ("2010-12-30", "unknown", "signed"),
        ("2010-12-31", "given", "signed"),
    ],
)
def test_an_agreement_stands_as_of_a_day(ask, day, approval, force):
    agreement = ask(AGREEMENT, on=day)

    assert (agreement["approval"]["code"], agreement["force"]["code"]) == (approval, force)
    assert agreement["as_of"] == day


def test_an_uncertain_date_is_edtf_and_its_printed_words(ask):
    meeting, call = ask("events")["results"]

    assert meeting["when"] == {
        "edtf": "2025-37",
        "earliest": "2025-01-01",
        "latest": "2025-04-30",
        "text": {"id": "awal tahun 2025", "en": "early 2025"},
    }
    assert call["when"]["edtf"] == "2024-10-09"
    assert (meeting["outcome"], meeting["needs_confirmation"], call["outcome"]) == (None, True, "held")
    assert meeting["follows"]["id"] == call["id"]
    assert len(meeting["agenda"]) == 4


def test_an_office_is_shown_as_long_as_it_is_attested(ask):
    appointment = ask("people/eddy-hartono")["appointments"][0]

    assert appointment["title"] == {"id": "Kepala BNPT", "en": "Head of BNPT"}
    assert appointment["period"]["start"] == "[..2024-10-09]"
    assert appointment["period"]["end"] == "[2024-10-09..]"
    assert appointment["period"]["text"]["id"] == "tercatat pada 9 Oktober 2024"


@pytest.mark.parametrize(
    "resource", ["people", "organizations", "posts", "appointments", "agreements", "events", "instruments"]
)
def test_every_fact_carries_its_citations(ask, resource):
    for row in ask(resource)["results"]:
        assert row["citations"], row
        for citation in row["citations"]:
            assert citation["release"]["id"] == UID
            assert citation["excerpt"]


def test_every_step_of_the_log_can_be_fetched(ask):
    changes = ask("changes", limit=100)

    assert changes["has_more"] is False
    assert changes["results"][0]["type"] == "release"
    assert [change["seq"] for change in changes["results"]] == list(range(1, len(changes["results"]) + 1))
    for change in changes["results"]:
        ask(change["href"])


@pytest.mark.parametrize("words", ["terorisme", "teroris", "menanggulangi"])
def test_the_release_is_found_by_the_forms_of_its_words(ids, words):
    assert ids("releases", q=words) == [UID]
    assert ids("releases", q=f"{words} pesawat") == []


def test_the_english_text_is_searched_where_english_is_asked_for(ids):
    assert ids("releases", q="terrorists", language="en") == [UID]
    assert ids("releases", q="embassies", language="en") == [UID]
