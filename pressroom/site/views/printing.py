"""What printed copies need: the code that a camera reads, and the release as PDF."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import EditionProof
from pressroom.core.dates.days import interface_language
from pressroom.site.printing import pdf
from pressroom.site.printing.codes import qr_data, qr_svg
from pressroom.site.verification import as_printed
from pressroom.site.views.history import elsewhere
from pressroom.site.views.releases import page_of_release

SOON = "5"


@require_safe
def code_image(request: HttpRequest, code: str) -> HttpResponse:
    """The QR code that leads to what has become of a copy; a code that nobody may know has none."""
    if as_printed(code) != code or not EditionProof.objects.visible().filter(code=code).exists():
        raise Http404
    return HttpResponse(qr_svg(address_of(request, code)), content_type="image/svg+xml")


@require_safe
def release_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """The release on paper. 404 where this machine makes no PDF, 503 while it makes another."""
    if not pdf.available():
        raise Http404
    context = page_of_release(request, interface_language(), slug)
    if context is None:
        return elsewhere(slug)
    text = context["text"]
    code = qr_data(address_of(request, text.code)) if text.code else ""
    page = render_to_string("site/release.html", {**context, "code_image": code}, request)
    try:
        drawn = pdf.pdf_of(page, request.build_absolute_uri(reverse("site:release", args=[slug])))
    except pdf.Busy:
        return HttpResponse(status=503, headers={"Retry-After": SOON})
    except ValueError as error:
        raise Http404 from error
    named = {"Content-Disposition": f'inline; filename="{slug}.pdf"'}
    return HttpResponse(drawn, content_type="application/pdf", headers=named)


def address_of(request: HttpRequest, code: str) -> str:
    return request.build_absolute_uri(reverse("site:proof", args=[code]))
