"""Each filter keeps what it says, and nothing else."""

from datetime import UTC, date, datetime

import pytest

from articles.publishing import publish
from pressroom.core.dates import Span, UncertainDate
from tests import factories

pytestmark = pytest.mark.usefixtures("reference")


def publish_at(article, *moment: int):
    return publish(article, reason="Siaran lama.", at=datetime(*moment, tzinfo=UTC))


@pytest.fixture
def subjects():
    return {
        "topic": factories.topic(slug="topik"),
        "person": factories.person(slug="tokoh"),
        "organization": factories.organization(slug="lembaga"),
        "country": factories.country("RU"),
        "agreement": factories.agreement(slug="perjanjian"),
    }


@pytest.mark.parametrize(
    ("parameter", "link"),
    [
        ("topic", "topics"),
        ("person", "people"),
        ("organization", "organizations"),
        ("country", "countries"),
        ("agreement", "agreements"),
    ],
)
def test_releases_by_what_they_speak_of(ids, subjects, parameter, link):
    subject = subjects[parameter]
    factories.outside_citation(agreement=subjects["agreement"])
    about, other = factories.article(), factories.article()
    getattr(about, link).add(subject)
    publish_at(about, 2024, 1, 1)
    publish_at(other, 2024, 1, 2)

    assert ids("releases", **{parameter: getattr(subject, "slug", subject.pk)}) == [str(about.uid)]


def test_releases_by_a_person_who_is_only_quoted(ids):
    article = factories.article()
    factories.quote(article, speaker=factories.person(slug="tokoh"))
    publish_at(article, 2024, 1, 1)

    assert ids("releases", person="tokoh") == [str(article.uid)]


def test_releases_by_kind_and_language(ids):
    speech, bilingual = factories.article(kind="speech"), factories.article(english=True)
    publish_at(speech, 2024, 1, 1)
    publish_at(bilingual, 2024, 1, 2)

    assert ids("releases", kind="speech") == [str(speech.uid)]
    assert ids("releases", language="en") == [str(bilingual.uid)]
    assert ids("releases", language="id") == [str(bilingual.uid), str(speech.uid)]


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"published_after": "2024-10-09"}, True),
        ({"published_after": "2024-10-10"}, False),
        ({"published_before": "2024-10-09"}, True),
        ({"published_before": "2024-10-08"}, False),
        ({"published_after": "2024-10-09", "published_before": "2024-10-09"}, True),
    ],
)
@pytest.mark.parametrize("moment", [(2024, 10, 8, 17, 0), (2024, 10, 9, 16, 59, 59)])
def test_releases_by_the_day_where_the_agency_is(ids, parameters, found, moment):
    publish_at(factories.article(), *moment)

    assert bool(ids("releases", **parameters)) is found


def test_words_and_filters_narrow_together(ids):
    fund = factories.article("Pendanaan terorisme", kind="speech")
    other = factories.article("Terorisme siber")
    publish_at(fund, 2024, 1, 1)
    publish_at(other, 2024, 1, 2)

    assert ids("releases", q="teroris") == [str(other.uid), str(fund.uid)]
    assert ids("releases", q="teroris", kind="speech") == [str(fund.uid)]
    assert ids("releases", q="dana teroris") == [str(fund.uid)]
    assert ids("releases", q="yang") == []


def test_quotes_by_person_language_and_release(ids):
    one, two = factories.article(english=True), factories.article()
    speaker = factories.person(slug="tokoh")
    factories.quote(one, speaker=speaker, text_en="BNPT received a courtesy call.")
    factories.quote(one, ordinal=2)
    factories.quote(two)
    publish_at(one, 2024, 1, 1)
    publish_at(two, 2024, 1, 2)

    assert ids("quotes") == [f"{two.uid}-1", f"{one.uid}-1", f"{one.uid}-2"]
    assert ids("quotes", person="tokoh") == ids("quotes", language="en") == [f"{one.uid}-1"]
    assert ids("quotes", release=one.uid) == [f"{one.uid}-1", f"{one.uid}-2"]


@pytest.fixture
def offices():
    """A head of each of two bodies: the old one certainly from 2020 to 2022, the new one since 2023."""
    body, other = factories.organization(slug="lembaga"), factories.organization(slug="lain")
    head = factories.post(organization=body)
    old = Span(date(2020, 1, 1), date(2020, 1, 1), date(2022, 12, 31), date(2022, 12, 31))
    new = Span(start_earliest=date(2023, 1, 1), start_latest=date(2023, 1, 31))
    factories.appointment(factories.person("A", slug="lama"), head, span=old)
    factories.appointment(factories.person("B", slug="baru"), head, span=new)
    factories.appointment(factories.person("C", slug="lain"), factories.post(organization=other), span=new)
    return head


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"organization": "lembaga"}, ["lama", "baru"]),
        ({"organization": "lembaga", "on": "2021-06-01"}, ["lama"]),
        ({"organization": "lembaga", "on": "2023-01-15"}, []),
        ({"organization": "lembaga", "on": "2024-01-01"}, ["baru"]),
        ({"on": "2024-01-01"}, ["baru", "lain"]),
        ({"organization": "lain", "on": "2021-06-01"}, []),
    ],
)
def test_people_by_the_office_they_hold(ids, offices, parameters, found):
    assert ids("people", **parameters) == found


