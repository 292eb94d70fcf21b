"""What people said, and what facts rest on, stands in the text word for word."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.checklist.findings import Context, Found, Level, suffix
from articles.models import Article
from articles.verbatim import stands_in


def quotes(context: Context) -> Iterator[Found]:
    """A press release quotes somebody, or an editor says that it does without; other kinds need not."""
    article = context.article
    if not context.quotes and not article.without_quotes:
        level = Level.BLOCKS if article.kind == Article.Kind.PRESS_RELEASE else Level.WARNS
        yield level, _("Belum ada kutipan, dan belum ditandai “memang tanpa kutipan”."), "quotes-group"


def wording(context: Context) -> Iterator[Found]:
    for language, text in context.texts.items():
        for number, quote in enumerate(context.quotes):
            name = f"text{suffix(language)}"
            words = getattr(quote, name)
            if (words or language == "id") and not stands_in(words, text):
                sentence = _("Kutipan ini tidak ada dalam teks: “%s”") % words
                yield Level.BLOCKS, sentence, f"id_quotes-{number}-{name}"


def excerpts(context: Context) -> Iterator[Found]:
    for number, citation in enumerate(context.citations):
        if not stands_in(citation.excerpt, context.texts["id"]):
            sentence = _("Petikan sumber ini tidak ada dalam teks: “%s”") % citation.excerpt
            yield Level.BLOCKS, sentence, f"id_citations-{number}-excerpt"
