"""Two hundred and more invented releases in which the golden questions look for one.

Every theme is told from ten places with another partner, so that each word of a question stands in many
releases and only all together in the one that is meant. Nothing of it ever happened.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from articles.models import Article, Edition, EditionText, Revision
from articles.search.marks import marks_of
from articles.search.stems import stem_text
from tests import factories as make

START = datetime(2021, 1, 5, 3, tzinfo=UTC)

# Title, then what the text says of it; {place} and {partner} differ from release to release.
THEMES = {
    "jaksa": (
        "Jaksa di {place} Dilatih Menangani Perkara Pendanaan Terorisme",
        "Para penuntut umum mempelajari aliran dana. {partner} memberi contoh transaksi yang mencurigakan.",
    ),
    "sekolah": (
        "Guru {place} Menyusun Modul Toleransi untuk Sekolah Menengah",
        "Modul itu membantu pendidik mengenali perundungan dan intoleransi. {partner} mencetak modulnya.",
    ),
    "korban": (
        "Penyintas Bom {place} Menerima Kompensasi Negara",
        "Kompensasi dan pemulihan bagi korban diserahkan kepada keluarga. {partner} menghitung kerugiannya.",
    ),
    "bandara": (
        "Simulasi Pembajakan Digelar di Bandara {place}",
        "Petugas bandara dan penjinak bom berlatih membebaskan sandera. {partner} menjadi pengamat.",
    ),
    "siber": (
        "Patroli Siber {place} Menemukan Ratusan Akun Propaganda",
        "Akun penyebar propaganda dilaporkan agar dihapus. {partner} memeriksa jejak digitalnya.",
    ),
    "pesantren": (
        "Santri {place} Berlomba Membuat Film Pendek Perdamaian",
        "Film terbaik diputar di alun-alun. {partner} menyediakan kamera dan pelatih.",
    ),
    "lapas": (
        "Warga Binaan Lapas {place} Mengucap Ikrar Setia",
        "Tujuh narapidana mencium bendera seusai program deradikalisasi. {partner} menjadi saksi.",
    ),
    "pelabuhan": (
        "Pengamanan Pelabuhan {place} Diperketat Menjelang Mudik",
        "Kontainer dan penumpang kapal diperiksa dengan anjing pelacak. {partner} menambah personel.",
    ),
    "perempuan": (
        "Perempuan {place} Menjadi Duta Damai Dunia Maya",
        "Para ibu belajar menangkal ajakan kekerasan di grup percakapan. {partner} mendampingi mereka.",
    ),
    "kimia": (
        "Pengawasan Bahan Kimia Berbahaya Dibahas di {place}",
        "Penjualan pupuk dan prekursor peledak dicatat. {partner} mengusulkan daftar pembeli.",
    ),
    "repatriasi": (
        "Anak-Anak Repatriasi Mulai Bersekolah di {place}",
        "Anak yang dipulangkan dari Suriah didampingi psikolog. {partner} menjamin akta kelahirannya.",
    ),
    "riset": (
        "Peneliti {place} Memaparkan Indeks Potensi Radikalisme",
        "Survei terhadap dua ribu responden menunjukkan indeks menurun. {partner} membiayai surveinya.",
    ),
    "kampus": (
        "Mahasiswa {place} Mendirikan Pusat Kajian Moderasi Beragama",
        "Rektor menyerahkan ruang perpustakaan. {partner} menyumbang buku dan jurnal.",
    ),
    "wisata": (
        "Hotel dan Tempat Wisata {place} Diuji Sistem Keamanannya",
        "Auditor menilai kamera pengawas dan jalur evakuasi. {partner} menyusun standarnya.",
    ),
    "perbatasan": (
        "Pos Lintas Batas {place} Dilengkapi Pemindai Wajah",
        "Pelintas diperiksa dengan daftar pencarian. {partner} menghubungkan pangkalan datanya.",
    ),
    "olahraga": (
        "Pengamanan Turnamen Sepak Bola di {place} Dinyatakan Siap",
        "Suporter diminta tidak membawa petasan ke stadion. {partner} menerbangkan pesawat nirawak.",
    ),
    "kesehatan": (
        "Rumah Sakit {place} Berlatih Menghadapi Serangan Biologi",
        "Dokter dan perawat mencoba ruang isolasi. {partner} membagikan alat pelindung.",
    ),
    "energi": (
        "Kilang Minyak {place} Ditetapkan sebagai Objek Vital",
        "Pagar dan gardu listrik diawasi siang malam. {partner} memeriksa rencana daruratnya.",
    ),
    "desa": (
        "Desa Siaga di {place} Menerima Penghargaan",
        "Kepala desa dan karang taruna mendirikan posko. {partner} memberi dana pembinaan.",
    ),
    "budaya": (
        "Wayang Kulit di {place} Bercerita tentang Persatuan",
        "Dalang menyelipkan pesan kebangsaan. {partner} menyiarkan pertunjukannya.",
    ),
    "radio": (
        "Radio Komunitas {place} Menyiarkan Dialog Lintas Agama",
        "Pendengar menelepon pemuka agama. {partner} meminjamkan pemancar.",
    ),
}
THEMES_EN = {
    "jaksa": (
        "Prosecutors in {place} Train to Handle Terrorist Financing Cases",
        "They studied flows of money. {partner} gave examples of suspicious transactions.",
    ),
    "korban": (
        "Survivors of the {place} Bombing Receive State Compensation",
        "Compensation and recovery were handed to families of the victims. {partner} assessed the losses.",
    ),
    "siber": (
        "Cyber Patrol in {place} Finds Hundreds of Propaganda Accounts",
        "Accounts spreading propaganda were reported for removal. {partner} examined the digital traces.",
    ),
    "perbatasan": (
        "Border Post in {place} Is Equipped With Face Scanners",
        "Travellers are checked against watch lists. {partner} connected the databases.",
    ),
}
PLACES = [
    "Surabaya",
    "Medan",
    "Makassar",
    "Denpasar",
    "Ambon",
    "Palu",
    "Poso",
    "Pontianak",
    "Jayapura",
    "Mataram",
]
# Short name, Indonesian name, English name.
PARTNERS = [
    (
        "PPATK",
        "Pusat Pelaporan dan Analisis Transaksi Keuangan",
        "Financial Transaction Reports and Analysis Centre",
    ),
    ("LPSK", "Lembaga Perlindungan Saksi dan Korban", "Witness and Victim Protection Agency"),
    ("BSSN", "Badan Siber dan Sandi Negara", "National Cyber and Crypto Agency"),
    ("Kemenag", "Kementerian Agama", "Ministry of Religious Affairs"),
    ("UNODC", "Kantor PBB untuk Narkoba dan Kejahatan", "United Nations Office on Drugs and Crime"),
]
SPEAKERS = [
    ("Ratna Kusumadewi", "Ratna Kusuma Dewi"),
    ("Yusuf Mandala", "Jusuf Mandala"),
    ("Igor Petrenko", "Igor Petrienko"),
]


def build() -> None:
    """All releases, in both languages where a theme has both, with the registers that they speak of."""
    partners = [make.organization(name, short=short, name_en=english) for short, name, english in PARTNERS]
    people = [make.person(name) for name, _alias in SPEAKERS]
    for person, (_name, alias) in zip(people, SPEAKERS, strict=True):
        make.person_name(person, alias)
    told = [(theme, place) for theme in THEMES for place in range(len(PLACES))]
    rows = [
        row
        for number, (theme, place) in enumerate(told)
        for row in texts(number, theme, place, partners, people)
    ]
    Article.objects.bulk_create({row.article.uid: row.article for row in rows}.values())
    Revision.objects.bulk_create({row.article.uid: row.edition.revision for row in rows}.values())
    Edition.objects.bulk_create({row.article.uid: row.edition for row in rows}.values())
    EditionText.objects.bulk_create(rows)


def texts(number: int, theme: str, place: int, partners: list[Any], people: list[Any]) -> list[EditionText]:
    partner = partners[(place + number // 10) % len(partners)]
    speaker = people[(place + number // 10) % len(people)]
    edition = edition_of(number, slug(theme, place))
    subjects = [("organization", partner.pk), ("person", speaker.pk), ("country", "ID")]
    # Of two releases one writes a body's name out, the other its short name.
    written = (
        {"id": partner.name, "en": partner.name_en}
        if place % 2
        else {"id": partner.short, "en": partner.short}
    )
    both = {"id": THEMES[theme], "en": THEMES_EN.get(theme)}
    return [
        text(edition, language, told, PLACES[place], written[language], speaker.name, subjects)
        for language, told in both.items()
        if told
    ]


def slug(theme: str, place: int) -> str:
    return f"{theme}-{PLACES[place].lower()}"


def edition_of(number: int, slug: str) -> Edition:
    key, at = number + 1_000, START + timedelta(days=number * 37 % 1_500, minutes=number)
    article = Article(pk=key, slug=slug, title=slug, body="<p></p>")
    revision = Revision(pk=key, article=article, number=1, document={}, digest="0" * 64, at=at)
    return Edition(
        pk=key,
        article=article,
        number=1,
        kind="first",
        languages="id",
        document={},
        digest="0" * 64,
        chain=f"{key:064}",
        revision=revision,
        at=at,
        public_from=at,
        reason="Siaran lama.",
    )


def text(
    edition: Edition,
    language: str,
    told: tuple[str, str],
    place: str,
    partner: str,
    speaker: str,
    subjects: list[Any],
) -> EditionText:
    title, body = (words.format(place=place, partner=partner) for words in told)
    said = {
        "id": f"Demikian {speaker} di hadapan wartawan, Senin.",
        "en": f"{speaker} told reporters on Monday.",
    }
    whole = f"{place} - {body} {said[language]}"
    return EditionText(
        edition=edition,
        article=edition.article,
        language=language,
        slug=edition.article.slug,
        kind="press_release",
        public_from=edition.public_from,
        published_at=edition.public_from,
        updated_at=edition.public_from,
        title=title,
        html=f"<p>{whole}</p>",
        text=whole,
        stems=stem_text(f"{title}\n{whole}", language),
        marks=marks_of(title, language, "press_release", edition.public_from, subjects),
    )
