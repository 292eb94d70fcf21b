from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views import defaults


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for what does not exist; the same for what is not public yet, and in no other language."""
    return render(request, "404.html", {"addresses": {}}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """A page for people, a problem document (RFC 9457) for machines; neither needs what may be broken."""
    if not request.path.startswith("/api/"):
        return defaults.server_error(request)
    problem = {
        "type": "about:blank",
        "title": "Internal Server Error",
        "status": 500,
        "instance": request.path,
    }
    return JsonResponse(problem, status=500, content_type="application/problem+json")
