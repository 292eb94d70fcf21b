"""Agreements: which words are one, how far its name goes, and what the text says of it."""

from datetime import date

import pytest

from articles.intake.reader import lay_out
from articles.intake.reader.agreements.agreements import find_agreements
from articles.intake.reader.dates.dates import find_moments
from articles.intake.reader.findings import Agreement
from articles.intake.reader.organizations.organizations import find_organizations
from articles.intake.reader.regulations.regulations import find_regulations

DATE = "Jakarta, Selasa (5/3/2024) - "


def found(
    body: str, title: str = "Judul siaran pers", published: date | None = date(2024, 3, 6)
) -> tuple[Agreement, ...]:
    document = lay_out(f"{title}\n{body}", published)
    moments, bodies = find_moments(document), find_organizations(document)
    return find_agreements(document, moments, bodies, find_regulations(document))


NAMES = [
    ("menandatangani MoU tentang magang di Jakarta", "MoU tentang magang", "mou"),
    ("menandatangani MoU dengan Polri", "MoU dengan Polri", "mou"),
    ("menandatangani MoU sister province yang sudah lama", "MoU sister province", "mou"),
    (
        "meneken nota kesepahaman terkait pelaksanaan pidana kerja sosial, Selasa (5/3)",
        "nota kesepahaman terkait pelaksanaan pidana kerja sosial",
        "mou",
    ),
    (
        "membahas nota kesepahaman kedua negara yang masa berlakunya habis",
        "nota kesepahaman kedua negara",
        "mou",
    ),
    (
        "membahas nota kesepahaman penanggulangan terorisme dengan Belanda yang habis",
        "nota kesepahaman penanggulangan terorisme dengan Belanda",
        "mou",
    ),
    (
        "membahas rancangan nota kesepahaman trilateral tentang pertukaran informasi patroli.",
        "nota kesepahaman trilateral tentang pertukaran informasi patroli",
        "mou",
    ),
    (
        "menandatangani Nota Kesepahaman tentang Kerja Sama di Bidang Kesehatan di Kantor Gubernur",
        "Nota Kesepahaman tentang Kerja Sama di Bidang Kesehatan",
        "mou",
    ),
    (
        "menandatangani Memorandum of Understanding (MoU) on Cooperation in Combating Terrorism di Bali",
        "Memorandum of Understanding (MoU) on Cooperation in Combating Terrorism",
        "mou",
    ),
    (
        "menandatangani Memorandum Saling Pengertian tentang Pertanian pada Senin",
        "Memorandum Saling Pengertian tentang Pertanian",
        "mou",
    ),
    (
        "menandatangani Nota Kesepakatan tentang Kebijakan Umum Anggaran",
        "Nota Kesepakatan tentang Kebijakan Umum Anggaran",
        "mou",
    ),
    (
        "menandatangani Perjanjian Kerja Sama (PKS) tentang Riset, Pendidikan dan Pengabdian Masyarakat.",
        "Perjanjian Kerja Sama (PKS) tentang Riset, Pendidikan dan Pengabdian Masyarakat",
        "pks",
    ),
    (
        "memperbarui Perjanjian Kerja Sama dengan Kominfo tentang Pemutusan Akses Konten.",
        "Perjanjian Kerja Sama dengan Kominfo tentang Pemutusan Akses Konten",
        "pks",
    ),
    (
        "menandatangani Perjanjian Kerjasama antara koperasi dengan PT Nusa Aroma selaku pembeli",
        "Perjanjian Kerjasama antara koperasi dengan PT Nusa Aroma",
        "pks",
    ),
    (
        "menyiapkan perjanjian kerja sama pertukaran jaksa yang rencananya diteken",
        "perjanjian kerja sama pertukaran jaksa",
        "pks",
    ),
    ("meneken PKS tentang magang.", "PKS tentang magang", "pks"),
    (
        "meninjau Perjanjian Ekstradisi antara Republik Indonesia dan Republik Korea yang lama",
        "Perjanjian Ekstradisi antara Republik Indonesia dan Republik Korea",
        "treaty",
    ),
    (
        "menyebut perjanjian ekstradisi Indonesia-Australia yang disahkan",
        "perjanjian ekstradisi Indonesia-Australia",
        "treaty",
    ),
    (
        "menandatangani Perjanjian antara Pemerintah Indonesia dan Pemerintah Pakistan untuk Program Hibah.",
        "Perjanjian antara Pemerintah Indonesia dan Pemerintah Pakistan untuk Program Hibah",
        "treaty",
    ),
    (
        "mencatat kemajuan perundingan perjanjian pemindahan narapidana antarnegara.",
        "perjanjian pemindahan narapidana antarnegara",
        "treaty",
    ),
    (
        "menyebut Persetujuan Penyesuaian Batas Flight Information Region (FIR) yang diratifikasi",
        "Persetujuan Penyesuaian Batas Flight Information Region (FIR)",
        "treaty",
    ),
    ("terikat Konvensi Hak Anak yang disahkan lama", "Konvensi Hak Anak", "treaty"),
    (
        "meratifikasi Konvensi PBB Menentang Korupsi melalui UU Nomor 7 Tahun 2006",
        "Konvensi PBB Menentang Korupsi",
        "treaty",
    ),
    (
        "terikat International Convention for the Safety of Life at Sea (SOLAS) 1974 yang disahkan",
        "International Convention for the Safety of Life at Sea (SOLAS) 1974",
        "treaty",
    ),
    (
        "berpijak pada Convention on the Rights of the Child yang diratifikasi",
        "Convention on the Rights of the Child",
        "treaty",
    ),
    ("merundingkan Defence Cooperation Agreement pekan lalu", "Defence Cooperation Agreement", "treaty"),
    (
        "meneken Agreement on Transfer of Defence Equipment pada 30 Maret 2021",
        "Agreement on Transfer of Defence Equipment",
        "treaty",
    ),
    ("mematuhi UNCLOS 1982 dan hukum laut", "UNCLOS 1982", "treaty"),
    ("mematuhi Protokol Palermo dengan baik", "Protokol Palermo", "treaty"),
    (
        "membahas Air Services Agreement antara Indonesia dan India kemarin",
        "Air Services Agreement antara Indonesia dan India",
        "treaty",
    ),
    ("menandatangani Letter of Intent (LoI) di Mataram", "Letter of Intent (LoI)", "other"),
    (
        "menandatangani Letter of Intent tentang Pelatihan Awak Kapal.",
        "Letter of Intent tentang Pelatihan Awak Kapal",
        "other",
    ),
    (
        "menyebut implementing arrangement tentang area latihan akan ditandatangani",
        "implementing arrangement tentang area latihan",
        "other",
    ),
    ("menandatangani Memorandum of Agreement (MoA) kemarin", "Memorandum of Agreement (MoA)", "other"),
    (
        "mengadopsi Joint Declaration on Defence Cooperation to Strengthen Solidarity.",
        "Joint Declaration on Defence Cooperation to Strengthen Solidarity",
        "other",
    ),
    (
        "menandatangani Kesepakatan Bersama tentang Perlindungan Anak.",
        "Kesepakatan Bersama tentang Perlindungan Anak",
        "other",
    ),
    (
        "memperbarui Arrangement Concerning Cooperation in the Field of Defence yang lama",
        "Arrangement Concerning Cooperation in the Field of Defence",
        "other",
    ),
]


