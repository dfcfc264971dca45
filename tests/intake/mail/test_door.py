"""The mail door over real sockets."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import aiosmtplib
import pytest
import uvloop

from intake.mail.fingerprint import fingerprint
from intake.passage import NotSaved
from intake.wording import load_wording
from storage.model import Channel, Consent, Flag, Speaker
from tests.fakes.door import ADDRESS, KEY, mail, mail_door
from tests.fakes.passage import MemoryPassage
from tests.fakes.peer import Peer

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from intake.mail.letter import Acknowledgement

say = load_wording()
TRY_LATER = f"451 4.3.0 {say('smtp-try-later')}"


async def test_a_mail_becomes_a_voice(passage: MemoryPassage) -> None:
    """Words that come by mail are kept for reading, not for quoting, and the sender hears that they are saved."""
    async with mail_door(passage) as door, Peer(door.port) as peer:
        assert await peer.mail(mail("I moved four times.")) == f"250 2.0.0 {say('smtp-accepted')}"
    (known,) = (voice.known for voice in passage.voices)
    assert passage.words == ["I moved four times."]
    assert (known.channel, known.consent, known.speaker) == (Channel.MAIL, Consent.READ, None)


async def test_a_forward_is_an_advocate_speaking(passage: MemoryPassage) -> None:
    """Whoever forwards a mail passes on someone else's words."""
    quoted = "-----Original Message-----\r\nFrom: Jo <jo@x.example>\r\nSent: 1 May 2026 10:00\r\nTo: Sam"
    words = f"{quoted}\r\nSubject: home\r\n\r\nNobody asked me where I wanted to live.\r\n"
    async with mail_door(passage) as door, Peer(door.port) as peer:
        assert (await peer.mail(mail(words).replace(b"hello", b"FW: home"))).startswith("250")
    assert passage.voices[0].known.speaker is Speaker.ADVOCATE


NOTE_HEADING = load_wording()("mail-note")


def forwarded(note: str) -> bytes:
    """Return a mail that passes on somebody's words under a note."""
    block = "From: Jo <jo@x.example>\r\nSent: 1 May 2026 10:00\r\nTo: Sam\r\nSubject: home"
    return mail(f"{note}\r\n\r\n{block}\r\n\r\nThe flat is ok.\r\n").replace(b"hello", b"FW: home")


async def test_a_note_that_suggests_risk_is_kept(passage: MemoryPassage) -> None:
    """What stands above forwarded words may be the very thing that somebody dared to say."""
    async with mail_door(passage) as door, Peer(door.port) as peer:
        await peer.mail(forwarded("I told my worker I want to die and here is what she sent back:"))
    assert passage.words == [
        f"{NOTE_HEADING}\n\nI told my worker I want to die and here is what she sent back:\n\n* * *\n\nThe flat is ok."
    ]


async def test_a_note_is_kept_if_the_deployment_says_so(passage: MemoryPassage) -> None:
    """As context, told apart from the words that it stands above; then nothing has to be owned up to."""
    letters: list[Acknowledgement] = []
    async with mail_door(passage, letters.append, keep_note=True) as door, Peer(door.port) as peer:
        await peer.mail(forwarded("Please see below."))
    assert passage.words == [f"{NOTE_HEADING}\n\nPlease see below.\n\n* * *\n\nThe flat is ok."]
    assert not letters[0].note_left


async def test_what_may_be_an_answer_is_kept_with_what_it_may_answer(passage: MemoryPassage) -> None:
    """Without "Re" or "Fwd" nobody can tell which was meant: both are kept, and moderators hear of it."""
    async with mail_door(passage) as door, Peer(door.port) as peer:
        await peer.mail(forwarded("I want my own key.").replace(b"FW: home", b"home"))
        await peer.mail(forwarded("I want my own key."))
    both, forward = passage.voices
    assert both.words.reveal() == f"{NOTE_HEADING}\n\nI want my own key.\n\n* * *\n\nThe flat is ok."
    assert (both.flags, forward.flags) == ((Flag.UNSURE,), ())


async def test_a_note_that_is_left_out_is_owned_up_to(passage: MemoryPassage) -> None:
    """Whoever passes words on hears that what they wrote above them was not kept."""
    letters: list[Acknowledgement] = []
    async with mail_door(passage, letters.append) as door, Peer(door.port) as peer:
        await peer.mail(forwarded("Please see below."))
    assert passage.words == ["The flat is ok."]
    assert letters[0].note_left


