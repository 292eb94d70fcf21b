"""What the desk says of each act of the workflow: what it does, what it asks, and that it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Edition

Text = Promise | str
Words = Mapping[str, Text]


@dataclass(frozen=True)
class ActWords:
    """`intro` stands above the form, `done` is said afterwards with the title of the release.

    `labels` and `helps` name fields otherwise than `LABELS` and `HELPS` do.
    """

    intro: Text
    done: Text
    labels: Words = field(default_factory=dict)
    helps: Words = field(default_factory=dict)
    grave: bool = False


LABELS: Words = {
    "kind": _("Apakah pembaca perlu tahu?"),
    "note": _("Catatan bagi pembaca"),
    "note_en": _("Catatan bagi pembaca (Inggris)"),
    "was": _("Yang keliru"),
    "was_en": _("Yang keliru (Inggris)"),
    "at": _("Waktu terbit"),
    "early_access": _("Embargo: mitra tepercaya membaca lebih dahulu"),
    "reason": _("Alasan"),
    "successor": _("Siaran pengganti"),
}
HELPS: Words = {
    "note": _("Wajib untuk pembaruan dan ralat. Pada ralat: tulislah yang benar."),
    "was": _("Hanya untuk ralat: kutiplah apa yang keliru, seperti pernah terbaca."),
    "reason": _("Tersimpan untuk selamanya dalam catatan; pembaca tidak melihatnya."),
    "successor": _("Boleh kosong. Alamat atau judul siaran publik yang menggantikannya."),
}
KINDS: dict[Edition.Kind, Text] = {
    Edition.Kind.UPDATE: _(
        "Ya, ada kabar baru. Pembaruan: catatan tampil di riwayat halaman, tanggal pembaruan berganti, "
        "umpan dan mitra diberi tahu."
    ),
    Edition.Kind.CORRECTION: _(
        "Ya, ada yang keliru. Ralat: yang keliru dan yang benar tampil di atas teks, di umpan, dan di API."
    ),
    Edition.Kind.MINOR: _(
        "Tidak. Perbaikan kecil: tanpa catatan, tanggal tetap; hanya untuk salah ketik yang tidak "
        "mengubah arti."
    ),
    Edition.Kind.TRANSLATION: _(
        "Hanya pembaca bahasa Inggris. Terjemahan: teks Inggris menyusul dan masuk ke umpan Inggris."
    ),
}

COLLEAGUES: Words = {"note": _("Pesan bagi rekan redaksi")}
INSIDE: Words = {"note": _("Boleh kosong. Pembaca tidak melihatnya.")}
TAKEN_AWAY: Words = {"note": _("Alasan bagi pembaca"), "note_en": _("Alasan bagi pembaca (Inggris)")}
SHOWN: Words = {"note": _("Tampil di alamat siaran ini, sebagai ganti teksnya.")}

WORDS: dict[str, ActWords] = {
    "submit": ActWords(
        _("Naskah ini diserahkan kepada penyunting untuk ditinjau. Anda masih dapat menyuntingnya."),
        _("“%s” sudah diajukan."),
        COLLEAGUES,
        INSIDE,
    ),
    "return": ActWords(
        _("Naskah ini kembali menjadi draf, beserta catatan Anda bagi penulisnya."),
        _("“%s” sudah dikembalikan."),
        {"note": _("Apa yang harus diperbaiki")},
        {"note": _("Wajib. Pembaca tidak melihatnya.")},
    ),
    "approve": ActWords(
        _(
            "Persetujuan ini berlaku untuk naskah di bawah ini saja: suntingan apa pun sesudahnya "
            "membatalkannya."
        ),
        _("“%s” sudah disetujui."),
        COLLEAGUES,
        INSIDE,
    ),
    "publish": ActWords(
        _(
            "Siaran ini terbit seketika, untuk semua orang. Edisi yang sudah terbit tidak dapat diubah atau "
            "dihapus."
        ),
        _("“%s” sudah terbit."),
    ),
    "schedule": ActWords(
        _(
            "Siaran ini terbit sendiri pada waktunya, tepat pada detiknya. Sebelum itu tidak ada yang tampak "
            "di luar."
        ),
        _("“%s” sudah dijadwalkan."),
        helps={
            "early_access": _("Tanpa tanda ini, mitra pun baru membacanya pada waktu terbit."),
        },
    ),
    "publish_urgently": ActWords(
        _(
            "Siaran ini terbit seketika tanpa persetujuan orang kedua. Ia ditandai merah sampai seseorang "
            "yang tidak ikut menulisnya menyetujuinya kemudian."
        ),
        _("“%s” sudah terbit; persetujuan susulannya ditunggu."),
        {"reason": _("Alasan menerbitkan tanpa persetujuan orang kedua")},
        grave=True,
    ),
    "approve_afterwards": ActWords(
        _(
            "Edisi ini sudah terbit tanpa persetujuan. Bacalah seluruhnya; bila ada yang keliru, terbitkan "
            "ralat."
        ),
        _("“%s” sudah disetujui kemudian."),
        COLLEAGUES,
        INSIDE,
    ),
    "reschedule": ActWords(
        _("Edisi yang menunggu terbit pada waktu lain. Persetujuannya ikut, karena teksnya sama."),
        _("Jadwal “%s” sudah diubah."),
        helps={
            "at": _("Kosongkan untuk terbit sekarang."),
        },
    ),
    "cancel": ActWords(
        _("Edisi yang menunggu tidak jadi terbit; naskahnya tetap ada. Catatannya tinggal dalam arsip."),
        _("Jadwal “%s” sudah dibatalkan."),
    ),
    "withdraw": ActWords(
        _(
            "Teks siaran ini hilang dari publik seketika, dalam semua bahasa. Alamat dan judulnya tetap, "
            "dengan alasan Anda. Siaran yang dicabut dapat terbit lagi."
        ),
        _("“%s” sudah dicabut."),
        TAKEN_AWAY,
        SHOWN,
        grave=True,
    ),
    "kill": ActWords(
        _(
            "Siaran ini hilang dari publik seketika, dalam semua bahasa, dan tidak dapat kembali. Mitra "
            "diminta menghapus salinannya; alamatnya hanya menyebut alasan Anda."
        ),
        _("“%s” sudah dibatalkan untuk selamanya."),
        TAKEN_AWAY,
        SHOWN,
        grave=True,
    ),
}
