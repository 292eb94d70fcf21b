"""Whether outside addresses still answer: asked when an editor wants to know, remembered for the checklist.

Nothing here reaches into our own network: every host, also after a redirect, is resolved once, refused unless
all its addresses are public, and then asked at the address that was judged.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, wait
from http.client import HTTPConnection, HTTPException
from typing import NamedTuple
from urllib.parse import SplitResult, urldefrag, urljoin, urlsplit

from django.utils import timezone
from django.utils.encoding import iri_to_uri

from articles.models import LinkCheck
from articles.models.link_checks import LONGEST

LIMIT = 20  # addresses a check
WORKERS = 4
TIMEOUT = 3.0  # seconds that a host may stay silent
DEADLINE = 20.0  # seconds a check
HOPS = 3  # redirects that are followed
NAT64 = ipaddress.ip_network("64:ff9b::/96")
PORTS = {"http": 80, "https": 443}
REDIRECTS = frozenset({301, 302, 303, 307, 308})
# The page is there, but not for a robot.
NOT_FOR_ROBOTS = frozenset({401, 403, 429})
HEADERS = {"User-Agent": "pressroom link check", "Accept": "*/*", "Connection": "close"}

MayAsk = Callable[[str], bool]


class Answer(NamedTuple):
    problem: str = ""
    status: int | None = None


class PrivateAddress(Exception):
    """The host is, or may be, inside our own network."""


def known_as(url: str) -> str:
    """The form under which an address is asked and remembered."""
    return iri_to_uri(urldefrag(url).url)


def remembered(urls: Iterable[str]) -> dict[str, LinkCheck]:
    """The last check of each of these addresses that ever had one."""
    known = {url: known_as(url) for url in urls}
    checks = LinkCheck.objects.in_bulk(set(known.values()))
    return {url: checks[key] for url, key in known.items() if key in checks}


def is_public_address(address: str) -> bool:
    ip = unwrapped(address)
    return ip.is_global and not ip.is_multicast


def unwrapped(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """The address, or the IPv4 one that it stands for."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv4Address):
        return ip
    return ipaddress.IPv4Address(ip.packed[-4:]) if ip in NAT64 else ip.ipv4_mapped or ip.sixtofour or ip


def check(urls: Iterable[str], *, may_ask: MayAsk = is_public_address) -> list[LinkCheck]:
    """Ask up to LIMIT of the addresses, those longest unasked first, and remember what they answered.

    Takes up to DEADLINE seconds, so call it outside any transaction and lock. `may_ask` judges the IP
    addresses that may be connected to.
    """
    answers = ask_all(due(urls), may_ask)
    now = timezone.now()
    checks = [LinkCheck(url=url, checked_at=now, **answer._asdict()) for url, answer in answers.items()]
    return LinkCheck.objects.bulk_create(
        checks,
        update_conflicts=True,
        unique_fields=["url"],
        update_fields=["checked_at", "status", "problem"],
    )


def due(urls: Iterable[str]) -> list[str]:
    wanted = [url for url in dict.fromkeys(map(known_as, urls)) if len(url) <= LONGEST]
    checked = {url: row.checked_at for url, row in LinkCheck.objects.in_bulk(wanted).items()}
    return sorted(wanted, key=lambda url: checked[url].timestamp() if url in checked else 0)[:LIMIT]


def ask_all(urls: list[str], may_ask: MayAsk) -> dict[str, Answer]:
    """The answers of all that could be asked in time; who was asked and is still thinking is silent."""
    pool = ThreadPoolExecutor(WORKERS)
    asked = {url: pool.submit(ask, url, may_ask) for url in urls}
    done = wait(asked.values(), timeout=DEADLINE).done
    pool.shutdown(wait=False, cancel_futures=True)
    silent = Answer(LinkCheck.Problem.SILENT)
    return {
        url: future.result() if future in done else silent
        for url, future in asked.items()
        if not future.cancelled()
    }


def ask(url: str, may_ask: MayAsk) -> Answer:
    """What the address answers in the end, its redirects followed."""
    try:
        for _hop in range(HOPS + 1):
            status, location = response_to(url, may_ask)
            if status not in REDIRECTS or not location:
                broken = status >= 400 and status not in NOT_FOR_ROBOTS
                return Answer(LinkCheck.Problem.ERROR if broken else "", status)
            url = known_as(urljoin(url, location))
    except PrivateAddress:
        return Answer(LinkCheck.Problem.PRIVATE)
    except (OSError, HTTPException, ValueError):
        return Answer(LinkCheck.Problem.SILENT)
    return Answer(LinkCheck.Problem.ERROR, status)


def response_to(url: str, may_ask: MayAsk) -> tuple[int, str | None]:
    """Status and Location; hosts that do not like to be asked for the head only are asked for the page."""
    status, location = request("HEAD", url, may_ask)
    return request("GET", url, may_ask) if status >= 400 else (status, location)


def request(method: str, url: str, may_ask: MayAsk) -> tuple[int, str | None]:
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ValueError(url)
    connection = HTTPConnection(parts.hostname, parts.port or PORTS[parts.scheme], timeout=TIMEOUT)
    connection.default_port = PORTS[parts.scheme]  # what the Host header leaves out
    connection.sock = connected(parts, may_ask)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request(method, target, headers=HEADERS)
        response = connection.getresponse()
        return response.status, response.headers["Location"]
    finally:
        connection.close()


def connected(parts: SplitResult, may_ask: MayAsk) -> socket.socket:
    """A connection to an address that was judged; the name is not resolved again behind the judge's back."""
    host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    addresses = [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not all(map(may_ask, addresses)):
        raise PrivateAddress(host)
    connection = socket.create_connection((addresses[0], port), timeout=TIMEOUT)
    if parts.scheme == "http":
        return connection
    try:
        return ssl.create_default_context().wrap_socket(connection, server_hostname=host)
    except BaseException:
        connection.close()
        raise
