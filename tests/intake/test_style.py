"""House style: what the rules find, what they would write, and that no quote is ever changed."""

from __future__ import annotations

import time

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from articles.intake.proposals import Concern
from articles.intake.style import find_slips
from articles.models import StyleRule
from tests import factories as make
from tests.clock import EXPLODES
from tests.desk.conftest import LogIn
from tests.desk.conftest import desk as desk
from tests.desk.conftest import log_in as log_in
from tests.desk.pages import address, errors, save
from tests.intake.by_hand import Text
from tests.intake.conftest import starting_rows
from tests.intake.readings import seed_reading

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starting_rules")]

# Everything that the house would write otherwise in the seed: code, words, fix, in a quote.
ON_THE_SEED = [
    ("long_sentence", "Kepala Badan Nasional", None, False),
    ("wording", "di tahun", "pada tahun", False),
    ("wording", "no. 3", None, True),
    ("long_sentence", "Sementara itu, Duta Besar", None, False),
    ("wording", "tau", None, True),
    ("long_sentence", "Selain mengagendakan pembahasan", None, False),
]


def slips(body: str, title: str = "Siaran") -> list[Concern]:
    return list(find_slips(Text(body, title).reading()))


def fixed(body: str, title: str = "Siaran") -> str:
    """The whole text after every fix was taken."""
    text = f"{title}\n{body}"
    for slip in reversed(slips(body, title)):
        if slip.fix is not None:
            text = text[: slip.span.start] + slip.fix + text[slip.span.end :]
    return text.partition("\n")[2] if title == "Siaran" else text


def test_on_the_seed_it_is_exactly_this(seed: object) -> None:
    reading = seed_reading()
    found = find_slips(reading)
    words = [slip.span.of(reading.text) for slip in found]
    assert [
        (slip.code, printed[: len(wanted[1])], slip.fix, slip.quoted)
        for slip, printed, wanted in zip(found, words, ON_THE_SEED, strict=True)
    ] == ON_THE_SEED


FIXES = [
    ("Kami ingin tau.", "Kami ingin tahu."),
    ("Resikonya besar.", "Risikonya besar."),
    ("KERJASAMA itu.", "KERJA SAMA itu."),
    ("Undang Undang Nomor 5.", "Undang-Undang Nomor 5."),
    ("Hari jum’at dan Jum'at.", "Hari Jumat dan Jumat."),
    ("Hadir di tahun 2007.", "Hadir pada tahun 2007."),
    ("Di bulan Maret.", "Pada bulan Maret."),
    ("Perpres no. 3 thn 2010.", "Perpres Nomor 3 tahun 2010."),
    ("Perpres NO 3.", "Perpres Nomor 3."),
    ("HUT ke 79 RI.", "HUT ke-79 RI."),
    ("Pukul 10:30 WIB.", "Pukul 10.30 WIB."),
    ("Sebesar Rp. 500 atau 10 %.", "Sebesar Rp500 atau 10%."),
    ("Kerja  sama antar  negara.", "Kerja  sama antarnegara."),
]
UNTOUCHED = [
    "Kami sudah tahu.",
    "Tauhid dan atau.",  # half a word
    "Ada no yang lain.",
    "Berkumpul di hotel.",
    "Dari 5 ke 10 negara.",
    "Analisa2 tidak ada.",
]


@pytest.mark.parametrize(("body", "wanted"), FIXES)
def test_fixes(body: str, wanted: str) -> None:
    assert fixed(body) == wanted


@pytest.mark.parametrize("body", UNTOUCHED)
def test_what_is_right_is_left_alone(body: str) -> None:
    assert slips(body) == []


def test_a_headline_keeps_its_capitals() -> None:
    assert fixed("Isi.", "Kerjasama Baru").startswith("Kerja Sama Baru\n")


@pytest.mark.parametrize("marks", ['""', "“”"])
def test_a_quote_is_never_changed(marks: str) -> None:
    body = f"Kata dia, {marks[0]}Kami ingin tau no. 3{marks[1]}."
    found = slips(body)
    assert [slip.fix for slip in found] == [None, None]
    assert all(slip.quoted and "[sic]" in str(slip.message) for slip in found)
    assert fixed(body) == body


