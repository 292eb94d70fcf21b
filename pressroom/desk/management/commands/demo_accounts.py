"""Accounts to look around with, for a database that nobody can log in to yet."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _

# Name of the account, and its role; the superuser has none.
ACCOUNTS = {
    "penulis": "Penulis",
    "penyunting": "Penyunting",
    "kepala": "Kepala",
    "mitra": "Pengelola Mitra",
    "administrator": "Administrator",
    "admin": None,
}


class Command(BaseCommand):
    help = "Make one account for every role and a superuser if nobody can log in; never in production."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION or User.objects.filter(is_active=True).exists():
            return
        with transaction.atomic():
            lines = [make_account(username, role) for username, role in ACCOUNTS.items()]
            path = write_secretly(settings.LOCAL_DIR / "demo-accounts.txt", "\n".join(lines) + "\n")
        self.stdout.write("\n".join(lines))
        self.stdout.write(_("Tersimpan di %s.") % path)


def make_account(username: str, role: str | None) -> str:
    """A new account, or an inactive one brought back, and the line that tells its password."""
    password = secrets.token_urlsafe(12)
    user = User.objects.filter(username=username).first() or User(username=username)
    user.is_active, user.is_staff, user.is_superuser = True, True, role is None
    user.set_password(password)
    user.save()
    user.groups.set(Group.objects.filter(name=role))
    return f"{username:<15}{password}"


def write_secretly(path: Path, text: str) -> Path:
    """Write a file that only its owner can ever read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.chmod(0o600)
    path.write_text(text)
    return path
