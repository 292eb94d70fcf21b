"""The names of what the audit trail tells of. Every room adds those of its own acts when it starts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

CREATED = "created"
CHANGED = "changed"
DELETED = "deleted"
ANNOUNCED = "announced"
MERGED = "merged"
LOGGED_IN = "logged_in"
LOGGED_OUT = "logged_out"
LOGIN_FAILED = "login_failed"
EXPORTED = "exported"

NAMES: dict[str, Any] = {
    CREATED: _("dibuat"),
    CHANGED: _("diubah"),
    DELETED: _("dihapus"),
    ANNOUNCED: _("dijadikan publik"),
    MERGED: _("digabungkan"),
    LOGGED_IN: _("masuk"),
    LOGGED_OUT: _("keluar"),
    LOGIN_FAILED: _("gagal masuk"),
    EXPORTED: _("diunduh"),
}


def add(names: Mapping[str, Any]) -> None:
    """Acts of another room, each with the words that the desk shows; for the `ready()` of its AppConfig."""
    NAMES.update(names)


def choices() -> list[tuple[str, Any]]:
    """All acts known by now. A callable, so that a new act needs no migration."""
    return list(NAMES.items())
