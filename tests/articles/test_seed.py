"""The fixtures hold exactly what the first press release yields: the check-list of the domain model."""

from datetime import date

import pytest

from agreements.models import (
    AgendaItem,
    Agreement,
    AgreementAction,
    Event,
    EventParticipant,
    InstrumentKind,
    LegalInstrument,
)
from agreements.standing import Approval, Force
from articles.models import Article, Citation, EditionCitation, EditionText, Quote
from articles.verbatim import paragraph_of, stands_in
from entities.models import (
    Appointment,
    Country,
    Honorific,
    Organization,
    Person,
    PersonHonorific,
    Post,
    Topic,
)
from pressroom.core.dates import when_edtf
from pressroom.core.models import Change
from tests.articles.conftest import SOURCE

pytestmark = pytest.mark.django_db
THE_DAY = date(2024, 10, 9)


def test_the_release_is_in_the_fixtures_as_it_was_printed(seed: Article) -> None:
    printed = (SOURCE / "2024-10-09-bnpt-kedubes-rusia.txt").read_text()
    assert seed.text() == "\n".join(line.strip() for line in printed.splitlines())
    assert seed.place == "Jakarta"


def test_the_release_is_published_on_its_day_in_both_languages(seed: Article) -> None:
    texts = {text.language: text for text in EditionText.objects.current()}
    assert set(texts) == {"id", "en"}
    assert texts["id"].released_on == texts["en"].released_on == THE_DAY
    assert texts["id"].published_at.date() == THE_DAY
    assert (texts["id"].unofficial, texts["en"].unofficial) == (False, True)


def test_it_speaks_of_two_countries(seed: Article) -> None:
    assert list(seed.countries.values_list("name", "official")) == [
        ("Indonesia", "Republik Indonesia"),
        ("Rusia", "Federasi Rusia"),
    ]


def test_it_yields_two_organizations(seed: Article) -> None:
    agency, embassy = Organization.objects.order_by("pk")
    assert (agency.short, agency.name) == ("BNPT", "Badan Nasional Penanggulangan Terorisme")
    assert agency.name_en == "National Counter Terrorism Agency"
    assert embassy.name == "Kedutaan Besar Rusia di Indonesia"
    assert embassy.name_en == "Embassy of the Russian Federation in Indonesia"
    assert (embassy.kind, embassy.country_id, embassy.host_country_id) == ("embassy", "RU", "ID")


def test_it_yields_two_people_with_their_titles(seed: Article) -> None:
    eddy, sergei = Person.objects.order_by("pk")
    assert (eddy.name, eddy.sort_name) == ("Eddy Hartono", "Hartono, Eddy")
    assert (sergei.name, sergei.sort_name) == ("Sergei Tolchenov", "Tolchenov, Sergei")
    assert eddy.styled(THE_DAY) == "Komjen. Pol. Eddy Hartono, S.I.K., M.H."
    assert sergei.styled(THE_DAY) == "Sergei Tolchenov"


def test_it_yields_three_honorifics_all_of_them_eddys(seed: Article) -> None:
    held = PersonHonorific.objects.select_related("honorific", "person").order_by("pk")
    assert {h.person.name for h in held} == {"Eddy Hartono"}
    assert [(h.honorific.abbr, h.honorific.name, h.honorific.name_en) for h in held] == [
        ("Komjen. Pol.", "Komisaris Jenderal Polisi", "Police Commissioner General"),
        ("S.I.K.", "Sarjana Ilmu Kepolisian", "Bachelor of Police Science"),
        ("M.H.", "Magister Hukum", "Master of Laws"),
    ]


def test_it_yields_two_posts_and_appointments_attested_on_that_day_only(seed: Article) -> None:
    assert list(Post.objects.order_by("pk").values_list("title", "title_en")) == [
        ("Kepala BNPT", "Head of BNPT"),
        ("Duta Besar Rusia untuk Indonesia", "Ambassador of Russia to Indonesia"),
    ]
    for appointment in Appointment.objects.all():
        assert (appointment.start_earliest, appointment.end_latest) == (None, None)
        assert appointment.start_latest == appointment.end_earliest == THE_DAY


def test_it_yields_one_agreement_between_two_governments(seed: Article) -> None:
    agreement = Agreement.objects.get()
    assert agreement.kind == "mou"
    assert (
        agreement.title_original == "Memorandum of Understanding (MoU) on Cooperation in Combating Terrorism"
    )
    assert agreement.title_translated
    assert [(p.country_id, p.capacity) for p in agreement.parties.all()] == [
        ("ID", "government"),
        ("RU", "government"),
    ]


def test_it_yields_two_actions_and_one_instrument(seed: Article) -> None:
    signature, approval = AgreementAction.objects.order_by("pk")
    assert (signature.kind, signature.party, when_edtf(signature.when)) == ("signature", None, "2007")
    assert (approval.kind, approval.party.country_id, when_edtf(approval.when)) == (
        "domestic_approval",
        "ID",
        "2010",
    )
    assert approval.instrument == LegalInstrument.objects.get()
    assert str(approval.instrument) == "Perpres No. 3 Tahun 2010"
    assert not signature.place
    assert not signature.signatories.exists()
    assert (approval.instrument.title, approval.instrument.enacted_on) == ("", None)


def test_pengesahan_is_given_and_entry_into_force_is_not_recorded(seed: Article) -> None:
    agreement = Agreement.objects.with_standing().get()
    assert agreement.approval == Approval.GIVEN
    assert agreement.force_on(date(2026, 1, 1)) == Force.SIGNED


