"""The first step: a text or a file, and the day on which it was published."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.intake.opening import TEXT_LIMIT, Unreadable, open_file, tidy
from articles.intake.opening.files import too_large

# Releases of any press office lie between these; the reader looks years around the day.
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
ACCEPTED = ".txt,.docx,.html,.htm,.eml"


class TextForm(forms.Form):
    """The text as it was read, and its day: what the second step carries along unchanged."""

    text = forms.CharField(
        label=gettext_lazy("Naskah siaran pers"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 18, "autofocus": True, "spellcheck": "false"}),
    )
    published = forms.DateField(
        label=gettext_lazy("Tanggal terbit"),
        help_text=gettext_lazy("Membantu membaca “Rabu (9/10)”. Kosongkan bila tidak diketahui."),
        required=False,
        initial=timezone.localdate,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        validators=[MinValueValidator(EARLIEST), MaxValueValidator(LATEST)],
    )

    def clean_text(self) -> str:
        """A browser sends other line ends than it was given."""
        text = self.cleaned_data["text"].replace("\r\n", "\n").replace("\r", "\n")
        if len(text) > TEXT_LIMIT:
            raise forms.ValidationError(_("Naskah ini terlalu panjang: paling banyak satu juta karakter."))
        return text


class PasteForm(TextForm):
    """`text` is cleaned to the text of either; `notes` say what of a file was left out."""

    field_order = ("text", "file", "published")
    file = forms.FileField(
        label=gettext_lazy("Atau pilih berkas"),
        help_text=gettext_lazy("Teks (.txt), Word (.docx), halaman web (.html), atau surel (.eml)."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )

    def __init__(self, *args: Any, refused: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.refused = refused
        self.notes: tuple[str, ...] = ()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        file, text = cleaned.get("file"), tidy(cleaned.get("text", ""))
        if self.refused:
            self.add_error("file", too_large(self.refused))
        elif file and text:
            self.add_error("file", _("Tempelkan naskah atau pilih berkas, jangan keduanya."))
        elif file:
            text = self.opened(file)
        elif not text and not self.errors:
            self.add_error("text", _("Tempelkan naskahnya, atau pilih berkas."))
        return {**cleaned, "text": text}

    def opened(self, file: Any) -> str:
        try:
            found = open_file(file.name, file.read())
        except Unreadable as refusal:
            self.add_error("file", str(refusal))
            return ""
        self.notes = found.notes
        return found.text
