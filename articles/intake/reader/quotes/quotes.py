"""What was said, word for word or not, and by whom."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Document, Person, Quote, Span
from .cast import Cast
from .indirect import reported
from .naming import naming
from .protagonists import subject, subject_start
from .quote_marks import find_passages
from .speakers import NEXT_SPEAKER, Speaker, Talk
from .speech import PRONOUNS
from .utterances import Utterance, find_utterances


def find_quotes(document: Document, people: tuple[Person, ...]) -> tuple[Quote, ...]:
    """Direct and indirect quotes in order of place. `people` are those found in the same document."""
    utterances = find_utterances(document, find_passages(document))
    return tuple(_Hearing(document, people).quotes(utterances))


class _Hearing:
    """One walk through the document, sentences and utterances in order: so "ujarnya" finds its speaker."""

    def __init__(self, document: Document, people: tuple[Person, ...]) -> None:
        self.flat = document.flat
        self.sentences = [sentence for paragraph in document.paragraphs for sentence in paragraph.sentences]
        self.cast = Cast(document.flat, people)
        self.talk = Talk(document.flat, self.cast)
        self.heard = 0

    def quotes(self, utterances: tuple[Utterance, ...]) -> Iterator[Quote]:
        waiting: list[Utterance] = []
        before: Quote | None = None
        until = 0
        for utterance in utterances:
            yield from self._hear_until(utterance.region.start, until)
            until = utterance.region.end
            if _runs_on(utterance):
                waiting.append(utterance)
                continue
            quote = self._quote(utterance, before)
            yield from (self._continued(earlier, quote) for earlier in waiting)
            waiting, before = [], quote
            yield quote
        yield from (self._quote(earlier, before) for earlier in waiting)
        yield from self._hear_until(len(self.flat), until)

    def _hear_until(self, end: int, since: int) -> Iterator[Quote]:
        """The sentences before `end`; of one that runs into a quote only what stands before it."""
        while self.heard < len(self.sentences) and self.sentences[self.heard].start < end:
            sentence = self.sentences[self.heard]
            self.heard += 1
            if sentence.start < since:
                continue
            if sentence.end <= end:
                yield from reported(self.flat, sentence, self.cast, self.talk)
            self.talk.hear(Span(sentence.start, min(sentence.end, end)))

    def _quote(self, utterance: Utterance, before: Quote | None) -> Quote:
        span, after, verb = utterance.passage.span, utterance.after, ""
        attributed, attribution = utterance.passage.outer, ""
        if after:
            speaker = self.talk.named(after.named) if after.named else self.talk.referred(after.verb)
            verb, attributed = after.verb, after.span
            attribution = after.named.of(self.flat) if after.named else ""
        elif utterance.split and before:
            return _shared(before, span, self.flat)
        elif utterance.intro:
            named, speaker = self._introduced(utterance)
            attributed, attribution = utterance.intro, named
            verb = utterance.verb.of(self.flat) if utterance.verb else ""
        else:
            speaker = self.talk.running()
        return Quote(
            span.of(self.flat), span, True, speaker.name, speaker.evidence(attributed), attribution, verb
        )

    def _introduced(self, utterance: Utterance) -> tuple[str, Speaker]:
        """The speaker named before the quote: `kata Andi, "…"`, `Andi menegaskan, "…"`, `Andi: "…"`."""
        intro, verb = utterance.intro or utterance.passage.outer, utterance.verb
        if verb and (named := naming(self.flat, verb.end, intro.end)):
            return named.of(self.flat), self.talk.named(named)
        ahead = Span(intro.start, verb.start if verb else intro.end)
        person = subject(self.flat, ahead, self.cast)
        said = Span(subject_start(self.flat, ahead, self.cast), ahead.end)
        printed = said.of(self.flat).rstrip(" ,:")
        if person:
            return printed, self.talk.person(person)
        return self._unfamiliar(said, verb.of(self.flat) if verb else printed)

    def _unfamiliar(self, said: Span, verb: str) -> tuple[str, Speaker]:
        """A pronoun, or the name of somebody whom the finder of people does not know."""
        named = naming(self.flat, said.start, said.end)
        if named is None or (self.flat[named.start].islower() and named.of(self.flat) not in PRONOUNS):
            return "", self.talk.referred(verb)
        return named.of(self.flat), self.talk.named(named)

    def _continued(self, utterance: Utterance, quote: Quote) -> Quote:
        speaker = (
            Speaker(quote.speaker, NEXT_SPEAKER, {"name": quote.speaker}) if quote.speaker else Speaker()
        )
        span = utterance.passage.span
        return Quote(span.of(self.flat), span, True, speaker.name, speaker.evidence(utterance.passage.outer))


def _runs_on(utterance: Utterance) -> bool:
    return not utterance.passage.closed and utterance.after is None and utterance.intro is None


def _shared(before: Quote, span: Span, flat: str) -> Quote:
    """The second half of a sentence has the speaker and the verb of the first."""
    return Quote(span.of(flat), span, True, before.speaker, before.evidence, before.attribution, before.verb)
