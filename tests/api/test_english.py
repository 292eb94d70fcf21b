"""What nobody has written in English is null, never the Indonesian words under an English key."""

import pytest

from tests import factories

pytestmark = pytest.mark.usefixtures("reference")


@pytest.fixture
def body():
    return factories.organization("Kementerian Anu", slug="anu")


def test_an_office_and_its_holder(ask, body):
    held = factories.appointment(office=factories.post("Kepala Seksi", organization=body), kind="plt")
    event = factories.event()
    factories.participant(event, person=held.person, appointment=held)

    shown = ask(f"appointments/{held.pk}")

    assert shown["title"] == {"id": "Plt. Kepala Seksi", "en": None}
    assert shown["organization"]["name"] == {"id": "Kementerian Anu", "en": None}
    assert ask(f"people/{held.person.slug}")["appointments"][0]["title"]["en"] is None
    (participant,) = ask(f"events/{event.slug}")["participants"]
    assert participant["appointment"]["name"] == {"id": f"{held.person.name}, Plt. Kepala Seksi", "en": None}


def test_a_party(ask, body):
    agreement = factories.agreement()
    factories.party(agreement, body)

    names = [party["name"] for party in ask(f"agreements/{agreement.slug}")["parties"]]

    assert names[1:] == [
        {"id": "Pemerintah Rusia", "en": "Government of Russia"},
        {"id": "Kementerian Anu", "en": None},
    ]


def test_a_law_of_a_kind_that_has_no_english_name(ask):
    law = factories.instrument("perpres", "3", 2010)
    type(law.kind).objects.update(name_en="")

    assert ask(f"instruments/{law.pk}")["citation"] == {"id": "Perpres No. 3 Tahun 2010", "en": None}