def test_a_quote_that_the_reader_found_needs_no_marks() -> None:
    text = Text("Kata dia, Kami ingin tau.")
    (slip,) = find_slips(text.reading(quotes=[text.quote("Kami ingin tau")]))
    assert (slip.fix, slip.quoted) == (None, True)


def test_a_rule_may_keep_silent_in_quotes_and_may_be_off() -> None:
    StyleRule.objects.filter(pattern="tau").update(applies_in_quotes=False)
    assert slips('Kata dia, "Kami ingin tau".') == []
    assert len(slips("Kami ingin tau.")) == 1
    StyleRule.objects.filter(pattern="tau").update(active=False)
    assert slips("Kami ingin tau.") == []


def test_names_are_spelt_by_those_who_bear_them() -> None:
    text = Text("Yayasan Kerjasama Umat hadir.")
    body = text.organization("Yayasan Kerjasama Umat")
    assert find_slips(text.reading(organizations=[body])) == ()


def test_a_rule_without_replacement_only_marks() -> None:
    make.style_rule("konon", replacement="")
    (slip,) = slips("Konon begitu.")
    assert (slip.fix, slip.quoted) == (None, False)


def test_a_word_with_capitals_is_meant_just_so() -> None:
    make.style_rule("Dirjen", replacement="Direktur Jenderal")
    assert fixed("Dirjen dan dirjen.") == "Direktur Jenderal dan dirjen."


def test_the_reason_is_said_in_the_editors_language() -> None:
    with override("en"):
        (slip,) = slips("Kami ingin tau.")
    assert "The standard spelling is “tahu”" in str(slip.message)


TITLES = [
    ("Komjen Pol", "", "Komjen. Pol."),
    ("KOMJEN. POL", "", "Komjen. Pol."),
    ("", "SIK", "S.I.K."),
    ("Jenderal TNI (Purn)", "", "(Purn.)"),
    ("DR", "", None),  # a doctor or a physician: only the editor knows
    ("dr", "", "dr."),
    ("Dr. H.", "", None),  # two titles, and not "drh."
    ("", "CFE.", None),
    ("Komjen. Pol.", "S.I.K.", None),
]


@pytest.mark.parametrize(("before", "after", "fix"), TITLES)
def test_titles_as_the_register_writes_them(before: str, after: str, fix: str | None) -> None:
    make.rank("Komjen. Pol.")
    make.rank("Jenderal TNI", service="tni-ad")
    for abbr in ("S.I.K.", "Dr.", "dr.", "H.", "drh.", "CFE"):
        make.honorific(abbr)
    full = ", ".join(filter(None, [f"{before} Eddy Hartono".strip(), after]))
    text = Text(f"Hadir {full}, kemarin.")
    found = find_slips(text.reading(people=[text.person("Eddy Hartono", full=full)]))
    assert [slip.fix for slip in found if slip.code == "title_form"] == ([fix] if fix else [])


ACRONYMS = [
    ("BNPT hadir.", "Badan Nasional Penanggulangan Terorisme (BNPT)"),
    ("Badan Nasional Penanggulangan Terorisme (BNPT) hadir, kata BNPT.", None),
    ("Badan Nasional Penanggulangan Terorisme (disingkat BNPT) hadir, kata BNPT.", None),
    (
        "Badan Nasional Penanggulangan Terorisme hadir. BNPT senang.",
        "Badan Nasional Penanggulangan Terorisme (BNPT)",
    ),
    ("Badan Nasional Penanggulangan Terorisme hadir.", None),
    ("Tidak ada lembaga.", None),
]


@pytest.mark.parametrize(("body", "fix"), ACRONYMS)
def test_a_body_is_first_named_in_full_with_its_acronym(body: str, fix: str | None) -> None:
    make.organization("Badan Nasional Penanggulangan Terorisme", short="BNPT")
    assert [slip.fix for slip in slips(body, "Siaran BNPT")] == ([fix] if fix else [])


