"""From words to stems: families meet, strangers do not, and any text and query will do."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.stems import (
    MAX_QUERY_WORDS,
    Term,
    fold,
    search_terms,
    stem_query,
    stem_text,
)

FAMILIES = {
    "teror": "teror teroris terorisme terorismenya meneror diteror peneror Terrorism",
    "tanggulang": (
        "menanggulangi menanggulanginya ditanggulangi tanggulangi penanggulangan penanggulangannya"
    ),
    "radikal": "radikal radikalisme radikalisasi radikalismenya",
    "ekstrem": "ekstrem ekstremis ekstremisme ekstrim",
    "cegah": "cegah mencegah dicegah pencegahan pencegahannya",
    "sepakat": "sepakat kesepakatan disepakati menyepakati bersepakat",
    "janji": "janji perjanjian berjanji menjanjikan perjanjiannya",
    "kerja": "kerja bekerja pekerjaan mengerjakan dikerjakan",
    "kerja sama": "kerjasama kerja-sama",
    "temu": "temu bertemu pertemuan menemui ditemui ditemukan",
    "pimpin": "pimpin memimpin dipimpin pimpinan pemimpin kepemimpinan",
    "kunjung": "kunjungan berkunjung mengunjungi dikunjungi pengunjung",
    "aman": "aman keamanan pengamanan mengamankan diamankan keamanannya",
    "dana": "dana danai mendanai didanai pendanaan dananya",
    "latih": "latih latihan pelatihan melatih dilatih berlatih pelatih",
    "didik": "didik mendidik pendidikan pendidik dididik",
    "tinjau": "tinjau meninjau peninjauan ditinjau tinjauan",
    "sah": "sah mengesahkan pengesahan disahkan keabsahan pengesahannya",
    "tanda tangan": "menandatangani ditandatangani penandatanganan tandatangan",
    "tindak": "tindak tindakan menindak penindakan ditindak bertindak",
    "tangkap": "tangkap menangkap ditangkap penangkapan tertangkap",
    "tahan": "tahan menahan ditahan tahanan penahanan",
    "tuntut": "tuntut menuntut dituntut tuntutan penuntutan penuntut",
    "tegak": "tegak menegakkan penegakan penegak ditegakkan",
    "tetap": "tetap menetapkan penetapan ditetapkan ketetapan",
    "tingkat": "tingkat meningkatkan peningkatan ditingkatkan meningkat",
    "tukar": "tukar bertukar pertukaran menukar penukaran",
    "tangan": "tangan menangani penanganan ditangani tertangani",
    "terima": "terima menerima diterima penerimaan penerima",
    "kirim": "kirim mengirim pengiriman dikirim mengirimkan",
    "kendali": "kendali mengendalikan pengendalian dikendalikan terkendali",
    "kembang": "kembang mengembangkan pengembangan berkembang perkembangan dikembangkan",
    "kelompok": "kelompok berkelompok kelompoknya pengelompokan",
    "keluarga": "keluarga berkeluarga keluarganya kekeluargaan",
    "periksa": "periksa memeriksa diperiksa pemeriksaan pemeriksa",
    "berantas": "berantas memberantas pemberantasan diberantas",
    "minta": "minta meminta permintaan diminta",
    "milik": "milik memiliki dimiliki kepemilikan pemilik",
    "manfaat": "manfaat memanfaatkan pemanfaatan bermanfaat dimanfaatkan",
    "nilai": "nilai menilai penilaian dinilai bernilai",
    "nyata": "nyata menyatakan pernyataan dinyatakan kenyataan",
    "rencana": "rencana berencana merencanakan direncanakan perencanaan rencananya",
    "selesai": "selesai menyelesaikan diselesaikan penyelesaian",
    "sampai": "sampai menyampaikan disampaikan penyampaian",
    "koordinasi": "koordinasi berkoordinasi mengoordinasikan dikoordinasikan koordinator",
    "sinergi": "sinergi bersinergi sinergitas sinergis",
    "ratifikasi": "ratifikasi meratifikasi diratifikasi",
    "masalah": "masalah permasalahan bermasalah masalahnya",
    "media": "media medianya",
    "menteri": "menteri menterinya",
    "salah guna": "menyalahgunakan disalahgunakan penyalahgunaan",
}


@pytest.mark.parametrize(("stem", "words"), FAMILIES.items())
def test_the_forms_of_a_word_share_one_stem(stem: str, words: str) -> None:
    stems = {word: stem_text(word, "id") for word in words.split()}

    assert stems == dict.fromkeys(stems, stem)


STRANGERS = [
    ("media", "dia"),
    ("masalah", "masa"),
    ("perdana", "dana"),
    ("keluar", "luar"),
    ("undang-undang", "undangan"),
    ("menanggapi", "menganggap"),
    ("mengawal", "berawal"),
    ("menempatkan", "empat"),
    ("memohon", "pohon"),
    ("berlaku", "melakukan"),
    ("pemerintah", "perintah"),
    ("pertahanan", "penahanan"),
    ("kementerian", "menteri"),
    ("ketua", "tua"),
    ("pemuda", "muda"),
    ("peserta", "serta"),
    ("intoleran", "toleran"),
    ("kedutaan", "duta"),
    ("penipuan", "IPU"),
    ("menarik", "Arik"),
    ("memberikan", "perikanan"),
]


@pytest.mark.parametrize(("word", "other"), STRANGERS)
def test_words_that_only_look_related_stay_apart(word: str, other: str) -> None:
    assert stem_text(word, "id") != stem_text(other, "id")


@pytest.mark.parametrize(
    ("text", "language", "stems"),
    [
        ("", "id", ""),
        ("… – 💥", "id", ""),
        ("MoU (2007), no. 3/2010", "id", "mou 2007 nomor 3 2010"),
        ("undang-undang", "id", "undang undang"),
        ("berbulan-bulan", "id", "bulan bulan"),
        ("Jum’at Jum'at Jumat", "id", "jumat jumat jumat"),
        ("Café Jokić CAFE\u0301", "id", "cafe jokic cafe"),
        ("ﬁnal １２", "id", "final 12"),
        ("snake_case", "en", "snake case"),
        ("Indonesia's embassies ratified", "en", "indonesia embassi ratify"),
        ("counter-terrorism counterterrorism", "en", "counter terror counter terror"),
    ],
)
def test_a_text_becomes_its_stems(text: str, language: str, stems: str) -> None:
    assert stem_text(text, language) == stems


@pytest.mark.parametrize(
    ("query", "stems"),
    [
        ("penanggulangan terorisme", ["tanggulang", "teror"]),
        ("terorisme, teroris, teror!", ["teror"]),
        ("Perpres No. 3 Tahun 2010", ["atur", "presiden", "3", "2010"]),
        ("Kepala BNPT di Jakarta", ["kepala", "bnpt", "jakarta"]),
        ("dan di yang", []),
        ("", []),
        (" \x00\ud800💥 ", []),
    ],
)
def test_a_query_becomes_the_stems_to_look_for(query: str, stems: list[str]) -> None:
    assert stem_query(query, "id") == stems


def test_a_query_is_bounded_in_words() -> None:
    assert stem_query(" ".join(str(n) for n in range(50)), "id") == [str(n) for n in range(MAX_QUERY_WORDS)]


def test_a_query_is_bounded_in_length_without_half_a_word_at_the_end() -> None:
    assert stem_query(f"rapat {'!' * 190} kunjungan", "id") == ["rapat"]


@pytest.mark.parametrize(
    ("query", "last"),
    [
        ("Sergei Tolchen", Term("tolchen", prefix=True)),
        ("Tolchen Sergei", Term("serge")),
        ("tolc", Term("tolc")),
        ("dana", Term("dana")),
        ("undang", Term("undang")),
        ("pelatihan", Term("latih")),
        ("12345", Term("12345")),
    ],
)
def test_only_a_long_last_word_that_is_no_whole_one_may_go_on(query: str, last: Term) -> None:
    assert search_terms(query, "id")[-1] == last


def test_only_the_last_word_may_go_on() -> None:
    assert search_terms("Tolchen Hartono", "id") == [Term("tolchen"), Term("hartono", prefix=True)]


@given(st.text(), st.sampled_from(["id", "en"]))
def test_stems_are_folded_letters_and_digits_with_single_spaces(text: str, language: str) -> None:
    stems = stem_text(text, language)

    assert stems == " ".join(stems.split())
    assert stems.replace(" ", "a").isalnum() or not stems
    assert fold(stems) == stems


@given(st.text(max_size=150), st.sampled_from(["id", "en"]))
def test_a_query_asks_only_for_what_the_same_words_in_a_text_hold(query: str, language: str) -> None:
    assert set(stem_query(query, language)) <= set(stem_text(query, language).split())


def test_threads_stem_alike() -> None:
    texts = [f"kata{n} penyelidikan{n}nya berkelanjutan{n}" for n in range(400)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda text: stem_text(text, "id"), texts))

    assert together == [stem_text(f"{text} ", "id") for text in texts]
