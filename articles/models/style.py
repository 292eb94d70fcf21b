from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.intake import patterns


class StyleRule(models.Model):
    """A way of writing that the house does not want, and what to write instead."""

    class Kind(models.TextChoices):
        WORD = "word", _("kata")
        REGEX = "regex", _("ekspresi reguler")

    kind = models.CharField(
        _("jenis"),
        max_length=5,
        choices=Kind,
        default=Kind.WORD,
        help_text=_("Ekspresi reguler untuk bentuk yang berubah-ubah, misalnya angka."),
    )
    pattern = models.CharField(
        _("yang dicari"),
        max_length=200,
        help_text=_(
            "Kata berhuruf kecil juga cocok dengan huruf besar; kata berhuruf besar hanya persis begitu."
        ),
    )
    replacement = models.CharField(
        _("pengganti"), max_length=200, blank=True, help_text=_("Kosong: kata itu hanya ditandai.")
    )
    explanation = models.CharField(_("penjelasan"), max_length=300)
    explanation_en = models.CharField(_("penjelasan (Inggris)"), max_length=300, blank=True)
    applies_in_quotes = models.BooleanField(
        _("tandai di dalam kutipan"),
        default=True,
        help_text=_("Kutipan tidak pernah diubah; penyunting hanya diingatkan pada [sic]."),
    )
    active = models.BooleanField(_("berlaku"), default=True)

    class Meta:
        verbose_name = _("kaidah penulisan")
        verbose_name_plural = _("kaidah penulisan")
        ordering = ["pattern", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "pattern"],
                name="articles_stylerule_once",
                violation_error_message=_("Pola ini sudah mempunyai kaidah."),
            ),
        ]

    def __str__(self) -> str:
        return self.pattern

    def clean(self) -> None:
        """Raises ValidationError for a pattern that cannot be searched for, or that changes nothing."""
        self.pattern = self.pattern.strip()
        if self.pattern and self.pattern == self.replacement.strip():
            raise ValidationError({"replacement": _("Pengganti sama dengan yang dicari.")})
        if self.kind == self.Kind.REGEX:
            self.clean_regex()
        elif not any(character.isalnum() for character in self.pattern):
            raise ValidationError({"pattern": _("Tulis paling sedikit satu huruf atau angka.")})

    def clean_regex(self) -> None:
        try:
            patterns.compiled(self.pattern)
        except ValidationError as refusal:
            raise ValidationError({"pattern": refusal}) from refusal
        try:
            patterns.check_replacement(self.pattern, self.replacement)
        except ValidationError as refusal:
            raise ValidationError({"replacement": refusal}) from refusal

    def why(self) -> str:
        """The explanation in the reader's language, in Indonesian where there is no other."""
        english = (get_language() or "").startswith("en")
        return (self.explanation_en if english else "") or self.explanation
