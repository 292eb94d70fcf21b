"""The rules that editors keep: words and patterns that the house does not want."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from django.utils.translation import gettext as _

from articles.intake import patterns
from articles.intake.proposals import Concern
from articles.intake.reader import Span
from articles.intake.style.context import Context
from articles.models import StyleRule

# Endings that a word takes without changing its spelling: "resikonya".
ENDINGS = r"(?P<ending>nya|lah|kah|pun)?"
SAME_APOSTROPHES = str.maketrans("’‘`", "'''")


def slips(context: Context) -> Iterator[Concern]:
    rules = list(StyleRule.objects.filter(active=True))
    words = [rule for rule in rules if rule.kind == StyleRule.Kind.WORD]
    yield from of_words(context, words)
    for rule in rules:
        if rule.kind == StyleRule.Kind.REGEX:
            yield from of_pattern(context, rule)


def of_words(context: Context, rules: list[StyleRule]) -> Iterator[Concern]:
    if not rules:
        return
    by_words: dict[str, list[StyleRule]] = {}
    for rule in rules:
        by_words.setdefault(folded(rule.pattern), []).append(rule)
    for match in search_for(tuple(by_words)).finditer(lowered(context.flat)):
        span = Span(*match.span("word"))
        printed = context.flat[span.start : span.end]
        fitting = first_fitting(by_words[folded(match["word"])], printed)
        if fitting and not context.is_name(span):
            fix = in_the_case_of(fitting.replacement, printed, context.in_title(span))
            yield from slip(context, fitting, span, fix)


@lru_cache(maxsize=4)
def search_for(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    spelt = (re.escape(word).replace(r"\ ", r"\s{1,5}") for word in longest_first)
    return re.compile(rf"(?<!\w)(?P<word>{'|'.join(spelt)}){ENDINGS}(?!\w)")


def lowered(text: str) -> str:
    """Small letters and plain apostrophes, every character in its place."""
    low = text.translate(SAME_APOSTROPHES).lower()
    return low if len(low) == len(text) else "".join(c.lower()[:1] for c in text.translate(SAME_APOSTROPHES))


def folded(words: str) -> str:
    return " ".join(lowered(words).split())


def first_fitting(rules: list[StyleRule], printed: str) -> StyleRule | None:
    """A rule in small letters fits any; one with capitals only what is printed just so."""
    fitting = (rule for rule in rules if rule.pattern.islower() or rule.pattern == printed)
    return next(fitting, None)


def in_the_case_of(replacement: str, printed: str, in_title: bool) -> str:
    """ "Kerjasama" becomes "Kerja sama", in a title "Kerja Sama", "KERJASAMA" "KERJA SAMA"."""
    if len(printed) > 1 and printed.isupper():
        return replacement.upper()
    words = re.findall(r"\w+", printed)
    if words[0][:1].isupper() and (in_title or (len(words) > 1 and words[-1][:1].isupper())):
        return re.sub(r"\w+", lambda word: word[0][:1].upper() + word[0][1:], replacement)
    return replacement[:1].upper() + replacement[1:] if printed[:1].isupper() else replacement


def of_pattern(context: Context, rule: StyleRule) -> Iterator[Concern]:
    """A pattern that the editors' form would refuse today is passed over."""
    try:
        pattern = patterns.compiled(rule.pattern)
    except patterns.ValidationError:
        return
    for match in pattern.finditer(context.flat):
        span = Span(*match.span())
        if span.start < span.end and not context.is_name(span):
            yield from slip(context, rule, span, match.expand(rule.replacement))


def slip(context: Context, rule: StyleRule, span: Span, fix: str) -> Iterator[Concern]:
    if rule.applies_in_quotes or not context.quoted(span):
        message = _("“%(printed)s”: %(why)s") % {"printed": span.of(context.flat), "why": rule.why()}
        yield context.slip("wording", span, message, fix if rule.replacement else None)
