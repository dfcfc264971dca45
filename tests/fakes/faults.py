"""What can go wrong between us and a server that speaks HTTP, to be asked for by a test."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import asyncio


@dataclass(frozen=True, slots=True)
class Fault:
    """One answer that goes wrong.

    `effect`: what was asked for happens all the same. `answer`: how much of an answer there is; `status` and `body`
    stand in for the true one. `until`: the answer waits for it.
    """

    status: int = 200
    body: bytes = b""
    effect: bool = False
    answer: Literal["whole", "half", "none"] = "whole"
    until: asyncio.Event | None = None


def too_many(seconds: int) -> Fault:
    """Ask us to come back later."""
    said = {"ok": False, "error_code": 429, "description": f"Too Many Requests: retry after {seconds}"}
    return Fault(429, json.dumps(said | {"parameters": {"retry_after": seconds}}).encode())


def broken(status: int = 502) -> Fault:
    """Answer as a server that is down for the moment."""
    return Fault(status, b"<html><h1>Bad Gateway</h1></html>")


def refused(status: int, description: str) -> Fault:
    """Say no, as the Bot API says it."""
    return Fault(status, json.dumps({"ok": False, "error_code": status, "description": description}).encode())


def dropped() -> Fault:
    """Hang up before anything happened."""
    return Fault(answer="none")


def lost() -> Fault:
    """Do what was asked for, and hang up without an answer."""
    return Fault(effect=True, answer="none")


def half() -> Fault:
    """Do what was asked for, and hang up in the middle of the answer."""
    return Fault(effect=True, answer="half")


def held(until: asyncio.Event) -> Fault:
    """Do what was asked for, and answer only when told to."""
    return Fault(effect=True, until=until)
