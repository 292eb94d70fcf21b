"""From answers to a draft: what is accepted is written in one transaction; what is wrong is refused whole."""

from dataclasses import replace
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.db.models import Model

from agreements.models import Agreement, Event, LegalInstrument
from articles.intake.drafting import Refused, answers_by, draft
from articles.intake.proposals import Candidate, Concern, Match, Proposals
from articles.intake.proposing import propose_for
from articles.intake.reader import Reading
from articles.models import Article, Citation
from articles.verbatim import stands_in
from entities.models import Appointment, Organization, OrganizationName, Person, Post
from pressroom.core.dates import Span as Period
from pressroom.core.models import AuditEntry
from tests.intake.readings import HELD, LAW, MOU, seed_reading, span

WRITTEN: tuple[type[Model], ...] = (Article, Person, Organization, Post, Agreement, Event, Citation)


def proposals(reading: Reading | None = None) -> Proposals:
    return propose_for(reading or seed_reading())


def everything(cards: Proposals) -> dict[str, str]:
    """Every card accepted as proposed, the embassy with its two countries."""
    answers = answers_by(cards, lambda card: card.kind != "concern")
    return answers | {"organization-1-country": "RU", "organization-1-host_country": "ID"}


@pytest.fixture
def made(reference: None, author: User) -> Article:
    cards = proposals()
    return draft(cards, everything(cards), author)


def test_the_article_holds_the_texts_and_speaks_of_everything(made: Article) -> None:
    assert made.title.startswith("Kepala BNPT dan Kedubes Rusia")
    assert made.body.count("<p>") == 7
    assert made.slug == "kepala-bnpt-dan-kedubes-rusia-rencanakan-expert-meeting-bahas-keamanan-internasional"
    assert {person.name for person in made.people.all()} == {"Eddy Hartono", "Sergei Tolchenov"}
    assert {row.pk for row in made.countries.all()} == {"ID", "RU"}
    assert made.organizations.count() == 2
    assert made.agreements.count() == made.topics.count() == 1
    assert made.events.count() == 2
    assert made.event
    assert made.event.outcome == "held"


def test_offices_are_posts_of_the_organizations_and_seen_on_the_day(made: Article) -> None:
    appointment = Appointment.objects.get(person__name="Eddy Hartono")
    assert appointment.post.title == "Kepala BNPT"
    assert appointment.post.title_en == "Head of BNPT"
    assert appointment.post.organization.short == "BNPT"
    assert appointment.span == Period.seen_on(HELD)


def test_titles_known_to_the_register_are_held(made: Article) -> None:
    held = Person.objects.get(name="Eddy Hartono").honorifics.values_list("honorific__code", flat=True)
    assert list(held) == ["komjen-pol", "sik", "mh"]


def test_the_agreement_has_its_parties_and_steps(made: Article) -> None:
    agreement = Agreement.objects.get()
    parties = set(agreement.parties.values_list("country", "capacity"))
    assert parties == {("ID", "government"), ("RU", "state")}
    steps = {action.kind: action for action in agreement.actions.all()}
    assert steps["signature"].earliest == date(2007, 1, 1)
    assert str(steps["domestic_approval"].instrument) == "Perpres No. 3 Tahun 2010"


def test_events_keep_their_words_and_agenda(made: Article) -> None:
    planned = Event.objects.get(kind="expert_meeting")
    assert planned.label == "awal tahun 2025"
    assert planned.outcome == ""
    assert [item.text for item in planned.agenda.all()] == ["keamanan internasional", "pendanaan terorisme"]
    assert {str(row.actor) for row in planned.participants.all()} == {"Indonesia", "Rusia"}


def test_quotes_have_speaker_and_office(made: Article) -> None:
    quotes = list(made.quotes.select_related("speaker", "appointment__post"))
    assert [quote.speaker.name for quote in quotes] == ["Eddy Hartono", "Eddy Hartono", "Sergei Tolchenov"]
    assert quotes[0].appointment
    assert quotes[0].appointment.post.title == "Kepala BNPT"
    assert all(stands_in(quote.text, made.text()) for quote in quotes)


