"""An administrator who proves the way to the safeguarding lead's mailbox, and the mailbox: a relay of ours."""

from __future__ import annotations

import asyncio
import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.relay import Relay

MAILBOX = "lead@council.example"


def with_mailbox(port: int) -> dict[str, str]:
    """Return the changes to care-voice.toml that name a mailbox, behind a relay on this machine."""
    return {
        'host = ""': 'host = "127.0.0.1"',
        "port = 587": f"port = {port}",
        'tls = "starttls"': 'tls = "none"',
        'mailbox = ""': f'mailbox = "{MAILBOX}"',
    }


async def prove(data: Path, relay: Relay, number: str | None = None) -> tuple[int, str]:
    """Run `care-voice contact test`; type the number of the mail that arrives, or another. Return status and output."""
    command = (sys.executable, "-m", "desk", "--data", str(data), "contact", "test")
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.STDOUT)
    typed = number or await _number(relay, len(relay.letters) + 1)
    said, _ = await process.communicate(f"{typed}\n{typed}\n{typed}\n".encode())
    assert process.returncode is not None
    return process.returncode, said.decode()


async def _number(relay: Relay, letter: int) -> str:
    found = re.search(r"\b\d{6}\b", (await relay.letter(letter, 20.0)).text)
    assert found
    return found[0]
