"""What the rules of style look at, and how they report."""

from __future__ import annotations

from functools import cached_property
from itertools import chain

from django.utils.translation import gettext as _

from articles.intake.proposals import Concern
from articles.intake.reader import Reading, Span
from articles.intake.spans import Named, Places, quotations


class Context:
    """A reading under the rules."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.flat = reading.document.flat

    @cached_property
    def quotations(self) -> Places:
        return quotations(self.reading)

    @cached_property
    def names(self) -> Places:
        """Where names stand, which nobody spells by our rules."""
        reading = self.reading
        findings: chain[Named] = chain(reading.people, reading.organizations, reading.agreements)
        return Places(span for finding in findings for span in finding.mentions)

    def quoted(self, span: Span) -> bool:
        return self.quotations.touch(span)

    def is_name(self, span: Span) -> bool:
        return self.names.touch(span)

    def in_title(self, span: Span) -> bool:
        return self.reading.document.title.holds(span)

    def slip(self, code: str, span: Span, message: str, fix: str | None) -> Concern:
        """A quotation keeps its words, whatever is wrong with them."""
        if not self.quoted(span):
            return Concern(code, span, message, fix=fix)
        hint = _("Di dalam kutipan: jangan diubah; beri [sic] bila perlu.")
        return Concern(code, span, f"{message} {hint}", quoted=True)
