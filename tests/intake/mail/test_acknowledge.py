"""Letters of thanks, read where they arrive: at a real mail server."""

from __future__ import annotations

import io
import ssl
from dataclasses import replace
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

import pytest
import trustme

from intake.mail.acknowledge import (
    Acknowledger,
    RelaySettings,
    RelayUnavailable,
    TerminalAcknowledger,
    check_relay,
)
from intake.mail.certificate import Certificate
from intake.mail.letter import Acknowledgement, LetterSettings, compose
from intake.mail.replies import Reply
from intake.passage import Accepted, NotSaved
from intake.signpost import Helpline
from intake.wording import load_wording
from storage.model import OTHER, Consent, Flag, Jigsaw, Label
from tests.fakes.door import ADDRESS, mail, mail_door
from tests.fakes.passage import MemoryPassage
from tests.fakes.peer import Peer
from tests.fakes.relay import Relay

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from intake.mail.filtering import Arrived

LETTER = LetterSettings(
    sender="voice@care.example",
    deployment="Care Voice, Ynys Môn",
    uses={
        Consent.QUOTE: "Read it and quote it",
        Consent.READ: "Read it, don't quote it",
        Consent.COUNT: "Only count it",
    },
    helplines=(Helpline("Childline", "call 0800 1111"), Helpline("Shout", "text 85258", "any time")),
)
SAVED = Accepted("velvet-otter-plank-sunny-drift", ((Label.NAME, 2), (Label.PHONE, 1)), urgent=False, again=False)
THANKS = Acknowledgement("advocate@council.example", SAVED, Reply.ACCEPTED)

say = load_wording()


def _acknowledger(relay: Relay, **settings: Any) -> Acknowledger:
    chosen: dict[str, Any] = {"tls": "none", "pauses": (0.01, 0.01), "timeout": 5.0} | settings
    return Acknowledger(RelaySettings("127.0.0.1", relay.port, **chosen), LETTER, say)


@pytest.fixture
async def relay() -> AsyncIterator[Relay]:
    """Open a relay that takes everything."""
    async with Relay() as opened:
        yield opened


def _text(outcome: Accepted | NotSaved, reply: Reply = Reply.ACCEPTED) -> str:
    return compose(LETTER, say, Acknowledgement("a@x.example", outcome, reply))[1]


async def test_a_mail_is_answered_at_its_sender_s_server(passage: MemoryPassage, relay: Relay) -> None:
    """What comes in at the door goes back as thanks with the receipt code, and with nothing of the mail in it."""
    acknowledger = _acknowledger(relay)
    await acknowledger.open()
    sent = mail("My social worker is Priya.", Message_ID="<secret-id@x.example>", Reply_To="other@x.example")
    async with mail_door(passage, acknowledger) as door, Peer(door.port) as peer:
        assert (await peer.mail(sent)).startswith("250")
        letter = await relay.letter()
    await acknowledger.close()
    assert (letter.sender, letter.recipients) == ("<>", ("advocate@council.example",))
    assert "code-number-1" in letter.text
    for quoted in (b"Priya", b"secret-id", b"other@x", b"hello", b"someone@home"):
        assert quoted not in letter.content


async def test_a_letter_says_that_it_is_automatic(relay: Relay) -> None:
    """Its headers are those of RFC 3834 and RFC 5322, and show whose machine sent it to nobody."""
    acknowledger = _acknowledger(relay)
    await acknowledger.open()
    acknowledger(THANKS)
    message = (await relay.letter()).message
    await acknowledger.close()
    assert message["Auto-Submitted"] == "auto-replied"
    assert message["X-Auto-Response-Suppress"] == "All"
    assert message["From"] == '"Care Voice, Ynys Môn" <voice@care.example>'
    assert (message["To"], message["Subject"]) == ("advocate@council.example", say("ack-subject"))
    assert message["Message-ID"].endswith("@care.example>")
    assert parsedate_to_datetime(message["Date"]).utcoffset() is not None
    assert message["In-Reply-To"] is message["References"] is None
    assert relay.greetings == ["care.example"]


def test_a_letter_says_what_was_hidden_and_what_comes_next() -> None:
    """Code, counts, helplines, "do they know and agree?" and how to take the words back (promises 6 and 8)."""
    text = _text(SAVED)
    for part in (
        say("ack-thanks"),
        "velvet-otter-plank-sunny-drift",
        "- 2 names\n- 1 phone number",
        "- Childline: call 0800 1111\n- Shout: text 85258 (any time)",
        say("ack-agree"),
        LETTER.uses[Consent.READ],
        say("ack-contact-unnamed"),
    ):
        assert part in text
    assert say("ack-again") not in text


