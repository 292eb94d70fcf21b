"""The office of a person: its words, its kind, and the body it belongs to."""

from __future__ import annotations

import pytest

from .test_people import people_in

BNN = ("Badan Narkotika Nasional", "BNN")

ROLES = [
    (
        "Kepala Badan Narkotika Nasional (BNN) RI Komjen Pol Marthinus hadir.",
        "Kepala Badan Narkotika Nasional (BNN) RI",
    ),
    (
        "Plt. Deputi Bidang Kerja Sama Internasional Dr. Ratna Sari hadir.",
        "Plt. Deputi Bidang Kerja Sama Internasional",
    ),
    (
        "Pj. Gubernur Nusa Tenggara Barat Mayjen TNI (Purn) Hassanudin hadir.",
        "Pj. Gubernur Nusa Tenggara Barat",
    ),
    (
        "Deputi Bidang Pencegahan, Perlindungan, dan Deradikalisasi BNN Brigjen TNI Herman Saleh hadir.",
        "Deputi Bidang Pencegahan, Perlindungan, dan Deradikalisasi BNN",
    ),
    (
        "Kepala Kantor Wilayah Pajak Riau, Jambi, Bengkulu, Wahyono Kresna, hadir.",
        "Kepala Kantor Wilayah Pajak Riau, Jambi, Bengkulu",
    ),
    ("Wakil Menteri Luar Negeri (Wamenlu) RI Arif Havas hadir.", "Wakil Menteri Luar Negeri (Wamenlu) RI"),
    (
        "Second Vice Minister of Foreign Affairs Kang Sung-min hadir.",
        "Second Vice Minister of Foreign Affairs",
    ),
    ("Duta Besar Australia untuk Indonesia Margaret Holloway hadir.", "Duta Besar Australia untuk Indonesia"),
    ("mantan Wakil Jaksa Agung Prof. Dr. Suharsono Adi menilai.", "mantan Wakil Jaksa Agung"),
    ("Danrem 132/Tadulako Brigjen TNI Deny Gunawan hadir.", "Danrem 132/Tadulako"),
    ("Nurlaila Hasibuan, S.H., LL.M., Kepala Pusat Data, hadir.", "Kepala Pusat Data"),
    (
        "Yoon Hye-rin, jaksa senior pada Kejaksaan Agung Korea, hadir.",
        "jaksa senior pada Kejaksaan Agung Korea",
    ),
    ("Brigjen TNI Dominggus Karubaba selaku Plh. Sekretaris Utama BNN hadir.", "Plh. Sekretaris Utama BNN"),
    (
        "Ketua delegasi Belanda Jan Smit, yang menjabat Wakil Koordinator NCTV, hadir.",
        "Wakil Koordinator NCTV",
    ),
    ("Menteri Perdagangan kami (Wahyono) baru kembali dari sana.", "Menteri Perdagangan"),
    (
        "Tokoh nelayan Belakang Padang, Kolonel Laut (Purn) H. Zulkarnain, hadir.",
        "Tokoh nelayan Belakang Padang",
    ),
    ("Bripka Yuliana Bere, anggota tim penjangkauan.", "anggota tim penjangkauan"),
    ("Protection Associate UNHCR Faisal Rahmani hadir.", "Protection Associate UNHCR"),
    ("Australian Minister for Defence Harriet Pemberton hadir.", "Australian Minister for Defence"),
    ("Marthen Bana, S.IP. - Ketua AJI Kota Kupang", "Ketua AJI Kota Kupang"),
    ("Pengelola dapur, Ahmed Bakhsh al-Sulami, hadir.", "Pengelola dapur"),
    ("Wali Kota Jinju Jo Min-seok hadir.", "Wali Kota Jinju"),
    ("Presiden Peru Ana Valdivia hadir.", "Presiden Peru"),
    ("Kepala Pusat Pulsara dan Tsunami, Dr. Wahyono Kresna, hadir.", "Kepala Pusat Pulsara dan Tsunami"),
    ("Deputi Penindakan dan Eksekusi KPK Irjen Pol Wahyono hadir.", "Deputi Penindakan dan Eksekusi KPK"),
    (
        "Direktur Jenderal Energi Baru, Terbarukan, dan Konservasi Energi (EBTKE), Prof. Wahyono, hadir.",
        "Direktur Jenderal Energi Baru, Terbarukan, dan Konservasi Energi (EBTKE)",
    ),
    ("Pangdam XIV/Hasanuddin Mayjen TNI Wahyono hadir.", "Pangdam XIV/Hasanuddin"),
    ("CEO Xyloma Materials Kim Tae-hyung hadir.", "CEO Xyloma Materials"),
    ("Dirjen Linxyz Budi Hartawan hadir.", "Dirjen Linxyz"),
    ("Direktur Xyloma Verdana, Gunawan Prasetya, hadir.", "Direktur Xyloma Verdana"),
    ("Raja Negeri Hila, Fredy Lating, hadir.", "Raja Negeri Hila"),
    ("Camat Rini Jaya, Budi Hartawan, hadir.", "Camat Rini Jaya"),
    ("Jaksa Agung ST Burhanuddin hadir.", "Jaksa Agung"),
    ("Siti Aminah, 63, korban tragedi itu, hadir.", "korban tragedi"),
    ("Penasihat hukum terdakwa, Wahyono Kresna, hadir.", "Penasihat hukum terdakwa"),
]

