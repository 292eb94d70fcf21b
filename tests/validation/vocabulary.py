"""What schema.org knows of the types that this site speaks of: `vocabulary.json`, made by this program.

    npm install --prefix .local/validators --ignore-scripts schema-dts@2.1.0
    python -m tests.validation.vocabulary .local/validators/node_modules/schema-dts/dist/schema.d.ts

The definitions of the npm package schema-dts (Apache 2.0) are generated from schema.org, whose vocabulary is
under CC BY-SA 3.0. The table holds names only: each type with its parents, its own properties and what these
may hold. What schema.org has replaced by something else is left out, so that using it is a mistake.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("vocabulary.json")
LICENCE = (
    "Names from schema.org (https://schema.org/docs/terms.html), CC BY-SA 3.0; by way of schema-dts 2.1.0"
)
# Types that the site uses or soon may; with them come all that they inherit from.
TYPES = (
    *("NewsArticle", "Quotation", "CorrectionComment", "ImageObject", "MediaObject", "DigitalDocument"),
    *("Legislation", "LegislationObject", "Dataset", "DataCatalog", "DataDownload", "DefinedTerm"),
    *("WebSite", "WebPage", "CollectionPage", "AboutPage", "ContactPage", "SearchResultsPage", "ProfilePage"),
    *(
        "BreadcrumbList",
        "ItemList",
        "ListItem",
        "SearchAction",
        "EntryPoint",
        "ContactPoint",
        "DefinedTermSet",
    ),
    *("Organization", "GovernmentOrganization", "Corporation", "EducationalOrganization", "NGO"),
    *("Person", "Role", "OrganizationRole", "PropertyValue", "Event", "EventSeries", "VirtualLocation"),
    *("Place", "Country", "City", "AdministrativeArea", "PostalAddress", "Language", "Schedule", "Thing"),
)
BASE = re.compile(r"^interface (\w+)Base extends ([^{]+) \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
# A type without properties of its own is told only by the leaf that it is.
LEAF = re.compile(r"^export interface (\w+)Leaf extends ([^{]+) \{", re.MULTILINE)
PROPERTY = re.compile(
    r'(?P<told>/\*\*(?:(?!\*/).)*\*/)?\s*"(?P<name>\w+)"\?: SchemaValue<(?P<range>[^,]+), "', re.DOTALL
)
MEMBER = re.compile(r'"https://schema\.org/(\w+)"')
NO_TYPE = {"IdReference"}


def table(definitions: str) -> dict[str, Any]:
    known = {name: (parents(extends), {}) for name, extends in LEAF.findall(definitions)}
    known |= {name: (parents(extends), properties(body)) for name, extends, body in BASE.findall(definitions)}
    wanted = sorted(with_ancestors(TYPES, known))
    types = {name: {"parents": known[name][0], "properties": known[name][1]} for name in wanted}
    ranges = {one for name in wanted for held in known[name][1].values() for one in held}
    found = {one: members(one, definitions) for one in sorted(ranges)}
    return {"licence": LICENCE, "types": types, "members": {one: has for one, has in found.items() if has}}


def parents(extends: str) -> list[str]:
    return sorted(re.findall(r"(\w+)Base\b", extends))


def properties(body: str) -> dict[str, list[str]]:
    return {
        found["name"]: sorted(set(re.findall(r"\w+", found["range"])) - NO_TYPE)
        for found in PROPERTY.finditer(body)
        if "@deprecated" not in (found["told"] or "")
    }


def with_ancestors(names: Iterable[str], known: dict[str, Any]) -> set[str]:
    return set(names).union(*(with_ancestors(known[name][0], known) for name in names))


def members(enumeration: str, definitions: str) -> list[str]:
    """The values of an enumeration; none of any other type."""
    declared = re.search(rf"^export type {enumeration} = (.*);$", definitions, re.MULTILINE)
    return sorted(set(MEMBER.findall(declared[1]))) if declared else []


@cache
def vocabulary() -> dict[str, Any]:
    return dict(json.loads(TABLE.read_text()))


@cache
def ancestors(name: str) -> frozenset[str]:
    """The type itself and all that it inherits from; of an unknown type nothing but its name."""
    above = vocabulary()["types"].get(name, {"parents": []})["parents"]
    return frozenset({name}).union(*map(ancestors, above))


@cache
def ranges(kind: str, name: str) -> frozenset[str]:
    """What a property may hold on this type; nothing where the type has no such property."""
    types = vocabulary()["types"]
    return frozenset(
        held for one in ancestors(kind) & types.keys() for held in types[one]["properties"].get(name, ())
    )


def written(made: dict[str, Any]) -> str:
    """A line for each type and each enumeration, so that versions can be compared."""
    parts = [f'"licence": {json.dumps(made["licence"])}']
    for part in ("members", "types"):
        lines = ",\n  ".join(f'"{name}": {json.dumps(has)}' for name, has in made[part].items())
        parts.append(f'"{part}": {{\n  {lines}\n }}')
    return "{\n " + ",\n ".join(parts) + "\n}\n"


def main(path: str) -> None:
    made = table(Path(path).read_text())
    TABLE.write_text(written(made))
    sys.stdout.write(f"{len(made['types'])} types.\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
