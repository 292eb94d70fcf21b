"""What the registers hold of everything that a draft may name: each table is asked once, if at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.utils.functional import cached_property

from agreements.models import Agreement, Event, LegalInstrument
from articles.intake.proposals import Kind, Proposals
from entities.models import Appointment, Organization, Person, PersonHonorific, Post

from .answers import Answers

ROWS = {
    "organization": Organization.objects.all(),
    "person": Person.objects.all(),
    "regulation": LegalInstrument.objects.select_related("kind"),
    "agreement": Agreement.objects.all(),
    "event": Event.objects.all(),
}


class Register:
    """Reads for one set of answers. Those who answer again, and leave more out, need not read again."""

    def __init__(self, proposals: Proposals, given: Mapping[str, str]) -> None:
        self.answers = Answers(proposals, given)
        self.read: dict[str, dict[str, Any]] = {}

    def rows(self, kind: Kind) -> dict[str, Any]:
        """The existing rows that the accepted cards of that kind mean, by id."""
        if kind not in self.read:
            keys = {self.answers.match(card) for card in self.answers.accepted(kind)} - {""}
            self.read[kind] = {str(row.pk): row for row in ROWS[kind].filter(pk__in=keys)} if keys else {}
        return self.read[kind]

    @cached_property
    def honorifics(self) -> list[PersonHonorific]:
        """What the people hold that has not ended."""
        people = self.rows("person").values()
        held = PersonHonorific.objects.filter(person__in=people, end_latest__isnull=True)
        return list(held.select_related("honorific")) if people else []

    @cached_property
    def posts(self) -> dict[tuple[int, str], Post]:
        """By organization and title in small letters: those that the cards name."""
        cards = (card for card in self.answers.accepted("person") if card.fields)
        titles = {title for card in cards if (title := self.answers.value(card, "post"))}
        organizations = self.rows("organization").values()
        if not titles or not organizations:
            return {}
        named = Q.create([("title__iexact", title) for title in sorted(titles)], connector=Q.OR)
        posts = Post.objects.filter(named, organization__in=organizations)
        return {(post.organization_id, post.title.casefold()): post for post in reversed(posts)}

    @cached_property
    def appointments(self) -> list[Appointment]:
        """To these posts: those of the people, and of whoever is recorded as sitting there; latest first."""
        if not self.posts:
            return []
        sitting = Q(kind=Appointment.Kind.SUBSTANTIVE, end_latest__isnull=True)
        theirs = Q(person__in=self.rows("person").values())
        asked = Appointment.objects.filter(sitting | theirs, post__in=self.posts.values())
        return list(asked.select_related("person", "post"))
