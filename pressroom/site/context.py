from __future__ import annotations

from functools import cache

from django.conf import settings
from django.http import HttpRequest

from pressroom.core.dates.days import interface_language
from pressroom.core.office import office

CONTACT = ("contact", "contact_email", "contact_phone", "contact_whatsapp", "contact_hours")


class Agency(dict):
    """`settings.AGENCY`, with the contact as the desk has it: read once, and only where a page names it."""

    def __init__(self) -> None:
        super().__init__({name: said for name, said in settings.AGENCY.items() if name not in CONTACT})
        self.office = cache(office)

    def __missing__(self, name: str) -> str:
        if name not in CONTACT:
            raise KeyError(name)
        row = self.office()
        hours = row.hours_en if interface_language() == "en" else row.hours
        found = (row.contact, row.email, row.phone, row.whatsapp, hours or row.hours)
        return dict(zip(CONTACT, found, strict=True))[name]


def agency(request: HttpRequest) -> dict:
    """Who speaks here, for every template: `agency`, and `office` with all that the desk keeps of it."""
    known = Agency()
    return {"agency": known, "office": known.office}
