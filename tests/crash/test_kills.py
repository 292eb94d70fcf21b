"""Who is killed while writing leaves nothing half done, and loses nothing (`make proofs` kills 200 times)."""

import subprocess
import sys

KILLS = 12
PATIENCE = 300


def test_the_record_is_whole_after_each_of_some_kills_at_random_points() -> None:
    program = [sys.executable, "-m", "tests.crash.kills", str(KILLS)]
    done = subprocess.run(program, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
