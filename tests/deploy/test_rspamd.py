"""A real rspamd, set up as docs/deploy says, marks mails and keeps nothing of them. It takes half a minute to start."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from intake.mail.filtering import Arrived, Rspamd
from intake.mail.forwarded import Client
from storage.model import Flag
from tests.deploy.postfixes import DEPLOY, changed, open_folder
from tests.product import PATIENCE, free_port, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GTUBE = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X"  # every filter takes this for spam
CANARIES = ("quillfeather", "zephyrine", "charity-canary", "203.0.113.77", "tangerine")
WORDS = "Zephyrine Quillfeather likes a tangerine, see https://charity-canary.example/zephyrine"
TO = "voice@care.example"


def arrived(words: str) -> Arrived:
    """Return a mail as it came."""
    who = "From: Zephyrine <a@charity-canary.example>\r\nMessage-ID: <1@charity-canary.example>"
    head = f"{who}\r\nTo: {TO}\r\nSubject: tangerine"
    return Arrived(
        f"{head}\r\n\r\n{words}\r\n".encode(),
        "a@charity-canary.example",
        (TO,),
        Client("203.0.113.77", "charity-canary.example"),
    )


@contextmanager
def rspamd(folder: Path) -> Iterator[int]:
    """Run rspamd with the settings of docs/deploy, on a port of its own; its output goes to `out`."""
    settings, port = folder / "settings", free_port()
    shutil.copytree(DEPLOY / "rspamd", settings)
    worker = settings / "local.d" / "worker-normal.inc"
    worker.write_text(
        changed(worker.read_text(), {'bind_socket = "127.0.0.1:11333"': f'bind_socket = "127.0.0.1:{port}"'})
    )
    places = {"LOCAL_CONFDIR": settings, **{name: folder / name for name in ("DBDIR", "RUNDIR", "LOGDIR")}}
    for name in ("DBDIR", "RUNDIR", "LOGDIR"):
        places[name].mkdir()
        shutil.chown(places[name], "_rspamd", "_rspamd")
    variables = [f"--var={name}={place}" for name, place in places.items()]
    with (folder / "out").open("wb") as sink:
        argv = ["rspamd", "-f", "-u", "_rspamd", "-g", "_rspamd", "-c", "/etc/rspamd/rspamd.conf", *variables]
        process = subprocess.Popen(argv, stdout=sink, stderr=sink)
    try:
        for _ in range(4):  # it looks over all its patterns first
            try:
                wait_for(port, process)
            except TimeoutError:
                continue
            break
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)


@pytest.mark.faults
async def test_rspamd_marks_and_forgets() -> None:
    """Spam is marked, words are not, and once it has stopped none of its files holds anything of either."""
    if shutil.which("rspamd") is None or os.getuid():
        pytest.skip("a real rspamd needs its Debian package and root")
    with open_folder() as folder:
        with rspamd(folder) as port:
            ask = Rspamd("127.0.0.1", port, seconds=PATIENCE)
            assert await ask(arrived(WORDS)) == ()
            assert await ask(arrived(f"{WORDS}\r\n{GTUBE}")) == (Flag.SPAM,)
        texts = [path.read_bytes().lower() for path in folder.rglob("*") if path.is_file()]
    assert len(texts) > 20
    assert {canary for canary in CANARIES for text in texts if canary.encode() in text} == set()
