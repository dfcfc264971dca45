"""Checks the ports: our own processes listen there, on this machine only; or nobody does while we don't run."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.doctor.findings import ok, wrong
from desk.doctor.processes import processes, sockets_of
from desk.service import programs_of
from desk.telegram_notes import TelegramNotes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desk.doctor.findings import Finding, Host
    from desk.doctor.processes import Process

_LISTENS = "0A"  # proc(5), /proc/net/tcp


@dataclass(frozen=True, slots=True)
class _Listener:
    address: ipaddress.IPv4Address | ipaddress.IPv6Address
    port: int
    uid: int
    inode: int


def ports(host: Host) -> Iterator[Finding]:
    """Each program of the service listens where the settings say, or nobody does."""
    ours = processes(host.files.data, host.root)
    listeners = [*_listeners(host.root)]
    for program in programs_of(host.settings, host.files, "info"):
        named, port = program.address
        there = [one for one in listeners if one.port == port and (_is_in_the_way(one) or str(one.address) == named)]
        yield _judged(host, program.name, program.address, there, ours)
    if _takes_posts(host):
        address = "127.0.0.1", host.settings.telegram.webhook_port
        there = [one for one in listeners if one.port == address[1] and _is_in_the_way(one)]
        yield _judged(host, "doors", address, there, ours, shown="webhook")


def _takes_posts(host: Host) -> bool:
    """Tell whether Telegram posts to the doors: there is a token, or the door says that it is open."""
    its = host.settings.telegram
    known = bool(its.token.get_secret_value()) or TelegramNotes(host.files.data).is_open()
    return its.mode == "webhook" and known


def _judged(
    host: Host, name: str, address: tuple[str, int], there: list[_Listener], ours: list[Process], *, shown: str = ""
) -> Finding:
    say, port = host.say, str(address[1])
    shown = say(f"doctor-program-{shown or name}")
    if not there:
        if any(process.role in ("run", name) for process in ours):
            return wrong(say("doctor-port-silent", name=shown, port=port), say("doctor-port-silent-do"))
        return ok(say("doctor-port-free", name=shown, port=port))
    strangers = [one for one in there if not any(p.role == name and _holds(p, one, host.root) for p in ours)]
    if strangers:
        return wrong(say("doctor-port-taken", name=shown, port=port), say("doctor-port-taken-do", port=port))
    if not all(one.address.is_loopback for one in there) and not _may_be_open(host, address):
        return wrong(say("doctor-port-open", name=shown, port=port), say("doctor-port-open-do"))
    if not all(one.address.is_loopback for one in there):
        return ok(say("doctor-port-locked", name=shown, port=port))
    return ok(say("doctor-port-ours", name=shown, port=port))


def _may_be_open(host: Host, address: tuple[str, int]) -> bool:
    """Tell whether other machines may reach a port: the mail door's, once it speaks TLS."""
    return address == (host.settings.mail.host, host.settings.mail.port) and bool(host.settings.mail.certificate)


def _holds(process: Process, listener: _Listener, root: Path) -> bool:
    """Tell whether a socket is a process's; where we may not look, its user has to do."""
    sockets = sockets_of(process, root)
    return listener.inode in sockets if sockets is not None else listener.uid == process.uid


def _is_in_the_way(listener: _Listener) -> bool:
    """Tell whether it takes what is sent to this machine itself."""
    return listener.address.is_loopback or listener.address.is_unspecified


def _listeners(root: Path) -> Iterator[_Listener]:
    for table in ("tcp", "tcp6"):
        path = root / "proc" / "net" / table
        for line in path.read_text().splitlines()[1:] if path.exists() else ():
            _, local, _, state, _, _, _, uid, _, inode, *_ = line.split()
            if state == _LISTENS:
                address, port = local.split(":")
                yield _Listener(_address(address), int(port, 16), int(uid), int(inode))


def _address(written: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """Read an address as the kernel writes it: words of four bytes, each in the machine's own order."""
    words = [bytes.fromhex(written[at : at + 8])[::-1] for at in range(0, len(written), 8)]
    return ipaddress.ip_address(b"".join(words))
