from __future__ import annotations

from django.core.validators import slug_re
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agreements.models import Agreement
from articles.models import EditionProof, EditionText
from pressroom.core.dates.days import interface_language
from pressroom.core.visibility import Public
from pressroom.site import reading
from pressroom.site.history import history_of
from pressroom.site.languages import address_in
from pressroom.site.paging import page_of
from pressroom.site.quotes import weave
from pressroom.site.views.notices import instead


@require_safe
def releases(request: HttpRequest) -> HttpResponse:
    """All releases, or with `?person=<slug>` and the like those that speak of one subject."""
    found = reading.rows(interface_language())
    about = {}
    if asked := subject_asked(request):
        kind, subject = asked
        found = reading.speaking_of(found, kind, subject.known_keys())
        about = {"subject": subject, "field": "title" if hasattr(subject, "title") else "name"}
    page = page_of(request, found, "-published_at", "-id")
    return render(request, "site/releases.html", {"page": page, **about})


def subject_asked(request: HttpRequest) -> tuple[str, Public] | None:
    """The kind and the row of the one subject in the address; two of them are a page that does not exist."""
    asked = [(kind, slug) for kind in reading.SUBJECTS for slug in request.GET.getlist(kind)]
    if not asked:
        return None
    kind, slug = asked[0]
    if len(asked) > 1 or not slug_re.fullmatch(slug):
        raise Http404
    return kind, get_object_or_404(reading.SUBJECTS[kind](), slug=slug)


@require_safe
def release(request: HttpRequest, slug: str) -> HttpResponse:
    language = interface_language()
    versions = texts_of_same_release(language, slug)
    if language not in versions:
        return instead(request, language, slug)
    text = versions[language]
    context = {
        "text": text,
        "body": weave(text.html, reading.quotes_of(text), _("Tautan ke kutipan ini")),
        "addresses": {code: address_in(code, "release", other.slug) for code, other in versions.items()},
        "images": list(reading.images_of(text)),
        "original": versions["id"] if text.unofficial else None,
        "history": history_of(text.article_id),
        **subjects(text),
    }
    return render(request, "site/release.html", context)


def texts_of_same_release(language: str, slug: str) -> dict[str, EditionText]:
    """The current texts, by language, of the release that has this address now.

    In their own order: that in which PostgreSQL keeps them changes once another edition waits.
    """
    current = EditionText.objects.current().defer("stems").order_by("id")
    same = current.filter(article__in=current.filter(language=language, slug=slug).values("article"))
    return {text.language: text for text in same.annotate(**neighbours(), code=proof())}


def proof() -> Subquery:
    """The code by which a printed copy can be checked."""
    return Subquery(EditionProof.objects.filter(edition=OuterRef("edition")).values("code")[:1])


def subjects(text: EditionText) -> dict[str, list]:
    """What the release speaks of, by kind; agreements as the register has them today."""
    found = list(reading.subjects_of(text))
    by_kind = {kind: [s for s in found if s.subject_type == kind and s.page] for kind in reading.SUBJECTS}
    return {
        "people": by_kind["person"],
        "organizations": by_kind["organization"],
        "events": by_kind["event"],
        "topics": by_kind["topic"],
        "agreements": agreements_of(by_kind["agreement"]),
    }


def agreements_of(found: list) -> list[Agreement]:
    if not found:
        return []
    order = {int(subject.subject_id): subject.ordinal for subject in found}
    agreements = Agreement.objects.visible().with_standing().filter(pk__in=order)
    return sorted(agreements, key=lambda agreement: order[agreement.pk])


def neighbours() -> dict[str, Subquery]:
    """Title and slug of the releases published just after (`newer`) and just before (`older`) a text."""
    listed = EditionText.objects.current().filter(language=OuterRef("language"))
    same_moment = Q(published_at=OuterRef("published_at"))
    after = Q(published_at__gt=OuterRef("published_at")) | (same_moment & Q(pk__gt=OuterRef("pk")))
    before = Q(published_at__lt=OuterRef("published_at")) | (same_moment & Q(pk__lt=OuterRef("pk")))
    link = JSONObject(slug="slug", title="title")
    return {
        "newer": Subquery(listed.filter(after).order_by("published_at", "id").values(link=link)[:1]),
        "older": Subquery(listed.filter(before).order_by("-published_at", "-id").values(link=link)[:1]),
    }