def test_it_yields_two_events(seed: Article) -> None:
    call, meeting = Event.objects.order_by("pk")
    assert (call.kind, call.outcome, call.venue) == ("courtesy_call", "held", "Kantor BNPT, Jakarta")
    assert call.exact
    assert call.earliest == THE_DAY
    assert (meeting.kind, meeting.outcome, meeting.follows) == ("expert_meeting", "", call)
    assert (meeting.earliest, meeting.latest) == (date(2025, 1, 1), date(2025, 4, 30))
    assert (meeting.when_text(), when_edtf(meeting.when)) == ("awal tahun 2025", "2025-37")
    assert meeting.needs_confirmation(date(2025, 5, 1))
    assert not meeting.agreements.exists(), "nothing says that the meeting falls under the MoU"


def test_six_participants_and_four_agenda_items(seed: Article) -> None:
    found = [(p.event.kind, str(p.actor), p.role) for p in EventParticipant.objects.order_by("pk")]
    assert found == [
        ("courtesy_call", "Eddy Hartono", "host"),
        ("courtesy_call", "Sergei Tolchenov", "guest"),
        ("expert_meeting", "Indonesia", "delegation"),
        ("expert_meeting", "Rusia", "delegation"),
        ("expert_meeting", "Eddy Hartono", "planner"),
        ("expert_meeting", "Sergei Tolchenov", "planner"),
    ]
    assert [item.text for item in AgendaItem.objects.order_by("ordinal")] == [
        "Keamanan internasional",
        "Penyalahgunaan media sosial untuk tujuan teroris",
        "Pendanaan terorisme",
        "Upaya dalam menanggulangi individu yang terpapar paham ekstremis",
    ]


def test_five_quotes_stand_in_the_text_in_both_languages(seed: Article) -> None:
    quotes = list(Quote.objects.select_related("speaker", "appointment__post"))
    assert [
        (paragraph_of(q.text, seed.text()), q.speaker.name, q.attribution, q.kind, q.verb) for q in quotes
    ] == [
        (2, "Eddy Hartono", "Kepala BNPT", "direct", "jelas"),
        (3, "Eddy Hartono", "Eddy", "indirect", "turut menjelaskan"),
        (4, "Eddy Hartono", "", "direct", "tambahnya"),
        (
            5,
            "Sergei Tolchenov",
            "Duta Besar Rusia untuk Indonesia Sergei Tolchenov",
            "indirect",
            "mengatakan",
        ),
        (6, "Sergei Tolchenov", "", "direct", "ucapnya"),
    ]
    assert all(stands_in(q.text_en, seed.text("en")) for q in quotes)
    assert "tau" in quotes[4].text.split(), "the record keeps the word as printed"
    assert {q.appointment.person_id == q.speaker_id for q in quotes} == {True}


def test_eight_topics_two_of_them_with_iptc_codes(seed: Article) -> None:
    assert dict(seed.topics.values_list("name", "medtop")) == {
        "Keamanan internasional": "",
        "Penanggulangan terorisme": "20000103",
        "Pencegahan radikalisme": "",
        "Pendanaan terorisme": "",
        "Media sosial untuk tujuan teroris": "",
        "Penanganan individu terpapar ekstremisme": "",
        "Pertukaran informasi": "",
        "Kerja sama bilateral Indonesia–Rusia": "20000639",
    }


CITED = {
    "organization BNPT": {1},
    "organization embassy": {0},
    "person_honorific Komjen. Pol.": {1},
    "person_honorific S.I.K.": {1},
    "person_honorific M.H.": {1},
    "appointment Eddy Hartono": {1},
    "appointment Sergei Tolchenov": {1, 5},
    "agreement mou": {3, 4},
    "action signature": {3, 4},
    "action domestic_approval": {4},
    "event courtesy_call": {2},
    "event expert_meeting": {1, 2, 7},
}


def key_of(citation: Citation) -> str:
    target = citation.target
    names = {
        "organization": lambda: target.short or target.kind,
        "person_honorific": lambda: target.honorific.abbr,
        "appointment": lambda: target.person.name,
    }
    return f"{citation.target_type} {names.get(citation.target_type, lambda: target.kind)()}"


def test_every_fact_is_cited_by_its_sentence(seed: Article) -> None:
    found: dict[str, set[int | None]] = {}
    for citation in Citation.objects.all():
        found.setdefault(key_of(citation), set()).add(paragraph_of(citation.excerpt, seed.text()))
    assert found == CITED
    assert EditionCitation.objects.current().count() == Citation.objects.count() >= 15


@pytest.mark.parametrize("fact", ["event courtesy_call", "action domestic_approval", "organization embassy"])
def test_what_was_inferred_says_why_in_both_languages(seed: Article, fact: str) -> None:
    inferred = [c for c in Citation.objects.filter(basis="inferred") if key_of(c) == fact]
    assert inferred
    assert all(c.note and c.note_en for c in inferred)


def test_everything_the_release_names_is_public_and_nothing_else(seed: Article) -> None:
    for model in (
        Organization,
        Person,
        PersonHonorific,
        Post,
        Appointment,
        Agreement,
        AgreementAction,
        Event,
    ):
        assert model.objects.visible().count() == model.objects.count() > 0
    assert set(Topic.objects.visible()) == set(seed.topics.all())
    assert Topic.objects.count() > 8
    assert list(Change.objects.values_list("seq", flat=True)) == list(range(1, Change.objects.count() + 1))


def test_the_reference_data_is_complete(seed: Article) -> None:
    assert Country.objects.count() >= 250
    assert Country.objects.get(pk="SU").name == "Uni Soviet"
    assert not Country.objects.filter(name="").exists()
    assert not Country.objects.filter(name_en="").exists()
    assert Honorific.objects.count() >= 60
    assert not Honorific.objects.filter(name_en="").exists()
    assert InstrumentKind.objects.count() == 9
