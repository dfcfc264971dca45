"""Promise 2, by canary: what identifies someone goes in at the mail door and is found nowhere afterwards.

Every write of the whole process is looked at (strace), so that a temporary file that is gone by now counts too.
"""

from __future__ import annotations

import os
import re
import smtplib
import sqlite3
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tests.product import PATIENCE, Product, make_product, make_quiet_product, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

# None of these may be found in any file, log, temporary file or output, in any case.
CANARIES = (
    "karolina",
    "zephyrine",
    "quillfeather",
    "07700 900461",
    "900461",
    "tilly.moon@young.example",
    "tilly.moon",
    "advocate-canary",
    "charity-canary",
    "203.0.113.77",
    "subject-canary",
    "message-id-canary",
    "filename-canary",
    "ehlo-canary",
    "zz9 9zz",
)
HEADERS = """Received: from ehlo-canary.example (203.0.113.77) by mx.example; Mon, 2 Nov 2026 10:00:00 +0000\r
From: Zephyrine Quillfeather <advocate-canary@charity-canary.example>\r
To: voice@localhost\r
Subject: subject-canary Zephyrine\r
Message-ID: <message-id-canary@charity-canary.example>\r
MIME-Version: 1.0\r
"""
WORDS = (
    "My social worker Karolina Quillfeather never rings back. My number is 07700 900461 or tilly.moon@young.example, "
    "I live at 12 Zephyrine Street, ZZ9 9ZZ, ip 203.0.113.77. The taster flat was good though."
)
PLAIN = f"{HEADERS}Content-Type: text/plain\r\n\r\n{WORDS}\r\n"
MIXED = (
    f'{HEADERS}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n{WORDS}\r\n'
    '--b\r\nContent-Type: application/pdf; name="filename-canary.pdf"\r\n'
    'Content-Disposition: attachment; filename="filename-canary.pdf"\r\n\r\nfilename-canary\r\n--b--\r\n'
)
NO_WORDS = f'{HEADERS}Content-Type: image/png; name="filename-canary.png"\r\n\r\nsubject-canary\r\n'
BROKEN = f"{HEADERS}Content-Type: multipart/signed; boundary=\r\n\r\nKarolina\r\n"
SENDER = "advocate-canary@charity-canary.example"


@contextmanager
def watched_door(product: Product, folder: Path) -> Iterator[list[Path]]:
    """Run the doors at DEBUG with every write to a file recorded; gives the records: trace and output."""
    trace, output = folder / "trace", folder / "output"
    (folder / "tmp").mkdir()
    strace = [
        "strace",
        "-f",
        "-y",
        "-s",
        "1000000",
        "-e",
        "trace=write,pwrite64,writev,openat,rename",
        "-o",
        str(trace),
    ]
    doors = [sys.executable, "-m", "desk", "--data", str(product.data), "doors", "--log-level", "debug"]
    with output.open("wb") as sink:
        process = subprocess.Popen(
            [*strace, *doors], stdout=sink, stderr=sink, env={**os.environ, "TMPDIR": str(folder / "tmp")}
        )
    try:
        wait_for(product.mail_port, process)
        yield [trace, output]
    finally:
        subprocess.run(["pkill", "-TERM", "-P", str(process.pid)], check=True)
        process.wait(PATIENCE)


def send(product: Product, *mails: str) -> list[int]:
    """Send mails, and some commands that are wrong; returns the code of each mail's answer."""
    codes = []
    with smtplib.SMTP("127.0.0.1", product.mail_port, local_hostname="ehlo-canary.example", timeout=30) as client:
        client.ehlo()
        client.docmd("KAROLINA", "zephyrine quillfeather")
        client.docmd("MAIL", "FROM:<advocate-canary")
        client.docmd("VRFY", "tilly.moon@young.example")
        client.rset()
        for mail in mails:
            with suppress(smtplib.SMTPResponseException):
                client.sendmail(SENDER, ["voice@localhost"], mail)
                codes.append(250)
                continue
            codes.append(0)
        with suppress(smtplib.SMTPException):
            client.sendmail(SENDER, ["tilly.moon@young.example"], PLAIN)
    return codes


def canaries_in(*places: Path) -> set[str]:
    """Return the canaries that a file, or any file of a folder, holds; what goes to a socket is left out."""
    found = set()
    for place in places:
        for path in [place] if place.is_file() else [path for path in place.rglob("*") if path.is_file()]:
            content = path.read_text("utf-8", "replace").lower()
            content = "\n".join(line for line in content.splitlines() if not re.search(r"\d+<(socket|tcp)", line))
            found |= {canary for canary in CANARIES if canary in content}
    return found


def test_nothing_that_identifies_anyone_reaches_a_disk(tmp_path: Path) -> None:
    """Plain and mixed mails, refused ones and wrong commands, at DEBUG: no canary in any file, write or output."""
    product = make_quiet_product(tmp_path)
    with watched_door(product, tmp_path) as records:
        assert send(product, PLAIN, MIXED, NO_WORDS, BROKEN)[:2] == [250, 250]
    assert "voice-stored" in records[1].read_text()
    assert "taster flat was good" in records[0].read_text("utf-8", "replace")  # the trace does see what is written
    assert canaries_in(tmp_path) == set()


def test_an_error_tells_no_words_either(tmp_path: Path) -> None:
    """When redaction runs over its time, nothing is stored, and neither log nor reply holds a canary."""
    changes = {"acknowledge = true": "acknowledge = false", "seconds = 2.0": "seconds = 0.0000001"}
    product = make_product(tmp_path, changes)
    with watched_door(product, tmp_path) as records:
        assert send(product, PLAIN) == [0]
    assert "redaction" in records[1].read_text()
    assert canaries_in(tmp_path) == set()


def test_a_locked_database_tells_no_words_either(tmp_path: Path) -> None:
    """When storing fails, the sender is asked to try again, and neither log nor file holds a canary."""
    product = make_quiet_product(tmp_path)
    with watched_door(product, tmp_path) as records:
        other = sqlite3.connect(product.data / "intake" / "intake.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert send(product, PLAIN) == [0]
        other.execute("ROLLBACK")
        other.close()
    assert "storage" in records[1].read_text()
    assert canaries_in(tmp_path) == set()


def test_a_crash_leaves_no_core(tmp_path: Path) -> None:
    """The doors hold raw words in memory, so that memory may never be dumped into a file."""
    product = make_quiet_product(tmp_path)
    with product.running("doors") as door:
        limits = Path(f"/proc/{door.pid}/limits").read_text()
    assert re.search(r"Max core file size +0 +0 ", limits)
