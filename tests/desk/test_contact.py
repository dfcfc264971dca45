"""People are offered to be contacted only if the mailbox was set and proved, and nothing changed since."""

from __future__ import annotations

import asyncio
import stat
from typing import TYPE_CHECKING

import pytest

from desk.contact import lead_of
from desk.settings import FILE, load_settings
from intake.plea import Plea
from intake.raw import RawWords
from intake.wording import load_wording
from tests.desk.examined import change, found
from tests.desk.proving import MAILBOX, prove, with_mailbox
from tests.fakes.relay import Relay

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from intake.plea import Lead
    from tests.desk.at_desk import Desk


@pytest.fixture
async def relay() -> AsyncIterator[Relay]:
    """Open a relay that takes everything."""
    async with Relay() as opened:
        yield opened


def lead(desk: Desk) -> Lead | None:
    """Return who people are offered, as the doors would read it now."""
    return lead_of(load_settings(desk.files.data, {}), desk.files, load_wording())


def doctor_says(desk: Desk) -> str:
    """Return the verdict of the doctor."""
    ((verdict, _),) = found(desk, "contact")
    return verdict


async def test_it_is_offered_once_the_mailbox_was_proved(desk: Desk, relay: Relay) -> None:
    """Set, tested with the number from the mail, and then what is asked arrives there."""
    assert (lead(desk), doctor_says(desk)) == (None, "skipped")
    change(desk, *with_mailbox(relay.port).items())
    assert (lead(desk), doctor_says(desk)) == (None, "wrong")
    status, said = await prove(desk.files.data, relay)
    assert (status, "Start care-voice again" in said) == (0, True)
    offered = lead(desk)
    assert offered
    assert doctor_says(desk) == "ok"
    assert await offered.send(Plea("ab" * 16, RawWords("please help"), RawWords("07700 900123")))
    letter = await relay.letter(2)
    assert letter.recipients == (MAILBOX,)
    assert "> please help" in letter.text


async def test_what_was_proved_is_kept_as_a_keyed_digest(desk: Desk, relay: Relay) -> None:
    """No address and no secret is in the file, and nobody else can read it."""
    change(desk, *with_mailbox(relay.port).items())
    await prove(desk.files.data, relay)
    note = desk.files.data / "contact-tested"
    assert stat.S_IMODE(note.stat().st_mode) == 0o600
    assert len(bytes.fromhex(note.read_text())) == 32


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f'mailbox = "{MAILBOX}"', 'mailbox = "other@council.example"'),
        ('addresses = ["voice@localhost"]', 'addresses = ["voice@care.example"]'),
        ('user = ""', 'user = "us"'),
        ('deputy = "Alex Reed"', 'deputy = ""'),
        (f'mailbox = "{MAILBOX}"', 'mailbox = ""'),
    ],
)
async def test_a_change_makes_it_absent(desk: Desk, relay: Relay, old: str, new: str) -> None:
    """Until it is tested again; back to what was tested is as good as tested."""
    change(desk, *with_mailbox(relay.port).items())
    await prove(desk.files.data, relay)
    change(desk, (old, new))
    assert lead(desk) is None
    change(desk, (new, old))
    assert lead(desk)


@pytest.mark.parametrize("note", [b"", b"00" * 32, b"\xff\xfe", None])
async def test_a_note_that_is_none_proves_nothing(desk: Desk, relay: Relay, note: bytes | None) -> None:
    """Damaged, made up or a folder: the doors open all the same, and offer nothing."""
    change(desk, *with_mailbox(relay.port).items())
    path = desk.files.data / "contact-tested"
    if note is None:
        path.mkdir()
    else:
        path.write_bytes(note)
    assert lead(desk) is None


async def test_the_doctor_greets_the_relay_for_the_mailbox(desk: Desk, relay: Relay) -> None:
    """Also where no thanks are sent."""
    change(desk, *with_mailbox(relay.port).items(), ("acknowledge = true", "acknowledge = false"))
    verdicts = await asyncio.to_thread(found, desk, "relay")
    assert [verdict for verdict, _ in verdicts] == ["warning", "ok"]


async def test_a_wrong_number_proves_nothing(desk: Desk, relay: Relay) -> None:
    """Nobody read that mailbox; what was proved before counts no more."""
    change(desk, *with_mailbox(relay.port).items())
    await prove(desk.files.data, relay)
    status, said = await prove(desk.files.data, relay, "not it")
    assert (status, "was not right" in said) == (1, True)
    assert lead(desk) is None


async def test_a_relay_that_does_not_take_it_is_told(desk: Desk) -> None:
    """With what to look at, and nothing to type."""
    async with Relay("550 5.7.1 Never") as relay:
        change(desk, *with_mailbox(relay.port).items())
        status, said = await prove(desk.files.data, relay, "000000")
    assert (status, "did not go through" in said) == (1, True)
    assert lead(desk) is None


def test_what_is_missing_is_named(desk: Desk) -> None:
    """All at once, and nothing is sent."""
    change(desk, ('lead = "Jo Field"', 'lead = ""'))
    said = desk.run("contact", "test")
    assert said.exit_code == 1
    for name in ("mailbox in [contact]", "lead in [deployment]", "host in [mail.relay]"):
        assert name in said.output


def test_a_mailbox_is_an_address(desk: Desk) -> None:
    """Anything else is refused with its line; no line end gets into a letter's head."""
    path = desk.files.data / FILE
    path.write_text(path.read_text().replace('mailbox = ""', 'mailbox = "lead@x.example\\r\\nBcc: y@z.example"'))
    said = desk.run("contact", "test")
    assert "contact.mailbox" in said.output
    assert "email address" in said.output
