"""People in sentences of many kinds of release: who is found, and who is not one."""

from __future__ import annotations

import pytest

from articles.intake.reader.findings import Evidence, Organization, Person, Span
from articles.intake.reader.layout.layout import lay_out
from articles.intake.reader.people.people import find_people


def people_in(body: str, *bodies: tuple[str, str], title: str = "Siaran Pers Hari Ini") -> tuple[Person, ...]:
    document = lay_out(f"{title}\n{body}")
    return find_people(document, tuple(_body(document.flat, *names) for names in bodies))


def _body(flat: str, name: str, acronym: str) -> Organization:
    starts = [(flat.find(said), len(said)) for said in (name, acronym) if said and said in flat]
    spans = tuple(sorted(Span(start, start + length) for start, length in starts))
    return Organization(name, acronym, spans, Evidence(spans[0] if spans else Span(0, 0)))


FOUND = [
    # Jabatan di depan nama
    ("Gubernur Jawa Timur Khofifah Indar Parawansa meresmikan pasar.", ["Khofifah Indar Parawansa"]),
    ("Menteri Perhubungan Budi Karya Sumadi meninjau bandara.", ["Budi Karya Sumadi"]),
    ("Menteri Keuangan Sri Mulyani Indrawati menyerahkan laporan.", ["Sri Mulyani Indrawati"]),
    ("Wali Kota Surabaya Eri Cahyadi membuka pameran.", ["Eri Cahyadi"]),
    ("Bupati Banyuwangi Ipuk Fiestiandani mengatakan panen naik.", ["Ipuk Fiestiandani"]),
    ("Camat Tegalsari Kartono menyambut rombongan.", ["Kartono"]),
    ("Kapolres Garut AKBP Rohman Yonky Dilatha memimpin apel.", ["Rohman Yonky Dilatha"]),
    ("Kapolsek Cibatu Iptu Amirudin Latif datang ke lokasi.", ["Amirudin Latif"]),
    ("Dandim 0824/Jember Letkol Inf Indra Andriansyah hadir.", ["Indra Andriansyah"]),
    ("Ketua DPR RI Puan Maharani menerima tamu.", ["Puan Maharani"]),
    ("Juru Bicara KPK Tessa Mahardhika Sugiarto membenarkan hal itu.", ["Tessa Mahardhika Sugiarto"]),
    ("Direktur Utama PT Pelita Samudra Wiryawan Hadi hadir.", ["Wiryawan Hadi"]),
    ("Rektor Universitas Airlangga Mohammad Nasih menyebut hal itu.", ["Mohammad Nasih"]),
    ("Duta Besar Jepang untuk Indonesia Kanasugi Kenji berkunjung.", ["Kanasugi Kenji"]),
    ("Menteri Luar Negeri Australia Penny Wong tiba di Jakarta.", ["Penny Wong"]),
    ("Perdana Menteri Malaysia Anwar Ibrahim berpidato.", ["Anwar Ibrahim"]),
    ("Menko Polhukam Hadi Tjahjanto memimpin rapat.", ["Hadi Tjahjanto"]),
    ("Mendagri Tito Karnavian meminta daerah bersiap.", ["Tito Karnavian"]),
    ("Menkominfo Budi Arie Setiadi meluncurkan aplikasi.", ["Budi Arie Setiadi"]),
    ("Kapolri Jenderal Listyo Sigit Prabowo melantik pejabat.", ["Listyo Sigit Prabowo"]),
    ("Pengamat terorisme Al Chaidar menilai ancaman masih ada.", ["Al Chaidar"]),
    ("Peneliti BRIN Wasisto Raharjo Jati menilai sebaliknya.", ["Wasisto Raharjo Jati"]),
    ("Staf Khusus Menteri Agama Ishfah Abidal Aziz menyampaikan itu.", ["Ishfah Abidal Aziz"]),
    ("Plt. Kepala Dinas Kesehatan Kota Bandung Anhar Hadian hadir.", ["Anhar Hadian"]),
    ("Executive Director of UNODC Ghada Waly mengapresiasi langkah itu.", ["Ghada Waly"]),
    ("Hakim Ketua Rianto Adam Pontoh membacakan putusan.", ["Rianto Adam Pontoh"]),
    ("Sekda Kabupaten Sleman Harda Kiswaya membacakan sambutan.", ["Harda Kiswaya"]),
    # Nama di antara koma
    ("Kepala BNN, Marthinus Hukom, mengatakan peredaran turun.", ["Marthinus Hukom"]),
    ("Kabid Humas Polda Jatim, Kombes Pol Dirmanto, menjelaskan.", ["Dirmanto"]),
    ("Gubernur Maluku Utara, Sherly Tjoanda, meninjau lokasi.", ["Sherly Tjoanda"]),
    ("Ketua KPU Kota Depok, Nana Shobarna mengatakan logistik siap.", ["Nana Shobarna"]),
    ("Pemilik warung, Sumiyem, mengaku senang.", ["Sumiyem"]),
    ("Salah seorang warga, Paijo (54), berharap jalan diperbaiki.", ["Paijo"]),
    # Jabatan di belakang nama
    ("Retno Marsudi, Menteri Luar Negeri, memimpin sidang.", ["Retno Marsudi"]),
    ("Penny Lukito selaku Kepala BPOM menyampaikan hasil uji.", ["Penny Lukito"]),
    ("Yenti Garnasih yang menjabat Ketua Pansel hadir.", ["Yenti Garnasih"]),
    ("Hal itu disampaikan Bima Arya (Wali Kota Bogor) kemarin.", ["Bima Arya"]),
    # Pangkat dan gelar
    ("Brigjen. Pol. Aswin Siregar menambahkan.", ["Aswin Siregar"]),
    ("Laksamana Madya TNI Irvansyah memimpin patroli.", ["Irvansyah"]),
    ("Marsekal TNI M. Tonny Harjono hadir.", ["M. Tonny Harjono"]),
    ("Letjen TNI (Purn) Sutiyoso memberi pesan.", ["Sutiyoso"]),
    ("Serka Mulyadi menjaga pos.", ["Mulyadi"]),
    ("Prof. Dr. Din Syamsuddin, M.A. memberi ceramah.", ["Din Syamsuddin"]),
    ("Acara diisi oleh Dr.H.Abdul Muiz Ali,M.Ag dan panitia.", ["Abdul Muiz Ali"]),
    ("KH. Yahya Cholil Staquf membuka acara.", ["Yahya Cholil Staquf"]),
    (
        "Hadir pula Pdt. Gomar Gultom dan Romo Antonius Benny Susetyo.",
        ["Gomar Gultom", "Antonius Benny Susetyo"],
    ),
    ("Mgr. Ignatius Suharyo memimpin misa.", ["Ignatius Suharyo"]),
    ("Ustaz Adi Hidayat mengisi kajian.", ["Adi Hidayat"]),
    ("Habib Luthfi bin Yahya memimpin doa.", ["Luthfi bin Yahya"]),
    ("Menurut dr. Tirta Mandira Hudhi, hal itu wajar.", ["Tirta Mandira Hudhi"]),
    ("Mr. John Smith datang.", ["John Smith"]),
    # Nama dengan bentuk lain
    ("Gubernur DIY Sri Sultan Hamengku Buwono X hadir.", ["Sri Sultan Hamengku Buwono X"]),
    ("Bupati Gianyar I Made Mahayastra hadir.", ["I Made Mahayastra"]),
    (
        "Menteri Ida Fauziyah dan Menteri Abdul Halim Iskandar hadir.",
        ["Ida Fauziyah", "Abdul Halim Iskandar"],
    ),
    ("Ketua delegasi Belanda Jan van den Berg tiba.", ["Jan van den Berg"]),
    ("Wakil Menteri Luar Negeri Korea Selatan Cho Tae-yul hadir.", ["Cho Tae-yul"]),
    ("Datuk Seri Mohamed Khaled Nordin berkunjung.", ["Mohamed Khaled Nordin"]),
    ("Direktur Jenderal Imigrasi Silmy Karim menjelaskan.", ["Silmy Karim"]),
    ("Dubes Arab Saudi Faisal bin Abdullah Al-Amudi hadir.", ["Faisal bin Abdullah Al-Amudi"]),
    # Satu kata
    ('"Kami siap," kata Suparjo.', ["Suparjo"]),
    ("Menteri Luar Negeri Sugiono berangkat ke Beijing.", ["Sugiono"]),
    ("Kepala Staf Kepresidenan Moeldoko menanggapi.", ["Moeldoko"]),
    # Tanpa jabatan
    ("Penandatanganan disaksikan Ahmad Muzani dan Sufmi Dasco Ahmad.", ["Ahmad Muzani", "Sufmi Dasco Ahmad"]),
    ("Acara dihadiri oleh Budi Gunawan dan Xanana Gusmao.", ["Budi Gunawan", "Xanana Gusmao"]),
    # Daftar
    (
        "Turut hadir Sekretaris Utama Rachmat Hidayat, Deputi Bidang Pencegahan Irjen Pol Ibnu Suhaendra, "
        "dan Inspektur Catur Iman Pratignyo.",
        ["Rachmat Hidayat", "Ibnu Suhaendra", "Catur Iman Pratignyo"],
    ),
    (
        "Tiga perwira, yakni Kombes Pol Andi Rian, AKBP Rudi Saeful dan Kompol Sri Handayani, "
        "ditunjuk sebagai pelatih.",
        ["Andi Rian", "Rudi Saeful", "Sri Handayani"],
    ),
    ("1. Siti Nurbaya - Ketua Panitia", ["Siti Nurbaya"]),
    # Nama dari berbagai suku dan bangsa
    ("Kabid Pemerintahan Desa Anak Agung Gde Wirya hadir.", ["Anak Agung Gde Wirya"]),
    ("Bendesa Adat Taro, Jro Mangku Made Wirya, hadir.", ["Made Wirya"]),
    ("Ketua RT 03 Umbu Landu Manggana hadir.", ["Umbu Landu Manggana"]),
    ("Warga, Mama Yosina Tabuni, hadir.", ["Yosina Tabuni"]),
    ("Prof. Ir. Syafrizal Dt. Rajo Basa, M.Sc. hadir.", ["Syafrizal Dt. Rajo Basa"]),
    ("Dosen Universitas Wahana Syekh Dr Usman as-Sayyid Mansur hadir.", ["Usman as-Sayyid Mansur"]),
    ("Seniman Rita Br. Tobing hadir.", ["Rita Br. Tobing"]),
    (
        "Peneliti Ravi Shankar, Otniel Wenda, dan Mesak Sahetapy hadir.",
        ["Ravi Shankar", "Otniel Wenda", "Mesak Sahetapy"],
    ),
    ("Hal itu diamini Kepala Dinas Kesehatan Sleman dr Warsiti Kusno.", ["Warsiti Kusno"]),
    ("Hal senada dikatakan Rukmini, pedagang Pasar Cikajang.", ["Rukmini"]),
]


