"""Two editors of one release: who comes second sees both versions, chooses, and loses nothing typed."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from articles.models import Article, ArticleImage, Citation, Quote, Revision
from articles.revisions import store
from pressroom.desk.articles import ArticleAdmin
from tests import factories as make
from tests.desk.conftest import LogIn
from tests.desk.pages import added_part, change_address, errors, save, shown

MINE, THEIRS = "mine", "theirs"


@pytest.fixture
def article(db: None) -> Article:
    """A release with a quote, a citation and an image, as its newest revision has it."""
    article = make.article(title="Judul semula", lead="Ringkasan semula")
    make.quote(article, text="Ujaran semula.")
    make.citation(article, event=make.event(title="Kunjungan"))
    make.article_image(article)
    store(article)
    return article


def asked(response: HttpResponse) -> dict[str, str | None]:
    """The questions of the page, each with the side that is chosen beforehand."""
    assert response.status_code == 409
    return {question.name: question.side for question in response.context["questions"]}


def answer(browser: Client, response: HttpResponse, **choices: str) -> HttpResponse:
    """Send the page back with these choices on top of what it has chosen itself."""
    data: dict[str, Any] = {}
    for name, value in response.context["carried"]:
        data.setdefault(name, []).append(value)
    data["merged_version"] = response.context["original"].version
    sides = asked(response) | choices
    data |= {f"choice-{name}": side for name, side in sides.items() if side}
    return browser.post(change_address(response.context["original"]), data)


def overtake(browser: Client, article: Article, mine: dict, theirs: dict) -> HttpResponse:
    """Open the form, let somebody else save, then send what was typed."""
    opened = shown(browser.get(change_address(article)))
    save(browser, change_address(article), **theirs)
    data = {name: value for name, value in (opened | mine).items() if value is not None}
    return browser.post(change_address(article), data)


def test_the_second_of_two_editors_sees_who_was_first_and_nothing_is_saved(
    log_in: LogIn, article: Article
) -> None:
    url = change_address(article)
    first, second = log_in("Penulis"), log_in("Penyunting")
    opened = shown(second.get(url))
    save(first, url, title="Judul dari yang pertama")
    response = second.post(url, opened | {"lead": "Ringkasan dari yang kedua"})
    page = response.content.decode()
    author = Revision.objects.latest("number").author
    assert author
    assert f"Siaran ini sudah diubah oleh {author.get_username()} pada " in page
    assert "Ringkasan dari yang kedua" in page
    article.refresh_from_db()
    assert (article.title, article.lead) == ("Judul dari yang pertama", "Ringkasan semula")


def test_what_only_one_side_changed_is_chosen_and_saved_together(desk: Client, article: Article) -> None:
    response = overtake(desk, article, {"lead": "Ringkasan saya"}, {"title": "Judul mereka"})
    assert asked(response) == {"lead": MINE, "title": THEIRS}
    assert answer(desk, response).status_code == 302
    article.refresh_from_db()
    assert (article.title, article.lead, article.version) == ("Judul mereka", "Ringkasan saya", 3)


@pytest.mark.parametrize(("side", "title"), [(MINE, "Judul saya"), (THEIRS, "Judul mereka")])
def test_what_both_changed_waits_for_a_choice(desk: Client, article: Article, side: str, title: str) -> None:
    response = overtake(desk, article, {"title": "Judul saya"}, {"title": "Judul mereka"})
    assert asked(response) == {"title": None}
    again = answer(desk, response)
    assert again.status_code == 409
    assert "Pilih dahulu" in again.content.decode()
    assert answer(desk, again, title=side).status_code == 302
    article.refresh_from_db()
    assert article.title == title


def test_the_page_shows_the_beginning_and_what_each_side_made_of_it(desk: Client, article: Article) -> None:
    response = overtake(desk, article, {"title": "Judul saya"}, {"title": "Judul mereka"})
    [question] = response.context["questions"]
    assert question.label == "Judul"
    assert question.base == ["Judul semula"]
    assert question.mine == ["Judul <del>semula</del> <ins>saya</ins>"]
    assert question.theirs == ["Judul <del>semula</del> <ins>mereka</ins>"]


def test_a_choice_that_is_overtaken_again_is_asked_again(desk: Client, article: Article) -> None:
    response = overtake(desk, article, {"title": "Judul saya"}, {"title": "Judul mereka"})
    save(desk, change_address(article), title="Judul ketiga")
    again = answer(desk, response, title=MINE)
    assert asked(again) == {"title": MINE}
    article.refresh_from_db()
    assert article.title == "Judul ketiga"
    answer(desk, again)
    article.refresh_from_db()
    assert article.title == "Judul saya"


def test_the_same_edit_on_both_sides_needs_no_question(desk: Client, article: Article) -> None:
    assert overtake(desk, article, {"title": "Sama"}, {"title": "Sama"}).status_code == 302


def test_where_the_beginning_is_unknown_every_difference_is_asked(desk: Client, article: Article) -> None:
    mine = {"title": "Judul saya", "seen_revision": None}
    response = overtake(desk, article, mine, {"lead": "Ringkasan mereka"})
    assert asked(response) == {"title": None, "lead": None}


@pytest.mark.parametrize("version", [None, "9", "x", ""])
def test_a_form_without_the_right_version_is_not_taken(
    desk: Client, article: Article, version: str | None
) -> None:
    response = save(desk, change_address(article), seen_version=version, title="Judul baru")
    assert asked(response) == {"title": MINE}
    article.refresh_from_db()
    assert article.title == "Judul semula"


def test_invalid_typing_is_kept_and_explained_after_the_choice(desk: Client, article: Article) -> None:
    response = overtake(
        desk, article, {"slug": "bukan alamat!", "released_on": "besok"}, {"lead": "Ringkasan mereka"}
    )
    assert asked(response) == {"slug": MINE, "released_on": MINE, "lead": THEIRS}
    refused = answer(desk, response)
    assert refused.status_code == 200
    assert len(errors(refused)) == 2
    page = shown(refused)
    assert (page["slug"], page["released_on"], page["lead"]) == ("bukan alamat!", "besok", "Ringkasan mereka")
    fixed = page | {"slug": "alamat", "released_on": ""}
    assert desk.post(change_address(article), fixed).status_code == 302


FIELDS = {
    "place": ("Jakarta", "Bogor"),
    "body": ("<p>Isi saya.</p>", "<p>Isi mereka.</p>"),
    "english_unofficial": (None, None),
    "released_on": ("09-10-2024", "10-10-2024"),
    "kind": ("statement", "speech"),
    "contact": ("Humas", "Pers"),
}


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("side", [MINE, THEIRS])
def test_every_kind_of_field_is_taken_from_the_chosen_side(
    desk: Client, article: Article, name: str, side: str
) -> None:
    mine, theirs = FIELDS[name]
    if name == "english_unofficial":
        response = overtake(desk, article, {name: None}, {"place": "Bogor"})
        mine_expected, theirs_expected = False, True
    else:
        response = overtake(desk, article, {name: mine}, {name: theirs})
        mine_expected, theirs_expected = mine, theirs
    assert answer(desk, response, **{name: side}).status_code == 302
    article.refresh_from_db()
    stored = getattr(article, name)
    stored = stored.strftime("%d-%m-%Y") if name == "released_on" else stored
    assert stored == (mine_expected if side == MINE else theirs_expected)


@pytest.mark.parametrize(("side", "expected"), [(MINE, "Satu"), (THEIRS, "Dua")])
def test_links_are_chosen_as_a_whole_and_shown_by_name(
    desk: Client, article: Article, side: str, expected: str
) -> None:
    one, two = make.topic("Satu"), make.topic("Dua")
    response = overtake(desk, article, {"topics": [one.pk]}, {"topics": [two.pk]})
    [question] = response.context["questions"]
    assert (question.mine, question.theirs) == (["<ins>Satu</ins>"], ["<ins>Dua</ins>"])
    answer(desk, response, topics=side)
    assert [topic.name for topic in article.topics.all()] == [expected]


def test_a_quote_that_each_side_added_is_kept_twice(desk: Client, article: Article) -> None:
    speaker = make.person().pk
    new = {"ordinal": 2, "speaker": speaker, "kind": "direct"}
    mine = added_part("quotes", 1, **new, text="Dari saya.")
    theirs = added_part("quotes", 1, **new, text="Dari mereka.")
    response = overtake(desk, article, mine, theirs)
    stored = Quote.objects.get(text="Dari mereka.")
    assert asked(response) == {"quotes:new-1": MINE, f"quotes:{stored.pk}": THEIRS}
    answer(desk, response)
    quotes = list(article.quotes.values_list("ordinal", "text"))
    assert quotes == [(1, "Ujaran semula."), (2, "Dari mereka."), (3, "Dari saya.")]


@pytest.mark.parametrize(("side", "kept"), [(MINE, ["Ujaran saya."]), (THEIRS, [])])
def test_a_quote_that_they_deleted_keeps_what_i_typed(
    desk: Client, article: Article, side: str, kept: list[str]
) -> None:
    response = overtake(desk, article, {"quotes-0-text": "Ujaran saya."}, {"quotes-0-DELETE": "on"})
    [(name, chosen)] = asked(response).items()
    assert chosen is None
    assert "Ujaran <del>semula</del> <ins>saya</ins>" in response.content.decode()
    answer(desk, response, **{name: side})
    assert list(article.quotes.values_list("text", flat=True)) == kept


@pytest.mark.parametrize(("side", "kept"), [(MINE, []), (THEIRS, ["Ujaran mereka."])])
def test_a_quote_that_i_deleted_and_they_changed(
    desk: Client, article: Article, side: str, kept: list[str]
) -> None:
    response = overtake(desk, article, {"quotes-0-DELETE": "on"}, {"quotes-0-text": "Ujaran mereka."})
    [(name, chosen)] = asked(response).items()
    assert chosen is None
    answer(desk, response, **{name: side})
    assert list(article.quotes.values_list("text", flat=True)) == kept


def test_rows_that_only_one_side_touched_are_settled(desk: Client, article: Article) -> None:
    mine = {"citations-0-excerpt": "BNPT"}
    theirs = {"quotes-0-text": "Ujaran mereka.", "images-0-DELETE": "on"}
    response = overtake(desk, article, mine, theirs)
    assert sorted(filter(None, asked(response).values())) == [MINE, THEIRS, THEIRS]
    answer(desk, response)
    assert Citation.objects.get().excerpt == "BNPT"
    assert Quote.objects.get().text == "Ujaran mereka."
    assert not ArticleImage.objects.exists()


def test_every_save_in_the_way_stays_in_the_history(desk: Client, article: Article) -> None:
    answer(desk, overtake(desk, article, {"lead": "Saya"}, {"title": "Mereka"}))
    titles = [revision.document["title"] for revision in Revision.objects.order_by("number")]
    assert titles == ["Judul semula", "Mereka", "Mereka"]


def test_every_field_of_the_form_has_its_place_in_the_working_copy(desk: Client, article: Article) -> None:
    document = Revision.objects.get().document
    names = [name for _title, part in ArticleAdmin.fieldsets for name in part["fields"]]
    editable = set(names) - set(ArticleAdmin.readonly_fields)
    assert {name for name in editable if not {name, f"{name}_id"} & document.keys()} == set()


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


def test_a_name_that_looks_like_markup_stays_a_name(desk: Client) -> None:
    article = make.article()
    make.revision(article, author=make.user("x", first_name="<b>Ani</b>"))
    response = save(desk, change_address(article), seen_version=9, title="<i>Judul</i>")
    page = response.content.decode()
    assert "&lt;b&gt;Ani&lt;/b&gt;" in page
    assert "<i>Judul" not in page


def test_who_may_not_change_it_gets_no_comparison(log_in: LogIn, article: Article) -> None:
    stranger = log_in("Tamu")
    assert stranger.post(change_address(article), {"title": "x"}).status_code == 403
