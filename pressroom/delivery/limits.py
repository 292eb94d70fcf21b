"""Who may ask for a mail, and how often: the form sends mail to whatever address somebody types.

The form has no CSRF token. There is no session that a foreign page could ride on, and a token would bind
a page that everybody is served from the same cache to one visitor. What remains is refused here: forms on
foreign pages by what browsers say of where they stand, everything else by counting.
"""

from __future__ import annotations

import hashlib
from ipaddress import ip_address, ip_network
from urllib.parse import urlsplit

from django.core.cache import cache
from django.http import HttpRequest

from pressroom.core.origin import address_of

ASKED_AN_HOUR = 20
HOUR = 3600
SAME_SITE = ("same-origin", "none")


def from_here(request: HttpRequest) -> bool:
    """Whether the form stood on a page of ours, as far as the browser tells."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in SAME_SITE
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.get_host()


def too_often(request: HttpRequest) -> bool:
    """Count this request; whether its network has asked more than ASKED_AN_HOUR times within the hour."""
    key = f"delivery:asked:{network_of(address_of(request))}"
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key) > ASKED_AN_HOUR
    except ValueError:  # it ended between the two
        return False


def network_of(address: str) -> str:
    """A name for the network that asks, from which no address can be read; an IPv6 line has a whole /64."""
    if not address:
        return "nowhere"
    wide = ip_network((address, 64), strict=False) if ip_address(address).version == 6 else address
    return hashlib.sha256(str(wide).encode()).hexdigest()[:32]