@pytest.mark.parametrize(("body", "names"), FOUND, ids=[body[:40] for body, _ in FOUND])
def test_people_are_found_by_what_stands_around_their_names(body: str, names: list[str]) -> None:
    assert [person.name for person in people_in(body)] == names


NOBODY = [
    "Rombongan melintas di Jalan Jenderal Sudirman menuju Gedung Soekarno.",
    "Pasien dibawa ke RSUD dr. Soetomo.",
    "Kegiatan berlangsung di Stadion Gelora Bung Karno, Jakarta Pusat.",
    "Universitas Gadjah Mada menerima penghargaan.",
    "Bandara I Gusti Ngurah Rai kembali dibuka.",
    "Direktorat Jenderal Imigrasi memperketat pengawasan.",
    "Badan Nasional Penanggulangan Bencana menyalurkan bantuan.",
    "Peraturan Presiden Nomor 7 Tahun 2021 menjadi dasar.",
    "Undang-Undang Perlindungan Anak berlaku sejak lama.",
    "Tersangka berinisial AJ ditangkap di Denpasar.",
    "Program Kampung Tangguh Nusantara digelar di Kabupaten Bogor.",
    "Polda Metro Jaya menggelar Operasi Lilin.",
    "Rapat Koordinasi Nasional digelar di Hotel Borobudur.",
    "Kementerian Luar Negeri Republik Indonesia mengirim nota.",
    "Masjid Istiqlal dan Gereja Katedral dibuka untuk umum.",
    "Menurut Kementerian Kesehatan, angka itu turun.",
    "Kedua negara sepakat memperkuat Kemitraan Strategis Komprehensif.",
    "Google Indonesia mengatakan akan patuh.",
    "Bantuan dikirim ke Kabupaten Tanah Datar, Sumatera Barat.",
    "Kepala BNPT dan Kapolri menghadiri rapat.",
    "Berdasarkan data, jumlah pelanggar turun pada Januari.",
    "Selasa, 12 Maret 2024, rombongan tiba.",
    'Film "Laskar Pelangi" diputar untuk siswa.',
    "Piala Presiden dimulai pada Agustus.",
    "Menteri dan gubernur hadir di Istana Negara.",
    "Beasiswa Habibie dibuka kembali.",
    "(Budi S)",
    "Gempa dirasakan di Manado dan General Santos.",
    "Pernyataan itu ditandatangani dengan saksi Lembaga Adat (LMA) Rowanu.",
    "Perwakilan warga Kampung Muara Jaan, Long Bilai dan Sungai Tepu hadir.",
    "Tersangka berinisial AR. Deputi Pemberantasan membenarkan.",
    "Komisi akan memanggil Kepala BP Batam dalam Rapat Dengar Pendapat.",
]