def test_a_letter_says_that_words_are_not_english() -> None:
    """Whoever wrote in another language hears that more was hidden, and that names may be left."""
    assert say("ack-not-english") not in _text(SAVED)
    assert say("ack-not-english") in _text(replace(SAVED, language=OTHER))


def test_a_letter_says_why_somebody_might_be_recognised() -> None:
    """With every reason, and that the words can be taken back and said with less; only if there is any."""
    assert say("ack-jigsaw") not in _text(SAVED)
    text = _text(replace(SAVED, jigsaw=(Jigsaw.FAMILY, Jigsaw.ROLE)))
    whys = [f"- {say(f'jigsaw-{why}-writer')}" for why in ("family", "role")]
    assert "\n".join([say("jigsaw-warning-writer"), *whys, say("ack-jigsaw")]) in text


def test_helplines_come_first_when_someone_may_be_in_danger() -> None:
    """Whoever reads only the beginning reads where to turn."""
    text = _text(Accepted("a-b-c-d-e", (), urgent=True, again=False))
    assert text.startswith(say("ack-urgent") + "\n- Childline")
    assert text.count("Childline") == 1
    assert say("ack-hidden-nothing") in text


def test_a_mail_that_came_again_is_told_so() -> None:
    """The code is a fresh one; of a voice taken back there is none, and no word that it is saved."""
    assert say("ack-again") in _text(Accepted("a-b-c-d-e", (), urgent=False, again=True))
    gone = _text(Accepted(None, (), urgent=False, again=True))
    assert say("ack-gone") in gone
    assert say("ack-thanks") not in gone
    assert say("ack-agree") not in gone


def test_what_was_not_saved_is_never_thanked_for_as_saved() -> None:
    """Helplines come although storing failed, with an honest word about the rest."""
    text = _text(NotSaved("storage", urgent=True), Reply.NOT_SAVED)
    assert text.startswith(say("ack-urgent") + "\n- Childline")
    assert say("smtp-try-later") in text
    assert say("ack-thanks") not in text


async def test_a_relay_that_is_busy_is_asked_again() -> None:
    """A 4xx is tried again after a pause, and the next letter waits its turn."""
    async with Relay("451 4.3.0 later", "451 4.3.0 later") as relay:
        acknowledger = _acknowledger(relay)
        await acknowledger.open()
        acknowledger(THANKS)
        acknowledger(Acknowledgement("second@x.example", SAVED, Reply.ACCEPTED))
        assert (await relay.letter(2)).recipients == ("second@x.example",)
        await acknowledger.close()
    assert relay.tries == 4


@pytest.mark.parametrize(
    ("answers", "unknown", "tries"),
    [(["554 5.7.1 no"], (), 1), ([], ("advocate@council.example",), 1), (["451 later"] * 9, (), 3)],
)
async def test_a_letter_that_can_t_be_sent_is_dropped(
    answers: list[str], unknown: tuple[str, ...], tries: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """A "never" is believed, a "later" a few times; the log says so without a name (promise 9)."""
    async with Relay(*answers, unknown=unknown) as relay:
        acknowledger = _acknowledger(relay)
        await acknowledger.open()
        acknowledger(THANKS)
        await acknowledger.close()
        assert (relay.tries, relay.letters) == (tries, [])
    said = "".join(capsys.readouterr())
    assert "dropped" in said
    assert "advocate" not in said
    assert "velvet" not in said


async def test_a_full_queue_drops_the_letter_and_not_the_voice(relay: Relay) -> None:
    """Memory is bounded, and whoever hands a letter over never waits and never fails."""
    acknowledger = _acknowledger(relay, most_waiting=1)
    acknowledger(THANKS)
    acknowledger(THANKS)
    await acknowledger.open()
    await acknowledger.close()
    assert len(relay.letters) == 1


async def test_closing_does_not_wait_for_a_dead_relay() -> None:
    """What can't be sent in time is dropped: the voice is saved all the same."""
    async with Relay() as relay:
        acknowledger = _acknowledger(relay, pauses=(60.0,))
    await acknowledger.open()
    acknowledger(THANKS)
    acknowledger(THANKS)
    await acknowledger.close(seconds=0.2)
    assert relay.letters == []


async def test_an_address_beyond_ascii_is_answered(relay: Relay) -> None:
    """Where the relay can, letters go to any address (RFC 6531)."""
    acknowledger = _acknowledger(relay)
    await acknowledger.open()
    acknowledger(Acknowledgement("jörg@bücher.example", SAVED, Reply.ACCEPTED))
    letter = await relay.letter()
    await acknowledger.close()
    assert letter.recipients == ("jörg@bücher.example",)
    assert "velvet" in letter.text


async def test_a_relay_is_used_over_tls_and_signed_in_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its certificate is checked against those the machine trusts."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "trusted.pem")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    async with Relay(tls=context, password="right") as relay:
        settings = RelaySettings("127.0.0.1", relay.port, "starttls", "us", "right", timeout=5)
        with pytest.raises(RelayUnavailable, match="check tls"):
            await check_relay(settings, LETTER.sender)
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "trusted.pem"))
        await check_relay(settings, LETTER.sender)
        acknowledger = _acknowledger(relay, tls="starttls", user="us", password="right")
        await acknowledger.open()
        acknowledger(THANKS)
        assert "velvet" in (await relay.letter()).text
        await acknowledger.close()


