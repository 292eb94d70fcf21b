"""Releases appear to the second, everywhere at once, with no worker (`make proofs` runs it alone)."""

import subprocess
import sys

PATIENCE = 300
DUE = 30


def test_releases_due_at_once_are_seen_by_nobody_before_and_by_everybody_after() -> None:
    program = [sys.executable, "-m", "tests.concurrency.second", str(DUE)]
    done = subprocess.run(program, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