def test_appointments_by_person_post_body_kind_and_day(ask, offices):
    def holders(**parameters):
        return [row["person"]["id"] for row in ask("appointments", **parameters)["results"]]

    assert holders() == ["lain", "baru", "lama"]
    assert holders(person="lama") == holders(post=offices.pk, on="2021-01-01") == ["lama"]
    assert holders(post=offices.pk) == holders(organization="lembaga") == ["baru", "lama"]
    assert holders(kind="plt") == []
    assert holders(on="2024-01-01") == ["lain", "baru"]


def test_posts_by_organization(ids, offices):
    assert ids("posts", organization="lembaga") == [str(offices.pk)]


def test_organizations_by_kind_and_country(ids):
    embassy = factories.embassy("RU", "ID", slug="kedubes")
    factories.organization()

    assert ids("organizations", kind="embassy") == ids("organizations", country="RU") == [embassy.slug]


@pytest.fixture
def treaties():
    bound = factories.agreement("A", slug="berlaku", kind="treaty")
    factories.action(bound, when=UncertainDate.year(2007))
    factories.action(bound, "entry_into_force", when=UncertainDate.day(date(2010, 5, 1)))
    factories.action(bound, "domestic_approval", by="ID", when=UncertainDate.year(2009))
    signed = factories.agreement("B", slug="ditandatangani", parties=("ID", "AU"))
    factories.action(signed, when=UncertainDate.day(date(2015, 3, 2)))
    factories.agreement("C", slug="tanpa-langkah", parties=("AU", "MY"))


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"kind": "treaty"}, ["berlaku"]),
        ({"party": "RU"}, ["berlaku"]),
        ({"party": "AU"}, ["ditandatangani", "tanpa-langkah"]),
        ({"status": "in_force"}, ["berlaku"]),
        ({"status": "in_force", "on": "2010-04-30"}, []),
        ({"status": "signed", "on": "2010-04-30"}, ["berlaku"]),
        ({"status": "signed", "on": "2007-06-01"}, []),
        ({"status": "signed"}, ["ditandatangani"]),
        ({"status": "not_recorded"}, ["tanpa-langkah"]),
        ({"approval": "given"}, ["berlaku"]),
        ({"approval": "given", "on": "2008-06-01"}, []),
        ({"approval": "unknown"}, ["ditandatangani", "tanpa-langkah"]),
        ({"signed_after": "2007-06-01"}, ["berlaku", "ditandatangani"]),
        ({"signed_after": "2008-01-01"}, ["ditandatangani"]),
        ({"signed_before": "2007-01-01"}, ["berlaku"]),
        ({"signed_before": "2006-12-31"}, []),
        ({"on": "2010-04-30"}, ["berlaku", "ditandatangani", "tanpa-langkah"]),
    ],
)
def test_agreements_by_kind_party_standing_and_signature(ids, treaties, parameters, found):
    assert ids("agreements", **parameters) == found


def test_the_status_filter_agrees_with_the_status_shown(ask, treaties):
    for agreement in ask("agreements", on="2012-01-01")["results"]:
        code = agreement["force"]["code"]
        kept = ask("agreements", on="2012-01-01", status=code)["results"]
        assert agreement["id"] in [row["id"] for row in kept]
        approved = ask("agreements", on="2012-01-01", approval=agreement["approval"]["code"])["results"]
        assert agreement["id"] in [row["id"] for row in approved]


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({}, ["awal-2025", "kunjungan", "tanpa-tanggal"]),
        ({"after": "2024-10-09"}, ["awal-2025", "kunjungan"]),
        ({"after": "2025-04-30"}, ["awal-2025"]),
        ({"after": "2025-05-01"}, []),
        ({"before": "2025-01-01"}, ["awal-2025", "kunjungan"]),
        ({"before": "2024-12-31"}, ["kunjungan"]),
        ({"outcome": "held"}, ["kunjungan"]),
        ({"outcome": "unconfirmed"}, ["awal-2025", "tanpa-tanggal"]),
        ({"agreement": "perjanjian"}, ["kunjungan"]),
    ],
)
def test_events_by_day_outcome_and_agreement(ids, parameters, found):
    agreement = factories.agreement(slug="perjanjian")
    factories.held_event(slug="kunjungan").agreements.add(agreement)
    factories.event(slug="awal-2025", when=UncertainDate.third(2025, 1))
    factories.event(slug="tanpa-tanggal")

    assert ids("events", **parameters) == found


def test_instruments_by_kind_and_year(ids):
    law = factories.instrument("uu", year=2018)
    decree = factories.instrument("perpres", year=2010)

    assert ids("instruments") == [str(law.pk), str(decree.pk)]
    assert ids("instruments", kind="uu") == ids("instruments", year="2018") == [str(law.pk)]
    assert ids("instruments", kind="uu", year="2010") == []
