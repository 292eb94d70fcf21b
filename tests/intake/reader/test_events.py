"""Events that lie ahead, the one that was held, and what is on their agenda."""

from datetime import date

import pytest

from articles.intake.reader import lay_out
from articles.intake.reader.dates.dates import find_event_date, find_moments
from articles.intake.reader.events.events import find_events
from articles.intake.reader.findings import Event
from articles.intake.reader.organizations.organizations import find_organizations
from articles.intake.reader.people.people import find_people

LEAD = "Jakarta - BNPT menggelar rapat koordinasi di Hotel Borobudur, Selasa (5/3/2024)."


def read_events(body: str, published: date | None = date(2024, 3, 6)) -> tuple[Event, ...]:
    document = lay_out(f"Judul siaran pers\n{body}", published)
    moments, bodies = find_moments(document), find_organizations(document)
    event_date, _ = find_event_date(document, moments)
    return find_events(document, moments, event_date, find_people(document, bodies), bodies)


def planned(body: str) -> list[Event]:
    return [event for event in read_events(f"{LEAD}\n{body}") if event.planned]


def line(event: Event) -> str:
    return f"{event.title} | {event.when.printed}" if event.when else event.title


PLANNED = [
    ("Kedua pihak akan menyelenggarakan seminar nasional pada Oktober mendatang.",
     "seminar nasional | Oktober mendatang"),
    ("BNPT akan menggelar seminar nasional di Universitas Indonesia pada 12 Mei 2024.",
     "seminar nasional | 12 Mei 2024"),
    ("Pada 20 April 2024, KPK akan menyelenggarakan lokakarya bagi kepala desa.",
     "lokakarya bagi kepala desa | 20 April 2024"),
    ("Setelah itu mereka akan menggelar pertemuan Joint Working Group yang pertama pada Maret 2025.",
     "pertemuan Joint Working Group yang pertama | Maret 2025"),
    ("Kedua kepolisian bakal menggelar latihan bersama di Semarang, Oktober mendatang.",
     "latihan bersama | Oktober mendatang"),
    ("Kedua negara sepakat menggelar pertemuan lanjutan di Canberra pada pertengahan 2025.",
     "pertemuan lanjutan | pertengahan 2025"),
    ("Mereka berencana mengadakan dialog publik pekan depan.", "dialog publik | pekan depan"),
    ("Delegasi BNPT dijadwalkan melakukan kunjungan balasan ke Den Haag pada pertengahan 2025.",
     "kunjungan balasan ke Den Haag | pertengahan 2025"),
    ("Para hakim akan mengikuti bimbingan teknis pada 2-3 September 2024 di Balikpapan.",
     "bimbingan teknis | 2-3 September 2024"),
    ("Menlu akan melakukan kunjungan kerja ke Jepang pada 10-12 April 2024 guna membahas investasi.",
     "kunjungan kerja ke Jepang | 10-12 April 2024"),
    ("Pertemuan tingkat teknis akan digelar secara daring pada akhir bulan ini.",
     "Pertemuan tingkat teknis | akhir bulan ini"),
    ("Rapat evaluasi akan digelar pada triwulan III 2024.", "Rapat evaluasi | triwulan III 2024"),
    ("Ia menyebut putaran ketiga perundingan akan dilangsungkan di Yogyakarta pada awal tahun 2025.",
     "putaran ketiga perundingan | awal tahun 2025"),
    ("Konsultasi berikutnya akan diselenggarakan di Jakarta pada pertengahan 2026.",
     "Konsultasi berikutnya | pertengahan 2026"),
    ("Sebagai tindak lanjut, pelatihan bagi pendamping akan digelar di Bandung pada 14–16 April 2025.",
     "pelatihan bagi pendamping | 14–16 April 2025"),
    ("Kegiatan serupa direncanakan berlangsung di Kabupaten Poso seusai Lebaran.",
     "Kegiatan serupa | seusai Lebaran"),
    ("Konferensi Tingkat Tinggi ASEAN dijadwalkan berlangsung di Vientiane, Laos, pada Oktober mendatang.",
     "Konferensi Tingkat Tinggi ASEAN | Oktober mendatang"),
    ("Vaksinasi massal siap digelar di 12 titik pada akhir pekan ini.", "Vaksinasi massal | akhir pekan ini"),
    ("Operasi Ketupat akan digelar selama 13 hari mulai 4 April 2024.", "Operasi Ketupat | 4 April 2024"),
    ("Penandatanganan perjanjian itu ditargetkan pada paruh kedua 2025.",
     "Penandatanganan perjanjian itu | paruh kedua 2025"),
    ("Rapat lanjutan dijadwalkan Rabu (27/3).", "Rapat lanjutan | Rabu (27/3)"),
    ("Pertemuan berikutnya dijadwalkan pada 3 Juni 2024.", "Pertemuan berikutnya | 3 Juni 2024"),
    ("Rencananya, rapat lanjutan digelar pekan depan.", "rapat lanjutan | pekan depan"),
    ("Sebagai langkah awal, patroli bersama dimulai Senin pekan depan di Mota'ain.",
     "patroli bersama | Senin pekan depan"),
    ("Pendaftaran Duta Damai dibuka 1 Oktober 2024.", "Pendaftaran Duta Damai | 1 Oktober 2024"),
    ("Naskah final nota kesepahaman tersebut akan diparaf di Canberra pada 12 Januari 2025.",
     "Naskah final nota kesepahaman tersebut akan diparaf di Canberra | 12 Januari 2025"),
    ("Dokumen itu dijadwalkan ditandatangani di Manila pada awal September 2024.",
     "Dokumen itu dijadwalkan ditandatangani di Manila | awal September 2024"),
    ("Keduanya menyiapkan perjanjian pertukaran jaksa yang rencananya diteken di Lausanne pada Mei 2025.",
     "perjanjian pertukaran jaksa yang rencananya diteken di Lausanne | Mei 2025"),
    ("Adapun barang bukti akan dimusnahkan Senin (11/3).", "barang bukti akan dimusnahkan | Senin (11/3)"),
    ("Didit menjelaskan, 24 masinis akan dikirim ke Frankfurt mulai Agustus 2024.",
     "24 masinis akan dikirim ke Frankfurt | Agustus 2024"),
    ("Barang bukti dimusnahkan Jumat pekan depan.", "Barang bukti dimusnahkan | Jumat pekan depan"),
    ("Uji coba kanal aduan dimulai pada 1 September 2024, dan hasilnya akan diumumkan tiga bulan kemudian.",
     "Uji coba kanal aduan | 1 September 2024; hasilnya akan diumumkan | tiga bulan kemudian"),
    ("Presiden dijadwalkan bertolak ke Tokyo pada Kamis (7/3).", "bertolak ke Tokyo | Kamis (7/3)"),
    ("Ia akan mengunjungi Banda Aceh pada 24–26 Juli.", "mengunjungi Banda Aceh | 24–26 Juli"),
    ("Jalan tol akan beroperasi pada 2026.", "Jalan tol akan beroperasi | 2026"),
    ("Polisi akan melakukan rekonstruksi besok.", "rekonstruksi | besok"),
    ("Dalam waktu dekat, Pemkot akan meluncurkan aplikasi layanan darurat.",
     "aplikasi layanan darurat | Dalam waktu dekat"),
    ("Ia berharap kunjungan balasan bisa terlaksana pada Mei 2025.", "kunjungan balasan | Mei 2025"),
    ("“Kami akan mengadakan pelatihan bagi 50 penyidik bulan depan,” kata Ali.",
     "pelatihan bagi 50 penyidik | bulan depan"),
    ("“Survei lapangan akan kami lakukan besok.”", "Survei lapangan | besok"),
    ("Sidang akan dilanjutkan Senin (11/3) dengan agenda pembacaan tuntutan.", "Sidang | Senin (11/3)"),
    ("Ujian akan digelar pada 20 Maret 2024, sedangkan pengumuman hasil direncanakan 5 April 2024.",
     "Ujian | 20 Maret 2024; pengumuman hasil | 5 April 2024"),
    ("Di lokasi itu nanti dijadwalkan dilaksanakan penandatanganan MoU, juga akan dilakukan dialog langsung.",
     "penandatanganan MoU; dialog langsung"),
    ("The next meeting will be held in Bangkok in June 2024.", "The next meeting | June 2024"),
    ("UNDP would publish a progress report in early 2026.", "publish a progress report | early 2026"),
    ("A mid-term review is planned for March 2025.", "A mid-term review | March 2025"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "lines"), PLANNED)