@pytest.mark.parametrize("body", NOBODY)
def test_bodies_places_and_works_are_nobody(body: str) -> None:
    assert [person.name for person in people_in(body)] == []


def test_a_later_short_name_is_a_mention_with_its_title() -> None:
    body = (
        'Kepala BNN Komjen Pol Marthinus Hukom hadir. Marthinus menyebut angka. "Turun," kata Hukom. '
        "Komjen Marthinus lalu pamit."
    )
    (person,) = people_in(body)
    text = f"Siaran Pers Hari Ini\n{body}"
    said = ["Komjen Pol Marthinus Hukom", "Marthinus", "Hukom", "Komjen Marthinus"]
    assert [mention.of(text) for mention in person.mentions] == said


SECOND_NAMES = [
    ('Bupati Malang Ihsan Pattiwael hadir. "Siap," ujar Iksan.', "Iksan"),
    ('Kabag Humas Fajar Alamsyah hadir. "Siap," kata Alam.', "Alam"),
    ('Wakil Ketua LPSK Prof. Abdul Rozaq Fanani hadir. "Baik," tandas Kiai Rozaq.', "Kiai Rozaq"),
    ("Duta Besar Australia Margaret Holloway tiba. Dubes Holloway menyambut baik.", "Dubes Holloway"),
    ("Menteri Koperasi Teten Masduki tiba. Menteri Tetenpun mencicipi kopi.", "Menteri Tetenpun"),
    ("Wakil Bupati Lalu Satriawan tiba. Lalu Satriawan menyampaikan salam.", "Lalu Satriawan"),
    ("Ketua delegasi Marloes van der Heijden tiba. Van der Heijden memuji program.", "Van der Heijden"),
]


