"""What processes take of this machine's memory."""

from __future__ import annotations

import re
from pathlib import Path


def proportional_set_size(pid: int) -> dict[str, float]:
    """Return megabytes (PSS) of a process and all its descendants, by command."""
    return {f"{name} ({member})": _pss(member) for member, name in _family(pid)}


def _family(pid: int) -> list[tuple[int, str]]:
    family = [(pid, _name(pid))]
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        family += _family(int(child))
    return family


def _name(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_bytes().rstrip(b"\0").rpartition(b"\0")[2].decode()


def _pss(pid: int) -> float:
    found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    assert found
    return int(found[1]) / 1024
