"""Checks the running service: that it runs, that its logs are quiet and its memory is closed. Asks Linux only."""

from __future__ import annotations

import re
import stat
import time
from contextlib import suppress
from shlex import quote
from typing import TYPE_CHECKING

from desk.doctor.findings import ok, skipped, warning, wrong
from desk.doctor.processes import processes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desk.doctor.findings import Finding, Host
    from desk.doctor.processes import Process

_WITH_WORDS = ("doors", "child")  # the processes in whose memory raw words are
_STDOUT, _STDERR = 1, 2
_STARTING = 3.0  # seconds
_JOURNALS = ("var/log/journal/*/*.journal", "run/log/journal/*/*.journal")


def running(host: Host) -> Iterator[Finding]:
    """The service runs, under a user of its own."""
    say = host.say
    ours = [process for process in processes(host.files.data, host.root) if process.role in ("run", "doors")]
    if not ours and host.settings.demo:
        yield skipped(say("doctor-not-running"))
    elif not ours:
        yield warning(say("doctor-not-running"), say("doctor-not-running-do", command=host.command))
    elif any(process.uid == 0 for process in ours) and not host.settings.demo:
        yield warning(say("doctor-runs-as-root"), say("doctor-runs-as-root-do"))
    else:
        yield ok(say("doctor-running"))


def logs(host: Host) -> Iterator[Finding]:
    """The logs tell no more than they have to, and not to everybody on this machine."""
    say, ours = host.say, processes(host.files.data, host.root)
    found = [*_too_loud(host, ours), *_open_logs(host, ours)]
    yield from found
    if not found:
        yield ok(say("doctor-logs-ok")) if ours else skipped(say("doctor-logs-later"))


def memory(host: Host) -> Iterator[Finding]:
    """Nobody can look into the processes that hold people's words, and no crash writes them out."""
    say = host.say
    ours = [process for process in processes(host.files.data, host.root) if process.role in _WITH_WORDS]
    if not ours:
        yield skipped(say("doctor-memory-later"))
    elif _are_closed(ours, host.root):
        yield ok(say("doctor-memory-ok"))
    else:
        yield wrong(say("doctor-memory-open"), say("doctor-memory-open-do"))


def _too_loud(host: Host, ours: list[Process]) -> Iterator[Finding]:
    if any(process.level == "debug" for process in ours):
        yield warning(host.say("doctor-logs-debug"), host.say("doctor-logs-debug-do"))


def _open_logs(host: Host, ours: list[Process]) -> Iterator[Finding]:
    for path in sorted({path for process in ours for path in _logs_of(process, host.root)}):
        if stat.S_IMODE(path.stat().st_mode) & stat.S_IROTH:
            yield warning(
                host.say("doctor-logs-open", name=path.name), host.say("doctor-logs-open-do", path=quote(str(path)))
            )


def _logs_of(process: Process, root: Path) -> Iterator[Path]:
    """Give the files that a process's output goes to, as far as we may look."""
    for number in (_STDOUT, _STDERR):
        with suppress(OSError):
            handle = root / "proc" / str(process.pid) / "fd" / str(number)
            kind, path = handle.stat().st_mode, handle.readlink()
            if stat.S_ISREG(kind) and path.exists():
                yield path
            elif stat.S_ISSOCK(kind):  # journald's
                yield from (file for pattern in _JOURNALS for file in root.glob(pattern))


def _are_closed(ours: list[Process], root: Path) -> bool:
    """Tell whether all have closed their memory; one that has only just started may take a moment to."""
    open_still = [process for process in ours if not _is_closed(process, root)]
    if open_still:
        time.sleep(_STARTING)
    return all(_is_closed(process, root) for process in open_still if (root / "proc" / str(process.pid)).exists())


def _is_closed(process: Process, root: Path) -> bool:
    """Tell whether a process closed its memory: it then leaves no core, and its files in /proc belong to root."""
    folder = root / "proc" / str(process.pid)
    limit = re.search(r"^Max core file size\s+(\d+|unlimited)", (folder / "limits").read_text(), re.MULTILINE)
    owner = (folder / "environ").stat().st_uid
    return bool(limit and limit[1] == "0") and (process.uid == 0 or owner == 0)
