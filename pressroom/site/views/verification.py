"""Is this release genuine? Asked by whoever holds a printed or forwarded copy."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from pressroom.core.dates.days import interface_language
from pressroom.site.verification import LONGEST, as_printed, verify


@require_safe
def verification(request: HttpRequest) -> HttpResponse:
    """The form; a code typed into it leads to the page of that code."""
    typed = request.GET.get("kode", "").strip()
    if not typed:
        return render(request, "site/verification.html", {"longest": LONGEST})
    code = as_printed(typed)
    return redirect("site:proof", code) if code else unknown(request, typed)


@require_safe
def proof(request: HttpRequest, code: str) -> HttpResponse:
    """What became of the copy with this code, under one address however the code was typed."""
    printed = as_printed(code)
    if printed is None:
        return unknown(request, code)
    if printed != code:
        return redirect("site:proof", printed)
    verdict = verify(printed, interface_language())
    if verdict is None:
        return unknown(request, code)
    return render(request, "site/proof.html", {"verdict": verdict})


def unknown(request: HttpRequest, typed: str) -> HttpResponse:
    """The same page for a code that never was and for one whose moment has not come."""
    context = {"typed": typed.replace("\0", "")[:LONGEST], "longest": LONGEST}
    return render(request, "site/verification.html", context, status=404)
