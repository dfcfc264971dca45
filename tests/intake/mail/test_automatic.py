"""Who may be answered."""

from __future__ import annotations

import pytest

from intake.mail.read import read_mail


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated (rejected)",
        "AUTO-SUBMITTED: Auto-Notified; owner-email=x",
        "Precedence: bulk",
        "Precedence: List",
        "List-Id: <news.example>",
        "List-Unsubscribe: <mailto:x@y.example>",
        "X-Auto-Response-Suppress: OOF, AutoReply",
        "X-Autoreply: yes",
        "X-Failed-Recipients: a@b.example",
        "Return-Path: <>",
        "From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example>",
        "From: postmaster@mx.example",
        "From: noreply@shop.example",
        'From: "Do not reply" <do-not-reply+77@shop.example>',
        "Sender: bounces@list.example",
        "Return-Path: <bounce-md_77@mail.example>",
    ],
)
def test_a_machine_is_known_by_its_headers(header: str) -> None:
    """RFC 3834: lists, bulk, responders, daemons and bounces are automatic."""
    assert read_mail(f"{header}\r\nSubject: x\r\n\r\nHello".encode()).automatic


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: no",
        "Precedence: normal",
        "From: Jo Reed <jo@mail.example>",
        "From: Norep Lye <norep.lye@mail.example>",
        'From: "Postmaster Jo" <jo@mail.example>',
        "Return-Path: <jo@mail.example>",
        "Subject: Auto-Submitted: yes",
        "X-Auto-Response-Suppress: none",
    ],
)
def test_a_person_is_not_a_machine(header: str) -> None:
    """What only looks like a machine's header does not keep a person from an answer."""
    assert not read_mail(f"{header}\r\nX: y\r\n\r\nHello".encode()).automatic


def test_headers_inside_the_text_say_nothing() -> None:
    """Only the mail's own headers count, not those that somebody forwarded."""
    assert not read_mail(b"From: jo@mail.example\r\n\r\nAuto-Submitted: auto-replied\r\nHello").automatic
