"""The checklist before publication: what blocks, what an editor should look at, and what is done.

Each rule is one small function of a `Context`; RULES names them in the order in which they are shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.checklist import facts, links, pictures, placeholders, quoting, texts, translation
from articles.checklist.findings import Context, Finding, Level, Rule
from articles.checklist.links import outside_links
from articles.models import Article

__all__ = ["RULES", "Finding", "Level", "blocks", "check", "counts", "outside_links"]

RULES: tuple[Rule, ...] = (
    # No gate: whether a release may go out without approval, and why, is asked of the act, not of the text.
    Rule("approval", texts.approval, _("Sudah disetujui orang kedua."), ""),
    Rule("text", texts.text, _("Judul dan isi sudah ada."), "id_title", gate=True),
    Rule("place", texts.place, _("Tempat (dateline) sudah diisi."), "id_place"),
    Rule("date", texts.date, _("Tanggal siaran dan kegiatannya jelas."), "id_released_on", gate=True),
    Rule(
        "quotes",
        quoting.quotes,
        _("Ada kutipan, atau siaran ini memang tanpa kutipan."),
        "quotes-group",
        gate=True,
    ),
    Rule(
        "wording",
        quoting.wording,
        _("Setiap kutipan ada dalam teks, kata demi kata."),
        "quotes-group",
        gate=True,
    ),
    Rule(
        "excerpts",
        quoting.excerpts,
        _("Setiap petikan sumber ada dalam teks, kata demi kata."),
        "citations-group",
        gate=True,
    ),
    Rule(
        "placeholders",
        placeholders.placeholders,
        _("Tidak ada teks sementara yang tertinggal."),
        "id_body",
        gate=True,
    ),
    Rule("links", links.links, _("Setiap tautan menjawab."), "id_body"),
    Rule("alt", pictures.alt, _("Setiap gambar mempunyai teks alternatif."), pictures.FIELD, gate=True),
    Rule("credit", pictures.credit, _("Setiap gambar mempunyai kredit."), pictures.FIELD),
    Rule("captions", pictures.captions, _("Setiap gambar mempunyai keterangan."), pictures.FIELD),
    Rule("contact", texts.contact, _("Narahubung sudah ada."), "id_contact"),
    Rule("english", translation.english, _("Teks Inggris siap terbit dan mutakhir."), "id_english_ready"),
    Rule(
        "english_quotes",
        translation.english_quotes,
        _("Setiap kutipan ada dalam setiap bahasa yang akan terbit."),
        "quotes-group",
    ),
    Rule("sources", facts.sources, _("Setiap fakta mempunyai sumber."), "citations-group", gate=True),
    Rule("roles", facts.roles, _("Jabatan setiap tokoh pada hari itu diketahui."), "id_people"),
    Rule(
        "addresses",
        texts.addresses,
        _("Alamat halaman belum pernah dipakai siaran lain."),
        "id_slug",
        gate=True,
    ),
)


def check(article: Article, at: datetime | None = None, *, approved: bool = False) -> list[Finding]:
    """Every line of the checklist for publishing this stored working copy at that moment (default: now)."""
    context = Context(article, at or timezone.now(), approved)
    return [finding for rule in RULES for finding in rule.findings(context)]


def blocks(article: Article, at: datetime) -> list[str]:
    """What in the working copy stands against publishing it at that moment, one sentence a reason.

    Says nothing of approval, which is for the act of publishing to ask.
    """
    context = Context(article, at)
    found = (found for rule in RULES if rule.gate for found in rule.find(context))
    return [text for level, text, _field in found if level == Level.BLOCKS]


def counts(findings: Iterable[Finding]) -> dict[Level, int]:
    """How many lines there are of each level, the gravest first."""
    counted = Counter(finding.level for finding in findings)
    return {level: counted[level] for level in Level}