def test_the_length_of_sentences_leaves_out_what_is_quoted() -> None:
    words = " ".join(["kata"] * 25)
    assert slips(f"{words.capitalize()}.") == []
    assert [slip.code for slip in slips(f"Satu {words}.")] == ["long_sentence"]
    assert slips(f'Ia berkata, "{words} dan {words}."') == []


def test_there_are_rules_to_start_from_with_reasons_in_both_languages() -> None:
    rows = starting_rows()
    assert len(rows) >= 60
    assert all(row["explanation"] and row["explanation_en"] for row in rows)
    assert StyleRule.objects.count() == len(rows)
    for rule in StyleRule.objects.all():
        rule.full_clean()


def test_no_rule_wants_what_another_refuses() -> None:
    for rule in StyleRule.objects.filter(kind="word"):
        assert slips(f"Kata {rule.replacement} ini.") == [], rule.pattern


REFUSED = [
    ("(", "dibaca"),
    ("a+", "tulis batasnya"),
    (r"\w*x", "tulis batasnya"),
    ("a{2,}", "tulis batasnya"),
    ("(a{1,3}){1,3}", "Pengulangan di dalam pengulangan"),
    ("(ab|c){1,9}", "Pengulangan di dalam pengulangan"),
    ("(a|aa)(a|aa)(a|aa)(a|aa)(a|aa)(a|aa)(a|aa)(a|aa)(a|aa)x", "terlalu rumit"),
    (r"\w{0,30}\w{0,30}x", "terlalu rumit"),
    (r"(a)\1", "Rujukan balik"),
    ("(?=a)b", "tengok sekitar"),
    ("a?", "teks kosong"),
    ("a{1,99999999999999999999}", "dibaca"),
]


@pytest.mark.parametrize(("pattern", "reason"), REFUSED)
def test_a_pattern_that_may_be_slow_or_means_nothing_is_refused(pattern: str, reason: str) -> None:
    rule = StyleRule(kind="regex", pattern=pattern, replacement="x", explanation="-")
    with pytest.raises(ValidationError) as refusal:
        rule.full_clean()
    assert reason in " ".join(refusal.value.message_dict["pattern"])


def test_a_replacement_names_only_groups_that_are_there() -> None:
    rule = StyleRule(kind="regex", pattern="(a)b", replacement=r"\2", explanation="-")
    with pytest.raises(ValidationError) as refusal:
        rule.full_clean()
    assert list(refusal.value.message_dict) == ["replacement"]


@pytest.mark.parametrize(("pattern", "replacement"), [("sama", "sama"), ("...", "x")])
def test_a_word_that_changes_nothing_is_refused(pattern: str, replacement: str) -> None:
    with pytest.raises(ValidationError):
        StyleRule(pattern=pattern, replacement=replacement, explanation="-").full_clean()


def test_a_pattern_that_got_past_the_form_stops_nothing() -> None:
    make.style_rule("(", kind="regex")
    assert slips("Kami (semua) tahu.") == []


def test_rules_are_kept_by_the_chief_and_read_by_editors(log_in: LogIn) -> None:
    url = address(StyleRule, "add")
    assert [
        log_in(role).get(url).status_code for role in ("Penulis", "Penyunting", "Kepala", "Administrator")
    ] == [
        403,
        403,
        200,
        200,
    ]
    assert log_in("Penulis").get(reverse("admin:articles_stylerule_changelist")).status_code == 200


def test_the_form_says_what_is_wrong_with_a_pattern(desk: Client) -> None:
    typed = {"kind": "regex", "pattern": "a+", "replacement": "b", "explanation": "-"}
    response = save(desk, address(StyleRule, "add"), **typed)
    assert errors(response) == [
        "Tanda * dan + tidak dapat dipakai: tulis batasnya, misalnya {0,3} atau {1,20}."
    ]


def test_the_time_is_linear_for_hostile_text() -> None:
    for piece in ("no. ", "tau ", '"', "“", "di ", "a", "antar "):
        start = time.process_time()
        slips(piece * (200_000 // len(piece)))
        assert time.process_time() - start < EXPLODES
