"""The form of one act, made of what the workflow's table says that it asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from articles.guards import Situation
from articles.models import Article, Edition, EditionText
from articles.standing import current, newest
from articles.transitions import EDITION_ANSWERS, Transition
from articles.workflow import NEEDED
from pressroom.desk.act_words import HELPS, KINDS, LABELS, WORDS
from pressroom.desk.versions import SeenField

# Titles that the field of a successor suggests: the newest.
SUGGESTED = 50


def kinds(article: Article, previous: Edition | None) -> list[Edition.Kind]:
    """The ways in which a text may follow that edition."""
    if previous is None:
        return []
    if previous.kind == Edition.Kind.WITHDRAWAL:
        return [Edition.Kind.UPDATE, Edition.Kind.CORRECTION]
    arrived = "en" in article.languages and "en" not in previous.languages.split(",")
    return [kind for kind in KINDS if arrived or kind != Edition.Kind.TRANSLATION]


class Asked:
    """What an act asks of somebody in a situation; of a first edition there is nothing to tell readers."""

    def __init__(self, transition: Transition, found: Situation) -> None:
        self.transition, self.found, self.article = transition, found, found.article
        self.words = WORDS[transition.act]
        self.previous = newest(found.article)

    @property
    def names(self) -> list[str]:
        unasked: set[str] = set()
        if self.previous is None and "kind" in self.transition.asks:
            unasked.update(EDITION_ANSWERS)
        if not self.in_english:
            unasked.update(("note_en", "was_en"))
        return [name for name in self.transition.asks if name not in unasked]

    @property
    def in_english(self) -> bool:
        """Whether the act has readers of English: of the new text, or of the one that it takes away."""
        if "kind" in self.transition.asks:
            return "en" in self.article.languages
        standing = current(self.article, self.found.at)
        return standing is not None and "en" in standing.languages.split(",")

    def field(self, name: str) -> forms.Field:
        required = name in self.transition.needs or name == "kind"
        options = {
            "label": self.words.labels.get(name, LABELS[name]),
            "help_text": self.words.helps.get(name, HELPS.get(name, "")),
            "required": required,
            "error_messages": {"required": NEEDED[name]} if name in NEEDED else {},
        }
        return MAKERS.get(name, text)(self, options)


def text(asked: Asked, options: dict[str, Any]) -> forms.Field:
    return forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), **options)


def kind(asked: Asked, options: dict[str, Any]) -> forms.Field:
    choices = [(one, KINDS[one]) for one in kinds(asked.article, asked.previous)]
    options["error_messages"] = {"required": _("Pilihlah dahulu: apakah pembaca perlu tahu?")}
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **options)


def moment(asked: Asked, options: dict[str, Any]) -> forms.Field:
    """In the time zone of the agency, which the field names."""
    zone = settings.TIME_ZONE_LABEL
    widget = forms.SplitDateTimeWidget(
        date_format="%Y-%m-%d",
        time_format="%H:%M",
        date_attrs={"type": "date", "aria-label": _("Tanggal terbit")},
        time_attrs={"type": "time", "aria-label": _("Jam terbit (%s)") % zone},
    )
    return forms.SplitDateTimeField(
        widget=widget,
        initial=asked.found.pending.public_from if asked.found.pending else None,
        input_date_formats=["%Y-%m-%d"],
        input_time_formats=["%H:%M", "%H:%M:%S", "%H.%M"],
        **{**options, "label": f"{options['label']} ({zone})"},
    )


def yes_or_no(asked: Asked, options: dict[str, Any]) -> forms.Field:
    initial = asked.found.pending is not None and asked.found.pending.early_access
    return forms.BooleanField(initial=initial, **options)


class SuccessorField(forms.CharField):
    """A public release, named by its address or its title; without JavaScript too."""

    widget = forms.TextInput(attrs={"class": "vTextField", "list": "public-releases"})

    def clean(self, value: Any) -> Article | None:
        typed = super().clean(value)
        return public_release(typed) if typed else None


def public_release(typed: str) -> Article:
    slug = typed.rstrip("/").rsplit("/", 1)[-1]
    named = EditionText.objects.current().filter(Q(slug=slug) | Q(title__iexact=typed))
    found = Article.objects.filter(pk__in=named.values("article"))[:2]
    if not found:
        raise ValidationError(_("Tidak ada siaran publik dengan alamat atau judul itu."))
    if len(found) > 1:
        raise ValidationError(_("Lebih dari satu siaran bernama begitu; tempelkan alamat halamannya."))
    return found[0]


def successor(asked: Asked, options: dict[str, Any]) -> forms.Field:
    return SuccessorField(**options)


MAKERS: dict[str, Callable[[Asked, dict[str, Any]], forms.Field]] = {
    "kind": kind,
    "at": moment,
    "early_access": yes_or_no,
    "successor": successor,
}


class ActForm(forms.Form):
    """Carries the version of the release that the person saw."""

    seen_version = SeenField()

    def __init__(self, asked: Asked, data: QueryDict | None = None) -> None:
        super().__init__(data, label_suffix="")
        self.asked = asked
        self.fields["seen_version"].initial = asked.article.version
        self.fields.update({name: asked.field(name) for name in asked.names})

    @property
    def answers(self) -> dict[str, Any]:
        """As `workflow.perform` takes them."""
        return {name: self.cleaned_data[name] for name in self.asked.names}

    @property
    def seen(self) -> int:
        """The version that the page was made from; no version where the page does not say."""
        return self.cleaned_data.get("seen_version") or 0

    @cached_property
    def suggested(self) -> list[tuple[str, str]]:
        """Address and title of public releases that could take the place of this one."""
        if "successor" not in self.fields:
            return []
        texts = EditionText.objects.current().filter(language="id").exclude(article=self.asked.article)
        return list(texts.order_by("-published_at", "-id").values_list("slug", "title")[:SUGGESTED])
