"""Whether the words of a release name an office that the register knows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache

from django.db.models import Q

from articles.intake.reader.cues import table
from articles.intake.resolving.words import words_of
from entities.models import Appointment, Organization, Post

# Words that an office may be printed with or without.
FILLERS = frozenset({"republik", "indonesia", "ri", "negara", "untuk", "di"})


def names_office(role: str, post: Post, organizations: Collection[int]) -> bool:
    """Whether this role of one of these bodies is that post: "Kepala Badan … (BNPT)" is "Kepala BNPT"."""
    printed, held = in_full(role), in_full(post.title)
    if not printed or printed == held:
        return bool(printed)
    of_body = set(words_of_body(post.organization))
    if post.organization_id not in organizations and not of_body & set(printed):
        return False
    return bare(printed, of_body) == bare(held, of_body)


def in_full(role: str) -> list[str]:
    """The words of an office; "Dubes" is "duta besar"."""
    words: list[str] = []
    for word in words_of(role):
        words += fused_titles().get(word, (word,))
    return words


@cache
def fused_titles() -> dict[str, tuple[str, ...]]:
    """Titles of one word that stand for an office whose body is named by itself."""
    return {row[0].lower(): tuple(words_of(row[1])) for row in table("fused_titles") if " " not in row[0]}


def bare(words: Iterable[str], of_body: set[str]) -> frozenset[str]:
    """What is left of an office without the name of its body: "kepala", "wakil menteri"."""
    return frozenset(words) - of_body - FILLERS


def words_of_body(body: Organization) -> list[str]:
    return words_of(f"{body.name} {body.short}")


def held_by(appointments: Iterable[Appointment]) -> dict[int, list[Appointment]]:
    """Appointments by their person."""
    found: dict[int, list[Appointment]] = {}
    for appointment in appointments:
        found.setdefault(appointment.person_id, []).append(appointment)
    return found


def of_people_and_bodies(people: Collection[int], bodies: Collection[int]) -> Q:
    """Their appointments, and those to offices of these bodies: asked so that both indexes are used."""
    return Q(person__in=people) | Q(post__in=Post.objects.filter(organization__in=bodies).order_by())
