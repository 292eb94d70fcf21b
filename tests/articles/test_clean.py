"""Rules across tables that the forms hold, as no constraint can."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import Quote
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_post_in_which_somebody_speaks_is_their_own() -> None:
    role = factories.appointment()
    quote = Quote(article=factories.article(), ordinal=1, speaker=role.person, appointment=role, text="Siap.")
    quote.full_clean()
    quote.speaker = factories.person()
    with pytest.raises(ValidationError) as refusal:
        quote.full_clean()
    assert refusal.value.message_dict == {"appointment": ["Jabatan ini bukan jabatan pembicara tersebut."]}


def test_a_speaker_without_a_post_is_quoted_too() -> None:
    Quote(article=factories.article(), ordinal=1, speaker=factories.person(), text="Kami siap.").full_clean()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"article": None}, "Sumbernya satu siaran kita, atau satu tautan beserta tanggal pengambilan."),
        ({"basis": "inferred"}, "Kesimpulan memerlukan alasan."),
        ({"event": None}, "Satu rujukan mendukung tepat satu fakta."),
    ],
)
def test_a_citation_that_cannot_be_is_refused_with_the_reason(changes: dict, message: str) -> None:
    citation = factories.citation(event=factories.event())
    for field, value in changes.items():
        setattr(citation, field, value)
    with pytest.raises(ValidationError) as refusal:
        citation.full_clean()
    assert refusal.value.messages == [message]
