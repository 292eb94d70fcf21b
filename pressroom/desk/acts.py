"""One page for every act of the workflow: it asks what the table asks, shows what will happen, and does it.

What readers, feeds or partners would notice takes two steps: the first tries the act out and shows its
effects, the second does it. Nothing that was typed is lost on the way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.documents import working_copy
from articles.english import is_stale
from articles.guards import Situation
from articles.models import Article, Edition
from articles.standing import newest
from articles.transitions import TRANSITIONS, Transition
from articles.workflow import Overtaken, objections, perform
from pressroom.desk.act_effects import effects
from pressroom.desk.act_forms import ActForm, Asked
from pressroom.desk.locks import one_writer
from pressroom.desk.reach import viewable
from pressroom.desk.revisions import changes_between, render
from pressroom.desk.versions import last_change
from pressroom.desk.workflow_panel import checked

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

# Acts that somebody outside notices are tried out and shown first; the others show at once for what they are.
IN_TWO_STEPS = frozenset({"publish", "schedule", "publish_urgently", "reschedule", "withdraw", "kill"})
IN_ONE_STEP = frozenset({"submit", "return", "approve", "approve_afterwards", "cancel"})
# Acts before which the whole text is to be read.
READ_FIRST = frozenset({"approve", "approve_afterwards"})
STEP = "step"
NOT_CARRIED = frozenset({"csrfmiddlewaretoken", STEP})


def urls(desk: ModelAdmin) -> list[URLPattern]:
    def view(request: HttpRequest, pk: int, act: str) -> HttpResponseBase:
        with one_writer(request):
            return ActPage(desk, request, pk, act).response()

    return [path("<int:pk>/act/<slug:act>/", desk.admin_site.admin_view(view), name="articles_article_act")]


class ActPage:
    """One request for one act on one release."""

    def __init__(self, desk: ModelAdmin, request: HttpRequest, pk: int, act: str) -> None:
        if act not in TRANSITIONS:
            raise Http404
        self.desk, self.request = desk, request
        self.user = cast(User, request.user)
        self.transition: Transition = TRANSITIONS[act]
        self.article: Article = viewable(desk, request, pk)
        if not self.user.has_perm(self.transition.permission):
            raise PermissionDenied
        self.found = Situation(self.article, self.user, timezone.now())
        self.refused = list(objections(self.transition, self.found))
        self.form = ActForm(Asked(self.transition, self.found), request.POST or None)

    def response(self) -> HttpResponseBase:
        if self.request.method == "POST":
            return self.posted(self.request.POST.get(STEP, "check"))
        return self.filled(status=409 if self.refused else 200)

    def posted(self, step: str) -> HttpResponseBase:
        if not self.form.is_valid() or step == "fill":
            return self.filled(status=409 if self.refused else 200)
        act, version, answers = self.transition.act, self.form.seen, self.form.answers
        try:
            if act in IN_TWO_STEPS and step != "confirm":
                return self.checked(effects(self.request, act, self.article, version, answers))
            perform(act, self.article, by=self.user, version=version, **answers)
        except Overtaken as refusal:
            self.form.add_error(None, refusal)
            return self.filled(status=409, overtaken=last_change(self.article))
        except ValidationError as refusal:
            self.form.add_error(None, refusal)
            return self.filled(status=409 if self.refused else 200)
        messages.success(self.request, self.form.asked.words.done % self.article)
        return redirect("admin:articles_article_change", self.article.pk)

    def filled(self, status: int, overtaken: str = "") -> HttpResponseBase:
        """The form, with what speaks against the act and everything that was typed."""
        context = {"overtaken": overtaken, "refused": self.refused, "offered": not self.refused}
        if self.transition.act in READ_FIRST and not self.refused:
            context |= self.evidence()
        return self.page(context, status)

    def checked(self, shown: dict[str, Any]) -> HttpResponseBase:
        """What would happen, and the button that lets it."""
        carried = [
            (name, value)
            for name, values in self.request.POST.lists()
            if name not in NOT_CARRIED
            for value in values
        ]
        evidence = self.evidence() if "kind" in self.transition.asks else {}
        return self.page({"checked": True, "carried": carried, **shown, **evidence})

    def evidence(self) -> dict[str, Any]:
        """The words that change, and the checklist."""
        old, new = self.documents()
        return {
            "sections": changes_between(self.desk, self.request, old or blank(new), new),
            "is_first": not old,
            **checked(self.article, approved=self.found.approval is not None),
        }

    def documents(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """What the public had before, {} where it had nothing, and what it gets or has got."""
        owed = self.found.owed if self.transition.act == "approve_afterwards" else None
        before = edition_before(owed) if owed else newest(self.article)
        new = owed.revision.document if owed else working_copy(self.article)
        return (before.revision.document if before else {}), new

    def page(self, context: dict[str, Any], status: int = 200) -> HttpResponseBase:
        two_steps = self.transition.act in IN_TWO_STEPS and not context.get("checked")
        frame = {
            "act": self.transition,
            "form": self.form,
            "words": self.form.asked.words,
            "version": self.article.version,
            "english_is_stale": "kind" in self.transition.asks and is_stale(self.article),
            "submit": _("Periksa") if two_steps else self.transition.label,
        }
        title = str(self.transition.label)
        return render(
            self.desk, self.request, self.article, "act", title, {**frame, **context}, status=status
        )


def blank(document: dict[str, Any]) -> dict[str, Any]:
    """The same working copy before anybody wrote a word of it."""
    return {name: [] if isinstance(value, list) else "" for name, value in document.items()}


def edition_before(edition: Edition) -> Edition | None:
    earlier = edition.article.editions.standing().filter(number__lt=edition.number)
    return earlier.select_related("revision").order_by("-number").first()
