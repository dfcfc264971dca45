"""Real Postfixes on loopback, each with files, processes and ports of its own. They need root, as Postfix does."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.product import PATIENCE, free_port

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DEPLOY = Path(__file__).resolve().parents[2] / "docs" / "deploy"
SENDER = """\
compatibility_level = 3.6
myhostname = mail.charity.example
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
relayhost = [127.0.0.1]:{front}
local_recipient_maps =
alias_maps =
smtp_tls_security_level = encrypt
smtp_destination_concurrency_limit = 5
minimal_backoff_time = 1s
maximal_backoff_time = 2s
queue_run_delay = 1s
transport_retry_time = 1s
maillog_file = /dev/stdout
"""
SENDER_PROGRAMS = """\
127.0.0.1:{port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 1 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
smtp unix - - n - - smtp
retry unix - - n - - error
error unix - - n - - error
tlsmgr unix - - n 1000? 1 tlsmgr
anvil unix - - n - 1 anvil
proxymap unix - - n - - proxymap
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


def need_postfix() -> None:
    """Skip a test where there is no Postfix, or no right to start one."""
    if shutil.which("postfix") is None or os.getuid():
        pytest.skip("a real Postfix needs its Debian package and root")


@contextmanager
def open_folder() -> Iterator[Path]:
    """Give a folder that Postfix's own user can get into, and remove it afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


class Postfix:
    """One Postfix in a folder. What it logs goes through the commands of `behind`, and then to the file `log`."""

    def __init__(self, folder: Path, main: str, master: str, port: int) -> None:
        self.folder = folder
        self.port = port
        self.log = folder / "log"
        self.queue = folder / "queue"
        self._settings = folder / "settings"
        for made in (self._settings, self.queue, folder / "data"):
            made.mkdir(parents=True)
        folder.chmod(0o755)
        user = pwd.getpwnam("postfix")
        os.chown(folder / "data", user.pw_uid, user.pw_gid)
        own = f"queue_directory = {self.queue}\ndata_directory = {folder / 'data'}\n"
        (self._settings / "main.cf").write_text(main + own)
        (self._settings / "master.cf").write_text(master)

    @contextmanager
    def running(self, *, behind: tuple[str, ...] = ("cat",), before: tuple[str, ...] = ()) -> Iterator[None]:
        """Run it until the block ends. `before` is put before its command, as strace is."""
        with self.log.open("ab") as sink:
            filtered = subprocess.Popen(behind, stdin=subprocess.PIPE, stdout=sink, stderr=sink)
            started = subprocess.Popen([*before, *self._command("start-fg")], stdout=filtered.stdin, stderr=sink)
            assert filtered.stdin
            filtered.stdin.close()
            try:
                self._wait(started)
                yield
            finally:
                subprocess.run(self._command("stop"), check=False, timeout=PATIENCE)
                started.wait(PATIENCE)
                filtered.wait(PATIENCE)

    def waiting(self) -> int:
        """Count the mails in the queue."""
        folders = [self.queue / name for name in ("maildrop", "incoming", "active", "deferred")]
        return sum(path.is_file() for folder in folders for path in folder.rglob("*"))

    def _command(self, what: str) -> list[str]:
        return ["postfix", "-c", str(self._settings), what]

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + 2 * PATIENCE
        while time.monotonic() < deadline:
            assert process.poll() is None, self.log.read_text()
            with socket.socket() as client:
                if client.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise TimeoutError(self.port)


def front(folder: Path, door: int, certificate: tuple[Path, Path], changes: Mapping[str, str] | None = None) -> Postfix:
    """Make the Postfix of docs/deploy, changed in what a test must have its own of: names, ports and folders."""
    port = free_port()
    key, chain = certificate
    main = changed(
        (DEPLOY / "postfix" / "main.cf").read_text("utf-8"),
        {
            "= /etc/postfix/mx.key, /etc/postfix/mx.pem": f"= {key}, {chain}",
            "inet_interfaces = all": "inet_interfaces = 127.0.0.1",
            "inet_protocols = all": "inet_protocols = ipv4",
            "smtpd_proxy_filter = 127.0.0.1:8025": f"smtpd_proxy_filter = 127.0.0.1:{door}",
            **(changes or {}),
        },
    )
    master = (DEPLOY / "postfix" / "master.cf").read_text("utf-8")
    master = changed(master, {"smtp       inet ": f"127.0.0.1:{port} inet "})
    return Postfix(folder, main, unjailed(master), port)


def unjailed(master: str) -> str:
    """Return a master.cf without chroot: the jail is made by Debian's start scripts, which need systemd."""
    return "\n".join(_unjailed(line.split()) or line for line in master.splitlines())


def _unjailed(row: list[str]) -> str:
    is_program = len(row) > 7 and row[1] in {"inet", "unix", "unix-dgram"} and not row[0].startswith("#")
    return " ".join([*row[:4], "n", *row[5:]]) if is_program else ""


def sender(folder: Path, front_port: int) -> Postfix:
    """Make a mail server as those who write to us have one: it has a queue, and tries again."""
    port = free_port()
    return Postfix(folder, SENDER.format(front=front_port), SENDER_PROGRAMS.format(port=port), port)


def quiet_log() -> tuple[str, ...]:
    """Return the command that the front's log goes through."""
    return sys.executable, str(DEPLOY / "postfix" / "quiet-log.py")


def changed(text: str, changes: Mapping[str, str]) -> str:
    """Return a text with each of these put in the place of what stands there, once."""
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text
