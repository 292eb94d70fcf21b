from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from pressroom.core.dates.days import interface_language
from pressroom.core.kept import kept_in_one_language
from pressroom.core.office import office

CONTACT = ("contact", "contact_email", "contact_phone", "contact_whatsapp", "contact_hours")


known_office = kept_in_one_language(office)


class Agency(dict):
    """`settings.AGENCY`, with the contact as the desk has it: read only where a page names it."""

    def __init__(self) -> None:
        super().__init__({name: said for name, said in settings.AGENCY.items() if name not in CONTACT})
        self.office = known_office

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
