"""/admin/intake/: a release is pasted, its proposals decided, a draft comes out. Nothing is stored before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from articles.intake.archive import uid_of
from articles.intake.drafting import Refused, draft
from articles.intake.proposals import Proposal, Proposals
from articles.intake.proposing import propose
from articles.models import Article
from pressroom.desk.locks import one_writer
from pressroom.desk.roles import REGISTERS, grants

from .cards import Errors, accept_certain, complaints, groups
from .forms import PasteForm, TextForm
from .highlights import highlight
from .seen import carried, still_meant
from .uploads import Sieve

if TYPE_CHECKING:
    from django.contrib.admin import AdminSite

READ, TEXT, CERTAIN, DRAFT = "read", "text", "certain", "draft"
WRITTEN = (
    *("articles.article", "articles.quote", "articles.citation"),
    *("entities.organization", "entities.person", "entities.post", "entities.appointment"),
    *("agreements.legalinstrument", "agreements.agreement", "agreements.event"),
)
# A release has some twenty; the page grows with their square, and what it sends back must fit into one form.
MOST_CARDS = 500
# Rows of the registers are shown, public or not.
NEEDED = grants((*REGISTERS, "articles.article"), "view") | grants(WRITTEN, "add")


def may_paste(request: HttpRequest) -> bool:
    """Nobody learns or writes by intake what the desk would not let them learn or write."""
    return request.user.has_perms(NEEDED)


def urls(site: AdminSite) -> list[URLPattern]:
    protected = csrf_protect(lambda request: Intake(site, request).response())

    # The sieve must be in place before the check against forgery reads the form, files and all.
    @csrf_exempt
    def view(request: HttpRequest) -> HttpResponseBase:
        if not may_paste(request):
            raise PermissionDenied
        request.upload_handlers.insert(0, Sieve(request))
        try:
            return protected(request)
        except (RequestDataTooBig, TooManyFieldsSent):
            return Intake(site, request).too_much()

    return [path("intake/", site.admin_view(view), name="intake")]


def too_many(proposals: Proposals) -> str:
    counts = {"found": len(proposals.cards), "most": MOST_CARDS}
    message = _("Naskah ini memuat %(found)d usulan, lebih dari %(most)d. Bagilah menjadi beberapa siaran.")
    return message % counts


def is_for_the_key(card: Proposal) -> bool:
    """Whether "accept all certain" may take it; the release itself is always part of its draft."""
    return card.certain and card.decidable and card.kind != "release"


class Intake:
    """One request."""

    def __init__(self, site: AdminSite, request: HttpRequest) -> None:
        self.site, self.request = site, request

    def response(self) -> HttpResponseBase:
        if self.request.method != "POST":
            return self.first(PasteForm())
        step = self.request.POST.get("step", READ)
        return self.read() if step == READ else self.decided(step)

    def read(self) -> HttpResponseBase:
        """The text or file of the first step."""
        sieve: Any = self.request.upload_handlers[0]
        form = PasteForm(self.request.POST, self.request.FILES, refused=sieve.refused)
        if not form.is_valid():
            return self.first(form)
        for note in form.notes:
            messages.info(self.request, note)
        known = Article.objects.filter(uid=uid_of(form.cleaned_data["text"])).first()
        if known:
            messages.warning(self.request, _("Naskah ini sudah menjadi draf: “%s”.") % known)
        proposals = self.proposals(form)
        if len(proposals.cards) > MOST_CARDS:
            form.add_error("file" if form.cleaned_data["file"] else "text", too_many(proposals))
            return self.first(form)
        return self.second(proposals, form, {})

    def decided(self, step: str) -> HttpResponseBase:
        """The second step, whichever of its buttons was pressed."""
        form = TextForm(self.request.POST)
        if not form.is_valid() or step == TEXT:
            return self.first(PasteForm(initial=self.request.POST.dict()))
        if step == DRAFT:
            return self.drafted(form)
        proposals = self.proposals(form)
        answers, asked_again = still_meant(proposals, self.request.POST.dict())
        self.tell_of_changes(asked_again)
        return self.second(proposals, form, accept_certain(proposals, answers))

    def drafted(self, form: TextForm) -> HttpResponseBase:
        """One text becomes one draft, however often its form arrives."""
        with one_writer(self.request):
            known = Article.objects.filter(uid=uid_of(form.cleaned_data["text"])).first()
            if known:
                messages.warning(self.request, _("Naskah ini sudah pernah menjadi draf; inilah drafnya."))
                return redirect("admin:articles_article_change", known.pk)
            proposals = self.proposals(form)
            answers, asked_again = still_meant(proposals, self.request.POST.dict())
            if not asked_again:
                return self.written(proposals, form, answers)
        self.tell_of_changes(asked_again)
        return self.second(proposals, form, answers)

    def written(self, proposals: Proposals, form: TextForm, answers: Mapping[str, str]) -> HttpResponseBase:
        try:
            uid = uid_of(proposals.reading.text)
            article = draft(proposals, answers, self.request.user, uid=uid)  # type: ignore[arg-type]
        except Refused as refusal:
            return self.second(proposals, form, answers, refusal.errors)
        messages.success(self.request, _("Draf “%s” sudah dibuat. Periksalah sebelum diajukan.") % article)
        return redirect("admin:articles_article_change", article.pk)

    def tell_of_changes(self, asked_again: int) -> None:
        if asked_again:
            message = ngettext(
                "Data yang tercatat berubah sejak naskah ini dibaca: %d usulan perlu diputuskan lagi.",
                "Data yang tercatat berubah sejak naskah ini dibaca: %d usulan perlu diputuskan lagi.",
                asked_again,
            )
            messages.warning(self.request, message % asked_again)

    def proposals(self, form: TextForm) -> Proposals:
        return propose(form.cleaned_data["text"], form.cleaned_data["published"])

    def first(self, form: PasteForm) -> HttpResponseBase:
        return self.page("paste", {"title": _("Tempel siaran pers"), "form": form})

    def too_much(self) -> HttpResponseBase:
        refusal = _(
            "Naskah atau isiannya terlalu banyak untuk dikirim sekaligus. Bagilah menjadi beberapa siaran."
        )
        context = {"title": _("Tempel siaran pers"), "form": PasteForm(), "refusal": refusal}
        return self.page("paste", context, status=413)

    def second(
        self, proposals: Proposals, form: TextForm, answers: Mapping[str, str], errors: Errors | None = None
    ) -> HttpResponseBase:
        found = groups(proposals, answers, errors or {})
        context = {
            "title": _("Periksa usulan"),
            "groups": found,
            "errors": complaints(found, errors or {}),
            "text": proposals.reading.text,
            "seen": carried(proposals),
            "published": form.cleaned_data["published"],
            "lines": highlight(proposals.reading.text, proposals.cards),
            "certain": sum(is_for_the_key(card) for card in proposals.cards),
        }
        return self.page("decide", context)

    def page(self, name: str, context: dict[str, Any], status: int = 200) -> HttpResponseBase:
        frame = {**self.site.each_context(self.request), "is_nav_sidebar_enabled": False}
        return TemplateResponse(
            self.request, f"admin/intake/{name}.html", {**frame, **context}, status=status
        )
