"""Lines of the public history: their wording is mended, and whoever follows the log hears of it."""

from django.test import Client

from articles.publishing import publish
from articles.record import faults
from pressroom.core.models import Change
from tests import factories as make
from tests.desk.conftest import LogIn
from tests.desk.pages import change_address, save


def test_the_wording_of_a_public_note_can_be_mended_and_nothing_else_of_it(log_in: LogIn) -> None:
    note = make.public_note()
    row = {"notes-0-text": "Tempat dilengkapi.", "notes-0-kind": "kill", "notes-0-DELETE": "on"}
    save(log_in("Penyunting"), change_address(note.article), **row)
    note.refresh_from_db()
    assert (note.text, note.kind) == ("Tempat dilengkapi.", "update")
    assert not Change.objects.exists()  # nothing of this release is public


def test_a_mended_note_is_logged_as_the_edition_that_stands(desk: Client) -> None:
    article = make.article()
    edition = publish(article, reason="Arsip.")
    make.public_note(article)
    save(desk, change_address(article), **{"notes-0-text": "Tempat dilengkapi."})
    rows = Change.objects.order_by("seq").values_list("kind", "object_id", "version", "digest")
    assert list(rows) == [("release", str(article.uid), 1, edition.digest)] * 2
    assert list(faults()) == []


def test_any_other_save_of_a_published_release_is_not(desk: Client) -> None:
    article = make.article()
    publish(article, reason="Arsip.")
    make.public_note(article)
    save(desk, change_address(article), title="Judul berikut")
    assert Change.objects.count() == 1