SIGNED = [
    (
        "Hadir semua undangan.\n\nPlt. Kepala Pusat Data,\n\nttd.\n\nDr. Wahyono Kresna, M.Si.",
        "Plt. Kepala Pusat Data",
    ),
    ("Hadir semua undangan.\n\nWahyono Kresna\n\nKepala Biro Hukum", "Kepala Biro Hukum"),
    ("Kepala Biro Hukum\n\nPara tamu hadir.\n\nDr. Wahyono Kresna", ""),
]


@pytest.mark.parametrize(("body", "role"), SIGNED)
def test_an_office_on_the_line_beside_a_name_is_a_signature(body: str, role: str) -> None:
    (person,) = people_in(body)
    assert (person.name, person.role) == ("Wahyono Kresna", role)


@pytest.mark.parametrize(("body", "role"), ROLES, ids=[role for _, role in ROLES])
def test_an_office_is_read_to_its_end(body: str, role: str) -> None:
    (person,) = people_in(body, BNN)
    assert person.role == role
    assert person.role_span is not None
    assert person.role_span.of(f"Siaran Pers Hari Ini\n{body}") == role


@pytest.mark.parametrize(
    ("body", "acting", "former"),
    [
        ("Plt. Kepala BNN Budi Santoso hadir.", "plt", False),
        ("Plh Direktur Hukum BNN Budi Santoso hadir.", "plh", False),
        ("Penjabat Bupati Malang Budi Santoso hadir.", "pj", False),
        ("Pelaksana Tugas Kepala BNN Budi Santoso hadir.", "plt", False),
        ("mantan Kapolri Budi Santoso hadir.", "", True),
        ("eks Ketua KPK Budi Santoso hadir.", "", True),
        ("Kepala BNN Budi Santoso hadir.", "", False),
    ],
)
def test_acting_and_former_holders_are_told_apart(body: str, acting: str, former: bool) -> None:
    (person,) = people_in(body)
    assert (person.acting, person.former) == (acting, former)


