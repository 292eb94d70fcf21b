"""Display on the public site: two languages side by side, dates in words, names with their titles."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from agreements.models import Agreement, AgreementParty, Event, LegalInstrument
from agreements.standing import Approval, Force
from articles.models import EditionText
from articles.search.snippets import snippet
from entities.models import Appointment, Person, PersonHonorific
from pressroom.core.dates import write_day
from pressroom.core.dates.days import interface_language
from pressroom.core.models import Period, When
from pressroom.site import status
from pressroom.site.languages import address_in, addresses_of
from pressroom.site.reading import OPENING

register = template.Library()

WORDS_A_MINUTE = 200


@register.simple_tag(takes_context=True)
def page_addresses(context: template.Context) -> dict[str, str]:
    """Paths of this page by language: the view's own `addresses` where it gave some."""
    given = context.get("addresses")
    return addresses_of(context["request"]) if given is None else given


@register.simple_tag
def home_in(language: str) -> str:
    return address_in(language, "home")


@register.simple_tag
def url_of(text: EditionText) -> str:
    """The page of a release in the release's own language."""
    return address_in(text.language, "release", text.slug)


@register.filter
def absolute(path: str, request: Any) -> str:
    return request.build_absolute_uri(path)


@register.filter
def words(thing: Any, field: str) -> str:
    """A two-language field in the reader's language, else the Indonesian words, marked as such."""
    indonesian_words, english = both(thing, field)
    if interface_language() == "en" and not english:
        return indonesian(indonesian_words)
    return plain(thing, field)


@register.filter
def plain(thing: Any, field: str) -> str:
    """`words` for places where no markup can stand, such as <title>."""
    indonesian_words, english = both(thing, field)
    return english if english and interface_language() == "en" else indonesian_words


@register.filter
def called(subject: Any) -> str:
    """What a subject of releases is called, without markup: a person's name, an agreement's title."""
    return plain(subject, "title" if hasattr(subject, "title") else "name")


@register.filter
def named(subject: Any) -> str:
    """`called`, marked where it is in Indonesian only."""
    return words(subject, "title" if hasattr(subject, "title") else "name")


@register.filter
def indonesian(text: str) -> str:
    """Words that exist in Indonesian only."""
    if interface_language() == "id" or not text:
        return text
    return format_html('<span lang="id">{}</span>', text)


def readable(written: Callable[[str], str]) -> str:
    """What a register writes in the reader's language, else in Indonesian, marked as such."""
    return written(interface_language()) or indonesian(written("id"))


def both(thing: Any, field: str) -> tuple[str, str]:
    """The Indonesian and the English words; a field in one language only, as a person's name, is both."""
    entries: dict[str, str] = thing if isinstance(thing, dict) else thing.__dict__
    return entries[field], entries.get(f"{field}_en", entries[field])


@register.filter
def issued(text: EditionText) -> SafeString:
    """When a release was given out; the hour only where one is recorded."""
    if text.released_on is None:
        return moment(text.published_at)
    written = write_day(text.released_on, interface_language(), weekday=True)
    return time_tag(text.released_on.isoformat(), written)


@register.filter
def issued_day(text: EditionText) -> SafeString:
    day = text.released_on or timezone.localdate(text.published_at)
    return time_tag(day.isoformat(), write_day(day, interface_language()))


@register.filter
def moment(at: datetime) -> SafeString:
    """Such as "Rabu, 9 Oktober 2024, 17.10 WIB"."""
    return time_tag(timezone.localtime(at).isoformat(timespec="minutes"), moment_words(at))


def moment_words(at: datetime) -> str:
    local, language = timezone.localtime(at), interface_language()
    clock = local.strftime("%H:%M" if language == "en" else "%H.%M")
    return f"{write_day(local.date(), language, weekday=True)}, {clock} {settings.TIME_ZONE_LABEL}"


@register.filter
def long_day(day: Any) -> str:
    return write_day(day, interface_language())


def time_tag(machine: str, written: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', machine, written)


@register.filter
def when(dated: When) -> str:
    return dated.when_text(interface_language())


@register.filter
def clock(event: Event) -> str:
    pattern = "%H:%M" if interface_language() == "en" else "%H.%M"
    return f"{event.starts_at.strftime(pattern)} {settings.TIME_ZONE_LABEL}" if event.starts_at else ""


@register.filter
def event_status(event: Event) -> str:
    """What became of an event, or what is still to be said about it."""
    if event.outcome:
        return event.get_outcome_display()
    return _("perlu konfirmasi") if event.needs_confirmation() else _("direncanakan")


@register.filter
def period(lasting: Period) -> str:
    return lasting.span_text(interface_language())


@register.filter
def styled(person: Person) -> str:
    """The name with the titles held today."""
    return person.styled(language=interface_language())


@register.filter
def honorific_text(held: PersonHonorific) -> str:
    return held.text(interface_language())


@register.filter
def title_of(appointment: Appointment) -> str:
    """The post as printed for its holder."""
    return readable(appointment.title)


@register.filter
def party_name(party: AgreementParty) -> str:
    return readable(party.name)


@register.filter
def between(agreement: Agreement) -> SafeString:
    """The parties' short names: "Indonesia – Rusia"."""
    actors = (party.country or party.organization for party in agreement.parties.all())
    return format_html_join(" – ", "{}", ((words(actor, "name"),) for actor in actors))


@register.filter
def citation(instrument: LegalInstrument) -> str:
    if interface_language() == "en" and not instrument.kind.name_en:
        return indonesian(instrument.citation())
    return instrument.citation(interface_language())


@register.filter
def signature_words(agreement: Agreement) -> str:
    return status.signature_words(agreement, interface_language())


@register.filter
def approval_words(agreement: Agreement) -> str:
    return status.approval_words(agreement, interface_language())


@register.filter
def force_words(agreement: Agreement) -> str:
    return status.force_words(agreement, interface_language())


@register.filter
def approved(agreement: Agreement) -> bool:
    return agreement.approval_on(timezone.localdate()) == Approval.GIVEN


@register.filter
def in_force(agreement: Agreement) -> bool:
    return agreement.force_on(timezone.localdate()) == Force.IN_FORCE


@register.filter
def reading_minutes(text: str) -> int:
    return max(1, round(len(text.split()) / WORDS_A_MINUTE))


@register.filter
def opening(text: EditionText) -> str:
    """The lead of a release, else how its text begins; lists have read no more of it than the `start`."""
    if text.lead:
        return text.lead
    start: str = getattr(text, "start", "") or text.text
    first = start.partition("\n")[0]
    return first if len(first) <= OPENING else f"{first[:OPENING].rpartition(' ')[0]} …"


@register.simple_tag
def marked(text: str, query: str, width: int = 220) -> SafeString:
    """A passage of the text around what was searched for, with the words found in <mark>."""
    segments = snippet(text, query, interface_language(), width)
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", part) if found else part,) for part, found in segments)
    )
