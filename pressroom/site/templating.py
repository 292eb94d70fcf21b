"""The templates of readers, in Jinja2: compiled once, a page costs a fraction of what Django's engine takes.

The desk's templates stay with Django's engine. An engine can neither extend nor include what the other one
reads, so the name of a template decides whose it is.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import cache
from typing import Any

from django.template import defaultfilters
from django.templatetags import static as files
from django.urls import reverse
from django.utils.translation import gettext, ngettext, npgettext, pgettext
from jinja2 import Environment, FileSystemLoader, TemplateNotFound, select_autoescape

from pressroom.core import page
from pressroom.core.dates.days import interface_language
from pressroom.site.display import chrome, editions, heads, links, reaching, registers, times, words
from pressroom.site.formats import moments, naming
from pressroom.site.languages import addresses_of
from pressroom.site.paths import path_to
from pressroom.site.photos import showing, wording
from pressroom.site.styles import style

# Folders of `templates/` that are read by readers; so is what lies beside them.
ROOMS = ("site", "delivery", "preview")

FILTERS: tuple[Callable[..., Any], ...] = (
    *(words.words, words.plain, words.called, words.named, words.indonesian),
    *(words.opening, words.reading_minutes, words.paragraphs),
    *(times.issued, times.issued_day, times.moment, times.long_day, times.when, times.clock),
    *(times.span_words, times.month_words, times.day_parts, moments.utc),
    *(registers.styled, registers.honorific_text, registers.title_of, registers.party_name),
    *(registers.kind_words, registers.between, registers.citation, registers.traces, registers.event_status),
    *(registers.signature_words, registers.approval_words),
    *(registers.force_words, registers.sentence_per, registers.approved, registers.in_force),
    *(editions.unchanged, editions.changed),
    *(reaching.reachable, reaching.telephone, reaching.whatsapp),
    *(wording.credit_words, wording.rights_words, showing.kit_weight, showing.link_words),
    *(defaultfilters.capfirst, defaultfilters.linebreaksbr, defaultfilters.filesizeformat),
)


def in_language(language: str, caller: Callable[[], str]) -> str:
    """`{% call in_language("en") %}…{% endcall %}`: what stands between, in that language."""
    with page.in_language(language):
        return caller()


@cache
def static(path: str) -> str:
    """The address of a file of ours, whose name tells its content: the same as long as the process lives."""
    return files.static(path)


FUNCTIONS: tuple[Callable[..., Any], ...] = (
    *(interface_language, in_language, static, style, path_to, links.to, links.also),
    *(links.host_of, links.is_official, links.narrowing_of, chrome.once),
    *(heads.structured, heads.card_of, heads.alternates, heads.origin_of, naming.site_name, addresses_of),
    *(words.found_in, times.weekdays),
    *(showing.shown, showing.downloads, showing.is_saving),
)

# A line with nothing but a tag leaves no line behind.
LAYOUT = {"trim_blocks": True, "lstrip_blocks": True}


class ReadersEnvironment(Environment):
    def make_globals(self, own: MutableMapping[str, Any] | None) -> dict[str, Any]:
        """One dict, where Jinja chains two: it is searched and copied for every part of a page."""
        return {**self.globals, **(own or {})}


class ReadersLoader(FileSystemLoader):
    """Finds the templates of readers and no others."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        if not is_for_readers(template):
            raise TemplateNotFound(template)
        return super().get_source(environment, template)


def is_for_readers(name: str) -> bool:
    """Whether a template, named by its path within `templates/`, is read by this engine."""
    room, beside, _rest = name.partition("/")
    return not beside or room in ROOMS


def environment(*, loader: FileSystemLoader, autoescape: bool, **options: Any) -> Environment:
    """As the setting TEMPLATES asks for it, with all that templates may call; plain text is not escaped."""
    made = ReadersEnvironment(
        loader=ReadersLoader(loader.searchpath),
        autoescape=select_autoescape(disabled_extensions=["txt"], default=autoescape),
        **{**LAYOUT, **options},
    )
    made.filters.update({shown.__name__: shown for shown in FILTERS})
    made.globals.update({called.__name__: called for called in FUNCTIONS})
    made.globals["url"] = reverse
    made.add_extension("jinja2.ext.i18n")
    made.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    made.globals["_"] = page.text
    return made
