"""Somebody who runs `care-voice doctor` and reads what it finds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desk.settings import FILE, SECRETS
from tests.product import free_port

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk.at_desk import Desk


def found(desk: Desk, check: str) -> list[tuple[str, str]]:
    """Run the doctor; return (verdict, what) of all that one check found."""
    return found_in(desk.run("doctor", "--json").stdout, check)


def found_in(written: str, check: str) -> list[tuple[str, str]]:
    """Return (verdict, what) of all that one check found, out of what the doctor wrote for monitoring."""
    findings = json.loads(written)["findings"]
    return [(one["verdict"], one["what"]) for one in findings if one["check"] == check]


def verdict(desk: Desk, check: str) -> str:
    """Run the doctor; return the one verdict of a check."""
    ((one, _),) = found(desk, check)
    return one


def change(desk: Desk, *changes: tuple[str, str]) -> None:
    """Edit care-voice.toml as an administrator does."""
    path = desk.files.data / FILE
    text = path.read_text()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text)


def own_ports(desk: Desk) -> None:
    """Give a deployment ports that nobody else has: some other one may run on this machine."""
    change(desk, *((f"port = {port}", f"port = {free_port()}") for port in (8025, 8001, 8002)))


def give_secrets(desk: Desk, text: str, mode: int = 0o600) -> Path:
    """Write secrets.toml."""
    path = desk.files.data / SECRETS
    path.write_text(text)
    path.chmod(mode)
    return path
