from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from entities.models.countries import Country
from entities.models.honorifics import Honorific, PersonHonorific
from entities.models.merging import Mergeable, MergeableQuerySet
from entities.models.names import AlternativeName
from pressroom.core.pictures import DisplayCopy, display_copy
from pressroom.core.visibility import Public


class PersonQuerySet(MergeableQuerySet):
    def with_public_honorifics(self) -> PersonQuerySet:
        """Fetch what `styled()` needs in one more query, and nothing that is not public yet."""
        honorifics = PersonHonorific.objects.visible().select_related("honorific")
        return self.prefetch_related(Prefetch("honorifics", queryset=honorifics))


class Person(Mergeable):
    """Someone who holds a post or speaks in a release. The register keeps no private data."""

    change_kind = "person"

    slug = models.SlugField(_("alamat halaman"), unique=True)
    name = models.CharField(_("nama tanpa gelar"), max_length=150)
    sort_name = models.CharField(
        _("nama untuk pengurutan"), max_length=150, help_text=_("Misalnya: Hartono, Eddy")
    )
    nationality = models.ForeignKey(
        Country,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="nationals",
        verbose_name=_("kewarganegaraan"),
    )
    portrait = models.ImageField(_("potret"), upload_to="portraits/", blank=True)
    bio = models.TextField(_("riwayat singkat"), blank=True)
    bio_en = models.TextField(_("riwayat singkat (Inggris)"), blank=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("tokoh")
        verbose_name_plural = _("tokoh")
        ordering = ["sort_name", "id"]
        indexes = [
            models.Index(fields=["sort_name", "id"], name="entities_person_by_name")
        ]  # the list of people
        constraints = [*Mergeable.Meta.constraints]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises ValidationError for a portrait that we do not take."""
        self.take_portrait()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        self.take_portrait()

    def take_portrait(self) -> None:
        """Keep a new portrait as its display copy only: what a camera writes into a file stays private."""
        taken = getattr(self.portrait, "_committed", True) or isinstance(self.portrait.file, DisplayCopy)
        if self.portrait and not taken:
            copy = display_copy(self.portrait)
            copy.name = f"{self.slug}.webp"
            self.portrait = copy

    def styled(self, on: date | None = None, language: str = "id") -> str:
        """The name with the honorifics held on that day (default: today), as Indonesian usage writes it.

        Prefixes by precedence, the name, a comma, suffixes. Reads `honorifics.all()`, so that callers choose
        by prefetching which rows may be seen.
        """
        held = [h for h in self.honorifics.all() if h.span.certain_on(on or timezone.localdate())]
        return style_name(self.name, held, language)


def style_name(name: str, held: Iterable[PersonHonorific], language: str = "id") -> str:
    """Put honorifics around a name: "Komjen. Pol. Eddy Hartono, S.I.K., M.H."."""
    ordered = sorted(held, key=lambda h: (h.honorific.precedence, h.ordinal))
    parts: dict[str, list[str]] = {Honorific.Position.PREFIX: [], Honorific.Position.SUFFIX: []}
    for item in ordered:
        parts[item.honorific.position].append(item.text(language))
    front = " ".join([*parts[Honorific.Position.PREFIX], name])
    return ", ".join([front, *parts[Honorific.Position.SUFFIX]])


class PersonName(AlternativeName):
    person = models.ForeignKey(Person, models.CASCADE, related_name="names", verbose_name=_("tokoh"))

    class Meta(AlternativeName.Meta):
        verbose_name = _("nama lain tokoh")
        verbose_name_plural = _("nama lain tokoh")
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="entities_personname_once")]

    @property
    def change_subject(self) -> Public:
        return self.person
