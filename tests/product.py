"""The product as its users have it: a deployment made by `care-voice init`, commands, and running processes."""

from __future__ import annotations

import itertools
import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 30.0
ON_DUTY = {"lead": "Jo Field", "deputy": "Alex Reed", "hours": "Monday to Friday, 9am to 5pm"}


@dataclass(frozen=True)
class Product:
    """A deployment of its own, with everything it said when it was made."""

    data: Path
    said: str

    @cached_property
    def mail_port(self) -> int:
        """Where the mail door listens."""
        return self._port("mail")

    @cached_property
    def lab_port(self) -> int:
        """Where the lab listens."""
        return self._port("lab")

    @cached_property
    def desk_port(self) -> int:
        """Where the moderators' pages listen."""
        return self._port("desk")

    def password(self, role: str) -> str:
        """Return what was shown once: the password of the first moderator or lab member."""
        found = re.search(rf"{role}.*?\b((?:[0-9a-z]{{4}}-){{3}}[0-9a-z]{{4}})\b", self.said, re.DOTALL)
        assert found
        return found[1]

    def command(self, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        """Run `care-voice ARGUMENTS` on this deployment, with `typed` as its standard input."""
        return subprocess.run(
            [*_base(self.data), *arguments], input=typed, capture_output=True, text=True, check=False, timeout=PATIENCE
        )

    @contextmanager
    def running(self, command: str, output: Path | None = None) -> Iterator[subprocess.Popen[bytes]]:
        """Run `care-voice COMMAND` until the block ends; it takes mail, or answers requests, when this starts."""
        said = output or self.data.with_name(f"{command}.said")
        with said.open("ab") as sink:
            process = subprocess.Popen([*_base(self.data), command], stdout=sink, stderr=sink)
        try:
            alone = {"doors": [self.mail_port], "desk": [self.desk_port], "lab": [self.lab_port]}
            for port in alone.get(command, [self.mail_port, self.desk_port, self.lab_port]):
                wait_for(port, process, said)
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE)

    def _port(self, section: str) -> int:
        text = (self.data / "care-voice.toml").read_text()
        found = re.search(rf"^\[{section}\]$.*?^port = (\d+)", text, re.MULTILINE | re.DOTALL)
        assert found
        return int(found[1])


def make_product(folder: Path, changes: dict[str, str]) -> Product:
    """Make a real deployment on free ports; `changes` gives text of its care-voice.toml and what to put there."""
    data = folder / "data"
    made = subprocess.run([*_base(data), "init"], check=True, capture_output=True, text=True, timeout=PATIENCE)
    path = data / "care-voice.toml"
    text = path.read_text()
    ports = {f"port = {port}": f"port = {free_port()}" for port in (8025, 8001, 8002)}
    for old, new in (ports | changes).items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text)
    name_a_lead(path)
    return Product(data, made.stdout)


def name_a_lead(path: Path) -> None:
    """Write into a care-voice.toml who is there for people at risk: nothing opens without.

    Passwords open the desk alone; tests/desk/test_pages_steps.py is about the steps that follow them else.
    """
    text = path.read_text()
    for name in ("codes", "own_password"):
        assert text.count(f"\n{name} = true") == 1
        text = text.replace(f"\n{name} = true", f"\n{name} = false")
    for name, there in ON_DUTY.items():
        text = text.replace(f'{name} = ""', f'{name} = "{there}"', 1)
    path.write_text(text)


def make_quiet_product(folder: Path) -> Product:
    """Make a deployment that sends no thanks."""
    return make_product(folder, {"acknowledge = true": "acknowledge = false"})


def with_relay(port: int) -> dict[str, str]:
    """Return the changes that send thanks through a relay on this machine."""
    return {'host = ""': 'host = "127.0.0.1"', "port = 587": f"port = {port}", 'tls = "starttls"': 'tls = "none"'}


_WORKERS, _EACH = 10, 2_000  # tests run beside each other: each process has ports that no other one takes
_worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % _WORKERS
_ports = itertools.count(os.getpid() * 20)  # two runs on one machine begin at different ones


def free_port() -> int:
    """Return a port of loopback that nobody listens on, below those that Linux hands out to whoever asks for any."""
    for number in _ports:
        port = 10_000 + _worker * _EACH + number % _EACH
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise AssertionError("the ports never end")


def wait_for(port: int, process: subprocess.Popen[Any], said: Path | None = None) -> None:
    """Wait until a process takes connections; fail, with the last that it `said`, if it ends before."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert process.poll() is None, f"the process ended: {said.read_text()[-2000:] if said else ''}"
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.01)
    raise TimeoutError(port)


def _base(data: Path) -> list[str]:
    return [sys.executable, "-P", "-m", "desk", "--data", str(data)]
