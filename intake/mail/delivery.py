"""What is done with one mail: read it, hand it to the passage, thank its sender. Never writes and never logs it."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import structlog

from intake.mail.authenticity import NOBODY, FrontRules, flags_of
from intake.mail.files.joining import NOTHING_LEFT, with_files
from intake.mail.files.reading import FileReader, counted
from intake.mail.filtering import Arrived, no_filter
from intake.mail.letter import Acknowledgement, may_be_answered
from intake.mail.limits import Throttle
from intake.mail.notes import words_to_keep
from intake.mail.obey import TooManyCodes
from intake.mail.relays import Addresses
from intake.mail.replies import Reply
from intake.passage import Accepted, NotSaved, Voice
from storage.errors import Busy
from storage.model import Channel, Consent, Flag, Speaker

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Coroutine, Iterable, Mapping

    from aiosmtpd.smtp import SMTP, Envelope, Session

    from intake.mail.acknowledge import Acknowledges
    from intake.mail.commands import Command
    from intake.mail.files.joining import Left
    from intake.mail.files.kinds import Readable
    from intake.mail.filtering import Filters
    from intake.mail.forwarded import Client
    from intake.mail.notes import NoteRules
    from intake.mail.obey import Obeys
    from intake.mail.read import ReadMail
    from intake.mail.relays import KnowsRelays

T = TypeVar("T")
_log = structlog.get_logger("intake")

_READ_ASIDE = 100_000  # bytes: a mail above this is read in a thread, so that the others don't wait for it
_ACCEPTS = "250 2.1.5 OK"
_TOO_MANY_RECIPIENTS = "452 4.5.3 Too many recipients"
_REFUSALS = {"empty": Reply.NO_WORDS, "files": Reply.FILES_UNREAD, "encrypted": Reply.ENCRYPTED, "report": Reply.REPORT}
_NOT_SAVED = {
    "redaction": Reply.NOT_SAVED,
    "storage": Reply.NOT_SAVED,
    "busy": Reply.BUSY,
    "too-long": Reply.TOO_BIG,
    "empty": Reply.NO_WORDS,
}
_FORGED = frozenset({Flag.SPAM, Flag.UNAUTHENTIC})  # then the letter of thanks would reach a stranger
_MESSAGE_ID = re.compile(rb"(?im)^message-id:[ \t]*(?:\r?\n[ \t]+)?(\S+)")


class Passage(Protocol):
    """What every door hands its voices to."""

    async def accept(self, voice: Voice) -> Accepted | NotSaved:
        """Keep a voice."""
        ...


def fingerprint(key: bytes, sender: str, recipients: Iterable[str], content: bytes) -> bytes | None:
    """Return the 32 bytes by which a second delivery of the same mail is known; None without a Message-ID.

    HMAC-SHA-256 over Message-ID, envelope and body. The other headers are left out: a mail that is sent again by
    another way has other Received lines.
    """
    head, gap, body = content.partition(b"\r\n\r\n")
    found = _MESSAGE_ID.search(head)
    if not found:
        return None
    names = [sender, *sorted(address.casefold() for address in recipients)]
    parts = [found[1], *(name.encode("utf-8", "surrogateescape") for name in names)]
    framed = b"".join(len(part).to_bytes(4) + part for part in parts)
    return hmac.digest(key, framed + hashlib.sha256(body if gap else content).digest(), "sha256")


@dataclass(frozen=True, slots=True)
class DeliveryRules:
    """Whom mail may be for and how much of it, what becomes of notes, and what the door answers."""

    addresses: Collection[str]
    recipients: int
    per_sender_per_day: int
    replies: Mapping[Reply, str]
    notes: NoteRules
    front: FrontRules = NOBODY
    filters: Filters = no_filter
    file_kinds: Collection[Readable] = ()


@dataclass(frozen=True, slots=True)
class Behind:
    """What the door may ask of the voices that are kept: whose an address is, and to do what a command says."""

    relays: KnowsRelays | None = None
    obeys: Obeys | None = None


@dataclass(frozen=True, slots=True, repr=False)
class _Came:
    """A mail as it came, and what was noticed about it. Its repr shows nothing of either."""

    mail: Arrived
    noticed: tuple[Flag, ...]
    left: Left

    @property
    def is_forged(self) -> bool:
        """Say whether nothing vouches for its sender."""
        return _FORGED.issubset(self.noticed)


class Delivery:
    """Says who is written to here, and delivers."""

    def __init__(
        self,
        passage: Passage,
        read: Callable[[bytes], ReadMail],
        acknowledges: Acknowledges | None,
        rules: DeliveryRules,
        *,
        key: bytes,
        behind: Behind,
    ) -> None:
        self._passage = passage
        self._read = read
        self._acknowledges = acknowledges
        self._addresses = Addresses(rules.addresses, behind.relays)
        self._rules = rules
        self._key = key
        self._obeys = behind.obeys
        self._taken = Throttle(rules.per_sender_per_day)
        self._warned = Throttle(1)
        self._one_at_a_time = asyncio.Semaphore(1)
        self._files = FileReader(rules.file_kinds)
        self.running: set[asyncio.Task[Any]] = set()

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's
        self, _server: SMTP, _state: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Take what is written to us, and nothing else: this is no relay."""
        if refusal := await self._addresses.refusal(address):
            return self._rules.replies[refusal]
        if len(envelope.rcpt_tos) >= self._rules.recipients:
            return _TOO_MANY_RECIPIENTS
        envelope.rcpt_tos.append(address)
        return _ACCEPTS

    async def deliver(self, envelope: Envelope, content: bytes, client: Client | None) -> Reply:
        """Read a mail, do what it asks for or keep its words, and write to its sender."""
        locked = "REQUIRETLS" in envelope.mail_options
        arrived = Arrived(content, envelope.mail_from or "<>", envelope.rcpt_tos, client, locked)
        reply = await self._deliver(arrived)
        if reply is Reply.COMMAND:
            _log.info("mail-command", outcome="done")
        elif reply is not Reply.ACCEPTED:  # of the others the passage has logged that they are stored
            _log.info("mail-not-taken", outcome=reply.name.lower().replace("_", "-"))
        return reply

    async def _deliver(self, arrived: Arrived) -> Reply:
        if self._taken.is_used_up(arrived.sender):
            return Reply.TOO_MANY_TODAY
        mail, left = await self._read_in_memory(arrived.content)
        if mail.words is None and mail.command is None:
            return _REFUSALS.get(mail.reason or "", Reply.UNREADABLE)
        came = _Came(arrived, await self._noticed(arrived), left)
        command = mail.command
        # Of machines only what can't be a letter of ours that they quote is obeyed.
        if command is not None and self._obeys is not None and (command.code or not mail.automatic):
            return await self._obey(self._obeys, came, mail, command)
        return await self._take(came, mail)

    async def _take(self, came: _Came, mail: ReadMail, *, beside_command: bool = False) -> Reply:
        """Keep what a mail says, and thank its sender."""
        if mail.words is None:
            return Reply.NO_WORDS
        arrived = came.mail
        relay = await self._addresses.organisation(arrived.recipients)
        words, beside = words_to_keep(mail.words, mail, self._rules.notes)
        outcome = await self._shielded(
            self._passage.accept(
                Voice(
                    words=words,
                    channel=Channel.MAIL,
                    speaker=Speaker.ADVOCATE if relay or mail.kind == "forward" else None,
                    consent=Consent.READ,
                    relay=relay,
                    delivery=fingerprint(self._key, arrived.sender, arrived.recipients, arrived.content),
                    flags=(*came.noticed, *((Flag.UNSURE,) if mail.unsure else ())),
                )
            )
        )
        reply = Reply.ACCEPTED if isinstance(outcome, Accepted) else _NOT_SAVED[outcome.why]
        about = Acknowledgement(
            arrived.sender,
            outcome,
            reply,
            beside,
            came.left,
            code_seen=mail.code_seen,
            beside_command=beside_command,
            locked=arrived.locked,
        )
        self._acknowledge(about, automatic=mail.automatic or (came.is_forged and not outcome.urgent))
        return reply

    async def _obey(self, obeys: Obeys, came: _Came, mail: ReadMail, command: Command) -> Reply:
        """Keep what stands beside a command, do the command, and answer it."""
        sender = came.mail.sender
        if obeys.has_to_wait(sender):
            return Reply.TOO_MANY_CODES
        if command.rest is not None:
            rest = replace(mail, words=command.rest, note=None)
            if (reply := await self._take(came, rest, beside_command=True)) is not Reply.ACCEPTED:
                return reply
        try:
            done = await self._shielded(obeys.obey(command, sender))
        except Busy:
            return Reply.BUSY
        except TooManyCodes:
            return Reply.TOO_MANY_CODES
        self._taken.count(sender)
        if not (mail.automatic or came.is_forged):
            self._write(Acknowledgement(sender, done, Reply.COMMAND, locked=came.mail.locked))
        return Reply.COMMAND

    async def _noticed(self, arrived: Arrived) -> tuple[Flag, ...]:
        """Return what the operator's servers, and a filter on this machine, noticed about a mail."""
        said = (*flags_of(arrived.content, self._rules.front), *await self._rules.filters(arrived))
        return tuple(dict.fromkeys(said))

    async def _read_in_memory(self, content: bytes) -> tuple[ReadMail, Left]:
        if len(content) <= _READ_ASIDE:
            mail = self._read(content)
        else:
            async with self._one_at_a_time:
                mail = await asyncio.to_thread(self._read, content)
        if not mail.files:
            return mail, NOTHING_LEFT
        found = await self._files.read(mail.files) if mail.command is None else counted(mail.files)
        return with_files(mail, found)

    async def _shielded(self, doing: Coroutine[Any, Any, T]) -> T:
        """Do something to its end; a peer that hangs up meanwhile can't stop it."""
        task = asyncio.ensure_future(doing)
        self.running.add(task)
        task.add_done_callback(self.running.discard)
        return await asyncio.shield(task)

    def _acknowledge(self, about: Acknowledgement, *, automatic: bool) -> None:
        sender, outcome = about.to, about.outcome
        if isinstance(outcome, Accepted):  # one that came again counts too: two machines may thank each other
            self._taken.count(sender)
        if automatic:
            return
        if isinstance(outcome, NotSaved):
            # Helplines go out although nothing was saved, but not with each new try of the sender's server.
            if not outcome.urgent or self._warned.is_used_up(sender):
                return
            self._warned.count(sender)
        self._write(about)

    def _write(self, about: Acknowledgement) -> None:
        if self._acknowledges is None or not may_be_answered(about.to, self._addresses):
            return
        try:
            self._acknowledges(about)
        except Exception as error:  # noqa: BLE001 - all is saved and done: no letter may turn that into "try again"
            _log.error("acknowledgement", outcome="dropped", error=type(error).__name__)