@pytest.mark.parametrize(("body", "said"), SECOND_NAMES)
def test_short_titled_and_misspelt_second_names_are_the_same_person(body: str, said: str) -> None:
    (person,) = people_in(body)
    assert said in [mention.of(f"Siaran Pers Hari Ini\n{body}") for mention in person.mentions]


def test_the_longer_name_is_the_name_also_when_it_comes_later() -> None:
    (person,) = people_in("Prabowo tiba pagi ini. Presiden Prabowo Subianto lalu berpidato, kata Prabowo.")
    assert person.name == "Prabowo Subianto"


def test_a_headline_only_adds_to_who_is_in_the_body() -> None:
    people = people_in(
        "Menteri Pertahanan Letjen TNI Bintang Rahardjo hadir.", title="Bintang Laporkan Tiga Hal ke DPR"
    )
    assert [person.name for person in people] == ["Bintang Rahardjo"]
    assert people[0].mentions[0] == Span(0, 7)


def test_two_people_with_one_family_name_stay_two() -> None:
    people = people_in("Bupati Budi Santoso dan Camat Joko Santoso hadir.")
    assert [person.name for person in people] == ["Budi Santoso", "Joko Santoso"]


def test_what_a_correction_calls_wrong_is_nobody() -> None:
    body = 'Tertulis "Brigjen Pol. Arman Latjuba", seharusnya "Brigjen TNI Herman Latjuba".'
    assert [person.name for person in people_in(body)] == ["Herman Latjuba"]


OFFICES_ALONE = [
    ("Kepala Badan Narkotika Nasional (BNN) Marthinus Hukom hadir. Kepala BNN menyebut angka.", "Kepala BNN"),
    ("Sekretaris Utama BNN Tantan Sulistyana hadir. Sestama BNN itu berharap.", "Sestama BNN itu"),
    ("Wakil Menteri Luar Negeri (Wamenlu) RI Arif Havas hadir. Wamenlu menekankan.", "Wamenlu"),
    ('Wakil Gubernur Sulawesi Tengah Ma\'mun Amir hadir. "Baik," pinta Wagub.', "Wagub"),
    ("Duta Besar Rusia untuk Indonesia Sergei Tolchenov tiba. Dubes Rusia lalu pamit.", "Dubes Rusia"),
    ('Pengamat Untung Prabawa hadir. "Kurang," kata mantan Kabareskrim itu.', "mantan Kabareskrim itu"),
    (
        "Kapolri Jenderal Pol Gatot Wirasakti hadir. Jenderal bintang empat itu tegas.",
        "Jenderal bintang empat itu",
    ),
]


@pytest.mark.parametrize(("body", "said"), OFFICES_ALONE)
def test_an_office_alone_stands_for_its_holder(body: str, said: str) -> None:
    people = people_in(body, ("Badan Narkotika Nasional", "BNN"))
    assert said in [title.of(f"Siaran Pers Hari Ini\n{body}") for title in people[0].titles]


def test_the_office_of_somebody_else_stands_for_nobody() -> None:
    (person,) = people_in("Wakil Ketua LPSK Susilaningtias hadir. Ketua MPR tidak hadir.")
    assert person.titles == ()


HOSTILE = [
    "Kepala ",
    "Budi Santoso ",
    "(Kepala (",
    '"Budi" ',
    "Ketua, dan ",
    "S.H., ",
    "Dr. ",
    "\x00\u202e",
    "itu jenderal ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_any_text_is_read_and_every_span_lies_inside(piece: str) -> None:
    text = "Judul\n" + piece * 400
    for person in find_people(lay_out(text), ()):
        assert all(0 <= span.start < span.end <= len(text) for span in (*person.mentions, *person.titles))
