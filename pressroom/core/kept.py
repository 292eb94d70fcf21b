"""Answers that stay the same as long as nothing public changes, kept in the memory of the process.

An answer is kept under the generation of everything public, the language of the interface and the arguments,
so the first to ask after a publication, an embargo's end or midnight finds nothing. What is computed inside a
transaction may be undone with it: that is kept with the innermost block and gone at its end.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial, update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from django.db import connection

from pressroom.core import generation, origin
from pressroom.core.page import here

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

# The answers to one question that a process keeps; all go when there are more.
MOST = 200


class Kept:
    """Answers of the generation asked for last; one attribute, since threads share it."""

    last: tuple[str, dict[Hashable, Any]] = ("", {})

    def of(self, now: str) -> dict[Hashable, Any]:
        known, answers = self.last
        if known != now or len(answers) > MOST:
            self.last = now, (answers := {})
        return answers


def generation_under_way() -> str:
    """Asked for once for every page that somebody merely looks at; a page may ask for ten kept answers."""
    request = origin.reading()
    if request and (told := request.META.get(generation.TOLD)):
        return str(told)
    # This question goes past Django's cursor, which looks first whether a connection from before still lives.
    connection.close_if_health_check_failed()
    now = generation.current()
    if request:
        request.META[generation.TOLD] = now
    return now


class KeptForGeneration(Generic[Asked, Answer]):
    """The function, called once in a generation for each of its (hashable) arguments in each language.

    Nobody may change what it returns.
    """

    def __init__(self, work: Callable[Asked, Answer], *, languages: bool = True) -> None:
        self.work, self.languages = work, languages
        update_wrapper(self, work)
        self.forget()
        everything.append(self)

    def __call__(self, *args: Asked.args, **named: Asked.kwargs) -> Answer:
        # The generation is asked for first: what is kept may be newer than it, never older.
        answers = self.place().of(generation_under_way())
        key = (self.languages and here().language, args, *named.items())
        if key not in answers:
            answers[key] = self.work(*args, **named)
        answer: Answer = answers[key]
        return answer

    def place(self) -> Kept:
        blocks = connection.atomic_blocks
        return self.passing.setdefault(blocks[-1], Kept()) if blocks else self.lasting

    def forget(self) -> None:
        self.lasting = Kept()
        self.passing = WeakKeyDictionary[Any, Kept]()


everything: list[KeptForGeneration[..., Any]] = []
kept_for_generation = KeptForGeneration
# For what says the same in every language.
kept_in_one_language = partial(KeptForGeneration, languages=False)


def forget() -> None:
    """As if nothing had been asked before: for tests, which change what nothing public tells of."""
    for one in everything:
        one.forget()
