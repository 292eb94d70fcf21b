"""The checklist before publication: every rule has something that passes it and something that fails it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from articles.checklist import RULES, Level, blocks, check, counts
from articles.models import Article, ArticleSlug
from pressroom.core.dates import Span, UncertainDate
from tests import factories as make

pytestmark = pytest.mark.django_db

SENTENCE = "BNPT menerima kunjungan kehormatan."
BLOCKS, WARNS = Level.BLOCKS, Level.WARNS


def tomorrow():
    return timezone.localdate() + timedelta(days=1)


def led_by(**event) -> Article:
    return make.article(event=make.event("Rapat kerja", **event))


def quoting(english: bool = False, article: dict | None = None, **quote) -> Article:
    made = make.article(english=english, **(article or {}))
    make.quote(made, **quote)
    return made


def citing(**citation) -> Article:
    made = make.article()
    make.citation(made, event=make.event(), **citation)
    return made


def showing(english: bool = False, **image) -> Article:
    made = make.article(english=english)
    make.article_image(made, make.image(**image))
    return made


def linking(address: str) -> Article:
    return make.article(body=f'<p>BNPT menerima <a href="{address}">kunjungan</a>.</p>')


def answered() -> Article:
    make.link_check("https://contoh.go.id/")
    return linking("https://contoh.go.id/")


def translated_before_the_last_edit() -> Article:
    return make.article(english=True, english_source="sidik teks yang lain")


def speaking_of(title: str, **citation) -> Article:
    made, event = make.article(), make.event(title, public_from=None)
    made.events.add(event)
    if citation:
        make.citation(made, event=event, **citation)
    return made


def speaking(in_post: bool) -> Article:
    speaker = make.person("Eddy Hartono")
    return quoting(speaker=speaker, appointment=make.appointment(speaker) if in_post else None)


def mentioning(span: Span | None) -> Article:
    person, made = make.person("Eddy Hartono"), make.article(released_on=make.THE_DAY)
    made.people.add(person)
    if span:
        make.appointment(person, span=span)
    return made


def with_public_address(slug: str) -> Article:
    made = make.article(slug=slug)
    ArticleSlug.objects.create(article=made, language="id", slug=slug, public_from=make.LONG_AGO)
    return made


def at_the_address_of_another() -> Article:
    other = with_public_address("alamat-lama")
    Article.objects.filter(pk=other.pk).update(slug="alamat-baru")
    return make.article(slug="alamat-lama")


@dataclass(frozen=True)
class Case:
    """Working copies that pass a rule, and ones that fail it, with the level, words and field of its line."""

    passing: tuple[Callable[[], Article], ...]
    failing: tuple[tuple[Callable[[], Article], Level, str, str], ...]


CASES = {
    "approval": Case(
        (),  # see test_an_approved_text_is_approved
        ((make.article, BLOCKS, "belum disetujui orang kedua", ""),),
    ),
    "text": Case(
        (make.article,),
        (
            (lambda: make.article(title=" "), BLOCKS, "belum mempunyai judul atau isi", "id_title"),
            (lambda: make.article(body=""), BLOCKS, "belum mempunyai judul atau isi", "id_body"),
        ),
    ),
    "place": Case(
        (lambda: make.article(place="Jakarta"),),
        ((make.article, WARNS, "(dateline) belum diisi", "id_place"),),
    ),
    "date": Case(
        (
            make.article,
            lambda: make.article(released_on=timezone.localdate()),
            lambda: led_by(when=UncertainDate.day(make.THE_DAY)),
        ),
        (
            (lambda: make.article(released_on=tomorrow()), BLOCKS, "di masa depan", "id_released_on"),
            (lambda: make.article(released_on=make.THE_DAY), WARNS, "tanpa jam terbit", "id_released_on"),
            (led_by, WARNS, "belum bertanggal: Rapat kerja", "id_event"),
        ),
    ),
    "quotes": Case(
        (make.article, lambda: quoting(article={"without_quotes": False})),
        (
            (lambda: make.article(without_quotes=False), BLOCKS, "Belum ada kutipan", "quotes-group"),
            (
                lambda: make.article(without_quotes=False, kind="speech"),
                WARNS,
                "Belum ada kutipan",
                "quotes-group",
            ),
        ),
    ),
    "wording": Case(
        (quoting, lambda: quoting(english=True, text_en="BNPT received a courtesy call.")),
        (
            (lambda: quoting(text="Kami diam."), BLOCKS, "“Kami diam.”", "id_quotes-0-text"),
            (
                lambda: quoting(text="Kami diam.", kind="indirect"),
                BLOCKS,
                "“Kami diam.”",
                "id_quotes-0-text",
            ),
            (
                lambda: quoting(english=True, text_en="We said nothing."),
                BLOCKS,
                "“We said nothing.”",
                "id_quotes-0-text_en",
            ),
        ),
    ),
    "excerpts": Case(
        (citing,),
        ((lambda: citing(excerpt="Kalimat lama."), BLOCKS, "“Kalimat lama.”", "id_citations-0-excerpt"),),
    ),
    "placeholders": Case(
        (make.article, lambda: make.article(lead_en="TK")),
        (
            (lambda: make.article("Rapat TK"), BLOCKS, "“Rapat TK”", "id_title"),
            (lambda: make.article(body="<p>Pukul XX.XX</p>"), BLOCKS, "“Pukul XX.XX”", "id_body"),
            (lambda: make.article(number="SP-XX/2024"), BLOCKS, "“SP-XX/2024”", "id_number"),
            (lambda: make.article(contact="TK"), BLOCKS, "“TK”", "id_contact"),
            (lambda: make.article(english=True, lead_en="By TK."), BLOCKS, "“By TK.”", "id_lead_en"),
            (lambda: quoting(text="Ada […]"), BLOCKS, "“Ada […]”", "id_quotes-0-text"),
            (lambda: quoting(attribution="Kepala XX"), BLOCKS, "Kepala XX", "id_quotes-0-attribution"),
            (lambda: showing(alt="Lorem ipsum"), BLOCKS, "“Lorem ipsum”", "images-group"),
            (lambda: showing(caption="Foto TK"), BLOCKS, "“Foto TK”", "images-group"),
            (lambda: showing(credit="TK"), BLOCKS, "“TK”", "images-group"),
        ),
    ),
    "links": Case(
        (make.article, answered, lambda: linking("/siaran-pers/"), lambda: linking("mailto:a@contoh.go.id")),
        (
            (lambda: linking("https://contoh.go.id/"), WARNS, "belum diperiksa: https://", "id_body"),
            (lambda: linking("/tidak-ada/"), WARNS, "tidak ada di situs kita", "id_body"),
        ),
    ),
    "alt": Case(
        (make.article, showing, lambda: showing(alt="", decorative=True)),
        (
            (lambda: showing(alt=""), BLOCKS, "memerlukan teks alternatif", "images-group"),
            (lambda: showing(english=True), BLOCKS, "memerlukan teks alternatif", "images-group"),
        ),
    ),
    "credit": Case(
        (make.article, lambda: showing(credit="Humas BNPT")),
        ((showing, WARNS, "belum mempunyai kredit", "images-group"),),
    ),
    "captions": Case(
        (lambda: showing(caption="Keduanya di Sentul."), lambda: showing(decorative=True)),
        (
            (showing, WARNS, "belum mempunyai keterangan", "images-group"),
            (lambda: showing(english=True, caption="x"), WARNS, "belum mempunyai keterangan", "images-group"),
        ),
    ),
    "contact": Case(
        (lambda: make.article(contact="Bagian Humas"),),
        ((make.article, WARNS, "Belum ada narahubung", "id_contact"),),
    ),
    "english": Case(
        (lambda: make.article(english=True),),
        (
            (make.article, WARNS, "Belum tersedia dalam bahasa Inggris", "id_title_en"),
            (lambda: make.article(title_en="A visit"), WARNS, "belum ditandai siap", "id_english_ready"),
            (translated_before_the_last_edit, WARNS, "berubah sesudah diterjemahkan", "id_body_en"),
        ),
    ),
    "english_quotes": Case(
        (quoting, lambda: quoting(english=True, text_en="BNPT received a courtesy call.")),
        ((lambda: quoting(english=True), WARNS, f"“{SENTENCE}”", "id_quotes-0-text_en"),),
    ),
    "sources": Case(
        (make.article, lambda: speaking_of("Rapat rahasia", excerpt=SENTENCE)),
        ((lambda: speaking_of("Rapat rahasia"), BLOCKS, "sumber: Rapat rahasia", "citations-group"),),
    ),
    "roles": Case(
        (lambda: speaking(in_post=True), lambda: mentioning(Span.seen_on(make.THE_DAY))),
        (
            (lambda: speaking(in_post=False), WARNS, "Jabatan Eddy Hartono", "id_quotes-0-appointment"),
            (lambda: mentioning(None), WARNS, "Hartono pada 9 Oktober 2024 tidak diketahui", "id_people"),
            (
                lambda: mentioning(Span.seen_on(make.THE_DAY + timedelta(days=1))),
                WARNS,
                "Jabatan Eddy Hartono",
                "id_people",
            ),
        ),
    ),
    "addresses": Case(
        (make.article, lambda: with_public_address("alamat-sendiri")),
        ((at_the_address_of_another, BLOCKS, "“alamat-lama” pernah dipakai", "id_slug"),),
    ),
}
PASSING = [pytest.param(rule, draft) for rule, case in CASES.items() for draft in case.passing]
FAILING = [
    pytest.param(rule, *fails, id=f"{rule}-{fails[2]}") for rule in CASES for fails in CASES[rule].failing
]


@pytest.fixture(autouse=True)
def _agency_without_contact(settings: Settings) -> None:
    settings.AGENCY = {**settings.AGENCY, "contact": "", "contact_email": "", "contact_phone": ""}


def lines(rule: str, article: Article, **kwargs) -> list:
    return [finding for finding in check(article, **kwargs) if finding.rule == rule]


def test_every_rule_is_tried_with_a_text_that_passes_and_one_that_fails() -> None:
    assert list(CASES) == [rule.name for rule in RULES]
    assert all(case.failing for case in CASES.values())
    assert [rule for rule, case in CASES.items() if not case.passing] == ["approval"]


@pytest.mark.parametrize(("rule", "draft"), PASSING)
def test_what_passes_is_one_line_that_says_it_is_done(rule: str, draft: Callable[[], Article]) -> None:
    assert [line.level for line in lines(rule, draft())] == [Level.DONE]


@pytest.mark.parametrize(("rule", "draft", "level", "words", "field"), FAILING)
def test_what_fails_says_why_and_where(rule: str, draft, level: Level, words: str, field: str) -> None:
    found = lines(rule, draft())
    assert any(line.level == level and words in line.text and line.field == field for line in found)
    assert Level.DONE not in {line.level for line in found}


@pytest.mark.parametrize(("rule", "draft", "level", "words", "field"), FAILING)
def test_publishing_is_told_exactly_what_blocks_save_the_approval(
    rule: str, draft, level: Level, words: str, field: str
) -> None:
    article = draft()
    blocking = [line.text for line in check(article, approved=True) if line.level == Level.BLOCKS]
    assert sorted(blocks(article, timezone.now())) == sorted(blocking)
    assert any(words in text for text in blocking) is (level == BLOCKS and rule != "approval")


def test_nothing_blocks_the_first_real_release(seed: Article) -> None:
    assert blocks(seed, timezone.now()) == []


def test_an_approved_text_is_approved() -> None:
    assert [line.level for line in lines("approval", make.article(), approved=True)] == [Level.DONE]


def test_a_release_may_bear_the_date_of_the_day_for_which_it_waits() -> None:
    article = make.article(released_on=tomorrow())
    assert lines("date", article, at=timezone.now() + timedelta(days=1))[0].level == Level.DONE


@pytest.mark.parametrize("way", ["contact", "contact_email", "contact_phone"])
def test_the_contact_of_the_agency_will_do(settings: Settings, way: str) -> None:
    settings.AGENCY = {**settings.AGENCY, way: "humas"}
    assert lines("contact", make.article())[0].level == Level.DONE


def test_lines_are_counted_by_level_the_gravest_first() -> None:
    found = check(make.article(body=""))
    counted = counts(found)
    assert list(counted) == [Level.BLOCKS, Level.WARNS, Level.DONE]
    assert counted[Level.BLOCKS] == 2  # no text, no approval
    assert sum(counted.values()) == len(found)


def test_every_line_names_an_element_of_the_form(admin_client: Client) -> None:
    article = make.article(english=True)
    make.quote(article)
    make.citation(article, event=make.event())
    page = admin_client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    named = {rule.field for rule in RULES} | {fails[3] for case in CASES.values() for fails in case.failing}
    assert named - {""} <= set(re.findall(r'\bid="([^"]+)"', page))


def full(quotes: int, images: int) -> Article:
    """Something of everything that a rule looks at, as often as told."""
    addresses = ["https://contoh.go.id/", "/siaran-pers/lama/", "/tokoh/a/", "/agenda/b/", "/topik/c/"]
    links = "".join(f'<a href="{address}">x</a>' for address in addresses)
    article = make.article(english=True, without_quotes=False, body=f"<p>{SENTENCE} {links * quotes}</p>")
    for number in range(1, quotes + 1):
        make.quote(article, ordinal=number)
        make.citation(article, event=make.event(public_from=None))
    for number in range(1, images + 1):
        make.article_image(article, ordinal=number)
    return article


def queries(article: Article) -> int:
    with CaptureQueriesContext(connection) as captured:
        check(Article.objects.get(pk=article.pk))
    return len(captured)


def test_a_long_release_costs_no_more_queries_than_a_short_one() -> None:
    assert queries(full(quotes=20, images=5)) == queries(full(quotes=1, images=1)) <= 40
