"""A PostgreSQL server of our own: of a shared one nobody can tell whose work it did."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, int]]:
    """Start the server whose data lie in the folder, new where there are none: its address and process id."""
    if not (folder / "PG_VERSION").exists():
        folder.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        run("initdb", "-D", folder, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
    port = free_port()
    options = f"-p {port} -k '' -c listen_addresses=127.0.0.1"
    run("pg_ctl", "-D", folder, "-o", options, "-l", folder / "log", "-w", "start")
    try:
        yield f"postgres://postgres@127.0.0.1:{port}/postgres", postmaster(folder)
    finally:
        run("pg_ctl", "-D", folder, "-m", "fast", "-w", "stop")


def postmaster(folder: Path) -> int:
    return int((folder / "postmaster.pid").read_text().splitlines()[0])


def run(program: str, *arguments: object) -> None:
    """One of PostgreSQL's programs, which refuse to work for root."""
    found = Path(subprocess.check_output(["pg_config", "--bindir"], text=True).strip()) / program
    command = [str(found), *map(str, arguments)]
    if os.geteuid() == 0:
        command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", *command]
    subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
