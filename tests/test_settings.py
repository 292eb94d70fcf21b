"""How the house starts: without any setting in development, and not at all half-configured in production."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

COMPLETE = {
    "PRESSROOM_MODE": "production",
    "SECRET_KEY": "panjang-dan-acak-" * 4,
    "ALLOWED_HOSTS": "pers.example.go.id",
    "DATABASE_URL": "sqlite:///:memory:",
}


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    bare = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env={**bare, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_passes_the_deployment_check() -> None:
    checked = manage("check", "--deploy", "--fail-level", "WARNING", **COMPLETE)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_production_refuses_to_start_without(name: str) -> None:
    refused = manage("check", **{key: value for key, value in COMPLETE.items() if key != name})
    assert refused.returncode != 0
    assert (
        refused.stderr.strip()
        .splitlines()[-1]
        .endswith(f"Production needs the environment variable {name}; set it and start again.")
    )


def test_an_unknown_mode_is_refused() -> None:
    refused = manage("check", PRESSROOM_MODE="staging")
    assert "PRESSROOM_MODE must be development or production, not 'staging'." in refused.stderr


def test_production_never_debugs() -> None:
    shown = manage(
        "shell", "-v0", "-c", "from django.conf import settings; print(settings.DEBUG)", DEBUG="1", **COMPLETE
    )
    assert shown.stdout.strip() == "False"


@pytest.mark.parametrize("mode", [COMPLETE, {}], ids=["production", "development"])
def test_errors_are_written_where_the_house_writes_everything_without_tokens(mode: dict[str, str]) -> None:
    told = "import logging; logging.getLogger('django.request').error('Gagal: /pratinjau/rahasia')"
    written = manage("shell", "-v0", "-c", told, **mode)
    assert written.stderr.strip() == "Gagal: /pratinjau/•••"


def test_lock_files_name_no_download_host() -> None:
    locks = list((Path(settings.BASE_DIR) / "requirements").glob("*.txt"))
    assert len(locks) >= 3
    assert not [lock.name for lock in locks if "://" in lock.read_text()]
