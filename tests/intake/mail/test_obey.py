"""Mailed commands, from the door to the disk and back in a letter."""

from __future__ import annotations

import asyncio
import threading
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desk.deployment import Files
from desk.publishing import deeds, take_back
from intake.guesses import Guesses
from intake.mail.commands import Wish
from intake.mail.delivery import Behind
from intake.mail.letter import Acknowledgement, compose
from intake.mail.obey import Done, Obeys
from intake.mail.replies import Reply
from intake.voices import Voices
from intake.wording import load_wording
from storage.consent import Changed
from storage.decisions import Reason, decline
from storage.errors import Busy
from storage.leaving import leave
from storage.model import AgeBand, Consent
from storage.opening import immediate
from storage.permission import ask_permission
from storage.questions import ask
from storage.responses import NewResponse, ResponseKind, draft
from storage.writer import Writer
from tests.fakes.door import mail, mail_door
from tests.fakes.passage import MemoryPassage
from tests.fakes.peer import Peer
from tests.intake.mail.test_acknowledge import LETTER
from tests.storage.deployment import OPEN, TODAY, Deployment, make, opened, voice

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

say = load_wording()
TAKEN = f"250 2.0.0 {say('smtp-command')}"
NO_CODE = "velvet-otter-plank-candle-drift"
SENDER = "advocate@council.example"


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Deployment]:
    """Give an empty deployment, with its files open."""
    make(tmp_path / "data")
    with opened(tmp_path / "data") as files:
        yield files


@dataclass
class Door:
    """An open door before a deployment, and what it wrote."""

    port: int
    passage: MemoryPassage
    letters: list[Acknowledgement] = field(default_factory=list)

    async def says(self, text: str, sender: str = SENDER, **headers: str) -> str:
        """Send a mail; returns the reply to its end."""
        async with Peer(self.port) as peer:
            return await peer.mail(mail(text.replace("\n", "\r\n"), **headers), sender=sender)

    @property
    def letter(self) -> str:
        """The last letter, as it is read."""
        return compose(LETTER, say, self.letters[-1])[1]


@asynccontextmanager
async def door_to(kept: Deployment, guesses: Guesses | None = None, seconds: float = 0.0) -> AsyncIterator[Door]:
    """Open a door whose commands reach a deployment."""
    files, passage, letters = Files(kept.folder, demo=False), MemoryPassage(), list[Acknowledgement]()
    writer = Writer(files.open_intake())
    voices = Voices(writer, kept.keys, deeds(files, OPEN, ""))
    obeys = Obeys(voices, guesses or Guesses(), seconds=seconds)
    async with mail_door(passage, letters.append, behind=Behind(voices, obeys)) as opened_door:
        yield Door(opened_door.port, passage, letters)
    await writer.close()


async def test_words_are_taken_back(kept: Deployment) -> None:
    """From everywhere, before the door says 250; the letter says what can't be called back, and no code works twice."""
    code, other = kept.approved("zanzibar"), kept.approved("Stays.")
    kept.publish()
    async with door_to(kept) as door:
        assert await door.says(f"WITHDRAW {code}") == TAKEN
        assert kept.find_bytes("zanzibar") == []
        assert kept.shown() == ["Stays."]
        assert say("answer-withdrawn") in door.letter
        assert await door.says(f"WITHDRAW {code}") == TAKEN
        assert say("answer-no-such-code", contact=say("ack-contact-unnamed")) in door.letter
    assert kept.voice(other).words is not None
    assert door.passage.voices == []


@pytest.mark.parametrize("consent", Consent)
async def test_an_answer_about_consent_is_taken(kept: Deployment, consent: Consent) -> None:
    """In force at once while nothing is published; the letter repeats it in the deployment's words."""
    code = kept.arrived(voice(consent=Consent.READ))
    async with door_to(kept) as door:
        assert await door.says(f"{consent.upper()} {code}") == TAKEN
    assert kept.voice(code).consent is consent
    assert say("answer-use-done", use=LETTER.uses[consent]) in door.letter


async def test_a_tighter_answer_leaves_the_lab_before_it_is_answered(kept: Deployment) -> None:
    """A looser one waits for the next release, and says so."""
    code = kept.approved("zanzibar")
    kept.publish()
    async with door_to(kept) as door:
        await door.says(f"read {code}")
        assert kept.published.execute("SELECT may_quote FROM voices").fetchall() == [(0,)]
        await door.says(f"quote {code}")
        assert kept.published.execute("SELECT may_quote FROM voices").fetchall() == [(0,)]
        assert say("answer-use-later", use=LETTER.uses[Consent.QUOTE]) in door.letter
        await door.says(f"status {code}")
        assert say("bot-status-later") in door.letter
        await door.says(f"count {code}")
    assert kept.find_bytes("zanzibar") == []


async def test_under_16s_are_not_quoted(kept: Deployment) -> None:
    """The letter says why."""
    code = kept.arrived(voice(age_band=AgeBand.UNDER_16, consent=Consent.READ))
    async with door_to(kept) as door:
        await door.says(f"QUOTE {code}")
    assert say("answer-use-never") in door.letter


