"""The processor time of a program with all that it has started, living or gone."""

from __future__ import annotations

import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def seconds(*roots: int) -> float:
    """User and system time of these processes and of everything below them, in seconds."""
    table = processes()
    return sum(spent(root, table) for root in roots) / TICKS


def spent(pid: int, table: dict[int, tuple[int, int, int]]) -> int:
    """Ticks of a process, of its children that it has buried, and of those that live."""
    _parent, own, buried = table.get(pid, (0, 0, 0))
    children = [child for child, (parent, _own, _buried) in table.items() if parent == pid]
    return own + buried + sum(spent(child, table) for child in children)


def processes() -> dict[int, tuple[int, int, int]]:
    """By process id: its parent, its own ticks, and those of its buried children; see proc(5)."""
    found = {}
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            try:
                fields = (path / "stat").read_text().rpartition(")")[2].split()
            except OSError:  # it has just ended
                continue
            found[int(path.name)] = (
                int(fields[1]),
                int(fields[11]) + int(fields[12]),
                int(fields[13]) + int(fields[14]),
            )
    return found
