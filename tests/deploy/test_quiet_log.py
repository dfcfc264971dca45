"""What may be written of Postfix's log."""

from __future__ import annotations

import runpy
import subprocess
from functools import partial

import pytest

from tests.cost import costs_less_than
from tests.deploy.postfixes import quiet_log

BEGINNING = "Nov 22 08:01:35 mx postfix/smtpd[19550]: "
SHOWN = {
    "connect from unknown[203.0.113.7]": "connect",
    "NOQUEUE: reject: RCPT from unknown[203.0.113.7]: 554 5.7.1 <kay@x.example>: Relay access denied; from=<a@x>": (
        "reject RCPT 554 5.7.1"
    ),
    "proxy-reject: END-OF-MESSAGE: 451 4.3.0 Not saved; from=<kay@x.example> to=<v@x>": (
        "proxy-reject END-OF-MESSAGE 451 4.3.0"
    ),
    'warning: proxy 127.0.0.1:8025 rejected "RCPT TO:<kay@x.example>": "550 5.1.1 Nobody": ': (
        "warning: proxy rejected RCPT 550 5.1.1"
    ),
    "disconnect from kay.example[203.0.113.7] ehlo=2 mail=1 rcpt=0/1 commands=3/4": (
        "disconnect ehlo=2 mail=1 rcpt=0/1 commands=3/4"
    ),
    "lost connection after DATA (23 bytes) from kay.example[203.0.113.7]": "lost connection DATA",
    "4Xabc12345: to=<kay@x.example>, relay=mx.x.example[203.0.113.7]:25, delay=0.2, delays=0/0/0/0, dsn=2.0.0, "
    "status=sent (250 OK kay)": "dsn=2.0.0 status=sent",
    "warning: connect to proxy filter 127.0.0.1:8025: Connection refused": (
        "warning: connect to proxy filter Connection refused"
    ),
    'warning: cannot get RSA certificate from file "/etc/postfix/mx.pem": disabling TLS': (
        "warning /etc/postfix/mx.pem"
    ),
    "warning: hostname kay.example does not resolve to address 203.0.113.7": "warning: (left out)",
    "statistics: max connection rate 1/60s for (smtp:203.0.113.7) at Nov 22": "(left out)",
}
# Whoever writes to us chooses names and addresses, and may choose them to look like what is passed on.
SLY = [
    '4Xabc12345: to=<"kay, delay=1, dsn=1.2.3, status=kay ("@x.example>, relay=none, status=kay (',
    "disconnect from kay ehlo=1 kay=1 mail=kay",
    "lost connection after KAYKAYKAYKAYKAY from kay",
    "proxy-accept: KAY: 250 kay",
    "NOQUEUE: reject: kay from kay 250",
    "fatal: open /etc/kay@x.example",
    "kay",
]


def filtered(lines: list[str]) -> list[str]:
    """Return what is written of the lines."""
    done = subprocess.run(quiet_log(), input="\n".join(lines), capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_what_happened_is_written_and_not_to_whom() -> None:
    """Every kind of line that tells how the front is doing is passed on without its names and addresses."""
    said = filtered([BEGINNING + line for line in SHOWN])
    assert said == [f"Nov 22 08:01:35 smtpd: {line}" for line in SHOWN.values()]


@pytest.mark.parametrize("line", [*SLY, *SHOWN])
def test_no_name_gets_through(line: str) -> None:
    """Neither in a line of Postfix's nor in one of any other making."""
    written = "".join(filtered([BEGINNING + line, line, f"{BEGINNING}{BEGINNING}{line}"]))
    assert "kay" not in written.lower()
    assert "203.0" not in written


def test_no_line_holds_the_log_up() -> None:
    """Lines of 100 kB that nearly fit are judged at once."""
    nearly = ["a: " * 33_000, f"disconnect from x{' ehlo=1' * 14_000}!", f"4Xabc12345: to=<{', dsn=1.1.1' * 9_000}"]
    quiet = runpy.run_path(quiet_log()[1])["quiet"]
    for line in nearly:
        assert costs_less_than(0.5, partial(lambda said: list(quiet([said])), BEGINNING + line))
