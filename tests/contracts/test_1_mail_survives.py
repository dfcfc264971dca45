"""Promise 1 at the mail door: a 250 means stored, whatever happens next."""

from __future__ import annotations

import smtplib
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from storage.intake_db import read_intake
from storage.submissions import count_waiting
from tests.product import PATIENCE, Product, make_quiet_product

if TYPE_CHECKING:
    from pathlib import Path

SENDERS, MAILS_EACH = 8, 150  # far more than a door can take between a signal and its end


@dataclass
class Sent:
    """What the clients were told."""

    stored: set[int] = field(default_factory=set)
    first: threading.Event = field(default_factory=threading.Event)


def mail(number: int) -> str:
    """Return a mail of its own, which comes again under the same Message-ID if it is sent again."""
    head = f"Subject: hello\r\nMessage-ID: <{number}@survives.example>\r\n"
    return f"{head}\r\nThe drop-in is good, please keep it open.\r\n"


def send_share(product: Product, sender: int, sent: Sent) -> None:
    """Send one client's mails until the door is gone."""
    numbers = range(sender * MAILS_EACH, (sender + 1) * MAILS_EACH)
    try:
        with smtplib.SMTP("127.0.0.1", product.mail_port, timeout=PATIENCE) as client:
            for number in numbers:
                client.sendmail(f"advocate{number}@survives.example", "voice@localhost", mail(number))
                sent.stored.add(number)
                if len(sent.stored) > SENDERS * 4:
                    sent.first.set()
    except (OSError, smtplib.SMTPException):
        return


def send_all(product: Product, sent: Sent) -> list[threading.Thread]:
    """Start all clients."""
    threads = [threading.Thread(target=send_share, args=(product, sender, sent)) for sender in range(SENDERS)]
    for thread in threads:
        thread.start()
    return threads


def kept(product: Product) -> int:
    """Count the voices in intake.db."""
    conn = read_intake(product.data / "intake" / "intake.db", demo=False)
    try:
        return count_waiting(conn)[0]
    finally:
        conn.close()


def test_a_killed_door_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    """A kill -9 under load: what got a 250 is there; sent again, every mail is there once and none twice."""
    product, sent = make_quiet_product(tmp_path), Sent()
    with product.running("doors") as door:
        threads = send_all(product, sent)
        assert sent.first.wait(PATIENCE)
        door.kill()
        for thread in threads:
            thread.join()
    acknowledged = len(sent.stored)
    assert SENDERS * 4 < acknowledged < SENDERS * MAILS_EACH
    assert kept(product) >= acknowledged
    with product.running("doors"):
        again = Sent()
        for thread in send_all(product, again):
            thread.join()
    assert len(again.stored) == SENDERS * MAILS_EACH
    assert kept(product) == SENDERS * MAILS_EACH


def test_a_stopped_door_finishes_what_it_began(tmp_path: Path) -> None:
    """SIGTERM under load: every mail that was acknowledged is there, and nothing else."""
    product, sent = make_quiet_product(tmp_path), Sent()
    with product.running("doors") as door, ThreadPoolExecutor(1) as aside:
        threads = send_all(product, sent)
        assert sent.first.wait(PATIENCE)
        door.terminate()
        ended = aside.submit(door.wait, PATIENCE)
        for thread in threads:
            thread.join()
        assert ended.result() == 0
    assert kept(product) == len(sent.stored)