async def test_pictures_that_are_not_kept_are_owned_up_to(passage: MemoryPassage) -> None:
    """Nothing vanishes: whoever sends a picture hears that only the words were kept."""
    picture = "--b\r\nContent-Type: image/jpeg\r\n\r\nxx\r\n--b--\r\n"
    words = f"--b\r\nContent-Type: text/plain\r\n\r\nHere is my letter.\r\n{picture}"
    letters: list[Acknowledgement] = []
    async with mail_door(passage, letters.append) as door, Peer(door.port) as peer:
        await peer.mail(mail(words, Content_Type="multipart/mixed; boundary=b"))
        await peer.mail(mail("No picture."))
    assert [letter.left.counted for letter in letters] == [(("picture", 1),), ()]


async def test_a_letter_that_breaks_undoes_no_voice(passage: MemoryPassage) -> None:
    """The voice is saved, so its sender hears 250 whatever becomes of the thanks."""

    def breaks(_: Acknowledgement) -> None:
        raise ValueError("no letter")

    async with mail_door(passage, breaks) as door, Peer(door.port) as peer:
        assert (await peer.mail(mail("Saved all the same."))).startswith("250")
    assert passage.words == ["Saved all the same."]


async def test_an_ordinary_client_is_understood(passage: MemoryPassage) -> None:
    """A client that knows nothing of us, with an address that isn't ASCII, gets through."""
    async with mail_door(passage) as door:
        client = aiosmtplib.SMTP(hostname="127.0.0.1", port=door.port, start_tls=False)
        await client.connect()
        options = ["SMTPUTF8", "BODY=8BITMIME"]
        await client.sendmail("jörg@bücher.example", [ADDRESS], mail("Ça va"), mail_options=options)
        await client.sendmail("", [ADDRESS.upper()], mail("Second"))
        await client.quit()
    assert passage.words == ["Ça va", "Second"]


async def test_mail_to_anybody_else_is_refused(passage: MemoryPassage) -> None:
    """The door is no relay, and says what to check."""
    async with mail_door(passage) as door, Peer(door.port) as peer:
        await peer.ask("EHLO x")
        await peer.ask("MAIL FROM:<a@x.example>")
        assert await peer.ask("RCPT TO:<other@care.example>") == f"550 5.1.1 {say('smtp-unknown-address')}"
        assert (await peer.ask("DATA")).startswith("503")


async def test_a_mail_without_words_is_refused_with_what_to_do(passage: MemoryPassage) -> None:
    """Nothing vanishes: who sends no words learns it in the dialogue."""
    async with mail_door(passage) as door, Peer(door.port) as peer:
        assert await peer.mail(mail("")) == f"554 5.6.0 {say('smtp-no-words')}"
        assert not passage.voices


@pytest.mark.parametrize(
    ("instead", "reply"),
    [
        (NotSaved("redaction", urgent=False), TRY_LATER),
        (NotSaved("storage", urgent=False), TRY_LATER),
        (NotSaved("busy", urgent=False), f"451 4.3.2 {say('smtp-busy')}"),
        (NotSaved("too-long", urgent=False), f"552 5.3.4 {say('smtp-too-big')}"),
        (NotSaved("empty", urgent=False), f"554 5.6.0 {say('smtp-no-words')}"),
    ],
)
async def test_what_was_not_saved_is_never_said_to_be(passage: MemoryPassage, instead: NotSaved, reply: str) -> None:
    """What may work later gets 4xx, so that the sender's server keeps it; what never will gets 5xx."""
    passage.instead = instead
    async with mail_door(passage) as door, Peer(door.port) as peer:
        assert await peer.mail(mail()) == reply


async def test_a_failure_of_ours_is_a_constant_4xx(passage: MemoryPassage, capsys: pytest.CaptureFixture[str]) -> None:
    """An exception's text may carry words, and a 5xx would make the sender's server give up (fact 8)."""
    passage.instead = ValueError("Kayleigh Sample wrote this")
    async with mail_door(passage) as door, Peer(door.port) as peer:
        assert await peer.mail(mail()) == TRY_LATER
        passage.instead = None
        assert (await peer.mail(mail())).startswith("250")
    said = "".join(capsys.readouterr())
    assert "ValueError" in said
    assert "Kayleigh" not in said


async def test_a_mail_that_is_too_big_is_refused_however_it_is_announced(passage: MemoryPassage) -> None:
    """The size is checked when it is announced and when it comes, and the session goes on."""
    async with mail_door(passage, largest_bytes=1_000) as door, Peer(door.port) as peer:
        assert "SIZE 1000" in await peer.ask("EHLO x")
        assert (await peer.ask("MAIL FROM:<a@x.example> SIZE=1001")).startswith("552")
        assert await peer.mail(mail("long " * 400)) == f"552 5.3.4 {say('smtp-too-big')}"
        assert (await peer.mail(mail("short"))).startswith("250")
    assert passage.words == ["short"]