async def test_a_status_says_what_the_bot_says(kept: Deployment) -> None:
    """Where the words are, why they were declined, and what a council answered; never the words, nor the code."""
    code = kept.arrived(voice("zanzibar"))
    with immediate(kept.intake):
        decline(kept.intake, kept.voice(code), "ash", Reason.OFF_TOPIC)
        draft(
            kept.intake,
            NewResponse(ResponseKind.CHANGED, "We mended it.", "ash", TODAY, approver="ash"),
            [kept.voice(code).id],
        )
    async with door_to(kept) as door:
        await door.says(f"STATUS {code}")
    for part in ("bot-state-declined", "bot-reason-not-about-services"):
        assert say(part) in door.letter
    assert say("bot-response-changed", day="21 November 2026") + "\n\n    We mended it." in door.letter
    assert "zanzibar" not in door.letter
    assert code not in door.letter


async def test_an_answer_to_our_letter_needs_no_code(kept: Deployment) -> None:
    """It stands in the letter, which is quoted below."""
    code = kept.arrived(voice(consent=Consent.READ))
    async with door_to(kept) as door:
        await door.says(f"COUNT\n\nOn Sat, 21 Nov 2026, Care Voice wrote:\n> Your code is:\n>\n>     {code}\n")
    assert kept.voice(code).consent is Consent.COUNT
    assert door.passage.voices == []


async def test_a_command_without_a_code_is_told_what_to_do(kept: Deployment) -> None:
    """Nothing vanishes."""
    async with door_to(kept) as door:
        assert await door.says("WITHDRAW") == TAKEN
    assert say("answer-no-code", command="WITHDRAW") in door.letter


async def test_words_beside_a_command_become_a_voice(kept: Deployment) -> None:
    """Both are done, each with a letter."""
    code = kept.arrived()
    async with door_to(kept) as door:
        assert await door.says(f"WITHDRAW {code}\nHe reads my mail. Help") == TAKEN
    assert door.passage.words == ["He reads my mail. Help"]
    thanks, answer = door.letters
    assert say("ack-beside-command") in compose(LETTER, say, thanks)[1]
    assert isinstance(answer.outcome, Done)


async def test_what_may_be_words_is_kept_without_the_code(kept: Deployment) -> None:
    """Who reads it can't take words back, and the letter says how to send a command."""
    code = kept.arrived()
    async with door_to(kept) as door:
        await door.says(f"I don't know if I should withdraw {code} or not.")
    assert door.passage.words == ["I don't know if I should withdraw [code] or not."]
    assert say("ack-code-seen") in door.letter
    assert kept.voice(code).words is not None


async def test_machines_are_obeyed_for_a_code_and_never_answered(kept: Deployment) -> None:
    """A ticket system may pass somebody's command on; but what it quotes of our letter is no command."""
    code, other = kept.arrived(), kept.arrived()
    automatic = {"Auto_Submitted": "auto-replied"}
    async with door_to(kept) as door:
        assert await door.says(f"WITHDRAW {code}", **automatic) == TAKEN
        await door.says("WITHDRAW", **automatic)
        await door.says(f"COUNT {other}", sender="list-bounces@x.example")
    assert door.letters == []
    assert door.passage.words == ["WITHDRAW"]
    assert kept.voice(other).consent is Consent.COUNT


async def test_a_question_is_told_with_how_to_answer_it(kept: Deployment) -> None:
    """Whoever asks by mail reads what the desk asks; a voice that is leaving says so, and asks nothing."""
    code = kept.arrived()
    with immediate(kept.intake):
        ask(kept.intake, kept.voice(code), "Which office was it?", "ash", TODAY)
    async with door_to(kept) as door:
        await door.says(f"STATUS {code}")
        assert "    Which office was it?" in door.letter
        assert say("answer-question") in door.letter
        with immediate(kept.intake):
            leave(kept.intake, kept.keys, code, time.time())
        await door.says(f"STATUS {code}")
        assert say("bot-state-leaving") in door.letter
        assert "Which office" not in door.letter
        await door.says(f"WITHDRAW {code}")
        assert say("answer-withdrawn") in door.letter
    assert kept.intake.execute("SELECT count(*) FROM submissions").fetchone() == (0,)


async def test_wrong_codes_are_slowed(kept: Deployment) -> None:
    """Per sender, and for everybody together; what is put off is done by the sender's server later."""
    code = kept.arrived()
    later = f"451 4.7.1 {say('smtp-too-many-codes')}"
    async with door_to(kept, Guesses(per_person=2, overall=3)) as door:
        assert [await door.says(f"status {NO_CODE}") for _ in range(3)] == [TAKEN, TAKEN, later]
        assert await door.says(f"withdraw {code}") == later
        assert await door.says(f"status {code}", sender="b@x.example") == TAKEN
        assert await door.says(f"status {NO_CODE}", sender="b@x.example") == TAKEN
        assert await door.says(f"status {code}", sender="c@x.example") == later
        assert (await door.says("Words still come in.")).startswith("250")
    assert kept.voice(code).words is not None


