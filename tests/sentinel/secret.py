"""An embargoed release, a correction and a reinstatement to come: every field says what nobody else says."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.db.models import Model

from agreements.models import Agreement, AgreementAction, Event
from articles import revisions
from articles.models import Article, Edition, Image
from articles.photos import errand
from articles.reveal import CITABLE
from articles.workflow import perform
from entities.models import Organization, Person, PersonHonorific, Post, Topic
from tests import factories as make
from tests.sentinel.world import World

# What every word of the secret begins with; nobody else says it.
SIGN = "Kuarsa"
# Rows whose address is their number get numbers that nobody could come by otherwise.
NUMBER = 900_001
UID = uuid.UUID("5e5e5e5e-5e5e-4e5e-8e5e-5e5e5e5e5e5e")
HIDDEN: dict[str, Any] = {"public_from": None}
LINKS = {
    Person: "people",
    Organization: "organizations",
    Agreement: "agreements",
    Event: "events",
    Topic: "topics",
}
IN_MARCH = {"earliest": date(2031, 3, 1), "latest": date(2031, 3, 31)}


def word(of: str) -> str:
    """The word for one field, such as "Kuarsajudul"."""
    return f"{SIGN}{of}"


def slug(of: str) -> str:
    return word(of).lower()


@dataclass
class Secret:
    """The releases that wait, and what of theirs has an address of its own."""

    release: Article
    correction: Article
    reinstated: Article
    image: Image
    agreement: Agreement
    person: Person


def words(**fields: str) -> dict[str, str]:
    """A word for each field, by the short name of what it says."""
    return {field: word(of) for field, of in fields.items()}


def write(world: World) -> Secret:
    """Write everything down, submit and approve it; nothing of it is public, or due."""
    writer, editor = make.user("penulis", is_superuser=True), make.user("penyunting", is_superuser=True)
    release = new_release()
    body, post = new_body(world)
    person, held = new_person(world, post)
    topic = make.topic(word("topik"), slug=slug("topik"), name_en=word("topic"), parent=world.topic, **HIDDEN)
    agreement = new_agreement(world, body, held, topic)
    event = new_event(world, person, body, agreement, topic)
    image = new_image()
    make.article_image(release, image)
    errand.finish()
    known = [world.person, world.body, world.agreement, world.event, world.topic]
    link(release, [*known, person, body, agreement, event, topic, *merge(world)])
    said = {"text": f"Kata {word('kutipan')} itu.", "text_en": f"So said {word('quotation')}."}
    make.quote(release, person, appointment=held, **said, **words(attribution="penyebutan", verb="ujar"))
    cite(release, [body, held, agreement, event])
    correction = write_correction(world)
    for article in (release, correction, world.withdrawn):
        let_through(article, writer, editor)
    make.preview_link(release.revisions.first())
    return Secret(release, correction, world.withdrawn, image, agreement, person)


def new_release() -> Article:
    return make.article(
        slug=slug("alamat"),
        slug_en=slug("address"),
        uid=UID,
        body=f"<p>Kata {word('kutipan')} itu. Menurut {word('petikan')} begitu. {word('isi')}.</p>",
        body_en=f"<p>So said {word('quotation')}. {word('body')}.</p>",
        english_ready=True,
        **words(title="judul", title_en="title", lead="ringkasan", lead_en="lead"),
        **words(place="tempat", place_en="dateline", number="nomor", contact="narahubung"),
    )


def new_body(world: World) -> tuple[Organization, Post]:
    body = make.organization(
        word("lembaga"),
        slug=slug("lembaga"),
        country=make.country("AU"),
        **words(name_en="organization", short="singkatan"),
        **HIDDEN,
    )
    make.organization_name(body, word("namalembaga"), **HIDDEN)
    make.organization_name(world.body, word("namalembagalama"), **HIDDEN)
    post = make.post(
        word("jabatan"), organization=body, title_en=word("post"), pk=NUMBER, predecessor=world.post, **HIDDEN
    )
    Organization.objects.filter(pk=world.body.pk).update(parent=body)
    Post.objects.filter(pk=world.post.pk).update(predecessor=post)
    return body, post


def new_person(world: World, post: Post) -> tuple[Person, Model]:
    person = make.person(
        word("tokoh"),
        slug=slug("tokoh"),
        portrait=picture(slug("berkas")),
        **words(bio="riwayat", bio_en="life", sort_name="urutan"),
        **HIDDEN,
    )
    for holder, of in ((person, "gelar"), (world.person, "gelarlama")):
        names = words(abbr_en=f"{of}en", name="namagelar", name_en="honorific")
        title = make.honorific(word(of), code=slug(of), **names)
        make.person_honorific(holder, title, start_latest=date(2020, 1, 1), **HIDDEN)
    make.person_name(person, word("namatokoh"), **HIDDEN)
    make.person_name(world.person, word("namatokohlama"), **HIDDEN)
    held = make.appointment(
        person, post, pk=NUMBER, basis=word("dasar"), start_latest=date(2020, 1, 1), **HIDDEN
    )
    return person, held


def new_agreement(world: World, body: Organization, held: Model, topic: Topic) -> Agreement:
    law = make.instrument(
        number=word("peraturan"),
        pk=NUMBER,
        url="https://example.go.id/kuarsatautan",
        **words(title="tentang", title_en="concerning", gazette="lembaran", gazette_supplement="tambahan"),
        **HIDDEN,
    )
    agreement = make.agreement(
        word("perjanjian"),
        slug=slug("perjanjian"),
        parties=("ID",),
        original_language="en",
        depositary=body,
        document=ContentFile(b"%PDF-1.7", name=f"{slug('naskah')}.pdf"),
        **words(title_en="agreement", title_original="original", registration_no="registrasi"),
        **words(force_clause="berlaku", force_clause_en="force"),
        **words(term_clause="masa", term_clause_en="term"),
        **HIDDEN,
    )
    steps = {"place": "langkah", "place_en": "step", "reference": "rujukan", "label": "bulan"}
    make.action(agreement, "domestic_approval", "ID", instrument=law, **IN_MARCH, **words(**steps), **HIDDEN)
    later = {"place": "langkahlama", "place_en": "laterstep", "label_en": "month"}
    step = make.action(world.agreement, "extension", **IN_MARCH, **words(**later), **HIDDEN)
    step.signatories.add(held)
    agreement.topics.add(topic)
    world.agreement.topics.add(topic)
    Agreement.objects.filter(pk=world.agreement.pk).update(depositary=body)
    make.relation(world.agreement, agreement, **HIDDEN)
    make.relation(agreement, world.agreement, "supersedes", **HIDDEN)
    make.party(world.agreement, body, **HIDDEN)
    return agreement


def new_event(world: World, person: Person, body: Organization, agreement: Agreement, topic: Topic) -> Event:
    event = make.event(
        word("kegiatan"),
        slug=slug("kegiatan"),
        follows=world.event,
        **IN_MARCH,
        **words(title_en="event", venue="gedung", venue_en="hall", label="tanggal", label_en="day"),
        **words(access_note="akses", access_note_en="access"),
        **HIDDEN,
    )
    for meeting, of in ((event, "acara"), (world.event, "acaralama")):
        make.participant(meeting, person=person, appointment=person.appointments.get(), **HIDDEN)
        make.participant(meeting, organization=body, role="host", **HIDDEN)
        make.agenda_item(meeting, 9, text=word(of), text_en=word(f"{of}en"), topic=topic, **HIDDEN)
        meeting.agreements.add(agreement)
    return event


def new_image() -> Image:
    return make.image(
        original=picture(slug("berkas")),
        **words(alt="alternatif", alt_en="alternative", caption="keterangan", caption_en="caption"),
        **words(credit="kredit", rights="hak", licence="lisensi"),
    )


def picture(name: str) -> ContentFile:
    file = make.picture_file()
    file.name = f"{name}.png"
    return file


def link(article: Article, rows: Iterable[Model]) -> None:
    """Let the release speak of these, whatever they are."""
    article.countries.add(make.country("RU"))
    for row in rows:
        getattr(article, LINKS[type(row)]).add(row)


def cite(article: Article, facts: list[Model]) -> None:
    """Let these facts rest on the release, and the steps and honorifics that come with it."""
    waiting = {"public_from__isnull": True}
    facts += [*AgreementAction.objects.filter(**waiting), *PersonHonorific.objects.filter(**waiting)]
    for fact in facts:
        name = next(name for name, model in CITABLE.items() if isinstance(fact, model))
        excerpt = f"Menurut {word('petikan')} begitu."
        reasons = words(note="alasan", note_en="reasoning")
        make.citation(article, excerpt=excerpt, basis="inferred", **reasons, **{name: fact})


def merge(world: World) -> list[Person]:
    """A hidden person turns out to be a public one, and another public one turns out to be a hidden one."""
    double = make.person(word("kembaran"), slug=slug("kembaran"), **HIDDEN)
    survivor = make.person(word("penerus"), slug=slug("penerus"), **HIDDEN)
    Person.objects.filter(pk=double.pk).update(merged_into=world.person)
    Person.objects.filter(pk=world.merged.pk).update(merged_into=survivor)
    return [double, survivor]


def write_correction(world: World) -> Article:
    article = Article.objects.get(pk=world.release.pk)
    article.title, article.title_en = word("judulralat"), word("correctedtitle")
    article.slug, article.slug_en = slug("alamatralat"), slug("correctedaddress")
    article.save()
    return article


def let_through(article: Article, writer: User, editor: User) -> None:
    revisions.store(article, writer)
    perform("submit", article, by=writer, note=word("catatan"))
    perform("approve", article, by=editor, note=word("persetujuan"))


def schedule(secret: Secret, at: datetime) -> list[Edition]:
    """Let all become public at that moment, the new release with early access for partners."""
    editor = User.objects.get(username="penyunting")
    first = perform("schedule", secret.release, by=editor, at=at, early_access=True)
    told = words(note="ralat", note_en="correction", was="keliru", was_en="wrong")
    second = perform("schedule", secret.correction, by=editor, at=at, kind="correction", **told)
    again = words(note="kembali", note_en="reinstatement")
    third = perform("schedule", secret.reinstated, by=editor, at=at, kind="update", **again)
    return [edition for edition in (first, second, third) if edition]