def test_what_lies_ahead_is_found(body, lines):
    assert "; ".join(line(event) for event in planned(body)) == lines


NONE = [
    "Kami akan terus menindaklanjuti laporan masyarakat.",
    "Polri akan menindak tegas setiap pelaku.",
    "Sebanyak 212 narapidana akan mengikuti program tersebut.",
    "Pihaknya berencana membahas secara mendalam strategi itu.",
    "Bentuk pelaksanaan pidana itu akan disesuaikan dengan kondisi di lapangan.",
    "Keberhasilan itu akan mencerminkan penegakan hukum yang adil.",
    "Tim gabungan akan melakukan penyelidikan lebih lanjut.",
    "Ia akan diperiksa lebih lanjut. Barang bukti akan disita negara.",
    "Menteri berharap kerja sama dapat segera terwujud.",
    "Undang-undang itu akan berlaku pada 2026.",
    "Sebelumnya, rapat serupa digelar pada Januari 2024.",
    "Rapat itu dibuka Kapolda dan ditutup dengan doa.",
    "Proyek itu berlangsung hingga Desember 2024.",
    "“Persoalan ini bisa menunggu setahun lagi.”",
]


@pytest.mark.parametrize("body", NONE)
def test_promises_and_past_events_are_none(body):
    assert planned(body) == []