async def test_many_codes_at_once_are_counted_as_many(kept: Deployment) -> None:
    """Sessions beside each other are no way around it."""
    async with door_to(kept, Guesses(per_person=2), seconds=0.1) as door:
        replies = await asyncio.gather(*(door.says(f"status {NO_CODE}") for _ in range(8)))
    assert sorted(reply[:3] for reply in replies) == ["250"] * 2 + ["451"] * 6


async def test_right_and_wrong_codes_take_the_same_time(kept: Deployment) -> None:
    """No reply comes before a second is over, whatever was found, so its time tells nothing."""
    code = kept.arrived()
    loop = asyncio.get_running_loop()
    async with door_to(kept, seconds=0.5) as door:
        for said in (f"WITHDRAW {code}", f"WITHDRAW {NO_CODE}", "WITHDRAW"):
            start = loop.time()
            assert await door.says(said) == TAKEN
            assert loop.time() - start >= 0.5


async def test_commands_count_for_the_day(kept: Deployment) -> None:
    """Two machines that send each other commands end it."""
    async with door_to(kept) as door:
        replies = [(await door.says("STATUS"))[:3] for _ in range(51)]
    assert replies == ["250"] * 50 + ["451"]
    assert len(door.letters) == 50


async def test_a_peer_that_hangs_up_stops_no_withdrawal(kept: Deployment) -> None:
    """Once begun it is finished."""
    code, files = kept.arrived(), Files(kept.folder, demo=False)
    begun, may_end = threading.Event(), threading.Event()
    writer = Writer(files.open_intake())

    def slowly(code: str) -> bool:
        begun.set()
        return may_end.wait(10) and take_back(files, OPEN, code)

    slow = replace(deeds(files, OPEN, ""), withdraw=slowly)
    obeys = Obeys(Voices(writer, kept.keys, slow), Guesses(), seconds=0)
    async with mail_door(MemoryPassage(), behind=Behind(obeys=obeys)) as opened_door:
        async with Peer(opened_door.port) as peer:
            await peer.begin()
            await peer.send(mail(f"WITHDRAW {code}") + b"\r\n.\r\n")
            assert await asyncio.to_thread(begun.wait, 10)
        may_end.set()
    await writer.close()
    assert not kept.withdraw(code)


async def test_what_can_not_be_done_is_put_off(kept: Deployment, capsys: pytest.CaptureFixture[str]) -> None:
    """The sender's server tries again; nobody is told that it is done."""
    files, letters = Files(kept.folder, demo=False), list[Acknowledgement]()
    writer = Writer(files.open_intake())
    code = kept.arrived()

    def breaks(_: str) -> bool:
        raise OSError("velvet")

    def busy(*_: object) -> Changed:
        raise Busy("velvet")

    broken = replace(deeds(files, OPEN, ""), withdraw=breaks, choose=busy)
    obeys = Obeys(Voices(writer, kept.keys, broken), Guesses(), seconds=0)
    async with mail_door(MemoryPassage(), letters.append, behind=Behind(obeys=obeys)) as opened_door:
        door = Door(opened_door.port, MemoryPassage())
        assert await door.says(f"WITHDRAW {code}") == f"451 4.3.0 {say('smtp-try-later')}"
        assert await door.says(f"COUNT {code}") == f"451 4.3.2 {say('smtp-busy')}"
    await writer.close()
    assert letters == []
    assert "velvet" not in "".join(capsys.readouterr())


def test_every_answer_can_be_said() -> None:
    """Whatever comes of a command has its words, and none shows a code."""
    for changed in Changed:
        assert say(f"answer-use-{changed}", use="x")
    about = Acknowledgement(SENDER, Done(Wish.COUNT, "no-code"), Reply.COMMAND)
    subject, text = compose(replace(LETTER, contact="0123"), say, about)
    assert subject == say("answer-subject")
    assert say("answer-commands", address=LETTER.sender) in text


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("SHARE", "It may go out as you told it"),
        ("summary", "Only a short summary goes out"),
        ("Count", "It is only counted now"),
    ],
)
async def test_who_could_be_recognised_says_by_mail_if_it_may_go_out(kept: Deployment, said: str, told: str) -> None:
    """STATUS asks, and says how to answer; one word answers, and the same word later finds nothing asked."""
    code = kept.arrived()
    with immediate(kept.intake):
        ask_permission(kept.intake, kept.voice(code), "ash", "Somebody moved often.", date.today())
    async with door_to(kept) as door:
        await door.says(f"STATUS {code}")
        assert "someone who knows you could guess" in " ".join(door.letter.split()).lower()
        assert "SHARE, SUMMARY, COUNT, then the code" in " ".join(door.letter.split())
        assert "moved often" not in door.letter
        await door.says(f"{said} {code}")
        assert told in " ".join(door.letter.split())
        await door.says(f"SHARE {code}")
        assert "That is not open any more" in door.letter
