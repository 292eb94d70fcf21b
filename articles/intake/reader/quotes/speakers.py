"""Who is meant: by a name, a short name, an office, by -nya, ia, dia, beliau, or by the context alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..cues import any_of, words
from ..findings import Evidence, Person, Span
from ..texts import gettext_noop
from .bare_names import bare_name, is_body
from .cast import Cast
from .protagonists import protagonist, subject_start
from .speech import PRONOUNS, is_document
from .strangers import speaking_body, stranger

LAST_SPEAKER = gettext_noop("“%(printed)s” merujuk pada %(name)s, yang terakhir berbicara.")
LAST_SUBJECT = gettext_noop("“%(printed)s” merujuk pada %(name)s, pokok kalimat sebelumnya.")
RUNNING = gettext_noop("Kutipan ini tidak menyebut pembicara; yang sedang berbicara %(name)s.")
NEXT_SPEAKER = gettext_noop("Kutipan ini berlanjut dalam kutipan berikutnya, yang diucapkan %(name)s.")
SPELLING = gettext_noop("“%(printed)s” agaknya ejaan lain dari nama %(name)s.")
TOGETHER = gettext_noop("Diucapkan bersama oleh %(name)s dan %(others)s; yang pertama dicatat.")
_NOUN = re.compile(rf"{any_of(words('office_nouns'))}\s", re.IGNORECASE)
_OWN_BODY = "pihaknya"
_MOST = 50
_POINTING = ("itu", "tersebut", "ini")


@dataclass(frozen=True, slots=True)
class Speaker:
    """`name` of a person, or the words for somebody else; "" if unknown. `reason` is "" where stated."""

    name: str = ""
    reason: str = ""
    values: dict[str, str] = field(default_factory=dict)

    def evidence(self, span: Span) -> Evidence:
        if self.reason:
            return Evidence(span, "inferred", self.reason, dict(self.values))
        return Evidence(span, "stated" if self.name else "inferred")


class Talk:
    """The conversation as it runs: who spoke or acted last. Sentences and quotes are told in order."""

    def __init__(self, flat: str, cast: Cast) -> None:
        self.flat, self.cast = flat, cast
        self._current, self._spoke = "", False
        self._mentioned = self._body = ""
        self._strangers: dict[str, frozenset[str]] = {}

    def hear(self, sentence: Span) -> None:
        """A sentence outside quotes: its subject is the one "ia" means from now on."""
        found = protagonist(self.flat, sentence, self.cast)
        if found and found.sure:
            self._turn_to(found.person.name, spoke=False)
            return
        start = subject_start(self.flat, sentence, self.cast)
        if name := stranger(self.flat, start, sentence.end):
            self._meet(name)
            self._turn_to(name, spoke=False)
        elif found:
            self._mentioned = found.person.name
        elif body := speaking_body(self.flat, start, sentence.end):
            self._body = body

    def named(self, span: Span) -> Speaker:
        """The one whom these words name."""
        said = span.of(self.flat)
        if said.lower() in PRONOUNS:
            return self.referred(said)
        speaker = self._known(span, said) or self._pointed_at(said) or self._unknown(said)
        self._turn_to(speaker.name, spoke=True)
        return speaker

    def person(self, person: Person) -> Speaker:
        self._turn_to(person.name, spoke=True)
        return Speaker(person.name)

    def referred(self, printed: str) -> Speaker:
        """The one meant by "ujarnya", "dia", "polisi itu"."""
        name = (printed == _OWN_BODY and self._body) or self._present()
        reason = LAST_SPEAKER if self._spoke else LAST_SUBJECT
        self._turn_to(name, spoke=True)
        return Speaker(name, reason, {"printed": printed, "name": name}) if name else Speaker()

    def running(self) -> Speaker:
        """The one whose quote stands there without a word about its speaker."""
        name = self._present()
        return Speaker(name, RUNNING, {"name": name}) if name else Speaker()

    def _present(self) -> str:
        return self._current or self._mentioned or self._body

    def _turn_to(self, name: str, spoke: bool) -> None:
        if name:
            self._current, self._spoke, self._body = name, spoke, ""

    def _meet(self, name: str) -> None:
        if len(self._strangers) < _MOST and len(name.split()) > 1:
            self._strangers.setdefault(name, frozenset(name.split()))

    def _known(self, span: Span, said: str) -> Speaker | None:
        if together := [person.name for person in self.cast.together(span)]:
            return Speaker(together[0], TOGETHER, {"name": together[0], "others": ", ".join(together[1:])})
        in_office = self.cast.in_office(said, self._current, span.start)
        if in_office is None and self._is_described(span, said):
            return self.referred(said)
        if person := self.cast.named(span) or in_office:
            return Speaker(person.name)
        if met := self._met(said):
            return Speaker(met)
        if alike := self.cast.misspelt(said):
            return Speaker(alike.name, SPELLING, {"printed": said, "name": alike.name})
        return None

    def _is_described(self, span: Span, said: str) -> bool:
        """ "pria kelahiran Solo itu" is whoever speaks; of a general the number of stars tells more."""
        pointing = said.split()[-1] in _POINTING and _NOUN.match(said) is not None
        named = any(not place.title for place in self.cast.within(span))
        return pointing and "bintang" not in said and not named and bool(self._present())

    def _met(self, said: str) -> str:
        """The full name of somebody unknown to the finder of people, of whom only a part is named now."""
        part = frozenset(bare_name(said).split())
        return next((name for name, whole in self._strangers.items() if part <= whole), "")

    def _pointed_at(self, said: str) -> Speaker | None:
        pointing = said.split()[-1] in _POINTING and not is_document(said)
        return self.referred(said) if pointing and self._present() else None

    def _unknown(self, said: str) -> Speaker:
        if not is_document(said):
            name = bare_name(said)
            if name[0].isupper() and not is_body(name):
                self._meet(name)
            return Speaker(name)
        printed = said.split()
        return Speaker(" ".join(printed[:-1] if printed[-1] in _POINTING and len(printed) > 1 else printed))
