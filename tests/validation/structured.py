"""Structured data (JSON-LD) against the vocabulary of schema.org: types, properties, what these hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from tests.validation.answers import Answer, Finding
from tests.validation.pages import Page, read
from tests.validation.vocabulary import ancestors, ranges, vocabulary

CONTEXT = "https://schema.org"
DAY = r"\d{4}(-\d{2}(-\d{2})?)?"
DATE = re.compile(DAY)
MOMENT = re.compile(rf"{DAY}T\d{{2}}:\d{{2}}(:\d{{2}})?(Z|[+-]\d{{2}}:\d{{2}})")
URL = re.compile(r"(https?|mailto|tel):\S+")
LENGTH = re.compile(r"\d+(\.\d+)? \w+")
# What a value of each data type of schema.org looks like in JSON; a number is not a truth.
DATA_TYPES = {
    "Text": lambda value: isinstance(value, str) and bool(value.strip()),
    "URL": lambda value: isinstance(value, str) and bool(URL.fullmatch(value)),
    "Date": lambda value: isinstance(value, str) and bool(DATE.fullmatch(value)),
    "DateTime": lambda value: isinstance(value, str) and bool(MOMENT.fullmatch(value)),
    "Boolean": lambda value: isinstance(value, bool),
    "Integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "Number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "Distance": lambda value: isinstance(value, str) and bool(LENGTH.fullmatch(value)),
}
# What a search engine must have to show a thing, or whoever reads the data to tell what it is.
REQUIRED = {
    "NewsArticle": (
        "headline",
        "datePublished",
        "dateModified",
        "author",
        "publisher",
        "inLanguage",
        "image",
    ),
    "Event": ("name", "eventStatus"),
    "Person": ("name",),
    "Organization": ("name",),
    "Legislation": ("name",),
    "Quotation": ("text", "creator"),
    "BreadcrumbList": ("itemListElement",),
    "ItemList": ("itemListElement",),
    "ListItem": ("position",),
    "ImageObject": ("contentUrl",),
    "CorrectionComment": ("text", "datePublished"),
}


def addresses(page: Page) -> Iterator[str]:
    """Every address that the data of a page name, that of a thing without what tells it from its page."""
    for block in page.data:
        yield from strings(json.loads(block))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, held in value.items():
            if name not in {"@context", "urlTemplate"}:
                yield from strings(held)
    elif isinstance(value, list):
        for held in value:
            yield from strings(held)
    elif isinstance(value, str) and re.match(r"https?://", value):
        yield value.partition("#")[0]


def mistakes(answer: Answer) -> Iterator[Finding]:
    for block in read(answer).data:
        yield from (Finding(answer.url, f"JSON-LD: {what}") for what in of_block(block))


def of_block(block: str) -> Iterator[str]:
    try:
        said = json.loads(block)
    except json.JSONDecodeError as error:
        yield f"no JSON: {error}"
        return
    if said.get("@context") != CONTEXT:
        yield f"the context is {said.get('@context')!r}"
    nodes = said.get("@graph", [said])
    yield from twice(nodes)
    for node in nodes:
        yield from of_node(node, "")


def twice(nodes: list[dict[str, Any]]) -> Iterator[str]:
    """Two descriptions of one thing would be read as one."""
    named = [node["@id"] for node in nodes if "@id" in node]
    yield from (f"{one} is described twice" for one in set(named) if named.count(one) > 1)


def of_node(node: dict[str, Any], held_by: str) -> Iterator[str]:
    """`held_by` is the property that holds the node: a Role repeats it between the two that it ties."""
    kind = node.get("@type")
    if kind is None:
        if set(node) != {"@id"}:
            yield f"a thing without type: {sorted(node)}"
        return
    if kind not in vocabulary()["types"]:
        yield f"no such type: {kind} (or not yet in the vocabulary of the tests)"
        return
    yield from missing(kind, node)
    for name, value in node.items():
        if not name.startswith("@"):
            yield from of_property(kind, name, value, held_by)


def missing(kind: str, node: dict[str, Any]) -> Iterator[str]:
    """A thing with nothing but identity and name stands for one that is described elsewhere."""
    if set(node) <= {"@type", "@id", "name"} and "@id" in node:
        return
    for one in ancestors(kind) & REQUIRED.keys():
        yield from (f"{kind} without {name}" for name in REQUIRED[one] if name not in node)


def of_property(kind: str, name: str, value: Any, held_by: str) -> Iterator[str]:
    if name.endswith("-input") and "Action" in ancestors(kind):
        return
    holds = ranges(kind, name)
    if not holds and not ("Role" in ancestors(kind) and name == held_by):
        yield f"{kind} has no property {name}"
        return
    if value in ("", None, [], {}):
        yield f"{kind}.{name} is empty"
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield from of_node(one, name)
        if holds and not fits(one, holds):
            yield f"{kind}.{name} is to be {' or '.join(sorted(holds))}, not {json.dumps(one)[:80]}"


def fits(value: Any, holds: frozenset[str]) -> bool:
    """Whether a property that may hold these types may hold the value; an identity may stand for anything."""
    if isinstance(value, dict):
        kinds = ancestors(value["@type"]) if "@type" in value else holds
        return bool(kinds & holds) or "Role" in kinds
    return any(DATA_TYPES[one](value) for one in holds & DATA_TYPES.keys()) or is_member(value, holds)


def is_member(value: Any, holds: frozenset[str]) -> bool:
    has = vocabulary()["members"]
    return any(value == f"{CONTEXT}/{one}" for kind in holds for one in has.get(kind, ()))
