"""The workflow's table as a document: a diagram of its states, and a table of its acts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from articles.models import Article
from articles.standing import Standing
from articles.transitions import AFTER_EDIT, TABLE, Transition
from pressroom.core.page import in_language


def document() -> str:
    """Markdown, in English but for the labels of the desk; the same for the same table."""
    with in_language("id"):
        return "\n".join([*INTRO, "```mermaid", *diagram(), "```", "", *STANDINGS, "", *rows(), ""])


INTRO = [
    "# The workflow",
    "",
    "Made from `articles/transitions.py` by `manage.py draw_workflow`; a test fails when it is out of date.",
    "",
    "The state belongs to the working copy. Whoever saves a change moves it as the arrows `edit` say.",
    "",
]
STANDINGS = [
    "What the public has is a matter of its own, read from the record: *unpublished* until the moment of the",
    "first edition, *public*, *withdrawn* (a notice stands at the address, and the release may come back by",
    "the ordinary way) or *killed* (for good). An act is possible where state and standing both allow it and",
    "no guard objects; `needs` are answers that may not be empty. `cancel` also takes a working copy that",
    "was `published` by the edition it cancels back to `approved`, or to `draft` where nobody approved it.",
]
HEADINGS = ("Act", "Label", "From", "Standing", "To", "Permission", "Guards", "Asks", "Needs")


def diagram() -> Iterator[str]:
    """Acts that leave the state as it is are in the table only."""
    arrows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in TABLE:
        for state in sources(one) if one.target else []:
            arrows[state, str(one.target)].append(one.act)
    for state, after in AFTER_EDIT.items():
        arrows[state, after].append("edit")
    yield "stateDiagram-v2"
    yield f"    [*] --> {Article.State.DRAFT}"
    yield from (f"    {state} --> {after}: {', '.join(acts)}" for (state, after), acts in arrows.items())


def rows() -> Iterator[str]:
    yield line(HEADINGS)
    yield line("---" for _heading in HEADINGS)
    for one in TABLE:
        yield line(
            (
                f"`{one.act}`",
                str(one.label),
                named(sources(one), len(Article.State)),
                named([s for s in Standing if s in one.standings], len(Standing)),
                str(one.target or "(stays)"),
                f"`{one.permission}`",
                ", ".join(f"`{guard.__name__}`" for guard in one.guards),
                ", ".join(one.asks),
                ", ".join(one.needs),
            )
        )


def sources(one: Transition) -> list[Article.State]:
    """In the order of the states; the table's sets have none."""
    return [state for state in Article.State if state in one.sources]


def named(values: Sequence[str], number: int) -> str:
    return "any" if len(values) == number else ", ".join(values)


def line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