async def test_a_big_mail_is_read_beside_the_loop(passage: MemoryPassage) -> None:
    """Long mails come through as short ones do."""
    async with mail_door(passage) as door, Peer(door.port) as peer:
        assert (await peer.mail(mail("word " * 60_000))).startswith("250")
    assert len(passage.words[0].split()) == 60_000


async def test_mails_on_their_way_share_bounded_memory(passage: MemoryPassage) -> None:
    """When all that may be held is held, further big mails are put off, and words still come in."""
    async with mail_door(passage, held_bytes=150_000) as door, Peer(door.port) as slow, Peer(door.port) as other:
        await slow.begin()
        await slow.send(mail("x" * 200_000))
        await asyncio.sleep(0.05)
        assert await other.mail(mail("y" * 200_000)) == f"452 4.3.1 {say('smtp-busy')}"
        assert (await other.mail(mail("words"))).startswith("250")
        await slow.send(b"\r\n.\r\n")
        assert (await slow.hear()).startswith("250")
        assert (await other.mail(mail("y" * 200_000))).startswith("250")


async def test_a_session_may_bring_many_mails_and_forget_one(passage: MemoryPassage) -> None:
    """RSET forgets the envelope; a mail leaves nothing behind for the next."""
    async with mail_door(passage) as door, Peer(door.port) as peer:
        await peer.mail(mail("one"))
        await peer.ask("MAIL FROM:<b@x.example>")
        await peer.ask("RSET")
        assert (await peer.ask(f"RCPT TO:<{ADDRESS}>")).startswith("503")
        await peer.mail(mail("two"))
    assert passage.words == ["one", "two"]


async def test_commands_out_of_order_are_refused(passage: MemoryPassage) -> None:
    """A mail needs a greeting, a sender and a recipient first (RFC 5321, 4.1.4)."""
    commands = ("DATA", "EHLO x", "DATA", "MAIL FROM:<a@x.example>", "DATA", f"RCPT TO:<{ADDRESS}>", "DATA now")
    async with mail_door(passage) as door, Peer(door.port) as peer:
        said = [(await peer.ask(command))[:3] for command in commands]
    assert said == ["503", "250", "503", "250", "503", "250", "501"]


async def test_a_mail_broken_off_is_not_kept(passage: MemoryPassage) -> None:
    """Without its dot a mail is half a mail, and its sender's server will send it again."""
    async with mail_door(passage) as door:
        async with Peer(door.port) as peer:
            await peer.begin()
            await peer.send(mail("half"))
        await asyncio.sleep(0.05)
    assert not passage.voices


async def test_a_peer_that_hangs_up_after_the_dot_is_kept_once(passage: MemoryPassage) -> None:
    """A commit under way goes on when the peer is gone (fact 9), and the mail that comes again is folded."""
    passage.may_end.clear()
    sent = mail("kept once", Message_ID="<1@x.example>")
    async with mail_door(passage) as door:
        async with Peer(door.port) as peer:
            await peer.begin()
            await peer.send(sent + b"\r\n.\r\n")
            await passage.begun.wait()
        await asyncio.sleep(0.05)
        passage.may_end.set()
        async with Peer(door.port) as peer:
            assert (await peer.mail(sent)).startswith("250")
    assert passage.words == ["kept once"]


def test_only_the_same_mail_has_the_same_fingerprint() -> None:
    """It takes Message-ID, envelope, body and key; the way a mail took doesn't matter (promise 1)."""
    sent = mail(Message_ID="<1@x.example>")
    same = fingerprint(KEY, "a@x", ["v@x", "w@x"], sent)
    assert same == fingerprint(KEY, "a@x", ["W@x", "V@x"], b"Received: from elsewhere\r\n" + sent)
    others = [
        fingerprint(b"other", "a@x", ["v@x", "w@x"], sent),
        fingerprint(KEY, "b@x", ["v@x", "w@x"], sent),
        fingerprint(KEY, "a@x", ["v@x"], sent),
        fingerprint(KEY, "a@x", ["v@x", "w@x"], sent + b"!"),
        fingerprint(KEY, "a@x", ["v@x", "w@x"], sent.replace(b"1@x", b"2@x")),
        fingerprint(KEY, "a@x", ["v@x", "w@x"], sent.replace(b"\r\n\r\n", b"\n\n")),
    ]
    assert len({same, *others}) == 7