BODIES = [
    ("Kepala BNN Budi Santoso hadir di Badan Narkotika Nasional.", BNN, "Badan Narkotika Nasional"),
    ("Kapolri Jenderal Budi Santoso memimpin apel Polri.", ("Polri", "Polri"), "Polri"),
    (
        "Menhan Budi Santoso hadir di Kementerian Pertahanan.",
        ("Kementerian Pertahanan", ""),
        "Kementerian Pertahanan",
    ),
    ("Menteri Pertahanan Budi Santoso hadir di Kemhan.", ("Kemhan", "Kemhan"), "Kemhan"),
    ("Menhan Singapura Ng Eng Hen hadir di Kementerian Pertahanan.", ("Kementerian Pertahanan", ""), ""),
    ("Wamenlu Budi Santoso hadir.", ("Polri", "Polri"), ""),
    (
        "Wakil Gubernur Jabar Budi Santoso mewakili Pemprov Jawa Barat.",
        ("Pemprov Jawa Barat", ""),
        "Pemprov Jawa Barat",
    ),
    ("Duta Besar Rusia Sergei Petrov hadir di Kedubes Rusia.", ("Kedubes Rusia", ""), "Kedubes Rusia"),
    ("Jampidsus Budi Santoso hadir di Kejaksaan Agung.", ("Kejaksaan Agung", "Kejagung"), "Kejaksaan Agung"),
    ("mantan Wakil Jaksa Agung Budi Santoso hadir di Kejaksaan Agung.", ("Kejaksaan Agung", "Kejagung"), ""),
    ("Kapten (Maritim) Ahmad Faizal dari MMEA mengaku siap.", ("MMEA", "MMEA"), "MMEA"),
    (
        "Anggota Komisi IX Budi Santoso hadir di Komisi IX DPR RI.",
        ("Komisi IX DPR RI", ""),
        "Komisi IX DPR RI",
    ),
    ("BNN menerima tamu. Turut hadir Deputi Bidang Hukum Budi Santoso.", BNN, "Badan Narkotika Nasional"),
    ("BNN menerima tamu. Turut hadir Gubernur Bali Budi Santoso.", BNN, ""),
    ("BNN menerima tamu. Turut hadir Staf Ahli Gubernur Bali Budi Santoso.", BNN, ""),
    (
        "Bupati Sikka Budi Santoso menemui Pemerintah Kabupaten Sikka.",
        ("Pemerintah Kabupaten Sikka", ""),
        "Pemerintah Kabupaten Sikka",
    ),
    ("Gubernur Aceh Budi Santoso menemui Pemerintah Aceh.", ("Pemerintah Aceh", ""), "Pemerintah Aceh"),
    ("Gubernur Bali Budi Santoso menemui Pemerintah Aceh.", ("Pemerintah Aceh", ""), ""),
    ("Direktur Eropa II Budi Santoso menerima Kemlu.", ("Kemlu", "Kemlu"), "Kemlu"),
    (
        "Universitas Wahana membuka kelas. Hadir Ketua LPPM Budi Santoso.",
        ("Universitas Wahana", ""),
        "Universitas Wahana",
    ),
    ("Ketua Panja Budi Santoso memimpin Komisi I DPR RI.", ("Komisi I DPR RI", ""), "Komisi I DPR RI"),
    ("JAM-Pidsus Budi Santoso hadir di Kejaksaan Agung.", ("Kejaksaan Agung", ""), "Kejaksaan Agung"),
    ("Prof. Budi Santoso, M.Si. (Fakultas Hukum) hadir.", ("Fakultas Hukum", ""), "Fakultas Hukum"),
]


@pytest.mark.parametrize(("body", "organization", "name"), BODIES)
def test_an_office_belongs_to_the_body_it_names_or_means(
    body: str, organization: tuple[str, str], name: str
) -> None:
    (person,) = people_in(body, organization)
    assert person.organization == name


def test_a_body_that_the_office_does_not_name_is_a_conclusion_with_its_reason() -> None:
    (named,) = people_in("Kepala BNN Budi Santoso hadir.", BNN)
    (inner,) = people_in("BNN menerima tamu. Turut hadir Deputi Bidang Hukum Budi Santoso.", BNN)
    assert (named.evidence.basis, named.evidence.reason) == ("stated", "")
    assert inner.evidence.basis == "inferred"
    assert inner.evidence.values == {
        "role": "Deputi Bidang Hukum",
        "organization": "Badan Narkotika Nasional",
    }
    assert "Badan Narkotika Nasional" in inner.evidence.reason % inner.evidence.values


def test_those_appointed_together_hold_one_office() -> None:
    people = people_in(
        "Kombes Pol Dyah Arum, AKBP I Wayan Sugiarta dan Kompol Rudi Hartono, ditunjuk menjadi pelatih."
    )
    assert [person.role for person in people] == ["pelatih"] * 3


SEVERAL = [
    ("Dua pelatih lokal, Budi Santoso dan Siti Aminah, hadir.", ["pelatih lokal"] * 2),
    ("Tiga siswa, masing-masing Budi Santoso, Siti Aminah, dan Agus Salim, hadir.", ["siswa"] * 3),
    ("Penyanyi Budi Santoso bersama Ketua Panitia Siti Aminah hadir.", ["Penyanyi", "Ketua Panitia"]),
    ("Bupati Sikka Budi Santoso dan Siti Aminah hadir.", ["Bupati Sikka", ""]),
]


@pytest.mark.parametrize(("body", "roles"), SEVERAL)
def test_a_common_office_is_that_of_all_who_are_named_after_it(body: str, roles: list[str]) -> None:
    assert [person.role for person in people_in(body)] == roles
