"""Nobody overwrites unseen what somebody else has saved."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.models import Article, Revision


class ArticleForm(forms.ModelForm):
    """Carries the version that the editor saw, and is refused once there is another."""

    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen_version"].initial = self.instance.version

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk and cleaned.get("seen_version") != self.instance.version:
            raise ValidationError(overtaken(self.instance))
        return cleaned


def overtaken(article: Article) -> SafeString:
    newest = article.revisions.select_related("author").order_by("-number").first()
    sentence = _(
        "{change}, sesudah Anda membukanya. Isian Anda belum tersimpan dan masih ada di bawah: "
        '<a href="{url}" target="_blank" rel="noopener">buka yang terbaru di tab lain</a>, bandingkan, '
        "lalu masukkan perubahan Anda di sana."
    )
    url = reverse("admin:articles_article_change", args=[article.pk])
    return format_html(sentence, change=last_change(newest), url=url)


def last_change(revision: Revision | None) -> str:
    if revision is None or revision.author is None:
        return _("Siaran ini sudah diubah")
    who = revision.author.get_full_name() or revision.author.get_username()
    when = f"{date_format(timezone.localtime(revision.at), 'DATETIME_FORMAT')} {settings.TIME_ZONE_LABEL}"
    return _("Siaran ini sudah diubah oleh %(who)s pada %(when)s") % {"who": who, "when": when}
