"""What the worker does for e-mail, a little at a time: it never runs on the path of a public page."""

from __future__ import annotations

from pressroom.delivery.digests import digest
from pressroom.delivery.pruning import prune
from pressroom.delivery.sending import send_due
from pressroom.delivery.signup import expire
from pressroom.delivery.spreading import spread


def work() -> bool:
    """Expire, prune, read the log, make digests, send; True where there is more to do at once.

    Digests wait until the log is spread, so that nothing is in one that was to be told at once.
    """
    expire()
    prune()
    more = spread() or digest()
    return send_due() or more
