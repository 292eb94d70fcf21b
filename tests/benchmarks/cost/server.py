"""The servers that are compared, each as it would be run: two processes, of one thread or of four."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from tests.benchmarks.cost.cluster import free_port

PROCESSES = 2
BIN = Path(sys.executable).parent
PATIENCE = 60  # seconds until it must answer


def gunicorn(application: str, port: int) -> list[str]:
    return [
        *(str(BIN / "gunicorn"), application, "--bind", f"127.0.0.1:{port}", "--worker-class", "gthread"),
        *("--workers", str(PROCESSES), "--threads", "4", "--log-level", "error"),
        "--no-control-socket",
    ]


def granian(application: str, port: int) -> list[str]:
    return [
        *(str(BIN / "granian"), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
        *("--workers", str(PROCESSES), "--blocking-threads", "1", "--no-ws", "--http", "1"),
        *("--log-level", "error", application),
    ]


SERVERS = {"granian": granian, "gunicorn": gunicorn}


@contextmanager
def serving(server: str, application: str, environment: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """The port and the process id of a server that answers; it is gone at the end."""
    port = free_port()
    process = subprocess.Popen(SERVERS[server](application, port), env={**os.environ, **environment})
    try:
        wait_for(port, process)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE and process.poll() is None:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request("GET", "/")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.2)
        else:
            return
        finally:
            connection.close()
    raise RuntimeError(f"The server does not answer: {process.args!r}")
