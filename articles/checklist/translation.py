"""The English text: there, no older than the Indonesian one, and with its quotes."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.checklist.findings import Context, Found, Level
from articles.english import is_stale


def english(context: Context) -> Iterator[Found]:
    article = context.article
    if not article.english_ready and (article.title_en or article.body_en):
        yield Level.WARNS, _("Teks Inggris belum ditandai siap terbit."), "id_english_ready"
    elif not article.english_ready:
        yield Level.WARNS, _("Belum tersedia dalam bahasa Inggris."), "id_title_en"
    elif is_stale(article):
        yield Level.WARNS, _("Teks Indonesia berubah sesudah diterjemahkan."), "id_body_en"


def english_quotes(context: Context) -> Iterator[Found]:
    if not context.article.english_ready:
        return
    for number, quote in enumerate(context.quotes):
        if not quote.text_en.strip():
            sentence = _("Kutipan ini belum ada dalam bahasa Inggris: “%s”") % quote.text
            yield Level.WARNS, sentence, f"id_quotes-{number}-text_en"
