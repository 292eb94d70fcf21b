"""At the moment all of it is there: without this, the other tests could pass by looking at nothing."""

from __future__ import annotations

import re

import pytest
from django.apps import apps
from django.db import models
from django.test import Client

from articles.models import Article, Citation, EditionProof, Image, PublicNote, Quote
from articles.photos.files import FOLDER
from entities.models import Honorific
from pressroom.core.visibility import Public
from tests.sentinel import secret as secrets
from tests.sentinel.addresses import made_of
from tests.sentinel.answers import answers
from tests.sentinel.clock import JUST_BEFORE, MOMENT, Clock
from tests.sentinel.readers import anonymous, partner
from tests.sentinel.secret import NUMBER, SIGN, UID, Secret
from tests.sentinel.world import World

RELEASE = f"/api/v1/releases/{UID}/"
# Which words of the secret are said where from the moment on.
TOLD = {
    "/siaran-pers/kuarsaalamat/": "judul ringkasan isi tempat nomor narahubung kutipan alternatif "
    "keterangan kredit hak lisensi gelar tokoh jabatan lembaga perjanjian kegiatan topik kembaran penerus",
    "/en/press-releases/kuarsaaddress/": "title lead body dateline quotation alternative caption "
    "gelaren post organization agreement event topic",
    "/siaran-pers/kuarsaalamatralat/": "judulralat keliru ralat alamatralat",
    "/en/press-releases/kuarsacorrectedaddress/": "correctedtitle wrong correction",
    "/siaran-pers/siaran-terang/": "alamatralat",
    "/siaran-pers/siaran-cabut/": "kembali",
    "/en/press-releases/release-cabut/": "reinstatement",
    "/": "judul judulralat alamat alternatif keterangan kutipan kegiatan perjanjian",
    "/en/": "title correctedtitle address correctedaddress",
    "/atom.xml": "judul judulralat alamat alamatralat ralat",
    "/en/atom.xml": "title correctedtitle address correctedaddress correction",
    "/umpan.rss": "judul judulralat alamat alamatralat ralat ringkasan isi",
    "/umpan.json?person=kuarsatokoh": "judul isi",
    "/umpan.csv?topic=kuarsatopik": "judul tempat nomor alamat",
    "/siaran-pers/kuarsaalamat.txt": "judul ringkasan isi tempat nomor",
    "/siaran-pers/": "judul judulralat",
    "/siaran-pers/?person=kuarsatokoh": "judul",
    "/siaran-pers/?organization=kuarsalembaga": "judul",
    "/siaran-pers/?agreement=kuarsaperjanjian": "judul",
    "/siaran-pers/?event=kuarsakegiatan": "judul",
    "/siaran-pers/?topic=kuarsatopik": "judul",
    "/cari/?q=Kuarsaisi": "judul",
    "/en/search/?q=Kuarsabody": "title",
    "/cari/?q=": "topik",
    "/sitemap-releases.xml": "alamat address alamatralat correctedaddress",
    "/sitemap-people.xml": "tokoh penerus",
    "/sitemap-organizations.xml": "lembaga",
    "/sitemap-agreements.xml": "perjanjian",
    "/sitemap-events.xml": "kegiatan",
    "/sitemap-topics.xml": "topik",
    "/tokoh/": "tokoh penerus gelar gelarlama jabatan",
    "/tokoh/kuarsatokoh/": "riwayat jabatan dasar kutipan petikan alasan kegiatan judul",
    "/en/people/kuarsatokoh/": "life reasoning",
    "/tokoh/tokoh-terang/": "gelarlama judul judulralat",
    "/en/people/tokoh-terang/": "gelarlamaen",
    "/lembaga/": "lembaga singkatan",
    "/lembaga/kuarsalembaga/": "jabatan tokoh kegiatan",
    "/perjanjian/": "perjanjian lembaga",
    "/perjanjian/kuarsaperjanjian/": "original registrasi berlaku masa peraturan langkah rujukan bulan",
    "/perjanjian/daftar.csv": "perjanjian agreement registrasi lembaga",
    "/perjanjian/daftar.json?form=multilateral": "lembaga",
    "/en/agreements/kuarsaperjanjian/": "naskah force term step",
    "/perjanjian/nota-terang/": "langkahlama lembaga topik perjanjian",
    "/en/agreements/nota-terang/": "laterstep month",
    "/agenda/": "kegiatan gedung tanggal",
    "/agenda/kuarsakegiatan/": "acara akses tokoh lembaga",
    "/en/calendar/kuarsakegiatan/": "acaraen access hall day",
    "/agenda/acara-terang/": "acaralama tokoh lembaga perjanjian kegiatan",
    "/en/calendar/acara-terang/": "acaralamaen",
    "/agenda/?tampilan=bulan&bulan=2031-03": "kegiatan tanggal",
    "/negara/au/": "lembaga kegiatan",
    "/negara/ru/": "judul",
    "/topik/": "topik",
    "/topik/kuarsatopik/": "kegiatan",
    "/topik/keamanan/": "topik judul",
    RELEASE: "judul title kutipan penyebutan ujar",
    "/api/v1/releases/": "judul judulralat",
    "/api/v1/quotes/": "kutipan quotation penyebutan",
    "/api/v1/people/kuarsatokoh/": "urutan tokoh",
    f"/api/v1/instruments/{NUMBER}/": "tentang concerning lembaran tambahan tautan",
    f"/api/v1/posts/{NUMBER}/": "jabatan post",
    f"/api/v1/appointments/{NUMBER}/": "dasar",
    "/api/v1/changes/?limit=100": "tokoh kembaran penerus lembaga perjanjian kegiatan topik",
}
# What the desk keeps to itself even then: file names, rights, other names, and what was said at work.
UNTOLD = {
    *("berkas", "catatan", "persetujuan"),
    *("namagelar", "honorific", "namatokoh", "namatokohlama", "namalembaga", "namalembagalama"),
}
# Columns that hold no words: codes, and what the house writes there itself.
WORDLESS = {
    *("topic.medtop", "agreement.original_language", "article.english_source", "citation.url"),
    *("image.display", "image.sha256", "publicnote.kind"),
}


