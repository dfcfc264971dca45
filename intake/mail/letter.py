"""The letter that says thank you. Quotes nothing of the mail it answers: not a word, not its subject, not its id."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime
from typing import TYPE_CHECKING

from intake.mail.answers import paragraphs as answer
from intake.mail.automatic import is_machine
from intake.mail.files.joining import NOTHING_LEFT
from intake.mail.obey import Done
from intake.passage import Accepted, NotSaved
from intake.quiet import somebody_reads
from storage.model import ENGLISH, Consent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from intake.mail.files.joining import Left
    from intake.mail.relays import Addresses
    from intake.mail.replies import Reply
    from intake.quiet import NobodyReads
    from intake.signpost import Helpline

# Stricter than any standard: what doesn't look like this is simply not answered.
_PLAIN_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]+(?:\.[\w-]+)*")


@dataclass(frozen=True, slots=True, repr=False)
class Acknowledgement:
    """To whom, and what became of the mail; what stood above the words, or came with them, and was not kept.

    `code_seen`: a code was in it, but no command; `beside_command`: there was one, and these words beside it.
    `locked`: whoever wrote asked for TLS all the way (RFC 8689), so the letter goes over no other.

    Its repr is the default one, so that no log shows an address.
    """

    to: str
    outcome: Accepted | NotSaved | Done
    reply: Reply
    note_left: bool = False
    left: Left = NOTHING_LEFT
    code_seen: bool = False
    beside_command: bool = False
    locked: bool = False


@dataclass(frozen=True, slots=True)
class LetterSettings:
    """What every letter says: `uses` are the answers about consent, in the deployment's words."""

    sender: str
    deployment: str
    uses: Mapping[Consent, str]
    contact: str = ""
    helplines: tuple[Helpline, ...] = ()
    nobody_reads: NobodyReads = somebody_reads


def may_be_answered(sender: str, own: Addresses) -> bool:
    """Say whether a letter may go to the envelope sender `sender`: nobody, a machine and ourselves get none."""
    address = sender.casefold()
    if not _PLAIN_ADDRESS.fullmatch(address) or own.are_ours(address):
        return False
    return not is_machine(address.partition("@")[0])


def compose(settings: LetterSettings, wording: Callable[..., str], about: Acknowledgement) -> tuple[str, str]:
    """Return subject and text. The subject is always the same: others may see it on a phone."""
    signed = wording("ack-signed", deployment=settings.deployment)
    if isinstance(about.outcome, Done):
        return wording("answer-subject"), "\n\n".join([*answer(settings, wording, about.outcome), signed]) + "\n"
    if isinstance(about.outcome, NotSaved):
        paragraphs = [*_helplines(settings, wording, "ack-urgent"), wording(about.reply.value[1])]
    else:
        paragraphs = list(_about_saved(settings, wording, about.outcome, list(_left(wording, about))))
    return wording("ack-subject"), "\n\n".join([*paragraphs, signed]) + "\n"


def build(settings: LetterSettings, wording: Callable[..., str], about: Acknowledgement) -> bytes:
    """Return the letter as it is sent. Its envelope sender has to be `<>` (RFC 3834, 3.3)."""
    subject, text = compose(settings, wording, about)
    letter = headed(settings.sender, settings.deployment, about.to, subject)
    letter["Auto-Submitted"] = "auto-replied"
    letter["X-Auto-Response-Suppress"] = "All"  # what Exchange listens to instead
    letter.set_content(text, cte="quoted-printable")
    return letter.as_bytes()


def headed(sender: str, name: str, to: str, subject: str, number: str = "") -> EmailMessage:
    """Return a letter without text; `number` tells it from others, and is a new one if it is empty."""
    letter = EmailMessage(policy=SMTP if to.isascii() else SMTPUTF8)
    letter["From"] = _address(sender, name)
    letter["To"] = _address(to)
    letter["Subject"] = subject
    letter["Date"] = format_datetime(datetime.now(UTC))
    letter["Message-ID"] = f"<{number or secrets.token_hex(16)}@{sender.rpartition('@')[2]}>"
    return letter


def _address(address: str, name: str = "") -> Address:
    user, _, domain = address.rpartition("@")
    return Address(name, user, domain)


def _about_saved(
    settings: LetterSettings, wording: Callable[..., str], saved: Accepted, left: list[str]
) -> Iterator[str]:
    if saved.urgent:
        yield from _helplines(settings, wording, "ack-urgent")
    if saved.code is None:
        yield wording("ack-gone")
    else:
        yield wording("ack-thanks")
        yield from [wording("ack-again")] if saved.again else []
        yield wording("ack-code", code=saved.code)
        yield _hidden(wording, saved)
        yield from [wording("ack-not-english")] if saved.language != ENGLISH else []
        yield from [_jigsaw(wording, saved)] if saved.jigsaw else []
        yield from left
        yield wording("ack-readers")
        yield from [wording("ack-nobody-reads")] if settings.nobody_reads() else []
    yield wording("ack-cannot-come")
    if not saved.urgent:
        yield from _helplines(settings, wording, "ack-helplines")
    if saved.code is not None:
        yield wording("ack-agree")
        yield wording("ack-use", use=settings.uses[Consent.READ])
        yield wording("ack-commands", address=settings.sender)
        yield wording("ack-take-back", contact=settings.contact or wording("ack-contact-unnamed"))
    yield wording("ack-no-replies")


def _left(wording: Callable[..., str], about: Acknowledgement) -> Iterator[str]:
    """Own up to what was not kept, or not done."""
    if about.note_left:
        yield wording("ack-note-left")
    if about.left.read:
        yield wording("ack-files-read", count=about.left.read)
    if about.left.unread:
        yield wording("ack-files-unread", count=about.left.unread)
    if about.left.counted:
        yield wording("ack-files-left", what=_listed(wording, about.left.counted))
    if about.code_seen:
        yield wording("ack-code-seen")
    if about.beside_command:
        yield wording("ack-beside-command")


def _listed(wording: Callable[..., str], counted: Sequence[tuple[str, int]]) -> str:
    *most, last = [wording(f"file-{kind}", count=count) for kind, count in counted]
    return wording("ack-files-and", first=", ".join(most), last=last) if most else last


def _helplines(settings: LetterSettings, wording: Callable[..., str], heading: str) -> Iterator[str]:
    lines = [
        wording("ack-helpline-hours", name=line.name, how=line.how, hours=line.hours)
        if line.hours
        else wording("ack-helpline", name=line.name, how=line.how)
        for line in settings.helplines
    ]
    if lines:
        yield "\n".join([wording(heading), *lines])


def _hidden(wording: Callable[..., str], saved: Accepted) -> str:
    if not saved.hidden:
        return wording("ack-hidden-nothing")
    whats = [wording(f"hidden-{label.lower()}", count=count) for label, count in saved.hidden]
    return "\n".join([wording("ack-hidden"), *(wording("ack-hidden-line", what=what) for what in whats)])


def _jigsaw(wording: Callable[..., str], saved: Accepted) -> str:
    """Say why somebody might be recognised all the same, and what the sender can do."""
    whys = [wording(f"jigsaw-{reason}-writer") for reason in saved.jigsaw]
    lines = [wording("jigsaw-warning-writer"), *(wording("ack-hidden-line", what=why) for why in whys)]
    return "\n".join([*lines, wording("ack-jigsaw")])
