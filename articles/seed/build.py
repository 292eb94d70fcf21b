"""`build(folder)`: the source folder to the text of every fixture file, always the same bytes."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

from django.apps import apps
from django.core import serializers
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.utils.translation import gettext as _

from agreements.models import Event
from articles.english import source_digest
from articles.intake.drafting.body import as_html
from articles.intake.drafting.edits import Edited
from articles.intake.reader.findings import Quote as Found
from articles.models import Article, Quote
from articles.publishing import publish
from articles.seed.pictures import build_images
from articles.seed.reference import build_reference
from articles.seed.register import Register, store
from articles.seed.source import Source
from entities.models import Country, Person
from pressroom.core.page import in_language

FIXTURES = {
    "reference": ("entities.Country", "entities.Honorific", "entities.Topic", "agreements.InstrumentKind"),
    "entities": (
        *("entities.Organization", "entities.OrganizationName", "entities.Person", "entities.PersonName"),
        *("entities.PersonHonorific", "entities.Post", "entities.Appointment"),
    ),
    "agreements": (
        *("agreements.LegalInstrument", "agreements.Agreement", "agreements.AgreementParty"),
        *(
            "agreements.AgreementAction",
            "agreements.Event",
            "agreements.EventParticipant",
            "agreements.AgendaItem",
        ),
    ),
    "articles": (
        *(
            "articles.Article",
            "articles.ArticleSlug",
            "articles.Quote",
            "articles.Citation",
            "articles.Image",
            "articles.ArticleImage",
            "articles.Revision",
        ),
        *("articles.Edition", "articles.EditionText", "articles.EditionSubject", "articles.EditionQuote"),
        *("articles.EditionImage", "articles.EditionCitation", "articles.EditionFact"),
        *("articles.EditionProof", "core.Change"),
    ),
}

# The article's relation to the table of the decisions file that fills it.
SUBJECTS = {"people": "person", "organizations": "organization", "agreements": "agreement", "events": "event"}


def build(folder: Path) -> dict[str, str]:
    """Fixture file name to its JSON text. Raises Refusal where a decision and the text disagree."""
    with scratch_database(), in_language("id"):
        build_reference(folder)
        for path in sorted(folder.glob("*.toml")):
            build_release(Source.read(path))
        return {f"{name}.json": dump(labels) for name, labels in FIXTURES.items()}


@contextmanager
def scratch_database() -> Iterator[None]:
    """An empty SQLite database in memory in place of the default, so that only the source counts."""
    settings = {**connections[DEFAULT_DB_ALIAS].settings_dict, "ENGINE": "django.db.backends.sqlite3"}
    settings.update(NAME=":memory:", OPTIONS={}, TEST={**settings["TEST"], "NAME": None})
    kept = connections[DEFAULT_DB_ALIAS]
    connections.databases[DEFAULT_DB_ALIAS], original = settings, connections.databases[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = connections.create_connection(DEFAULT_DB_ALIAS)
    try:
        create_tables()
        yield
    finally:
        connections[DEFAULT_DB_ALIAS].close()
        connections.databases[DEFAULT_DB_ALIAS] = original
        connections[DEFAULT_DB_ALIAS] = kept


def create_tables() -> None:
    """The tables of the models as they are; migrating to the same point takes ten times as long."""
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            editor.create_model(model)


def build_release(source: Source) -> None:
    register = Register(source)
    register.build()
    article = build_article(source, register)
    register.cite(article)
    decided = source.decisions["release"]
    publish(article, reason=decided["reason"], at=decided["published"])
    # The moments of building say nothing; a rebuild must give the same bytes.
    Article.objects.filter(pk=article.pk).update(
        created_at=decided["published"], updated_at=decided["published"]
    )


def build_article(source: Source, register: Register) -> Article:
    """The texts as intake reads them; what only an editor can say comes from the decisions."""
    decided, english = source.decisions["release"], source.decisions["english"]
    dateline = source.reading.document.dateline
    article = Article(
        uid=uuid.uuid5(uuid.NAMESPACE_URL, decided["slug"]),
        title=source.reading.title,
        place=dateline.place if dateline else "",
        body=as_html(source.reading.document, Edited(source.text)),
        title_en=english["title"],
        lead_en=english["lead"],
        body_en="\n".join(
            f"<p>{escape(line, quote=False)}</p>" for line in english["body"].strip().splitlines()
        ),
        english_ready=True,
        english_unofficial=english["unofficial"],
        event=register.find(Event, slug=decided["event"]),
        **{name: decided[name] for name in ("kind", "slug", "slug_en", "released_on", "lead")},
    )
    article.english_source = source_digest(article)
    store(article)
    link_subjects(article, source, register)
    build_quotes(article, register)
    build_images(article, source)
    return article


def link_subjects(article: Article, source: Source, register: Register) -> None:
    """The release speaks of everything that its decisions introduce."""
    decided = source.decisions
    article.topics.set(register.topics(decided["release"]["topics"]))
    article.countries.set([register.find(Country, iso2=found.code) for found in source.reading.countries])
    for relation, key in SUBJECTS.items():
        manager = getattr(article, relation)
        manager.set([register.find(manager.model, slug=entry["slug"]) for entry in decided[key]])


def build_quotes(article: Article, register: Register) -> None:
    """Intake finds the quotes and their speakers; the decisions add the English, one entry each, in order."""
    found, decided = register.source.reading.quotes, register.source.decisions["quote"]
    if len(found) != len(decided):
        counts = {"found": len(found), "decided": len(decided)}
        reason = _("intake menemukan %(found)d kutipan, sedangkan di sini ada %(decided)d.") % counts
        raise register.source.refuse("[[quote]]", reason)
    for ordinal, (quote, entry) in enumerate(zip(found, decided, strict=True), start=1):
        build_quote(article, ordinal, quote, entry, register)


def build_quote(article: Article, ordinal: int, found: Found, entry: dict, register: Register) -> None:
    if " ".join(entry["text_en"].split()) not in article.text("en"):
        raise register.source.refuse(entry["text_en"], _("kutipan ini tidak ada dalam terjemahan."))
    speaker = register.find(Person, name=found.speaker)
    event = entry.get("event")
    store(
        Quote(
            article=article,
            ordinal=ordinal,
            speaker=speaker,
            appointment=speaker.appointments.first(),
            kind=Quote.Kind.DIRECT if found.direct else Quote.Kind.INDIRECT,
            event=register.find(Event, slug=event) if event else None,
            text_en=entry["text_en"],
            **{name: getattr(found, name) for name in ("attribution", "verb", "text")},
        )
    )


def dump(labels: tuple[str, ...]) -> str:
    rows = [row for label in labels for row in apps.get_model(label)._default_manager.order_by("pk")]
    return serializers.serialize("json", rows, indent=1) + "\n"