@pytest.mark.parametrize(("words", "text", "kind"), NAMES)
def test_the_name_ends_with_its_subject(words, text, kind):
    (one,) = found(f"{DATE}Kedua pihak {words}")
    assert (one.text, one.kind) == (text, kind)


NONE = [
    "Kerja sama kedua lembaga berjalan baik.",
    "Kesepakatan itu lahir dalam rapat koordinasi.",
    "Persetujuan DPR diperlukan untuk langkah itu.",
    "Warga mengurus Persetujuan Bangunan Gedung di kantor kecamatan.",
    "Kepala Biro Protokol menyiapkan acara sesuai protokol kesehatan.",
    "Direktur Hukum dan Perjanjian Internasional Kementerian Luar Negeri hadir.",
    "Fraksi PKS menolak usul itu. PKS dan Golkar sepakat.",
    "Setiap pegawai menandatangani perjanjian kinerja dan pakta integritas.",
    "Perjanjian kerja buruh pabrik itu diperiksa pengawas.",
    "Pertemuan itu melaporkan tiga perjanjian Indonesia dan Singapura kepada DPR.",
    "Demikian bunyi pernyataan bersama yang dibacakan pada akhir pertemuan.",
    "Mereka hadir dalam konvensi partai dan deklarasi damai.",
]


@pytest.mark.parametrize("body", NONE)
def test_bare_talk_is_no_agreement(body):
    assert found(DATE + body) == ()


