"""A megabyte of anything: what reading it costs. Facts 15 to 19, and their like."""

from __future__ import annotations

import tracemalloc

import pytest

from intake.mail.read import read_mail
from tests.cost import costs_less_than
from tests.fakes.voices import outcome

MEGABYTE = 1_000_000
NESTED = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (i, i) for i in range(20_000))
TEXT = b"Subject: x\n\n"
HTML = b"Content-Type: text/html\n\n"
HOSTILE = {
    "nested multiparts": NESTED,
    "nested messages": b"Content-Type: message/rfc822\n\n" * 35_000,
    "many parts": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 140_000,
    "many boundaries alike": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--bx\n" * 200_000,
    "encoded words": b"Subject: " + b"=?utf-8?q?a?= " * 70_000 + b"\n\nhello",
    "quotes in From": b"From: " + b'"' * MEGABYTE + b"\n\nhello",
    "comments in From": b"From: " + b"(" * MEGABYTE + b"\n\nhello",
    "parameters": b"Content-Type: text/plain" + b';a="' * 250_000 + b"\n\nhello",
    "continued parameters": b"Content-Type: text/plain" + b';a*0*="b"' * 110_000 + b"\n\nhello",
    "headers": b"a: b\n" * 200_000 + b"\nhello",
    "list headers": b"List-Id: b\n" * 90_000 + b"\nhello",
    "header lines": b"From: a@b.example\nTo: b@c.example\n" * 29_000,
    "recipients": TEXT + b"From: a@b.example\nTo: " + b"b@c.example;\n" * 76_000,
    "attributions": TEXT + b"On 3 May 2025 at 10:00, a wrote:\n> x\n" * 27_000,
    "colons": TEXT + b"x 2025 10:00:\n" * 70_000,
    "rules": TEXT + b"-----\n" * 160_000,
    "long rules": TEXT + (b"-" * 3_990 + b"\n") * 250,
    "quote marks": TEXT + b"> " * 500_000,
    "disclaimers": TEXT + b"intended recipient\n\n" * 50_000,
    "cautions": TEXT + b"caution " * 125_000,
    "new lines": TEXT + b"\n" * MEGABYTE,
    "spaces": TEXT + b" " * MEGABYTE,
    "angles": TEXT + b"x<http://" * 110_000,
    "flowed": b"Content-Type: text/plain; format=flowed\n\n" + b"a \n" * 330_000,
    "quoted-printable": b"Content-Transfer-Encoding: quoted-printable\n\n" + b"=" * MEGABYTE,
    "base64": b"Content-Transfer-Encoding: base64\n\n" + b"A=!" * 330_000,
    "html comments": HTML + b"<!--" * 250_000,
    "html open tags": HTML + b"<a b='\"" * 140_000,
    "html attributes": HTML + b'<x a=">" ' + b" ".join(b"a%d" % i for i in range(140_000)) + b">",
    "html nested blocks": HTML + b"<div>" * 200_000,
    "html nested lists": HTML + b"<ul><li>" * 120_000,
    "html nested quotes": HTML + b"<blockquote>" * 4_000 + b"<br>" * 3_900,
    "html formatting": HTML + b"".join(b"<b id=%d>" % i for i in range(9_000)) + b"<p>x" * 200_000,
    "forwards": TEXT + b"---------- Forwarded message ---------\nFrom: a <a@b.example>\n\nx\n" * 13_000,
    "nested forwards": TEXT + b"".join(b"> " * (n % 60) + b"From: a@b.example\n" for n in range(16_000)),
    "labels without end": TEXT + b"From: a\nTo: b\nCc:\n" * 45_000,
    "wrapped recipients": TEXT + b"From: a@b.example\nTo: " + b"Ann\nBell <b@c.example>;\n" * 43_000,
    "columns": TEXT + b"----- Forwarded by A -----\n" + b"            a  To\n" * 55_000,
    "groupwise": TEXT + b">>> A <a@b.example> 03/06/2013 09:12 >>>\n" * 24_000,
    "deep quotes": TEXT + (b">" * 60 + b" x\n") * 15_000,
    "spilled quotes": TEXT + (b"> " + b"x" * 70 + b"\nx\n") * 13_000,
    "one long quote": TEXT + b">" * MEGABYTE,
    "meetings": TEXT + b"Join the meeting now\nMeeting ID: 1\n" * 28_000,
    "meeting words": TEXT + b"Join the meeting now\n\n" * 45_000,
    "calendars": TEXT + b"When: x\nWhere: y\n" * 58_000,
    "cards": TEXT + b"Ann Shaw\nPersonal Adviser\nTel: 01632 960123\n\n" * 21_000,
    "card lines": TEXT + b"x\n\n" + b"Ann Shaw\nTel: 01632 960123\n" * 36_000,
    "pictures": TEXT + b"[logo]" * 170_000,
    "picture lines": TEXT + b"[x logo] [y icon] [z\n" * 47_000,
    "brackets": TEXT + b"[" * MEGABYTE,
    "wrapped links": TEXT + b"https://a.safelinks.protection.outlook.com/?url=http%3A%2F%2Fx.example " * 14_000,
    "links in links": TEXT + b"https://a.safelinks.protection.outlook.com/?url=" * 20_000,
    "link parameters": TEXT + b"https://urldefense.com/?" + b"u=&" * 330_000,
    "link hosts": TEXT + b"https://" + b"a." * 500_000,
    "proofpoint": TEXT + b"https://urldefense.com/v3/__" * 35_000,
    "sent from": TEXT + b"Sent from my iphone " * 50_000,
    "sent lines": TEXT + b"Sent from my iphone x x x x x x x x x\n" * 26_000,
    "footers": TEXT + b"Unsubscribe | x\n" * 60_000,
    "colons wide": TEXT + "：".encode() * 330_000,  # noqa: RUF001 - a wide colon
    "base64 junk": b"Content-Transfer-Encoding: base64\n\n" + b"=" * MEGABYTE,
    "base64 words": TEXT + (b"QUJD" * 19 + b"\n") * 13_000,
    "boundary lines": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b--x\n--b\n" * 85_000,
    "digest": b"Content-Type: multipart/digest; boundary=b\n\n" + b"--b\n\nFrom: a\n\nx\n" * 55_000,
    "digests": b"".join(b'Content-Type: multipart/digest; boundary="b%d"\n\n--b%d\n\n' % (i, i) for i in range(18_000)),
    "right to left": TEXT + "\u202e\u200f>".encode() * 140_000,
    "emoji": TEXT + "\U0001f468\u200d".encode() * 140_000,
    "surrogates": b"Content-Type: text/plain; charset=utf-16\n\n" + b"\xd8\x00" * 500_000,
    "escapes": b"Content-Type: text/plain; charset=iso-2022-jp\n\n" + b"\x1b$B" * 330_000,
    "hz": b"Content-Type: text/plain; charset=hz-gb-2312\n\n" + b"~{" * 500_000,
    "html quotes": HTML + b"<blockquote><p>x</p></blockquote>" * 30_000,
    "html hidden": HTML + b"<div style='display:none'>" * 38_000,
    "html rules": HTML + b"<hr>" * 250_000,
    "html words": HTML + b"x <br> " * 140_000,
    "html entities": HTML + b"&amp;&#x1F600;&nbsp;" * 50_000,
    "html ends": HTML + b"<span>" * 80_000 + b"</x>" * 120_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_megabyte_of_malice_costs_under_a_second(name: str) -> None:
    """Facts 15 to 19 and their like: no pattern makes reading slow, and none breaks it."""
    assert costs_less_than(1, lambda: outcome(HOSTILE[name]))
    assert outcome(HOSTILE[name]).reason in {None, "empty", "too-deep"}


HUNGRY = [
    *("nested multiparts", "many parts", "headers", "new lines", "flowed", "header lines", "forwards", "card lines"),
    *("deep quotes", "boundary lines", "wrapped recipients", "html words"),
]


@pytest.mark.parametrize("name", HUNGRY)  # every one of them in tests/faults/test_mails.py
def test_a_megabyte_of_malice_takes_under_50_megabytes(name: str) -> None:
    """Nesting copies nothing and lines are few, so that memory stays a small multiple of the mail."""
    raw = HOSTILE[name]
    tracemalloc.start()
    try:
        read_mail(raw)
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()
