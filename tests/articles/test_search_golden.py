"""What a reader's words must find, and must not: the same table on every database."""

import pytest

from articles.models import EditionText
from articles.search.index import matching
from articles.search.stems import stem_text
from tests import factories
from tests.articles.search_texts import ENGLISH, INDONESIAN

pytestmark = pytest.mark.django_db

QUERIES_IN_INDONESIAN = {
    # every form of a word finds every other
    "terorisme": "rusia uu lapas",
    "teroris": "rusia uu lapas",
    "TERORISME": "rusia uu lapas",
    "antiteror": "uu",
    "anti-terorisme": "uu",
    "menanggulangi": "rusia",
    "penanggulangan": "rusia",
    "ditanggulangi": "rusia",
    "mencegah": "rusia pelatihan",
    "pencegahan": "rusia pelatihan",
    "radikal": "rusia uu",
    "deradikalisasi": "uu",
    "ekstremis": "rusia pelatihan",
    "ekstrimisme": "rusia pelatihan",
    "pendanaan": "rusia lapas",
    "dana": "rusia lapas",
    "danau": "siber",
    "peninjauan": "undangan",
    "latihan": "pelatihan",
    "mendidik": "pelatihan",
    "pemimpin": "pelatihan",
    "menangkap": "siber",
    "penahanan": "siber",
    "selidiki": "siber",
    "berkunjung": "undangan",
    "pertahanan": "undangan",
    "toleransi": "",
    "intoleransi": "pelatihan",
    "kekeluargaan": "lapas",
    "disahkan": "uu",
    "perpanjangan": "lapas",
    "janji": "undangan",
    # names and numbers
    "Tolchenov": "rusia",
    "tolchenov sergei": "rusia",
    "Tolchen": "rusia",
    "Hartono": "rusia",
    "S.I.K.": "rusia",
    "Ma'ruf": "pelatihan",
    "maruf hidayat": "pelatihan",
    "2007": "rusia",
    "120": "pelatihan",
    "Rabu (9/10)": "rusia",
    # abbreviations and the words they stand for
    "Perpres 3 2010": "rusia",
    "Perpres No. 3 Tahun 2010": "rusia",
    "peraturan presiden 3/2010": "rusia",
    "Perpres 4 2010": "",
    "UU 5/2018": "uu",
    "Undang-undang Nomor 15": "uu",
    "undang-undang": "uu",
    "mengundang": "undangan",
    "peraturan pemerintah": "rusia uu",
    "Kedubes": "rusia lapas",
    "kedutaan besar Jepang": "lapas",
    "Dubes Rusia": "rusia",
    "menteri luar negeri": "undangan",
    "media sosial": "rusia pelatihan",
    "lembaga pemasyarakatan": "lapas",
    "narapidana": "lapas",
    "detasemen khusus": "siber",
    # several words, all of them
    "pertukaran informasi": "rusia",
    "bertukar informasi": "rusia",
    "keamanan internasional": "rusia",
    "kerja sama": "rusia lapas",
    "kerjasama": "rusia lapas",
    "tanda tangan": "rusia",
    "menandatangani": "rusia",
    "ditandatangani 2007": "rusia",
    "ditandatangani 2008": "",
    "penanggulangan di Australia": "",
    "santri dan polisi": "",
    # nothing to look for
    "": "",
    "dan yang di": "",
    "… — !": "",
    "*": "",
}

QUERIES_IN_ENGLISH = {
    "terrorism": "russia training",
    "terrorists": "russia training",
    "counterterrorism": "training",
    "ratification": "russia",
    "radicalization": "training",
    "extremism": "russia",
    "organization": "training",
    "program": "training",
    "Indonesia": "training",
    "Presidential Regulation 3 of 2010": "russia",
    "exchanging information": "russia",
    "signature": "russia training",
    "Tolchenov's": "russia",
    "terorisme": "",
    "the of and": "",
}


@pytest.fixture
def library(reference: None) -> None:
    for language, texts in (("id", INDONESIAN), ("en", ENGLISH)):
        for name, text in texts.items():
            factories.edition_text(language=language, slug=name, text=text, stems=stem_text(text, language))


def names_found(query: str, language: str) -> set[str]:
    texts = EditionText.objects.current().filter(language=language)
    return set(matching(texts, query, language).values_list("slug", flat=True))


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(("query", "expected"), QUERIES_IN_INDONESIAN.items())
def test_an_indonesian_query_finds_exactly_these_texts(query: str, expected: str) -> None:
    assert names_found(query, "id") == set(expected.split())


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(("query", "expected"), QUERIES_IN_ENGLISH.items())
def test_an_english_query_finds_exactly_these_texts(query: str, expected: str) -> None:
    assert names_found(query, "en") == set(expected.split())
