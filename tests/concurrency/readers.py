"""People and machines that read a press room over the network, and remember when they were told what."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection
from typing import Any, NamedTuple
from urllib.parse import urlsplit

# How each of the releases that are awaited calls itself, and its event, in titles and in addresses.
AWAITED = re.compile(r"[Ss]erentak[- ](\d{3})")


class Answer(NamedTuple):
    path: str
    begun: float
    ended: float
    told: frozenset[str]

    def side(self, moment: float) -> int:
        """-1: it had come before the moment; 1: it was asked for after it; 0: neither is sure."""
        return -1 if self.ended < moment else 1 if self.begun >= moment else 0


class Reader:
    """Asks one server; knows the awaited releases also by the keys under which the API names them."""

    def __init__(self, port: int, numbers: Mapping[str, str]) -> None:
        self.port, self.numbers = port, numbers

    def fetch(self, path: str) -> str:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", path)
            return connection.getresponse().read().decode()
        finally:
            connection.close()

    def ask(self, path: str) -> Answer:
        begun = time.time()
        body, ended = self.fetch(path), time.time()
        asked = path.rstrip("/").rsplit("/", 1)[-1]  # a refusal may repeat what was asked for
        return Answer(path, begun, ended, self.told(body.replace(asked, "")))

    def told(self, body: str) -> frozenset[str]:
        """The numbers of the awaited releases of which an answer speaks."""
        keyed = [number for key, number in self.numbers.items() if key in body]
        return frozenset([*AWAITED.findall(body), *keyed])

    def poll(self, paths: list[str], until: float) -> list[Answer]:
        answers = []
        while time.time() < until:
            answers += [self.ask(path) for path in paths]
        return answers

    def walk(self, path: str, moment: float) -> list[dict[str, Any]]:
        """Every row of a list of the API, page after page, from the first instant after the moment."""
        time.sleep(max(0.0, moment - time.time()))
        rows, following = [], path
        while following:
            answer = json.loads(self.fetch(following))
            rows += answer["results"]
            following = next_page(path, answer)
        return rows


def next_page(path: str, answer: dict[str, Any]) -> str:
    """Lists name their next page; the log says since when to ask again."""
    if "has_more" in answer:
        return re.sub(r"since=[^&]*", f"since={answer['next_since']}", path) if answer["has_more"] else ""
    parts = urlsplit(answer["next"] or "")
    return parts._replace(scheme="", netloc="").geturl()


def judge(answers: list[Answer], last: Mapping[str, frozenset[str]], moment: float) -> Iterator[str]:
    """What was told too early or too late; `last` is what each page tells when all is over."""
    for answer in answers:
        side, told, path = answer.side(moment), answer.told, answer.path
        if side == -1 and told:
            yield f"{path} told of {len(told)} releases {moment - answer.ended:.4f} s too early."
        if side == 1 and told != last[path]:
            yield f"{path} told of {len(told)} of {len(last[path])} {answer.begun - moment:.4f} s after it."


def without_proof(answers: list[Answer], last: Mapping[str, frozenset[str]], moment: float) -> Iterator[str]:
    """Pages that nobody read before or after the moment, or that speak of none of the releases."""
    for path, told in last.items():
        sides = {answer.side(moment) for answer in answers if answer.path == path}
        if not told or not {-1, 1} <= sides:
            yield f"{path} proves nothing: it was read on the sides {sorted(sides)} and tells of {len(told)}."
