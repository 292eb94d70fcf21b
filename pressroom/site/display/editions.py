"""Display of what changed between two editions."""

from __future__ import annotations

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.words import Kind, Passage, Run
from pressroom.site.editions.differences import Same


def unchanged(passage: Passage | Same) -> int:
    """How many passages in a row stayed as they were; 0 for one that changed."""
    return passage.count if isinstance(passage, Same) else 0


def changed(passage: Passage) -> SafeString:
    """A passage with `<del>` and `<ins>`, which say what they are to those who cannot see them, too."""
    return format_html_join("", "{}", ((marked_run(run),) for run in passage))


def marked_run(run: Run) -> SafeString | str:
    if run.kind == Kind.SAME:
        return run.text
    tag, said = ("del", _("dihapus:")) if run.kind == Kind.DELETED else ("ins", _("ditambahkan:"))
    space, words = (" ", run.text[1:]) if run.text.startswith(" ") else ("", run.text)
    spoken = '<span class="spoken">{said} </span>{words}<span class="spoken"> {end}</span>'
    marked = f"{{space}}<{tag}>{spoken}</{tag}>"
    return format_html(marked, space=space, said=f"[{said}", words=words, end="]")