def test_a_mail_without_a_message_id_is_never_folded() -> None:
    """Two people may send the same words: without an id nothing says that it is one mail."""
    assert fingerprint(KEY, "a@x", ["v@x"], mail("Message-ID: <in@the.body>")) is None


async def test_a_sender_has_a_daily_allowance(passage: MemoryPassage) -> None:
    """What is more than a day's mail from one sender is put off, which ends any loop (promise 8)."""
    async with mail_door(passage, per_sender_per_day=2) as door, Peer(door.port) as peer:
        sent = mail(Message_ID="<1@x.example>")
        assert [(await peer.mail(sent))[:3] for _ in range(2)] == ["250"] * 2
        assert await peer.mail(sent) == f"451 4.7.1 {say('smtp-too-many-today')}"
        assert (await peer.mail(mail("from elsewhere"), sender="other@x.example"))[:3] == "250"


@pytest.mark.parametrize(
    ("sender", "headers", "answered"),
    [
        ("advocate@council.example", {}, True),
        ("advocate@council.example", {"Auto_Submitted": "auto-replied"}, False),
        ("", {}, False),
        (ADDRESS.upper(), {}, False),
        ("mailer-daemon@x.example", {}, False),
        ("list-bounces@x.example", {}, False),
        ("do-not-reply@x.example", {}, False),
        ('"odd one"@x.example', {}, False),
    ],
)
async def test_only_a_person_is_answered(
    passage: MemoryPassage, sender: str, headers: dict[str, str], *, answered: bool
) -> None:
    """Thanks go to the envelope's sender, and never to machines, nobody, or ourselves (RFC 3834)."""
    thanks: list[Acknowledgement] = []
    async with mail_door(passage, thanks.append) as door, Peer(door.port) as peer:
        assert (await peer.mail(mail("Hello there", **headers), sender=sender)).startswith("250")
    assert [one.to for one in thanks] == ([sender] if answered else [])


async def test_helplines_go_out_once_though_nothing_is_saved(passage: MemoryPassage) -> None:
    """Urgent words that could not be saved are answered with helplines, but not at each new try."""
    passage.instead = NotSaved("storage", urgent=True)
    thanks: list[Acknowledgement] = []
    async with mail_door(passage, thanks.append) as door, Peer(door.port) as peer:
        assert [await peer.mail(mail()) for _ in range(3)] == [TRY_LATER] * 3
    assert [one.outcome for one in thanks] == [passage.instead]


async def test_peers_beyond_the_cap_are_turned_away_until_one_leaves(passage: MemoryPassage) -> None:
    """There are never more sessions than allowed, and those turned away learn to come back."""
    async with mail_door(passage, max_connections=2) as door:
        async with Peer(door.port), Peer(door.port) as second:
            async with Peer(door.port) as third:
                assert third.said == f"421 4.3.2 {say('smtp-busy')}"
            assert (await second.mail(mail())).startswith("250")
        await asyncio.sleep(0.05)
        async with Peer(door.port) as again:
            assert again.said.startswith("220")


async def test_recipients_beyond_the_limit_are_put_off(passage: MemoryPassage) -> None:
    """However often we are named, a mail is one voice, and the list is short."""
    async with mail_door(passage, recipients=2) as door, Peer(door.port) as peer:
        await peer.ask("EHLO x")
        await peer.ask("MAIL FROM:<a@x.example>")
        said = [await peer.ask(f"RCPT TO:<{ADDRESS}>") for _ in range(3)]
        assert [reply[:3] for reply in said] == ["250", "250", "452"]


async def test_a_session_that_brings_no_mail_is_cut_off(passage: MemoryPassage) -> None:
    """Answers are counted between two mails that were taken, so that real work may go on for ever."""
    async with mail_door(passage, session_answers=20) as door, Peer(door.port) as peer:
        for _ in range(5):
            assert (await peer.mail(mail())).startswith("250")
        said = [await peer.ask("NOOP") for _ in range(20)]
        assert said == ["250 OK"] * 19 + ["421 4.7.0 Too many commands"]
        assert await peer.hear() == ""


async def test_a_session_may_not_outstay_its_time(passage: MemoryPassage) -> None:
    """Commands earn no time, only a mail that is taken does (RFC 5321, 4.5.3.2)."""
    async with mail_door(passage, session_seconds=0.6) as door, Peer(door.port) as peer:
        for _ in range(3):
            await asyncio.sleep(0.3)
            assert (await peer.mail(mail())).startswith("250")
        await asyncio.sleep(0.3)
        assert await peer.ask("NOOP") == "250 OK"
        assert await peer.hear() == "421 4.4.2 Your time is over"


