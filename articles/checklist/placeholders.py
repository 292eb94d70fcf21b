"""Words that somebody meant to replace: TK, XX, lorem ipsum, […]."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.checklist.findings import Context, Found, Level, suffix
from articles.verbatim import fold
from pressroom.core.html import plain_text

# In capitals TK alone is meant: "Tk. II" is a level. A kindergarten ("TK") has to be written in full.
PLACEHOLDER = re.compile(
    r"\b(?:TK)+\b | \b[Xx]{2,}\b | \b(?i:lorem[ ]ipsum)\b | \[[ ]?(?:…|\.{3,})[ ]?\]", re.VERBOSE
)
# Twenty and thirty, where the word before counts something: "abad XX", "Kongres XXX", "ke-XX".
ROMAN = frozenset({"XX", "XXX"})
COUNTED = frozenset(
    {"abad", "angkatan", "bab", "chapter", "edisi", "jilid", "ke", "kongres", "ktt", "lampiran"}
    | {"muktamar", "munas", "pasal", "pon", "volume"}
)
LAST_WORD = re.compile(r"(\w+)[ -]?$")
# Characters shown on each side, so that an editor finds the place.
AROUND = 30


def placeholders(context: Context) -> Iterator[Found]:
    """Every one in the languages that will be published, with the words around it."""
    for field, text in written(context):
        for words in placeholders_in(text):
            sentence = _("Teks sementara belum diganti, atau singkatan perlu ditulis lengkap: “%s”") % words
            yield Level.BLOCKS, sentence, field


def written(context: Context) -> Iterator[tuple[str, str]]:
    """Everything that readers will read of this release, with its field."""
    article = context.article
    yield from (("id_number", article.number), ("id_contact", article.contact))
    for language in article.languages:
        end = suffix(language)
        for name in (f"place{end}", f"title{end}", f"lead{end}"):
            yield f"id_{name}", getattr(article, name)
        yield f"id_body{end}", plain_text(getattr(article, f"body{end}"))
        for number, quote in enumerate(context.quotes):
            yield f"id_quotes-{number}-text{end}", getattr(quote, f"text{end}")
        for image in context.images:
            yield "images-group", getattr(image, f"alt{end}")
            yield "images-group", getattr(image, f"caption{end}")
    yield from (("images-group", image.credit) for image in context.images)
    for number, quote in enumerate(context.quotes):
        yield f"id_quotes-{number}-attribution", quote.attribution


def placeholders_in(text: str) -> Iterator[str]:
    """Each with the words around it, and only once where several stand close together."""
    folded = fold(text)
    shown = 0
    for match in PLACEHOLDER.finditer(folded):
        if match.start() >= shown and not is_number(match, folded):
            shown = match.end() + AROUND
            yield with_surroundings(match, folded)


def is_number(match: re.Match[str], text: str) -> bool:
    before = LAST_WORD.search(text[: match.start()][-AROUND:])
    return match[0] in ROMAN and before is not None and before[1].lower() in COUNTED


def with_surroundings(match: re.Match[str], text: str) -> str:
    """The match and whole words on both sides."""
    before, after = text[: match.start()], text[match.end() :]
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + "…"
    return before + match[0] + after
