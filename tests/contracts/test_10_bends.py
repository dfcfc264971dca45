"""Promise 10: under load and abuse it bends: memory stays bounded, and who has something to say gets through."""

from __future__ import annotations

import smtplib
import socket
import threading
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.product import PATIENCE, Product, make_quiet_product

if TYPE_CHECKING:
    from collections.abc import Iterator

ABUSERS = 60  # of the 100 sessions that the door holds at most
# Bytes: asyncio holds a peer back once twice the 64 KiB of reading ahead are there, and may have taken 256 KiB at once.
READ_AHEAD = 2 * 2**16 + 2**18
# The room that all big mails share, the eighth that a growing bytearray takes in advance, and what is read ahead.
GROWS = 64_000_000 * 9 // 8 + ABUSERS * READ_AHEAD
MAIL = "Subject: hello\r\nMessage-ID: <{number}@bends.example>\r\n\r\nThe drop-in is good. Please keep it open.\r\n"
BEGINNINGS = (
    b"",  # says nothing
    b"HELO a.example\r\nMAIL FROM:<a@a.example>\r\nRCPT TO:<voice@localhost>\r\nDATA\r\n",  # a mail without an end
    b"NOOP",  # a command without an end
)


def memory(process: int) -> int:
    """Return the bytes of memory that a process holds."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def abuse(peer: socket.socket, beginning: bytes, over: threading.Event) -> None:
    """Send without an end, or sit there, until the door hangs up or the test is over."""
    try:
        peer.sendall(beginning)
        while not over.is_set():
            if beginning:
                peer.sendall(b"x" * 65_536)
            over.wait(0.01)
    except OSError:
        return


@contextmanager
def abused(product: Product) -> Iterator[None]:
    """Keep many abusers busy at the door."""
    over = threading.Event()
    with ExitStack() as opened:
        peers = [
            opened.enter_context(socket.create_connection(("127.0.0.1", product.mail_port))) for _ in range(ABUSERS)
        ]
        threads = [
            threading.Thread(target=abuse, args=(peer, BEGINNINGS[number % len(BEGINNINGS)], over))
            for number, peer in enumerate(peers)
        ]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            over.set()
            for peer in peers:
                peer.shutdown(socket.SHUT_RDWR)
            for thread in threads:
                thread.join()


def send(product: Product, number: int) -> None:
    """Send a mail as anybody does; raises if it isn't taken."""
    with smtplib.SMTP("127.0.0.1", product.mail_port, timeout=PATIENCE) as client:
        client.sendmail(f"advocate{number}@bends.example", "voice@localhost", MAIL.format(number=number))


def test_who_has_something_to_say_gets_through_a_flood(tmp_path: Path) -> None:
    """While 60 peers send mails and commands without an end, mail is taken and memory stays within its bound."""
    product = make_quiet_product(tmp_path)
    with product.running("doors") as doors:
        send(product, 0)
        before = memory(doors.pid)
        with abused(product):
            most, until = 0, time.monotonic() + 3
            number = 0
            while time.monotonic() < until or number < 5:
                number += 1
                send(product, number)
                most = max(most, memory(doors.pid))
        send(product, 10_000)
    assert most - before < GROWS