def test_every_new_fact_has_its_exact_words(made: Article) -> None:
    citations = list(Citation.objects.filter(article=made))
    assert all(stands_in(citation.excerpt, made.text()) for citation in citations)
    cited = {(citation.target_type, citation.target.pk) for citation in citations}
    for model, target in ((Organization, "organization"), (Agreement, "agreement"), (Event, "event")):
        assert {(target, pk) for pk in model._default_manager.values_list("pk", flat=True)} <= cited
    assert {(target, pk) for target, pk in cited if target == "appointment"}
    assert all(citation.note and citation.note_en for citation in citations if citation.basis == "inferred")


def test_nothing_is_public_and_the_first_revision_names_the_author(made: Article, author: User) -> None:
    assert made.state == Article.State.DRAFT
    assert not Person.objects.visible().exists()
    revision = made.revisions.get()
    assert (revision.number, revision.author) == (1, author)
    assert AuditEntry.objects.filter(act="drafted", actor="penulis").count() == 1


def test_the_printed_name_is_kept_beside_the_full_one(made: Article) -> None:
    embassy = Organization.objects.get(kind="embassy")
    assert embassy.name == "Kedutaan Besar Rusia"
    assert OrganizationName.objects.get(organization=embassy).name == "Kedubes Rusia"


def test_the_english_side_is_prepared_and_not_ready(made: Article) -> None:
    assert "Ambassador of Russia to Indonesia Sergei Tolchenov" in made.body_en
    assert "Presidential Regulation No. 3 of 2010" in made.body_en
    assert not made.english_ready


def test_only_what_is_accepted_is_written(reference: None, author: User) -> None:
    cards = proposals()
    article = draft(cards, answers_by(cards, lambda card: card.kind == "release"), author)
    assert not Person.objects.exists()
    assert not article.quotes.exists()


def test_existing_rows_are_used_and_not_written_again(made: Article, author: User) -> None:
    cards = matched(proposals(seed_reading()))
    before = {model: model._default_manager.count() for model in (Person, Organization, Post, Appointment)}
    again = draft(cards, everything(cards), author)
    assert {model: model._default_manager.count() for model in before} == before
    assert again.slug == f"{made.slug}-2"
    assert again.people.count() == 2


def matched(cards: Proposals) -> Proposals:
    """People and organizations as the register knows them by now."""
    known = {
        "person-0": Person.objects.get(name="Eddy Hartono"),
        "person-1": Person.objects.get(name="Sergei Tolchenov"),
        "organization-0": Organization.objects.get(short="BNPT"),
        "organization-1": Organization.objects.get(kind="embassy"),
        "agreement-0": Agreement.objects.get(),
        "regulation-0": LegalInstrument.objects.get(),
    }

    def match(key: str) -> Match:
        row = known.get(key)
        return Match((Candidate(str(row.pk), str(row), "existing", ""),)) if row else Match()

    return replace(
        cards, cards=tuple(replace(c, match=match(c.key)) if c.key in known else c for c in cards.cards)
    )


def test_whoever_was_seen_before_the_present_holder_has_left_by_then(reference: None, author: User) -> None:
    bnpt = Organization.objects.create(slug="bnpt", name="BNPT", kind="agency", short="BNPT")
    successor = sitting(bnpt, date(2025, 6, 1))
    cards = with_organization(proposals(), bnpt)
    draft(cards, everything(cards), author)
    earlier = Appointment.objects.get(person__name="Eddy Hartono")
    assert (earlier.end_earliest, earlier.end_latest) == (HELD, successor.start_latest)


def sitting(body: Organization, day: date) -> Appointment:
    person = Person.objects.create(slug="lain", name="Orang Lain", sort_name="Lain, Orang")
    row = Appointment(person=person, post=Post.objects.create(organization=body, title="Kepala BNPT"))
    row.span = Period.seen_on(day)
    row.save()
    return row


def with_organization(cards: Proposals, body: Organization) -> Proposals:
    match = Match((Candidate(str(body.pk), body.name, "existing", ""),))
    changed = (replace(c, match=match) if c.key == "organization-0" else c for c in cards.cards)
    return replace(cards, cards=tuple(changed))


def test_an_office_that_somebody_else_holds_is_refused_at_its_value(reference: None, author: User) -> None:
    bnpt = Organization.objects.create(slug="bnpt", name="BNPT", kind="agency", short="BNPT")
    sitting(bnpt, date(2024, 1, 1))
    cards = with_organization(proposals(), bnpt)
    errors = refused(cards, everything(cards), author)
    assert "dipegang Orang Lain" in errors["person-0-post"][0]


