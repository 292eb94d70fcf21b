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
from django.utils.translation import override

from agreements.models import Event
from articles.english import source_digest
from articles.models import Article, Quote
from articles.publishing import publish
from articles.seed.reference import build_reference
from articles.seed.register import Register, store
from articles.seed.source import Source
from entities.models import Country, Person

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
    with scratch_database(), override("id"):
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
    decided, english = source.decisions["release"], source.decisions["english"]
    same = ("kind", "slug", "slug_en", "place", "released_on", "lead")
    article = Article(
        uid=uuid.uuid5(uuid.NAMESPACE_URL, decided["slug"]),
        title=source.headline,
        body=as_html(source.paragraphs),
        title_en=english["title"],
        lead_en=english["lead"],
        body_en=as_html(english["body"].strip().splitlines()),
        english_ready=True,
        english_unofficial=english["unofficial"],
        event=register.find(Event, slug=decided["event"]),
        **{name: decided[name] for name in same},
    )
    article.english_source = source_digest(article)
    store(article)
    link_subjects(article, source, register)
    for ordinal, entry in enumerate(source.decisions["quote"], start=1):
        build_quote(article, ordinal, dict(entry), register)
    return article


def link_subjects(article: Article, source: Source, register: Register) -> None:
    """The release speaks of everything that its decisions introduce."""
    decided = source.decisions
    article.topics.set(register.topics(decided["release"]["topics"]))
    article.countries.set([register.find(Country, iso2=iso2) for iso2 in decided["release"]["countries"]])
    for relation, key in SUBJECTS.items():
        manager = getattr(article, relation)
        manager.set([register.find(manager.model, slug=entry["slug"]) for entry in decided[key]])


def build_quote(article: Article, ordinal: int, entry: dict, register: Register) -> None:
    register.source.require_in_paragraph(entry["text"], entry.pop("paragraph"))
    if " ".join(entry["text_en"].split()) not in article.text("en"):
        raise register.source.refuse(entry["text_en"], _("kutipan ini tidak ada dalam terjemahan."))
    speaker = register.find(Person, slug=entry.pop("speaker"))
    event = entry.pop("event", None)
    store(
        Quote(
            article=article,
            ordinal=ordinal,
            speaker=speaker,
            appointment=speaker.appointments.first(),
            event=register.find(Event, slug=event) if event else None,
            **entry,
        )
    )


def as_html(paragraphs: list[str]) -> str:
    return "\n".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)


def dump(labels: tuple[str, ...]) -> str:
    rows = [row for label in labels for row in apps.get_model(label)._default_manager.order_by("pk")]
    return serializers.serialize("json", rows, indent=1) + "\n"