@pytest.mark.parametrize(
    ("settings", "what_to_do"),
    [
        ({"tls": "starttls"}, "check tls"),
        ({"user": "us", "password": "wrong"}, "check user and password"),
        ({"port": 1}, "check host, port"),
    ],
)
async def test_a_relay_that_can_t_be_used_is_reported_with_what_to_do(
    settings: dict[str, Any], what_to_do: str
) -> None:
    """The door doesn't open on a relay that would swallow every letter; no message shows the password."""
    async with Relay(password="right") as relay:
        usual: dict[str, Any] = {"host": "127.0.0.1", "port": relay.port, "tls": "none", "timeout": 5.0}
        chosen = RelaySettings(**(usual | settings))
        with pytest.raises(RelayUnavailable, match=what_to_do) as caught:
            await check_relay(chosen, LETTER.sender)
    assert "wrong" not in f"{caught.value} {chosen!r}"


def test_the_demonstration_shows_letters_in_the_terminal() -> None:
    """Whoever tries it out sees what would be sent, and no address."""
    stream = io.StringIO()
    TerminalAcknowledger(stream, LETTER, say)(THANKS)
    assert "velvet-otter-plank-sunny-drift" in stream.getvalue()
    assert "advocate" not in stream.getvalue()


def test_nothing_shows_to_whom_a_letter_goes() -> None:
    """A letter that is logged by mistake says nothing."""
    assert "advocate" not in repr(THANKS)


async def test_whoever_asks_for_tls_all_the_way_is_answered_over_no_other(
    relay: Relay, capsys: pytest.CaptureFixture[str]
) -> None:
    """A letter to a sender who asked for it (RFC 8689) doesn't begin its way in the open; the log says so."""
    acknowledger = _acknowledger(relay)
    await acknowledger.open()
    acknowledger(replace(THANKS, locked=True))
    acknowledger(replace(THANKS, to="open@x.example"))
    await relay.letter()
    await acknowledger.close()
    assert [letter.recipients for letter in relay.letters] == [("open@x.example",)]
    assert "needs-tls" in "".join(capsys.readouterr())


async def test_tls_all_the_way_is_passed_on(
    passage: MemoryPassage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the sender's REQUIRETLS at our door to ours at the relay, which here is a door of our own."""
    authority = trustme.CA()
    issued, pem = authority.issue_cert("localhost", "care.example"), tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(pem))
    issued.cert_chain_pems[0].write_to_path(str(tmp_path / "door.pem"))
    issued.private_key_pem.write_to_path(str(tmp_path / "door.key"))
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    certificate = Certificate(tmp_path / "door.pem", tmp_path / "door.key")
    arrived: list[Arrived] = []

    async def look(mail: Arrived) -> tuple[Flag, ...]:
        arrived.append(mail)
        return ()

    relaying = mail_door(
        MemoryPassage(), certificate=certificate, addresses=("advocate@council.example",), filters=look
    )
    async with relaying as relay:
        settings = RelaySettings("localhost", relay.port, "starttls", pauses=())
        acknowledger = Acknowledger(settings, LETTER, say)
        await acknowledger.open()
        async with mail_door(passage, acknowledger, certificate) as door, Peer(door.port) as peer:
            await peer.ask("EHLO x")
            await peer.ask("STARTTLS")
            await peer.lock(ssl.create_default_context())
            for command in (
                "EHLO x",
                "MAIL FROM:<advocate@council.example> REQUIRETLS",
                f"RCPT TO:<{ADDRESS}>",
                "DATA",
            ):
                assert (await peer.ask(command))[:1] in "23"
            await peer.send(mail("Locked, please.") + b"\r\n.\r\n")
            assert (await peer.hear()).startswith("250")
        await acknowledger.close()
    assert [one.locked for one in arrived] == [True]


def test_thanks_say_when_nobody_reads() -> None:
    """Honestly, and with whom else to turn to; otherwise nothing of it."""
    for nobody in (True, False):
        text = compose(replace(LETTER, nobody_reads=lambda: nobody), say, THANKS)[1]  # noqa: B023 - asked at once
        assert ("Right now nobody is reading messages." in text) is nobody
        assert "Childline" in text
