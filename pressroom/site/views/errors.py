from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for what does not exist; the same for what is not public yet, and in no other language."""
    return render(request, "404.html", {"addresses": {}}, status=404)