def test_rows_of_a_timetable_are_events():
    body = (
        "Adapun tahapannya adalah:\n• 20–22 Agustus 2024: kunjungan balasan tim teknis ke Darwin\n"
        "• Triwulan pertama 2025: penandatanganan MoU sister province"
    )
    assert [line(event) for event in planned(body)] == [
        "kunjungan balasan tim teknis ke Darwin | 20–22 Agustus 2024",
        "penandatanganan MoU sister province | Triwulan pertama 2025",
    ]


def test_a_conclusion_of_a_list_may_lie_ahead():
    body = "Rapat menyepakati:\n1. Komisi I melakukan kunjungan lapangan ke Natuna pada masa reses."
    assert [line(event) for event in planned(body)] == ["kunjungan lapangan ke Natuna | masa reses"]


def test_a_later_sentence_dates_the_event():
    body = "BNPT berencana mengadakan expert meeting. Kegiatan ini direncanakan digelar pada awal tahun 2025."
    assert [line(event) for event in planned(body)] == ["expert meeting | awal tahun 2025"]


KINDS = [
    ("BNPT akan menggelar expert meeting pada Mei 2025.", "expert_meeting"),
    ("BNPT akan menggelar konferensi pers besok.", "briefing"),
    ("BNPT akan menggelar seminar nasional pada Mei 2025.", "conference"),
    ("Penandatanganan MoU akan dilaksanakan pada Mei 2025.", "signing"),
    ("BNPT akan menggelar latihan bersama pada Mei 2025.", "other"),
]


@pytest.mark.parametrize(("body", "kind"), KINDS)
def test_the_noun_tells_the_kind(body, kind):
    assert [event.kind for event in planned(body)] == [kind]


AGENDAS = [
    ("dengan agenda (1) pertukaran data, (2) pendampingan anak, serta (3) aset kripto.",
     ("pertukaran data", "pendampingan anak", "aset kripto")),
    ("dengan agenda pembahasan keamanan internasional.", ("keamanan internasional",)),
    ("dengan agenda mendengarkan paparan Panglima TNI.", ("mendengarkan paparan Panglima TNI",)),
    ("dengan agenda lain seperti media sosial, pendanaan terorisme, dan upaya pencegahan.",
     ("media sosial", "pendanaan terorisme", "upaya pencegahan")),
    ("di Jakarta.", ()),
]  # fmt: skip


@pytest.mark.parametrize(("words", "agenda"), AGENDAS)
def test_agenda_items_are_parted(words, agenda):
    (event,) = planned(f"Rapat lanjutan akan digelar pada 20 Mei 2024 {words}")
    assert event.agenda == agenda


def test_a_later_sentence_adds_to_the_agenda():
    body = (
        "BNPT akan menggelar expert meeting dengan agenda pembahasan keamanan. "
        "Pertemuan ini akan mengangkat agenda lain seperti media sosial, pendanaan, dan radikalisme."
    )
    (event,) = planned(body)
    assert event.agenda == ("keamanan", "media sosial", "pendanaan", "radikalisme")


HELD = [
    ("BNPT menggelar rapat koordinasi di Hotel Borobudur, Selasa (5/3/2024).",
     ("rapat koordinasi", "other", "Hotel Borobudur")),
    ("“Baik,” jelasnya pada kegiatan Courtesy Call dengan Duta Besar Rusia di Kantor BNPT, Rabu (6/3/2024).",
     ("Courtesy Call dengan Duta Besar Rusia", "courtesy_call", "Kantor BNPT")),
    ("Penandatanganan berlangsung di Sentul, Kamis (7/3/2024).", ("Penandatanganan", "signing", "Sentul")),
    ("Hal itu disampaikan dalam konferensi pers di Mabes Polri, Jakarta, Selasa (5/3/2024).",
     ("konferensi pers", "briefing", "Mabes Polri, Jakarta")),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "wanted"), HELD)
def test_the_event_of_the_date_is_the_one_that_was_held(lead, wanted):
    held = [event for event in read_events(f"Jakarta - {lead}", date(2024, 3, 8)) if not event.planned]
    assert [(event.title, event.kind, event.place) for event in held] == [wanted]


def test_without_a_word_for_an_event_none_was_held():
    assert read_events("Jakarta - Polisi menangkap dua tersangka, Selasa (5/3/2024).") == ()


def test_what_a_correction_calls_wrong_is_no_event():
    body = 'Pada paragraf itu tertulis "Rapat akan digelar 5 Mei 2024", seharusnya "6 Mei 2024".'
    assert "5 Mei 2024" not in [event.when.printed for event in planned(body) if event.when]


@pytest.mark.parametrize(
    "text", ["", "akan", "akan digelar " * 500, "menggelar “" * 300, "5 Mei 2030: " * 100]
)
def test_any_text_is_read(text):
    for event in read_events(text, None):
        assert 0 <= event.evidence.span.start < event.evidence.span.end <= len(text) + 20