YEARS = [
    ("Keduanya telah menandatangani MoU tentang magang di tahun 2007.", 2007, "signed"),
    ("Keduanya menandatangani MoU tentang magang pada 4 Februari 2019.", 2019, "signed"),
    ("Pada 2018, keduanya menandatangani MoU tentang magang.", 2018, "signed"),
    ("MoU tentang magang yang diteken di Bern pada 4 Februari 2019 itu berlaku.", 2019, "signed"),
    ("MoU tentang magang ditandatangani Selasa (5/3).", 2024, "signed"),
    ("Keduanya menandatangani MoU tentang magang.", 2024, "signed"),
    ("Sebelumnya keduanya telah menandatangani MoU tentang magang.", None, "signed"),
    ("Perjanjian Bantuan Timbal Balik tahun 2002 ditinjau.", 2002, "signed"),
    ("Keduanya terikat Konvensi Pengungsi 1951.", 1951, "signed"),
    ("Keduanya mematuhi Konvensi Hak Anak.", None, ""),
    ("Keduanya akan menandatangani perjanjian ekstradisi pada tahun 2026.", 2026, "planned"),
    ("MoU tentang magang rencananya diteken di Lausanne pada Mei 2025.", 2025, "planned"),
    (
        "MoU tentang magang masih berupa draf dan ditargetkan ditandatangani pada akhir tahun 2025.",
        2025,
        "planned",
    ),
    ("Keduanya membahas rancangan MoU tentang magang.", None, "planned"),
    (
        "Keduanya menandatangani perpanjangan MoU tentang magang yang pertama kali dibuat pada 2015.",
        2015,
        "renewed",
    ),
    ("Keduanya memperbarui MoU tentang magang.", 2024, "renewed"),
    ("Keduanya memperpanjang MoU tentang magang yang habis pada Juni 2025.", 2024, "renewed"),
    ("Keduanya memperpanjang MoU tentang magang yang akan berakhir tahun ini.", 2024, "renewed"),
    ("Perpanjangan MoU tentang magang direncanakan ditandatangani pada Mei 2025.", 2025, "planned"),
]


@pytest.mark.parametrize(("body", "year", "action"), YEARS)
def test_year_and_action_come_from_the_clause(body, year, action):
    (one,) = found(DATE + "Rapat itu ramai. " + body)
    assert one.year == year
    assert action in {one.action, ""} or (action == "renewed" and one.action == "planned")


def test_a_year_that_only_the_event_tells_is_a_conclusion():
    (one,) = found(DATE + "Keduanya menandatangani MoU tentang magang.")
    assert one.evidence.basis == "inferred"
    assert one.evidence.reason % one.evidence.values


LATER = [
    ("Keduanya meneken MoU tentang magang pada 2020. MoU ini berlaku lima tahun.", 2020, ""),
    ("Keduanya mengusulkan perpanjangan MoU tentang magang. MoU yang diteken pada 2020 itu lama.", 2020, ""),
    (
        "Mereka meninjau Perjanjian Ekstradisi. Perjanjian itu telah disahkan melalui UU Nomor 5 Tahun 2020.",
        None,
        "UU Nomor 5 Tahun 2020",
    ),
    (
        "Ada rancangan MoU tentang patroli. Dokumen itu dijadwalkan ditandatangani pada September 2025.",
        2025,
        "",
    ),
    (
        "Keduanya menandatangani Memorandum of Understanding tentang magang pada 2007. MoU ini telah "
        "diratifikasi melalui peraturan presiden no. 3 tahun 2010.",
        2007,
        "peraturan presiden no. 3 tahun 2010",
    ),
    (
        "Treaty of Amity and Cooperation (TAC) 1976 tua. TAC disahkan dengan Keppres Nomor 6 Tahun 1976.",
        1976,
        "Keppres Nomor 6 Tahun 1976",
    ),
]


@pytest.mark.parametrize(("body", "year", "law"), LATER)
def test_a_later_mention_adds_to_the_agreement_it_means(body, year, law):
    (one,) = found(DATE + body)
    assert (one.year, one.ratified_by) == (year, law)
    assert len(one.mentions) >= 2


RATIFIED = [
    "Perjanjian Ekstradisi Buronan yang disahkan dengan UU Nomor 5 Tahun 2023 berlaku.",
    "Perjanjian Ekstradisi Buronan telah diratifikasi melalui UU Nomor 5 Tahun 2023.",
    "Indonesia meratifikasi Konvensi Hak Anak melalui UU Nomor 5 Tahun 2023.",
    "UU Nomor 5 Tahun 2023 tentang Pengesahan Konvensi Hak Anak menjadi dasarnya.",
    "Perjanjian Kerja Sama Pertahanan disahkan dengan UU Nomor 5 Tahun 2023.",
]


@pytest.mark.parametrize("body", RATIFIED)
def test_what_ratified_it_is_found(body):
    (one,) = found(DATE + body)
    assert (one.ratified_by, one.kind) == ("UU Nomor 5 Tahun 2023", "treaty")
    assert one.regulation is not None
    assert one.regulation.number == "5"


