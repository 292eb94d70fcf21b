"""Each fact falls on the right row, on the right day, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.utils.translation import override

from articles.intake.drafting import Refused, answers_by, draft
from articles.intake.proposals import Candidate, Match, Proposals
from articles.intake.proposing import propose_for
from articles.intake.reader import lay_out
from articles.verbatim import stands_in
from entities.models import Appointment, Person, PersonHonorific
from pressroom.core.dates import Span as Period
from pressroom.core.models import AuditEntry
from tests import factories as make
from tests.intake.by_hand import Text
from tests.intake.readings import SEED, seed_reading
from tests.intake.test_drafting import everything, proposals, with_organization

pytestmark = pytest.mark.django_db


def test_nobody_is_seen_in_office_on_a_day_to_come(reference: None, author: User) -> None:
    """A release that announces a meeting speaks of those in office when it was written."""
    reading = seed_reading()
    cards = propose_for(replace(reading, document=lay_out(reading.text, date(2024, 10, 7))))
    draft(cards, everything(cards), author)
    assert Appointment.objects.first().span == Period.seen_on(date(2024, 10, 7))


def meaning(cards: Proposals, person: Person, *keys: str) -> Proposals:
    """All these cards mean one row of the register."""
    match = Match((Candidate(str(person.pk), person.name, "existing", ""),))
    changed = (replace(card, match=match) if card.key in keys else card for card in cards.cards)
    return replace(cards, cards=tuple(changed))


def test_two_cards_of_one_person_give_one_title_and_one_office(reference: None, author: User) -> None:
    eddy = make.person("Eddy Hartono", slug="eddy-hartono")
    cards = meaning(proposals(), eddy, "person-0", "person-1")
    answers = everything(cards)
    same = {f"person-1-{n}": answers[f"person-0-{n}"] for n in ("titles", "post", "organization", "acting")}
    draft(cards, answers | same, author)
    assert PersonHonorific.objects.filter(person=eddy).count() == 3
    assert Appointment.objects.filter(person=eddy).count() == 1


def test_who_acts_is_not_taken_for_the_head(reference: None, author: User) -> None:
    bnpt = make.organization("BNPT", slug="bnpt", short="BNPT")
    eddy = make.person("Eddy Hartono", slug="eddy-hartono")
    head = make.appointment(eddy, make.post("Kepala BNPT", organization=bnpt))
    cards = meaning(with_organization(proposals(), bnpt), eddy, "person-0")
    draft(cards, everything(cards) | {"person-0-acting": "plt"}, author)
    assert set(eddy.appointments.values_list("kind", flat=True)) == {"substantive", "plt"}
    assert not head.citations.exists()


def test_what_the_trail_counts_is_in_its_own_language(reference: None, author: User) -> None:
    cards = proposals()
    with override("en"):
        draft(cards, everything(cards), author)
    details = AuditEntry.objects.get(act="drafted").details
    assert details["tokoh"] == [None, 2]
    assert SEED.read_text()[:40] not in str(details)


def test_an_office_that_another_holds_is_not_taken_unasked(reference: None, author: User) -> None:
    """Accepted with all that is certain, it would only be refused."""
    bnpt = make.organization("Badan Nasional Penanggulangan Terorisme", slug="bnpt", short="BNPT")
    head = make.appointment(make.person("Orang Lain"), make.post("Kepala BNPT", organization=bnpt))
    type(head).objects.filter(pk=head.pk).update(start_latest=date(2024, 1, 1))
    cards = proposals()
    eddy = cards.card("person-0")
    assert eddy
    assert not eddy.certain
    assert draft(cards, answers_by(cards), author)


@pytest.mark.parametrize("name", ["name", "short", "country"])
def test_what_is_typed_for_a_known_row_is_not_lost_without_a_word(
    reference: None, author: User, name: str
) -> None:
    bnpt = make.organization("BNPT", slug="bnpt", short="BNPT")
    cards = with_organization(proposals(), bnpt)
    with pytest.raises(Refused) as refusal:
        draft(cards, everything(cards) | {f"organization-0-{name}": "ID"}, author)
    assert "ubahlah di registernya" in refusal.value.errors[f"organization-0-{name}"][0]


def test_a_known_person_takes_a_new_office_as_typed(reference: None, author: User) -> None:
    eddy = make.person("Eddy Hartono", slug="eddy-hartono")
    cards = meaning(proposals(), eddy, "person-0")
    draft(cards, everything(cards) | {"person-0-post": "Ketua Tim", "person-0-titles": ""}, author)
    assert eddy.appointments.get().post.title == "Ketua Tim"


@pytest.mark.parametrize(("typed", "outcome"), [("2024-10-09", "held"), ("2024-10-08", None)])
def test_the_event_of_a_release_was_held_on_its_day(
    reference: None, author: User, typed: str, outcome: str | None
) -> None:
    """Something that was held long before is background, not what the release is about."""
    cards = proposals()
    article = draft(cards, everything(cards) | {"release-0-event_date": typed}, author)
    assert (article.event.outcome if article.event else None) == outcome


def test_what_is_planned_and_nothing_else_is_left_to_the_editor(reference: None) -> None:
    reading = seed_reading()
    vague = replace(reading.events[1], kind="other")
    assert propose_for(reading).card("event-1").certain
    assert not propose_for(replace(reading, events=(reading.events[0], vague))).card("event-1").certain


@pytest.mark.parametrize(("role", "certain"), [("Korban bom", False), ("", False), ("Kepala Desa", True)])
def test_nobody_without_an_office_is_put_into_the_register_unasked(
    reference: None, role: str, certain: bool
) -> None:
    text = Text(f"Jakarta - {role} Sari Wulandari hadir.")
    cards = propose_for(text.reading(people=[text.person("Sari Wulandari", role)]))
    assert cards.card("person-0").certain == certain


def test_a_law_that_approves_an_agreement_makes_our_state_a_party(reference: None) -> None:
    reading = seed_reading()
    agreement = replace(reading.agreements[0], parties=("Rusia",))
    cards = propose_for(replace(reading, agreements=(agreement,)))
    parties = next(field for field in cards.card("agreement-0").fields if field.name == "parties")
    assert parties.value.splitlines() == ["Indonesia", "Rusia"]


def test_an_agreement_with_an_unknown_party_waits_for_the_editor(reference: None) -> None:
    reading = seed_reading()
    agreement = replace(reading.agreements[0], parties=("Indonesia", "Negeri Antah"))
    with_bnpt = replace(agreement, parties=("Indonesia", "Badan Nasional Penanggulangan Terorisme"))
    cards = [
        propose_for(replace(reading, agreements=(a,))).card("agreement-0") for a in (agreement, with_bnpt)
    ]
    assert [card.certain for card in cards] == [False, True]
    assert cards[1].needs == ("regulation-0", "organization-0")


def test_indirect_speech_is_kept_in_the_words_of_the_draft(
    reference: None, starting_rules: None, author: User
) -> None:
    text = Text("Jakarta - Kepala Desa Sari Wulandari mengatakan jalan itu merubah segalanya.")
    said = replace(text.quote("jalan itu merubah segalanya", "Sari Wulandari"), direct=False)
    cards = propose_for(text.reading(people=[text.person("Sari Wulandari", "Kepala Desa")], quotes=[said]))
    article = draft(cards, answers_by(cards, lambda card: True), author)
    assert article.quotes.get().text == "jalan itu mengubah segalanya"
    assert stands_in(article.quotes.get().text, article.text())
