"""Two editors of one release: who comes second is told, and loses nothing that was typed."""

import pytest
from django.test import Client

from articles.models import Article, Revision
from tests import factories as make
from tests.desk.conftest import LogIn
from tests.desk.pages import added_part, change_address, errors, forms_of, save, shown


def typed_in(response: object, name: str) -> str:
    return next(f[name].value() for f in forms_of(response) if name in f.fields)


def test_the_second_of_two_editors_is_refused_and_keeps_what_was_typed(log_in: LogIn) -> None:
    article = make.article()
    url = change_address(article)
    first, second = log_in("Penulis"), log_in("Penyunting")
    opened = shown(second.get(url))
    save(first, url, title="Judul dari yang pertama")
    quote = added_part("quotes", 0, ordinal=1, speaker=make.person().pk, kind="direct", text="Ujaran.")
    response = second.post(url, opened | {"lead": "Ringkasan dari yang kedua"} | quote)
    [sentence] = errors(response)
    author = Revision.objects.get().author
    assert author
    assert sentence.startswith(f"Siaran ini sudah diubah oleh {author.get_username()} pada ")
    assert f'<a href="{url}" target="_blank" rel="noopener">' in response.content.decode()
    assert typed_in(response, "lead") == "Ringkasan dari yang kedua"
    assert "Ujaran." in response.content.decode()
    article.refresh_from_db()
    assert (article.title, article.lead) == ("Judul dari yang pertama", "")
    assert Revision.objects.count() == 1


def test_sending_it_again_is_refused_again(desk: Client) -> None:
    article = make.article()
    opened = shown(desk.get(change_address(article)))
    save(desk, change_address(article), title="Judul baru")
    refused = desk.post(change_address(article), opened | {"lead": "Ringkasan"})
    again = desk.post(change_address(article), shown(refused))
    assert errors(again) == errors(refused) != []


def test_a_form_without_a_version_is_refused(desk: Client) -> None:
    article = make.article()
    response = save(desk, change_address(article), seen_version=None, title="Judul baru")
    assert errors(response)[0].startswith("Siaran ini sudah diubah, sesudah Anda membukanya.")
    article.refresh_from_db()
    assert article.title != "Judul baru"


@pytest.mark.parametrize(
    ("typed", "version"),
    [
        ({"title": "Judul baru"}, 2),
        (added_part("images", 0, ordinal=1), 2),
        ({}, 1),
    ],
    ids=["text", "a part", "nothing"],
)
def test_a_save_that_changes_something_raises_the_version(desk: Client, typed: dict, version: int) -> None:
    article = make.article()
    if "images-0-ordinal" in typed:
        typed = typed | {"images-0-image": make.image().pk}
    save(desk, change_address(article), **typed)
    article.refresh_from_db()
    assert article.version == version


def test_a_quote_that_somebody_else_deleted_does_not_break_the_page(desk: Client) -> None:
    article = make.article()
    quote = make.quote(article)
    opened = shown(desk.get(change_address(article)))
    quote.delete()
    Article.objects.update(version=2)
    response = desk.post(change_address(article), opened)
    assert any("sudah diubah" in message for message in errors(response))


def test_a_name_that_looks_like_markup_stays_a_name(desk: Client) -> None:
    article = make.article()
    make.revision(article, author=make.user("x", first_name="<b>Ani</b>"))
    response = save(desk, change_address(article), seen_version=9)
    assert "&lt;b&gt;Ani&lt;/b&gt;" in response.content.decode()
