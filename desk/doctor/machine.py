"""Checks the machine: room on the disk, what the disk and the swap space keep readable, crashes, the clock."""

from __future__ import annotations

import ctypes
import os
import resource
from pathlib import Path
from typing import TYPE_CHECKING

from desk.doctor.findings import ok, skipped, warning, wrong
from desk.doctor.mounts import IN_MEMORY, NETWORK, is_locked, is_locked_swap, mount_of, unescaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.doctor.findings import Finding, Host

_MB = 1_000_000
_FULL, _LOW, _LOW_SHARE = 200 * _MB, 1_000 * _MB, 0.10
_TIME_ERROR, _UNSYNCHRONISED = 5, 0x0040  # adjtimex(2): the answer TIME_ERROR, and STA_UNSYNC in `status`


class _Timex(ctypes.Structure):
    """The beginning of adjtimex(2)'s `struct timex`, and room for the rest. All zero it asks and changes nothing."""

    _fields_ = (
        ("modes", ctypes.c_uint),
        ("offset", ctypes.c_long),
        ("frequency", ctypes.c_long),
        ("most_error", ctypes.c_long),
        ("likely_error", ctypes.c_long),
        ("status", ctypes.c_int),
        ("rest", ctypes.c_byte * 512),
    )


def room(host: Host) -> Iterator[Finding]:
    """There is room for more voices."""
    say, disk = host.say, os.statvfs(host.files.data)
    free, size = disk.f_bavail * disk.f_frsize, disk.f_blocks * disk.f_frsize
    if free < _FULL:
        yield wrong(say("doctor-room-full", free=_shown(free), size=_shown(size)), say("doctor-room-do"))
    elif free < _LOW or free < _LOW_SHARE * size:
        yield warning(say("doctor-room-low", free=_shown(free), size=_shown(size)), say("doctor-room-do"))
    else:
        yield ok(say("doctor-room-ok", free=_shown(free), size=_shown(size)))


def file_system(host: Host) -> Iterator[Finding]:
    """The data lies on a disk of this machine, where SQLite's files are safe."""
    say, mount = host.say, mount_of(host.files.data, host.root)
    if mount.kind in IN_MEMORY and not host.settings.demo:
        yield wrong(say("doctor-disk-memory"), say("doctor-disk-memory-do"))
    elif NETWORK.fullmatch(mount.kind):
        yield wrong(say("doctor-disk-network", kind=mount.kind), say("doctor-disk-network-do"))
    else:
        yield ok(say("doctor-disk-ok", kind=mount.kind))


def encryption(host: Host) -> Iterator[Finding]:
    """Whoever carries the disk away can't read it."""
    say = host.say
    if is_locked(host.files.data, host.root):
        yield ok(say("doctor-encryption-ok"))
    elif mount_of(host.files.data, host.root).kind == "zfs":
        yield warning(say("doctor-encryption-unknown"), say("doctor-encryption-zfs-do"))
    else:
        yield warning(say("doctor-encryption-unknown"), say("doctor-encryption-do"))


def swap(host: Host) -> Iterator[Finding]:
    """Words that are in memory for a moment are never written to a disk by Linux."""
    say, path = host.say, host.root / "proc" / "swaps"
    lines = path.read_text().splitlines()[1:] if path.exists() else []
    if not lines:
        yield ok(say("doctor-swap-off"))
    elif all(_is_locked_swap(line, host.root) for line in lines):
        yield ok(say("doctor-swap-ok"))
    else:
        yield warning(say("doctor-swap-open"), say("doctor-swap-open-do"))


def crashes(host: Host) -> Iterator[Finding]:
    """What a crashed program had in memory isn't kept."""
    say = host.say
    path = host.root / "proc" / "sys" / "kernel" / "core_pattern"
    handler = path.read_text().strip() if path.exists() else ""
    if handler.startswith("|") and not _keeps_nothing(handler, host.root):
        yield warning(say("doctor-cores-kept"), say("doctor-cores-kept-do"))
    elif handler and not handler.startswith("|") and resource.getrlimit(resource.RLIMIT_CORE)[0] != 0:
        yield warning(say("doctor-cores-written"), say("doctor-cores-written-do"))
    else:
        yield ok(say("doctor-cores-ok"))


def clock(host: Host) -> Iterator[Finding]:
    """The clock is kept right by a time server."""
    synchronised = _is_synchronised()
    if synchronised is None:
        yield skipped(host.say("doctor-clock-unknown"))
    elif synchronised:
        yield ok(host.say("doctor-clock-ok"))
    else:
        yield warning(host.say("doctor-clock-alone"), host.say("doctor-clock-alone-do"))


def _shown(size: int) -> str:
    return f"{size / 1000 / _MB:.1f} GB" if size >= _LOW else f"{size // _MB} MB"


def _is_locked_swap(line: str, root: Path) -> bool:
    name, kind, *_ = line.split()
    path = Path(unescaped(name))
    return is_locked(path.parent, root) if kind == "file" else is_locked_swap(path.resolve().name, root)


def _keeps_nothing(handler: str, root: Path) -> bool:
    """Tell whether what gets a crash's memory throws it away: /bin/false, or systemd told to (coredump.conf(5))."""
    if handler[1:].split(maxsplit=1)[0].endswith(("/false", "/true")):
        return True
    files = [root / "etc/systemd/coredump.conf", *sorted((root / "etc/systemd/coredump.conf.d").glob("*.conf"))]
    lines = [line.replace(" ", "") for file in files if file.exists() for line in file.read_text().splitlines()]
    storage = [line.partition("=")[2] for line in lines if line.startswith("Storage=")]
    return "systemd-coredump" in handler and storage[-1:] == ["none"]


def _is_synchronised() -> bool | None:
    """Ask Linux whether something keeps its clock right; None where it won't say."""
    asked = _Timex()
    try:
        state = ctypes.CDLL(None).adjtimex(ctypes.byref(asked))
    except AttributeError:
        return None
    if state < 0:
        return None
    return bool(state != _TIME_ERROR and not asked.status & _UNSYNCHRONISED)
