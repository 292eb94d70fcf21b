"""Questions as readers put them, and the release that each of them means: the same on every database."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from articles.models import EditionText
from articles.search.ranking import Candidate
from articles.search.wanted import Wanted
from pressroom.site.asking import Question
from pressroom.site.searching import results
from pressroom.site.searching.results import answers, candidates_of, latest
from pressroom.site.searching.suggestions import suggestions
from tests.site import search_archive

pytestmark = pytest.mark.django_db

SEED = "kepala-bnpt-dan-kedubes-rusia-rencanakan-expert-meeting"
SEED_EN = "bnpt-head-and-russian-embassy-plan-expert-meeting"

INDONESIAN = {
    # what a release is about, and where
    "jaksa surabaya": "jaksa-surabaya",
    "pelatihan jaksa medan": "jaksa-medan",
    "perkara pendanaan makassar": "jaksa-makassar",
    "modul toleransi ambon": "sekolah-ambon",
    "guru palu": "sekolah-palu",
    "kompensasi penyintas denpasar": "korban-denpasar",
    "korban bom poso": "korban-poso",
    "pembajakan pontianak": "bandara-pontianak",
    "bandara jayapura": "bandara-jayapura",
    "patroli siber mataram": "siber-mataram",
    "akun propaganda surabaya": "siber-surabaya",
    "film santri medan": "pesantren-medan",
    "ikrar setia makassar": "lapas-makassar",
    "pelabuhan mudik ambon": "pelabuhan-ambon",
    "duta damai palu": "perempuan-palu",
    "bahan kimia poso": "kimia-poso",
    "repatriasi anak pontianak": "repatriasi-pontianak",
    "indeks radikalisme jayapura": "riset-jayapura",
    "moderasi beragama mataram": "kampus-mataram",
    "hotel surabaya": "wisata-surabaya",
    "pemindai wajah medan": "perbatasan-medan",
    "sepak bola makassar": "olahraga-makassar",
    "serangan biologi denpasar": "kesehatan-denpasar",
    "kilang minyak ambon": "energi-ambon",
    "desa siaga palu": "desa-palu",
    "wayang poso": "budaya-poso",
    "radio komunitas pontianak": "radio-pontianak",
    # other forms of the words
    "melatih para jaksa di Jayapura": "jaksa-jayapura",
    "membajak bandara mataram": "bandara-mataram",
    "menyintas bom surabaya": "korban-surabaya",
    "berpatroli siber medan": "siber-medan",
    "dideradikalisasi makassar": "lapas-makassar",
    "penelitian radikal ambon": "riset-ambon",
    "mengamankan pelabuhan palu": "pelabuhan-palu",
    "mengawasi bahan kimia di poso": "kimia-poso",
    "turnamen pontianak": "olahraga-pontianak",
    "dialog antaragama lintas agama jayapura": "",
    # names: short or written out, or as others write them
    "PPATK jaksa surabaya": "jaksa-surabaya",
    "Pusat Pelaporan dan Analisis Transaksi Keuangan jaksa surabaya": "jaksa-surabaya",
    "LPSK guru surabaya": "sekolah-surabaya",
    "lembaga perlindungan saksi dan korban guru surabaya": "sekolah-surabaya",
    "BSSN penyintas surabaya": "korban-surabaya",
    "badan siber dan sandi negara penyintas surabaya": "korban-surabaya",
    "kementerian agama simulasi surabaya": "bandara-surabaya",
    "Ratna Kusumadewi jaksa surabaya": "jaksa-surabaya",
    "Ratna Kusuma Dewi jaksa surabaya": "jaksa-surabaya",
    "Jusuf Mandala jaksa medan": "jaksa-medan",
    "igor petrienko jaksa makassar": "jaksa-makassar",
    # passages as they stand
    '"objek vital" denpasar': "energi-denpasar",
    '"ruang isolasi" medan': "kesehatan-medan",
    '"pesan kebangsaan" mataram': "budaya-mataram",
    '"Wayang Kulit di Ambon"': "budaya-ambon",
    # the beginning of a word
    "kilang mata": "",
    "stadion jayap": "olahraga-jayapura",
    "perundungan matar": "sekolah-mataram",
    # the first release of all
    "rusia": SEED,
    "Tolchenov": SEED,
    "duta besar rusia": SEED,
    "expert meeting": SEED,
    "perpres 3/2010": SEED,
    '"individu yang terpapar"': SEED,
    "Eddy Hartono": SEED,
}
ENGLISH = {
    "prosecutors surabaya": "jaksa-surabaya",
    "training prosecutor medan": "jaksa-medan",
    "financing cases makassar": "jaksa-makassar",
    "compensation denpasar": "korban-denpasar",
    "victims poso": "korban-poso",
    "bomb survivor palu": "korban-palu",
    "cyber patrol mataram": "siber-mataram",
    "propaganda account ambon": "siber-ambon",
    "face scanner jayapura": "perbatasan-jayapura",
    "border pontianak": "perbatasan-pontianak",
    "watch list surabaya": "perbatasan-surabaya",
    "UNODC prosecutors ambon": "jaksa-ambon",
    "United Nations Office on Drugs and Crime prosecutors ambon": "jaksa-ambon",
    "PPATK prosecutors surabaya": "jaksa-surabaya",
    "Yusuf Mandala prosecutors medan": "jaksa-medan",
    '"suspicious transactions" palu': "jaksa-palu",
    "ambassador": SEED_EN,
    "expert meeting russia": SEED_EN,
    "Presidential Regulation 3 of 2010": SEED_EN,
}
# Questions to which many releases are an answer, and words that somebody has only begun to type.
WIDE = {
    "id": ["surabaya", "jaksa", "PPATK", "Yusuf Mandala", "pengamanan", "rusia", '"aliran dana"', "bom"],
    "en": ["ambon", "prosecutors", "BSSN", "terrorist financing", '"suspicious transactions"', "survivors"],
}
TYPED = {"id": ["su", "jak", "pus", "lembaga per", "ra", "penga"], "en": ["am", "nat", "cyb", "un", "fin"]}
# How each was answered. Whoever means to change that deletes the file: it is written anew, to be looked at.
ANSWERED = Path(__file__).with_name("search_answers.txt")
SHOWN = 20


@pytest.fixture
def archive(db: None) -> None:
    call_command("load_fixtures", verbosity=0)
    search_archive.build()


def ranks(questions: dict[str, str], language: str) -> dict[str, int | None]:
    """At which place of the answers the release stands that was meant; 0 where nothing should be found."""
    return {words: rank(words, meant, language) for words, meant in questions.items()}


def rank(words: str, meant: str, language: str) -> int | None:
    found = slugs_for(words, language)
    if not meant:
        return None if found else 0
    return found.index(meant) + 1 if meant in found else None


def slugs_for(words: str, language: str) -> list[str]:
    keys = answers(Question(words), language).keys
    slugs = dict(EditionText.objects.filter(pk__in=keys).values_list("pk", "slug"))
    return [slugs[key] for key in keys]


@pytest.mark.usefixtures("archive")
def test_what_was_meant_comes_first() -> None:
    found = {**ranks(INDONESIAN, "id"), **ranks(ENGLISH, "en")}
    assert EditionText.objects.filter(language="id").count() >= 200
    assert len(found) >= 60
    share = sum(1 / place if place else place == 0 for place in found.values()) / len(found)
    assert share >= 0.97, {words: place for words, place in found.items() if place not in (0, 1)}


@pytest.mark.usefixtures("archive")
def test_every_list_of_the_same_question_holds_the_same_releases() -> None:
    for words in ("jaksa", "PPATK", '"objek vital"', "stadion jayap", "surabaya"):
        question = Question(words, kind="press_release")
        listed = question.texts(EditionText.objects.current().filter(language="id"), "id")
        ranked = answers(question, "id")
        found = {key for key, _day, _marks in ranked.candidates}
        assert set(listed.values_list("pk", flat=True)) == found
        assert {key for key, _day, _marks in candidates_of(question, "id")} <= found
        assert found


@pytest.mark.usefixtures("archive")
def test_of_many_answers_older_ones_are_looked_for_by_title_unless_enough_new_ones_have_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wanted = Question("pelatihan").wanted("id")
    everything = latest(wanted, "id")
    newer = [one for one in everything if "title:latih " not in one[2]]
    assert 0 < len(newer) < len(everything)
    assert set(rank_of(newer, wanted, more=False)) == {key for key, _day, _marks in newer}
    assert set(rank_of(newer, wanted, more=True)) == {key for key, _day, _marks in everything}
    monkeypatch.setattr(results, "FEW", len(everything) - len(newer))
    with CaptureQueriesContext(connection) as asked:
        rank_of(everything, wanted, more=True)
    assert len(asked) == 1


def rank_of(candidates: list[Candidate], wanted: Wanted, *, more: bool) -> list[int]:
    return results.rank(candidates, wanted, "id", more)


@pytest.mark.usefixtures("archive")
def test_every_database_gives_the_same_answers_in_the_same_order() -> None:
    lines = [*lines_of("id", [*INDONESIAN, *WIDE["id"]]), *lines_of("en", [*ENGLISH, *WIDE["en"]])]
    if not ANSWERED.exists():
        ANSWERED.write_text("\n".join(lines) + "\n", encoding="utf-8")
        pytest.fail(f"{ANSWERED.name} was written anew.")
    assert lines == ANSWERED.read_text(encoding="utf-8").splitlines()


def lines_of(language: str, asked: list[str]) -> list[str]:
    """A line for each question with the addresses it is answered by, and one for each beginning of a word
    with what is suggested."""
    found = [" ".join([f"{language} {words} →", *slugs_for(words, language)[:SHOWN]]) for words in asked]
    with translation.override(language):
        begun = {words: [one.label for one in suggestions(words, language)] for words in TYPED[language]}
    return [*found, *(f"{language} {words}… → {' | '.join(names)}" for words, names in begun.items())]
