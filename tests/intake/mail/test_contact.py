"""What somebody asks to be sent to the safeguarding lead, read where it arrives: at a real mail server."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import replace
from typing import Any

import pytest
import structlog
import trustme

from intake.mail.acknowledge import RelaySettings
from intake.mail.contact import Mailbox, send_plea, send_test
from intake.plea import Plea
from intake.raw import RawWords
from intake.wording import load_wording
from tests.fakes.relay import Relay

MAILBOX = Mailbox("lead@council.example", "weekdays, 9 to 5", "voice@care.example", "Care Voice, Ynys Môn")
WORDS, REACH = RawWords("Karolina hits me.\n.\nPlease 🙂"), RawWords("07700 900123")
PLEA = Plea("ab" * 16, WORDS, REACH, RawWords("The flat is damp"))
ODD = ("x\r\nBcc: all@evil.example\r\n\r\nhello", "Subject: x\n.\nRSET\n", "\x00\x1b[2J\ud800")
say = load_wording()


def way(port: int, **settings: Any) -> RelaySettings:
    """Return a relay on this machine."""
    chosen: dict[str, Any] = {"tls": "none", "timeout": 5.0} | settings
    return RelaySettings("127.0.0.1", port, **chosen)


async def test_all_of_it_arrives_in_their_own_words() -> None:
    """Their words, what they added, how to reach them; nothing hidden, every line set apart."""
    async with Relay() as relay:
        assert await send_plea(way(relay.port), MAILBOX, say, PLEA)
        letter = await relay.letter()
    assert letter.recipients == ("lead@council.example",)
    for line in ("> Karolina hits me.", "> .", "> Please 🙂", "> The flat is damp", "> 07700 900123"):
        assert line in letter.text.splitlines()
    assert "weekdays, 9 to 5" in letter.text


async def test_its_head_says_nothing_and_brings_nothing_back() -> None:
    """The subject can be seen on a phone; no bounce, reply or holiday note brings the words to our own mail door."""
    async with Relay() as relay:
        assert await send_plea(way(relay.port), MAILBOX, say, PLEA)
        letter = await relay.letter()
    assert letter.sender == "<>"
    head = letter.message
    assert head["Subject"] == "Someone asks you to contact them"
    assert head["From"].addresses[0].addr_spec == "voice@care.example"
    assert head["Reply-To"].addresses[0].addr_spec == head["To"].addresses[0].addr_spec == "lead@council.example"
    assert head["Message-ID"] == f"<{PLEA.number}@care.example>"
    assert (head["Auto-Submitted"], head["X-Auto-Response-Suppress"], head["Importance"]) == ("no", "All", "high")
    assert head["Precedence"] is None


@pytest.mark.parametrize("words", ODD, ids=["bcc", "dot", "odd"])
async def test_no_words_change_the_letter(words: str) -> None:
    """What somebody types is text in its body, whatever it looks like."""
    plea = replace(PLEA, words=RawWords(words), reach=RawWords(words))
    async with Relay() as relay:
        assert await send_plea(way(relay.port), MAILBOX, say, plea)
        letter = await relay.letter()
    assert letter.recipients == ("lead@council.example",)
    assert len(relay.letters) == 1
    assert letter.message["Bcc"] is None
    assert letter.message["Subject"] == "Someone asks you to contact them"
    assert not letter.message.defects


@pytest.mark.parametrize("answer", ["451 4.3.0 Later", "550 5.7.1 Never", "421 4.3.2 Closing"])
async def test_it_got_there_only_if_the_server_says_so(answer: str) -> None:
    """Every answer but 250 is a no; the log says so, and not a word more."""
    with structlog.testing.capture_logs() as logs:
        async with Relay(answer) as relay:
            assert not await send_plea(way(relay.port), MAILBOX, say, PLEA)
            assert await send_plea(way(relay.port), MAILBOX, say, PLEA)
    assert [set(one) for one in logs] == [{"event", "error", "log_level"}]
    assert "Karolina" not in str(logs)


async def test_an_unknown_mailbox_is_a_no() -> None:
    """RCPT refused is nobody told."""
    async with Relay(unknown=("lead@council.example",)) as relay:
        assert not await send_plea(way(relay.port), MAILBOX, say, PLEA)
        assert not relay.letters


async def test_nobody_there_is_a_no() -> None:
    """A relay that is down, or says nothing."""
    async with Relay() as relay:
        port = relay.port
    assert not await send_plea(way(port), MAILBOX, say, PLEA)
    gone = asyncio.Event()

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()
        gone.set()

    async with await asyncio.start_server(silent, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        assert not await send_plea(way(port, timeout=0.2), MAILBOX, say, PLEA)
        await gone.wait()


async def test_nothing_goes_over_an_open_way() -> None:
    """Asked for TLS, a relay without it, or with a certificate of somebody else's, sees no word."""
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("relay.example").configure_cert(context)
    async with Relay() as plain, Relay(tls=context) as stranger:
        for relay in (plain, stranger):
            assert not await send_plea(way(relay.port, tls="starttls"), MAILBOX, say, PLEA)
            assert relay.tries == 0


async def test_a_test_brings_the_number_alone() -> None:
    """The same way, the same head."""
    async with Relay() as relay:
        await send_test(way(relay.port), MAILBOX, say, "012345")
        letter = await relay.letter()
    assert "012345" in letter.text
    assert letter.message["Auto-Submitted"] == "no"
