"""Laws and regulations in all their spellings; every mention of one is one finding."""

from __future__ import annotations

from collections import defaultdict

from ..corrections import wrong_parts
from ..events.parts import Parts
from ..findings import Document, Regulation
from .law_names import same_law
from .regulation_mentions import Mention, find_mentions

NAMES_COMPARED = 40


def find_regulations(document: Document) -> tuple[Regulation, ...]:
    """One entry for each, in order of first mention. What a correction release calls wrong is left out."""
    shelf = _Shelf()
    for mention in sorted(_right_mentions(document.flat), key=lambda one: one.weak):
        shelf.put(mention)
    return tuple(
        _merged(group) for group in sorted(shelf.groups, key=lambda group: min(one.span for one in group))
    )


def _right_mentions(flat: str) -> list[Mention]:
    wrong = Parts(wrong_parts(flat))
    return [mention for mention in find_mentions(flat) if not wrong.hold(mention.span.start)]


class _Shelf:
    """Mentions by the regulation they mean: found by number, or, where one has none, by its usual name."""

    def __init__(self) -> None:
        self.groups: list[list[Mention]] = []
        self._numbered: dict[tuple[str, str | None], list[list[Mention]]] = defaultdict(list)
        self._named: dict[str, list[tuple[str, list[Mention]]]] = defaultdict(list)

    def put(self, mention: Mention) -> None:
        """Beside the others of its regulation; a weak mention without others is nothing."""
        group = self._by_number(mention) or self._by_name(mention)
        if group is None and mention.weak:
            return
        if group is None:
            group = []
            self.groups.append(group)
        self._learn(mention, group)
        group.append(mention)

    def _by_number(self, mention: Mention) -> list[Mention] | None:
        if mention.number is None:
            return None
        return next(
            (group for group in self._numbered[mention.kind, mention.number] if _fits(group, mention)), None
        )

    def _by_name(self, mention: Mention) -> list[Mention] | None:
        for name, group in self._named[mention.kind][:NAMES_COMPARED]:
            one_unnumbered = mention.number is None or group[0].number is None
            if (
                one_unnumbered
                and _same_year(group, mention)
                and any(same_law(name, one) for one in mention.names)
            ):
                return group
        return None

    def _learn(self, mention: Mention, group: list[Mention]) -> None:
        if mention.number and group not in self._numbered[mention.kind, mention.number][:1]:
            self._numbered[mention.kind, mention.number].append(group)
        known = self._named[mention.kind]
        if len(known) < NAMES_COMPARED:
            known += [(name, group) for name in mention.names if all(name != other for other, _ in known)]


def _fits(group: list[Mention], mention: Mention) -> bool:
    issuer = group[0].issuer.casefold()
    of_a_body = mention.kind in {"Permen", "other"} and issuer and mention.issuer
    return _same_year(group, mention) and not (of_a_body and issuer != mention.issuer.casefold())


def _same_year(group: list[Mention], mention: Mention) -> bool:
    return mention.year is None or group[0].year in (None, mention.year)


def _merged(group: list[Mention]) -> Regulation:
    def known(name: str):
        return next((value for mention in group if (value := getattr(mention, name))), None)

    return Regulation(
        kind=group[0].kind,
        number=known("number"),
        year=known("year"),
        mentions=tuple(sorted(mention.span for mention in group)),
        issuer=known("issuer") or "",
        title=known("title") or "",
        form=known("form") or "",
    )