def test_two_agreements_of_one_sentence_share_their_date():
    body = (
        "Keduanya menandatangani MoU tentang magang dan Perjanjian Kerja Sama tentang riset pada 2 Mei 2023."
    )
    assert [(one.kind, one.year) for one in found(DATE + body)] == [("mou", 2023), ("pks", 2023)]


def test_joined_conventions_are_two():
    body = (
        "Indonesia terikat pada United Nations Convention against Transnational Organized Crime (UNTOC) dan "
        "United Nations Convention against Corruption (UNCAC) 2003."
    )
    assert [one.year for one in found(DATE + body)] == [None, 2003]


def test_a_number_of_agreements_is_none_itself():
    body = "Mereka menyaksikan penandatanganan tiga MoU, yakni MoU tentang pertanian dan MoU tentang laut."
    assert [(one.text, one.year) for one in found(DATE + body)] == [
        ("MoU tentang pertanian", 2024),
        ("MoU tentang laut", 2024),
    ]


def test_agreements_of_a_list_were_signed_when_the_words_above_say_so():
    body = (
        f"{DATE}Kedua menteri meneken tiga dokumen kerja sama, Senin (4/3/2024).\nDokumen dimaksud adalah:\n"
        "1. MoU antara Polri dan BNN tentang Patroli Laut;\n2. PKS antara Polri dan BNN tentang Data; dan\n"
        "3. Letter of Intent tentang Pelatihan."
    )
    assert [(one.kind, one.year, one.action) for one in found(body)] == [
        ("mou", 2024, "signed"),
        ("pks", 2024, "signed"),
        ("other", 2024, "signed"),
    ]


def test_two_last_ones_get_their_year_together():
    body = (
        "Ketiganya adalah Perjanjian Pertahanan yang diteken pada 2007, Perjanjian Ekstradisi Buronan, serta "
        "Persetujuan Penyesuaian Batas Wilayah Udara. Dua yang terakhir ditandatangani pada 25 Januari 2022."
    )
    assert [one.year for one in found(DATE + body)] == [2007, 2022, 2022]


def test_the_title_repeats_what_the_text_says():
    (one,) = found(
        DATE + "BNPT menandatangani MoU tentang magang dengan Polri.", "BNPT Teken MoU Magang dengan Polri"
    )
    assert one.text == "MoU tentang magang dengan Polri"


PARTIES = [
    ("menandatangani MoU antara Polri dan BNN tentang Patroli", ("Polri", "BNN")),
    ("menandatangani MoU dengan Universitas Indonesia tentang riset", ("Universitas Indonesia",)),
    (
        "meninjau Perjanjian Ekstradisi antara Republik Indonesia dan Republik Korea",
        ("Republik Indonesia", "Republik Korea"),
    ),
    ("menyebut perjanjian ekstradisi Indonesia-Australia", ("Indonesia", "Australia")),
    (
        "mencatat MoU antara Kementerian Hukum dan Hak Asasi Manusia dan BNPT tentang data",
        ("Kementerian Hukum dan Hak Asasi Manusia", "BNPT"),
    ),
]


@pytest.mark.parametrize(("words", "parties"), PARTIES)
def test_parties_are_named_as_printed(words, parties):
    (one,) = found(f"{DATE}Rapat itu {words}.")
    assert one.parties == parties


def test_who_signs_is_a_party():
    (one,) = found(
        DATE + "Sebelumnya, Pemerintah Indonesia dan Rusia telah menandatangani MoU tentang magang."
    )
    assert one.parties == ("Pemerintah Indonesia", "Rusia")


@pytest.mark.parametrize(
    "text", ["", "MoU", "MoU " * 2000, "MoU tentang “" * 300, "perjanjian antara dan, " * 300]
)
def test_any_text_is_read(text):
    for one in found(text, published=None):
        assert all(0 <= span.start < span.end <= len(text) + 20 for span in one.mentions)


def test_a_sentence_that_lists_them_was_said_of_what_was_just_signed():
    body = (
        "Kedua menteri menandatangani tiga perjanjian, Senin (4/3/2024). Ketiga perjanjian tersebut "
        "masing-masing adalah Perjanjian Ekstradisi, Perjanjian Batas Laut, serta Perjanjian Transfer."
    )
    assert [(one.year, one.action) for one in found(DATE + body)] == [(2024, "signed")] * 3


def test_a_list_of_what_was_only_talked_about_was_not_signed():
    body = (
        "Kedua menteri membahas dua perjanjian, Senin (4/3/2024). Keduanya adalah Perjanjian Ekstradisi dan "
        "Perjanjian Batas Laut."
    )
    assert [one.year for one in found(DATE + body)] == [None, None]
