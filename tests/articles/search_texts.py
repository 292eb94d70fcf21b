"""The texts that the search tests look through: the real first release, and short ones beside it."""

from pathlib import Path

SOURCE = Path(__file__).parents[2] / "fixtures" / "source"

INDONESIAN = {
    "rusia": (SOURCE / "2024-10-09-bnpt-kedubes-rusia.txt").read_text(encoding="utf-8"),
    "uu": (
        "Ketua DPR Sambut Pengesahan Revisi Undang-Undang Antiterorisme\n"
        "Jakarta - Rapat paripurna mengesahkan revisi UU Nomor 15 Tahun 2003. Undang-Undang Nomor 5 Tahun"
        " 2018 berlaku sejak diundangkan. Deradikalisasi dan kontraradikalisasi diatur lebih lanjut PP."
    ),
    "undangan": (
        "Menlu Terima Undangan Menteri Pertahanan Australia\n"
        "Canberra - Australia mengundang Indonesia meninjau pangkalan laut di luar Darwin. Kunjungan menunggu"
        " keputusan pemerintah; belum ada perjanjian yang diteken."
    ),
    "pelatihan": (
        "Pesantren di Jawa Timur Ikuti Pelatihan Cegah Ekstremisme\n"
        "Malang - Sebanyak 120 santri dilatih mengenali narasi intoleran di medsos. Para pendidik menyusun"
        " kurikulum bersama Ma’ruf Hidayat, penyintas bom yang memimpin forum ini."
    ),
    "siber": (
        "Polisi Tangkap Penipu Daring, Sembilan Orang Ditahan\n"
        "Surabaya - Penyidik Densus dan Polri menggagalkan penipuan berkedok investasi. Penangkapan itu hasil"
        " penyelidikan atas transaksi keuangan; danau tempat barang bukti dibuang masih disisir."
    ),
    "lapas": (
        "Napiter Bebas Bersyarat Ikrar Setia kepada NKRI\n"
        "Cilacap - Tujuh warga binaan lapas mengucap ikrar, disaksikan keluarga dan Kepala Balai"
        " Pemasyarakatan. Kerja-sama pembinaan ini diperpanjang; dananya dari Kedubes Jepang."
    ),
}

ENGLISH = {
    "russia": (
        "BNPT and the Russian Embassy Plan an Expert Meeting on International Security\n"
        "Jakarta - The two countries signed a memorandum on combating terrorism in 2007, ratified by"
        " Presidential Regulation No. 3 of 2010. Ambassador Sergei Tolchenov is ready to exchange information"
        " on terrorist financing and on individuals exposed to extremist views."
    ),
    "training": (
        "Teachers Train to Prevent Radicalisation\n"
        "Malang - Counter-terrorism officials and school organisations agreed on a programme for Indonesia’s"
        " schools; signatories will report yearly."
    ),
}
