"""Direct quotes: which words between marks are said, where they end, and the verb and name beside them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.intake.reader.cues import table, words
from articles.intake.reader.findings import Quote
from articles.intake.reader.layout.layout import lay_out
from articles.intake.reader.quotes.quotes import find_quotes

TITLE = "Judul Siaran\n"
SAID = "Kami siap bekerja sama dengan siapa pun"


def quotes_in(body: str) -> list[Quote]:
    return [quote for quote in find_quotes(lay_out(TITLE + body), ()) if quote.direct]


def read(body: str) -> list[tuple[str, str, str]]:
    return [(quote.text, quote.verb, quote.attribution) for quote in quotes_in(body)]


MARKS = [
    ('"', '"'),
    ("“", "”"),
    ("“", '"'),
    ('"', "”"),
    ("”", "”"),
    ("‘’", "’’"),
    ("‘‘", "’’"),
    ("''", "''"),
    ("„", "“"),
    ("«", "»"),
    ("'", "'"),
    ("‘", "’"),
    ("“ ", " ”"),
    ("＂", "＂"),
]


@pytest.mark.parametrize(("opening", "closing"), MARKS)
def test_any_marks_hold_a_quote(opening: str, closing: str) -> None:
    assert read(f"{opening}{SAID},{closing} kata Andi Wijaya.") == [(SAID, "kata", "Andi Wijaya")]


@pytest.mark.parametrize(
    "verb", [row[0] for row in table("speech_verbs") if row[0] != "menurut"] + ["disampaikan", "said"]
)
def test_every_verb_before_a_name(verb: str) -> None:
    assert read(f'"{SAID}," {verb} Andi Wijaya usai rapat.') == [(SAID, verb, "Andi Wijaya")]


@pytest.mark.parametrize("verb", [row[0] + "nya" for row in table("speech_verbs")])
def test_every_verb_with_nya(verb: str) -> None:
    assert read(f'"{SAID}," {verb} di Jakarta, Rabu (9/10).') == [(SAID, verb, "")]


@pytest.mark.parametrize("verb", [row[0] for row in table("reporting_verbs")])
def test_every_verb_that_introduces_a_quote(verb: str) -> None:
    assert [(text, found) for text, found, _ in read(f'Andi {verb}, "{SAID}."')] == [(f"{SAID}.", verb)]


NAMED = {
    "dia": "dia",
    "ia lagi": "ia",
    "beliau sambil tersenyum": "beliau",
    "Andi": "Andi",
    "Andi menambahkan": "Andi",
    "Andi, Rabu (9/10/2024)": "Andi",
    "Andi, Senin": "Andi",
    "Andi di Jakarta": "Andi",
    "Andi kepada wartawan": "Andi",
    "Andi dalam keterangan tertulis": "Andi",
    "Andi (9/10)": "Andi",
    "Andi bin Wijaya saat ditemui": "Andi bin Wijaya",
    "Kepala BNPT": "Kepala BNPT",
    "Kepala BNPT, Andi Wijaya": "Kepala BNPT, Andi Wijaya",
    "Kepala BNPT Komjen. Pol. Andi Wijaya, S.I.K., M.H., usai acara": (
        "Kepala BNPT Komjen. Pol. Andi Wijaya, S.I.K., M.H."
    ),
    "Kepala Seksi Hukum Kejati, Andi, dalam keterangannya": "Kepala Seksi Hukum Kejati, Andi",
    "Duta Besar Rusia untuk Indonesia Sergei": "Duta Besar Rusia untuk Indonesia Sergei",
    "Deputi Bidang Pencegahan, Perlindungan, dan Pemulihan Andi": (
        "Deputi Bidang Pencegahan, Perlindungan, dan Pemulihan Andi"
    ),
    "juru bicara Kemlu Andi Wijaya": "juru bicara Kemlu Andi Wijaya",
    "mantan Kabareskrim itu": "mantan Kabareskrim itu",
    "polisi yang pernah bertugas di Bali itu": "polisi yang pernah bertugas di Bali itu",
    "Jenderal bintang empat itu": "Jenderal bintang empat itu",
    "warga setempat": "warga setempat",
    "Jenderal (Purn) Andi": "Jenderal (Purn) Andi",
    "Danrem 132/Tadulako Andi": "Danrem 132/Tadulako Andi",
}


@pytest.mark.parametrize("words_after", NAMED)
def test_the_words_that_name_the_speaker(words_after: str) -> None:
    assert read(f'"{SAID}," ujar {words_after}.') == [(SAID, "ujar", NAMED[words_after])]


SHAPES = {
    f'"{SAID}" imbuhnya.': [(SAID, "imbuhnya", "")],
    f'"{SAID}", imbuhnya.': [(SAID, "imbuhnya", "")],
    f'"{SAID}"imbuhnya.': [(SAID, "imbuhnya", "")],
    f'"{SAID} ," kata Andi.': [(SAID, "kata", "Andi")],
    f'"{SAID},"kata Andi.': [(SAID, "kata", "Andi")],
    f'"{SAID}.” kata Andi.': [(f"{SAID}.", "kata", "Andi")],
    '"Apa benar?" tanya Andi.': [("Apa benar?", "tanya", "Andi")],
    '"Tinggal kemauan!" seru Andi.': [("Tinggal kemauan!", "seru", "Andi")],
    '"Sudah," jawab Andi.': [("Sudah", "jawab", "Andi")],
    f'"{SAID}," demikian kata Andi.': [(SAID, "kata", "Andi")],
    f'"{SAID}," bisik-bisik tetangga.': [(SAID, "", "")],
    f'"{SAID}," Andi menegaskan.': [(SAID, "menegaskan", "Andi")],
    f'"{SAID}," dia menegaskan.': [(SAID, "menegaskan", "dia")],
    f'"{SAID}," berangnya.': [(SAID, "berangnya", "")],
    f'"{SAID}," gerutu Andi.': [(SAID, "gerutu", "Andi")],
    f'"{SAID}," she said.': [(SAID, "said", "she")],
    f'"{SAID}," Wibisono added.': [(SAID, "added", "Wibisono")],
    f'"{SAID}," demikian bunyi pernyataan bersama yang dibacakan Andi.': [
        (SAID, "bunyi", "pernyataan bersama")
    ],
    f'"{SAID}," tulis keterangan resmi itu.': [(SAID, "tulis", "keterangan resmi itu")],
    # di depan
    f'Andi menegaskan, "{SAID}."': [(f"{SAID}.", "menegaskan", "Andi")],
    f'Andi menegaskan: "{SAID}."': [(f"{SAID}.", "menegaskan", "Andi")],
    f'Andi menegaskan "{SAID}".': [(SAID, "menegaskan", "Andi")],
    f'Andi menegaskan,"{SAID}."': [(f"{SAID}.", "menegaskan", "Andi")],
    f'Kata Andi, "{SAID}."': [(f"{SAID}.", "Kata", "Andi")],
    f'Menurut Andi, "{SAID}."': [(f"{SAID}.", "Menurut", "Andi")],
    f'Ia berkata, "{SAID}."': [(f"{SAID}.", "berkata", "Ia")],
    f'Andi Wijaya: "{SAID}."': [(f"{SAID}.", "", "Andi Wijaya")],
    'Andi menjawab, "Sudah."': [("Sudah.", "menjawab", "Andi")],
    # di tengah
    '"Kita sudah siap," kata Andi, "tetapi belum cukup."': [
        ("Kita sudah siap", "kata", "Andi"),
        ("tetapi belum cukup.", "kata", "Andi"),
    ],
    '"Dulu sudah ada," kata Andi. "Yang kurang adalah pengawasan."': [
        ("Dulu sudah ada", "kata", "Andi"),
        ("Yang kurang adalah pengawasan.", "", ""),
    ],
    '"Dulu sudah ada," kata Andi. "Sekarang tidak," imbuhnya.': [
        ("Dulu sudah ada", "kata", "Andi"),
        ("Sekarang tidak", "imbuhnya", ""),
    ],
    '"Dulu sudah ada," kata Andi seraya menambahkan, "Sekarang tidak ada."': [
        ("Dulu sudah ada", "kata", "Andi"),
        ("Sekarang tidak ada.", "menambahkan", ""),
    ],
    # tanpa atribusi
    f'"{SAID}."': [(f"{SAID}.", "", "")],
    f'"{SAID}"': [(SAID, "", "")],
    f'Andi terharu. "{SAID}."': [(f"{SAID}.", "", "")],
    f'1. "{SAID}," ujarnya.': [(SAID, "ujarnya", "")],
    # bersarang
    "\"Ia bertanya, 'Apa boleh?' Saya jawab boleh,\" tutur Andi.": [
        ("Ia bertanya, 'Apa boleh?' Saya jawab boleh", "tutur", "Andi")
    ],
    '"Kami sebut itu “duta damai” sejak dulu," tutur Andi.': [
        ("Kami sebut itu “duta damai” sejak dulu", "tutur", "Andi")
    ],
    '"Kami sebut itu "duta damai" sejak dulu," tutur Andi.': [
        ('Kami sebut itu "duta damai" sejak dulu', "tutur", "Andi")
    ],
    "\"Jangan sebut 'daerah merah'\", pinta Andi.": [("Jangan sebut 'daerah merah'", "pinta", "Andi")],
    "“Salat Jum'at tetap di Mota'ain,” kata Andi.": [("Salat Jum'at tetap di Mota'ain", "kata", "Andi")],
    # tanda yang hilang
    f'"{SAID}, tegas Andi usai rapat.': [(SAID, "tegas", "Andi")],
    f'"{SAID}, tegasnya.': [(SAID, "tegasnya", "")],
    f'"{SAID}, tegas Andi. "Tinggal kemauan," imbuhnya.': [
        (SAID, "tegas", "Andi"),
        ("Tinggal kemauan", "imbuhnya", ""),
    ],
    f'{SAID}," kata Andi.': [(SAID, "kata", "Andi")],
    # beberapa paragraf
    f'"{SAID}.\n"Itu saja," kata Andi.': [(f"{SAID}.", "", ""), ("Itu saja", "kata", "Andi")],
    f'"{SAID}.\nItu saja," kata Andi.': [(f"{SAID}.", "", ""), ("Itu saja", "kata", "Andi")],
}


@pytest.mark.parametrize("body", SHAPES)
def test_where_a_quote_ends_and_what_stands_beside_it(body: str) -> None:
    assert read(body) == SHAPES[body]


NO_QUOTES = [
    'Istilah "radikal" perlu dipakai secara hati-hati.',
    'Istilah "radikal", kata dia, perlu dipakai hati-hati.',
    "Ia menyebut pemerintah “ketiduran”.",
    'MoU itu tidak sekadar menjadi "macan kertas".',
    'Tidak bisa "main teken" begitu saja.',
    'Ia memuji program "duta damai" yang dijalankan BNPT.',
    'Ia menambahkan perusahaannya ikut mendanai kampanye "Saring Sebelum Sharing".',
    'Program Hibah pada "The Indonesian Aid Scholarships";',
    'Acara bertema "Bersama Kita Bisa Menjaga Negeri dari Ancaman Bersama".',
    'Film berjudul "Laskar Pelangi dan Anak-Anak Belitung" diputar.',
    'Dengan slogan "Dari Kita untuk Indonesia yang Lebih Baik", kegiatan dimulai.',
    'Kegiatan bertajuk "Merawat Damai", yang diikuti 200 pelajar, ditutup.',
    'Pada paragraf pertama tertulis "Selasa (5/3)", seharusnya "Senin (4/3)".',
    'Semula tertulis: "Kepala BNPT menerima delegasi Rusia di Jakarta", seharusnya "di Bogor".',
    'Dalam alinea kedua, "kepala badan itu menerima delegasi dari negara tetangga kemarin", seharusnya lusa.',
    '"Perempuan dan Perdamaian" menjadi tema tahun ini.',
    '"Saring Sebelum Sharing"',
    'Ia dikenal sebagai "Bapak Koperasi".',
    'Pelaku tunggal atau "lone wolf" kini lebih banyak.',
    'Pipa 5" dipasang di dua tempat.',
    "Salat Jum'at di Mota'ain dihadiri para ulama' setempat.",
    'Ada "eskalasi kemesraan" Indonesia-Rusia.',
    'Kapal KRI "Dewaruci" sandar.',
    '"',
    '""',
    '"" kata Andi.',
]


@pytest.mark.parametrize("body", NO_QUOTES)
def test_terms_titles_slogans_and_corrections_are_no_quotes(body: str) -> None:
    assert read(body) == []


def test_the_words_are_the_text_at_the_span() -> None:
    text = f'{TITLE}BOGOR - Andi datang. "{SAID}," katanya.'
    (quote,) = find_quotes(lay_out(text), ())
    assert text[quote.span.start : quote.span.end] == quote.text == SAID


def test_a_hard_wrapped_quote_reads_as_one_line() -> None:
    assert read('"Kami siap bekerja\nsama dengan siapa\npun juga," kata\nAndi.')[0][0] == (
        "Kami siap bekerja sama dengan siapa pun juga"
    )


@pytest.mark.parametrize(
    "name",
    [
        "adjunct_openers",
        "aside_verbs",
        "attribution_ends",
        "companions",
        "naming_words",
        "not_speech",
        "passive_speech",
        "reporting_verbs",
        "speaking_documents",
        "speech_verbs",
    ],
)
def test_cue_files_name_each_word_once(name: str) -> None:
    assert len(words(name)) == len(set(words(name)))


MARK_SOUP = st.lists(
    st.sampled_from(
        [*"\"“”‘’'«»„,.?!:\n\r\t abKN-–()\u200f\x00\x93", "kata ", "ujarnya ", "Andi menegaskan"]
    ),
    max_size=120,
).map("".join)


@given(MARK_SOUP)
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_and_spans_stay_inside(text: str) -> None:
    for quote in find_quotes(lay_out(text), ()):
        assert 0 <= quote.span.start <= quote.span.end <= len(text)


HOSTILE = {
    "tanda pembuka": "“",
    "pembuka dan huruf": " “a",
    "tanda lurus": '" ',
    "kutipan": '"a," kata ',
    "tanda tunggal": " 'a",
    "koma": "“a, kata, ",
    "istilah sesudah kutipan": ' x "b" y',
    "nama": '"a," kata Bambang Bambang ',
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_is_linear_in_length(unit: str) -> None:
    def seconds(times: int) -> float:
        document = lay_out(TITLE + unit * times)
        start = time.process_time()
        find_quotes(document, ())
        return time.process_time() - start

    short = max(min(seconds(250) for _ in range(3)), 0.001)
    assert min(seconds(2_500) for _ in range(2)) < 40 * short
