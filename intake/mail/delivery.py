"""What is done with one mail: read it, hand it to the passage, thank its sender. Never writes and never logs it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import structlog

from intake.guesses import TooManyCodes
from intake.mail.authenticity import NOBODY, FrontRules, flags_of
from intake.mail.filtering import Arrived, no_filter
from intake.mail.letter import Acknowledgement
from intake.mail.notes import words_to_keep
from intake.mail.opening import Opens
from intake.mail.relays import Addresses
from intake.mail.replies import Reply
from intake.mail.senders import Senders
from intake.mail.voice import Came, voice_of
from intake.passage import Accepted
from storage.errors import Busy

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Coroutine, Mapping

    from aiosmtpd.smtp import SMTP, Envelope, Session

    from intake.mail.acknowledge import Acknowledges
    from intake.mail.commands import Command
    from intake.mail.files.kinds import Readable
    from intake.mail.filtering import Filters
    from intake.mail.forwarded import Client
    from intake.mail.notes import NoteRules
    from intake.mail.obey import Obeys
    from intake.mail.read import ReadMail
    from intake.mail.relays import KnowsRelays
    from intake.passage import NotSaved, Voice
    from storage.model import Flag

T = TypeVar("T")
_log = structlog.get_logger("intake")

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


class Passage(Protocol):
    """What every door hands its voices to."""

    async def accept(self, voice: Voice) -> Accepted | NotSaved:
        """Keep a voice."""
        ...


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
        self._opens = Opens(read, rules.file_kinds)
        self._addresses = Addresses(rules.addresses, behind.relays)
        self._rules = rules
        self._key = key
        self._obeys = behind.obeys
        self._senders = Senders(acknowledges, self._addresses, rules.per_sender_per_day)
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
        if self._senders.has_sent_enough(arrived.sender):
            return Reply.TOO_MANY_TODAY
        mail, left = await self._opens.open(arrived.content)
        if mail.words is None and mail.command is None:
            return _REFUSALS.get(mail.reason or "", Reply.UNREADABLE)
        came = Came(arrived, await self._noticed(arrived), left)
        command = mail.command
        # Of machines only what can't be a letter of ours that they quote is obeyed.
        if command is not None and self._obeys is not None and (command.code or not mail.automatic):
            return await self._obey(self._obeys, came, mail, command)
        return await self._take(came, mail)

    async def _take(self, came: Came, mail: ReadMail, *, beside_command: bool = False) -> Reply:
        """Keep what a mail says, and thank its sender."""
        if mail.words is None:
            return Reply.NO_WORDS
        arrived = came.mail
        relay = await self._addresses.organisation(arrived.recipients)
        words, beside = words_to_keep(mail.words, mail, self._rules.notes)
        outcome = await self._shielded(self._passage.accept(voice_of(came, mail, words, relay, self._key)))
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
        self._senders.thank(about, automatic=mail.automatic or (came.is_forged and not outcome.urgent))
        return reply

    async def _obey(self, obeys: Obeys, came: Came, mail: ReadMail, command: Command) -> Reply:
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
        about = Acknowledgement(sender, done, Reply.COMMAND, locked=came.mail.locked)
        self._senders.answer(about, automatic=mail.automatic or came.is_forged)
        return Reply.COMMAND

    async def _noticed(self, arrived: Arrived) -> tuple[Flag, ...]:
        """Return what the operator's servers, and a filter on this machine, noticed about a mail."""
        said = (*flags_of(arrived.content, self._rules.front), *await self._rules.filters(arrived))
        return tuple(dict.fromkeys(said))

    async def _shielded(self, doing: Coroutine[Any, Any, T]) -> T:
        """Do something to its end; a peer that hangs up meanwhile can't stop it."""
        task = asyncio.ensure_future(doing)
        self.running.add(task)
        task.add_done_callback(self.running.discard)
        return await asyncio.shield(task)
