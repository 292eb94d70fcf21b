"""Nobody overwrites unseen what somebody else has saved: forms carry the version that they started from."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from articles.models import Article, Revision
from articles.revisions import newest_of
from pressroom.desk.numbers import typed_number
from pressroom.desk.readable import full_name, moment

SEEN = ("seen_version", "seen_revision")


class SeenField(forms.IntegerField):
    """What the editor saw is no edit; a browser that reloads the page is not to remember it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.HiddenInput(attrs={"autocomplete": "off"}), **kwargs)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class ArticleForm(forms.ModelForm):
    """Carries the version that the editor saw, and the number of the revision that holds it."""

    seen_version = SeenField()
    seen_revision = SeenField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen_version"].initial = self.instance.version
        newest = newest_of(self.instance) if self.instance.pk else None
        self.fields["seen_revision"].initial = newest.number if newest else None


def is_stale(article: Article, posted: QueryDict) -> bool:
    """Somebody has saved since this form was opened, or it does not say when that was."""
    return posted.get("seen_version") != str(article.version)


def seen_revision(article: Article, posted: QueryDict) -> Revision | None:
    """The revision that the form started from; None where that was not recorded."""
    number = typed_number(posted.get("seen_revision", ""))
    return article.revisions.filter(number=number).first() if number else None


def last_change(article: Article) -> str:
    """A clause about who saved last, for the beginning of a sentence."""
    revision = article.revisions.select_related("author").order_by("-number").first()
    if revision is None or revision.author is None:
        return _("Siaran ini sudah diubah")
    who, when = full_name(revision.author), moment(revision.at)
    return _("Siaran ini sudah diubah oleh %(who)s pada %(when)s") % {"who": who, "when": when}