WRONG: list[tuple[dict[str, str], str, str]] = [
    # the answers changed, where the refusal stands, what it says
    ({"person-0-match": "99"}, "person-0-match", "tidak ada lagi"),
    ({"person-0-acting": "raja"}, "person-0-acting", "dari daftar"),
    ({"person-0-name": ""}, "person-0-name", ""),
    ({"organization-1-country": "XX"}, "organization-1-country", "XX"),
    ({"organization-1-host_country": ""}, "organization-1", "negara penerima"),
    ({"organization-0-verdict": "skip"}, "person-0-organization", "Jabatan memerlukan lembaga"),
    ({"person-1-verdict": "skip"}, "quote-2-speaker", "pembicara"),
    ({"regulation-0-year": "dua ribu"}, "regulation-0-year", "angka"),
    ({"agreement-0-parties": "Negeri Antah"}, "agreement-0-parties", "Negeri Antah"),
    ({"agreement-0-parties": "Rusia"}, "agreement-0-parties", "pihak Indonesia"),
    ({"agreement-0-signed": "entah"}, "agreement-0-signed", ""),
    ({"event-1-when": "entah"}, "event-1-when", ""),
    ({"event-0-when": ""}, "event-0-when", "memerlukan tanggal"),
    ({"event-0-participants": "Si Anu"}, "event-0-participants", "Si Anu"),
    ({"release-0-title": ""}, "release-0-title", ""),
    ({"release-0-title": "x" * 300}, "release-0-title", "250"),
    ({"release-0-event_date": "9 Okt"}, "release-0-event_date", "tahun-bulan-hari"),
]


@pytest.mark.parametrize(("changed", "key", "message"), WRONG)
def test_what_is_wrong_is_told_where_it_stands_and_nothing_is_written(
    reference: None, author: User, changed: dict[str, str], key: str, message: str
) -> None:
    cards = proposals()
    errors = refused(cards, everything(cards) | changed, author)
    assert message in errors[key][0]


def refused(cards: Proposals, answers: dict[str, str], author: User) -> dict[str, list[str]]:
    before = {model: model._default_manager.count() for model in WRITTEN}
    with pytest.raises(Refused) as refusal:
        draft(cards, answers, author)
    assert {model: model._default_manager.count() for model in WRITTEN} == before
    return refusal.value.errors


def test_accepted_fixes_change_text_and_excerpts_alike(reference: None, author: User) -> None:
    reading = seed_reading()
    concern = Concern("style", span(reading.text, "di tahun 2007"), "…", fix="pada tahun 2007")
    cards = with_concern(proposals(reading), concern)
    article = draft(cards, everything(cards) | {"concern-0-verdict": "accept"}, author)
    assert "Terrorism pada tahun 2007" in article.text()
    assert all(stands_in(row.excerpt, article.text()) for row in Citation.objects.all())


def with_concern(cards: Proposals, concern: Concern) -> Proposals:
    from articles.intake.proposing.cards import concern_cards

    kept = (card for card in cards.cards if card.kind != "concern")
    return replace(cards, cards=(*kept, *concern_cards([concern])))


def test_a_law_without_number_informs_and_cannot_be_stored(reference: None) -> None:
    reading = seed_reading()
    law = replace(reading.regulations[0], number=None, year=None)
    agreement = replace(reading.agreements[0], regulation=None)
    card = proposals(replace(reading, regulations=(law,), agreements=(agreement,))).of_kind("regulation")[0]
    assert not card.decidable
    assert card.label == LAW


def test_a_card_is_certain_only_if_all_it_needs_is(reference: None) -> None:
    cards = proposals()
    embassy = cards.card("organization-1")
    sergei = cards.card("person-1")
    assert embassy
    assert sergei
    assert not embassy.certain  # its countries are a guess
    assert sergei.needs == ("organization-1",)
    assert not sergei.certain


def test_the_title_of_a_proposal_is_never_longer_than_its_column(reference: None) -> None:
    reading = seed_reading()
    agreement = replace(reading.agreements[0], text=f"{MOU} {'x' * 400}")
    card = proposals(replace(reading, agreements=(agreement,))).of_kind("agreement")[0]
    assert len(card.fields[0].value) == 300