@pytest.fixture
def secret(world: World) -> Secret:
    secret = secrets.write(world)
    secrets.schedule(secret, MOMENT)
    return secret


def told(reader: Client) -> dict[str, set[str]]:
    """Which words of the secret are said at each address of the table, or in the address it leads to."""
    found = answers(reader, TOLD)
    return {address: words_in(f"{found[address].headers} {found[address].body.decode()}") for address in TOLD}


def words_in(text: str) -> set[str]:
    return {said.lower() for said in re.findall(f"(?i){SIGN}([a-z]+)", text)}


def test_at_the_moment_everything_is_there(secret: Secret, clock: Clock) -> None:
    clock.now = MOMENT
    said = told(anonymous())
    missing = {address: set(words.split()) - said[address] for address, words in TOLD.items()}
    assert {address: words for address, words in missing.items() if words} == {}


def test_the_files_and_the_code_are_there_too(secret: Secret, clock: Clock) -> None:
    files = [
        f"/media/{file}" for file in (secret.image.display, secret.agreement.document, secret.person.portrait)
    ]
    codes = EditionProof.objects.filter(public_from=MOMENT).values_list("code", flat=True)
    proofs = [f"/verifikasi/{code}/" for code in codes]
    files += [f"/media/{path}" for path in made_of(secret.image) if path.startswith(FOLDER)]
    files += [
        f"/siaran-pers/kuarsaalamat/{name}" for name in ("foto-1.jpg", "foto-1-web.jpg", "kit-pers.zip")
    ]
    for moment, status in ((JUST_BEFORE, 404), (MOMENT, 200)):
        clock.now = moment
        found = answers(anonymous(), [*files, *proofs])
        assert {given.status for given in found.values()} == {status}


def test_a_partner_with_the_scope_has_it_before(secret: Secret, clock: Clock) -> None:
    clock.now = JUST_BEFORE
    listed = answers(partner("embargo"), ["/api/v1/embargoed/", f"/api/v1/embargoed/{UID}/"])
    assert all(secrets.word("judul") in given.body.decode() for given in listed.values())


def speaking_models() -> list[type[models.Model]]:
    facts = [model for model in apps.get_models() if issubclass(model, Public)]
    return [*facts, Honorific, Article, Quote, Citation, Image, PublicNote]


def text_columns(model: type[models.Model]) -> list[str]:
    """Columns in which somebody writes words."""
    kinds = (models.CharField, models.TextField, models.FileField)
    columns = [
        field for field in model._meta.concrete_fields if isinstance(field, kinds) and not field.choices
    ]
    return [f.name for f in columns if f"{model._meta.model_name}.{f.name}" not in WORDLESS]


def test_every_field_of_the_secret_says_something_that_nobody_else_says(secret: Secret) -> None:
    """A new column fails here until the secret has a word in it, and that until the table says where."""
    said: set[str] = set()
    for model in speaking_models():
        for column in text_columns(model):
            signed = model._default_manager.filter(**{f"{column}__icontains": SIGN})
            written = [str(value) for value in signed.values_list(column, flat=True)]
            assert written, f"Nothing of the secret stands in {model._meta.label}.{column}."
            said |= words_in(" ".join(written))
    assert said - set(" ".join(TOLD.values()).split()) - UNTOLD == set()
