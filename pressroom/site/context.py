from django.conf import settings
from django.http import HttpRequest


def agency(request: HttpRequest) -> dict:
    """Who speaks here, for every template."""
    return {"agency": settings.AGENCY}