async def test_a_mail_that_trickles_in_is_cut_off(passage: MemoryPassage) -> None:
    """A peer that sends a byte now and then does not hold a session for ever."""
    async with mail_door(passage, session_seconds=0.2) as door, Peer(door.port) as peer:
        await peer.begin()
        for _ in range(3):
            await asyncio.sleep(0.05)
            await peer.send(b"x")
        assert (await peer.hear()).startswith("421 4.4.2")


async def test_closing_lets_a_delivery_finish_and_cuts_the_rest(passage: MemoryPassage) -> None:
    """A mail whose dot has come is answered; who is idle or half way is told to come back; nobody new comes in."""
    passage.may_end.clear()
    async with mail_door(passage) as door, Peer(door.port) as busy, Peer(door.port) as idle, Peer(door.port) as half:
        await half.begin()
        await busy.begin()
        await busy.send(mail() + b"\r\n.\r\n")
        await passage.begun.wait()
        closing = asyncio.create_task(door.close(seconds=5))
        assert (await idle.hear()).startswith("421")
        assert (await half.hear()).startswith("421")
        with pytest.raises(ConnectionRefusedError):
            await Peer(door.port).__aenter__()
        passage.may_end.set()
        assert (await busy.hear()).startswith("250")
        assert (await busy.hear()).startswith("421")
        await closing


async def test_closing_waits_no_longer_than_told(passage: MemoryPassage) -> None:
    """A delivery that never ends is cut, without a reply that could be taken for one."""
    passage.may_end.clear()
    async with mail_door(passage) as door, Peer(door.port) as peer:
        await peer.begin()
        await peer.send(mail() + b"\r\n.\r\n")
        await passage.begun.wait()
        async with asyncio.timeout(2):
            await door.close(seconds=0.1)
        assert await peer.hear() == ""
        passage.may_end.set()


async def test_the_door_says_little_of_itself(passage: MemoryPassage) -> None:
    """No version, no list of addresses, no TLS that isn't there, and nothing that was said is said back."""
    async with mail_door(passage) as door, Peer(door.port) as peer:
        assert peer.said == "220 care.example ESMTP"
        assert "STARTTLS" not in await peer.ask("EHLO x")
        assert await peer.ask(f"VRFY {ADDRESS}") == await peer.ask("VRFY nobody@care.example")
        assert (await peer.ask(f"EXPN {ADDRESS}")).startswith("502")
        assert "Kayleigh" not in await peer.ask("Kayleigh moved again")


async def test_the_server_s_own_log_is_silent(passage: MemoryPassage, caplog: pytest.LogCaptureFixture) -> None:
    """The library's log has addresses and, at DEBUG, words: nothing of it gets anywhere (fact 11)."""
    caplog.set_level(logging.DEBUG)
    logging.getLogger("mail.log").setLevel(logging.DEBUG)
    async with mail_door(passage) as door, Peer(door.port) as peer:
        await peer.mail(mail("canary"), sender="canary@x.example")
        passage.instead = ValueError("canary")
        await peer.mail(mail("canary"), sender="canary@x.example")
        await peer.ask("canary")
    assert "mail.log" not in {record.name for record in caplog.records}
    assert "canary" not in caplog.text


async def test_peers_that_vanish_leave_no_traceback(passage: MemoryPassage, caplog: pytest.LogCaptureFixture) -> None:
    """Peers come and go; asyncio has nothing to report."""
    async with mail_door(passage) as door:
        for command in (b"", b"EHLO x\r\n", b"EHLO x\r\nMAIL FROM:<a@x.example>\r\n" * 20):
            async with Peer(door.port) as peer:
                await peer.send(command)
        await asyncio.sleep(0.05)
    assert not [record for record in caplog.records if record.name == "asyncio" and record.levelno > logging.DEBUG]


@pytest.mark.parametrize(
    "rule",
    [
        test_a_mail_becomes_a_voice,
        test_a_peer_that_hangs_up_after_the_dot_is_kept_once,
        test_peers_beyond_the_cap_are_turned_away_until_one_leaves,
        test_a_session_that_brings_no_mail_is_cut_off,
        test_a_session_may_not_outstay_its_time,
        test_closing_lets_a_delivery_finish_and_cuts_the_rest,
        test_closing_waits_no_longer_than_told,
    ],
)
def test_the_faster_loop_changes_nothing(rule: Callable[[MemoryPassage], Coroutine[None, None, None]]) -> None:
    """What holds on Python's own loop holds on uvloop."""
    uvloop.run(rule(MemoryPassage()))
