"""Contacts as links: whoever taps a number calls it, whoever taps an address writes to it."""

from __future__ import annotations

import re

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

HOME_PREFIX = "+62"
# WhatsApp is what the words before a number say it is: "WA 0812…", "WhatsApp: +62 812…". Office hours such as
# "08.00-16.00" and dates such as "01-02-2026" are no numbers.
REACHED = re.compile(
    r"(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<app>\b(?:WA|WhatsApp)\b[\s:./]*)?(?<!\d)(?<!\d[.:])(?!\d\d[.:]\d\d\s*-|\d\d[./-]\d\d[./-]\d{4})"
    r"(?P<number>\(?(?:\+\d|0)[\d\s().-]{6,18}\d)",
    re.IGNORECASE,
)


def reachable(contact: str) -> SafeString:
    """The words of a contact, line by line, with a link on every mail address and telephone number."""
    parts, end = [], 0
    for found in REACHED.finditer(contact):
        parts += [escape(contact[end : found.start()]), linked(found)]
        end = found.end()
    return mark_safe("".join([*parts, escape(contact[end:])]).replace("\n", "<br>"))


def linked(found: re.Match[str]) -> SafeString:
    if mail := found["mail"]:
        return format_html('<a href="mailto:{0}">{0}</a>', mail)
    address = whatsapp(found["number"]) if found["app"] else telephone(found["number"])
    return format_html('<a href="{}">{}</a>', address, found[0])


def telephone(number: str) -> str:
    """Such as "tel:+62215551234" for "(021) 555-1234"; numbers without a country are Indonesian."""
    return f"tel:{international(number)}"


def whatsapp(number: str) -> str:
    return f"https://wa.me/{international(number).removeprefix('+')}"


def international(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    if number.strip(" (").startswith("+"):
        return f"+{digits}"
    return HOME_PREFIX + digits.removeprefix("0")
