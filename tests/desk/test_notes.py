"""Lines of the public history: their wording is mended, and whoever follows the log hears of it."""

from django.test import Client

from articles.publishing import publish
from articles.record import faults
from pressroom.core.models import Change
from tests import factories as make
from tests.desk.conftest import LogIn
from tests.desk.pages import change_address, errors, save
from tests.desk.stages import Stage, at_stage


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


def test_a_correction_says_what_had_been_wrong_and_that_can_be_mended(desk: Client) -> None:
    note = make.public_note(kind="correction", was="71 orang.", text="17 orang.")
    save(desk, change_address(note.article), **{"notes-0-was": "71 tamu.", "notes-0-was_en": "71 guests."})
    note.refresh_from_db()
    assert (note.was, note.was_en, note.text) == ("71 tamu.", "71 guests.", "17 orang.")


def test_a_correction_never_stops_saying_what_had_been_wrong(desk: Client) -> None:
    note = make.public_note(kind="correction", was="71 orang.", text="17 orang.")
    response = save(desk, change_address(note.article), **{"notes-0-was": ""})
    assert errors(response) == ["Isian ini wajib diisi."]


def test_no_other_note_says_that_anything_was_wrong(desk: Client) -> None:
    note = make.public_note()
    save(desk, change_address(note.article), **{"notes-0-was": "Semuanya.", "notes-0-text": "Lain."})
    note.refresh_from_db()
    assert (note.was, note.text) == ("", "Lain.")


def test_mending_what_is_still_to_come_tells_nobody(desk: Client) -> None:
    article = at_stage(Stage("published", "public", pending=True))
    logged = Change.objects.count()
    save(desk, change_address(article), **{"notes-0-text": "Tempat dilengkapi."})
    assert article.notes.get().text == "Tempat dilengkapi."
    assert Change.objects.count() == logged


def test_a_mended_note_names_the_edition_that_readers_have_and_not_the_next(desk: Client) -> None:
    article = at_stage(Stage("published", "public", pending=True))
    old = make.public_note(article)
    rows = {f"notes-{n}-text": "Lain." for n, note in enumerate(article.notes.all()) if note == old}
    save(desk, change_address(article), **rows)
    assert Change.objects.latest("seq").version == 1


def test_the_kind_of_a_note_is_said_in_words(desk: Client) -> None:
    note = make.public_note(kind="correction", was="71 orang.", text="17 orang.")
    page = desk.get(change_address(note.article)).content.decode()
    assert '<div class="readonly">ralat</div>' in page
