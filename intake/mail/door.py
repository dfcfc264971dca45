"""The mail door: an SMTP server for a few addresses, on the event loop that runs. Never relays, never queues."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from intake.mail.authenticity import NOBODY, FrontRules
from intake.mail.connection import SessionRules
from intake.mail.delivery import Behind, Delivery, DeliveryRules
from intake.mail.filtering import no_filter
from intake.mail.limits import LOOPBACK, Crowd, Room
from intake.mail.notes import NoteRules
from intake.mail.replies import Reply, word_replies
from intake.mail.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from intake.mail.acknowledge import Acknowledges
    from intake.mail.certificate import Certificate
    from intake.mail.connection import Connection
    from intake.mail.delivery import Passage
    from intake.mail.files.kinds import Readable
    from intake.mail.filtering import Filters
    from intake.mail.limits import Network
    from intake.mail.read import ReadMail

_LISTEN_BACKLOG = 256
_ANOTHER_WHILE = 10.0
_NOTHING = Behind()


@dataclass(frozen=True, slots=True)
class MailDoorSettings:
    """Where the door listens, for whom, and how much it takes.

    `session_seconds` and `session_answers` are what a session may use up for each mail that is taken; five minutes
    is the least that RFC 5321, 4.5.3.2 asks for. `held_bytes` is what all big mails on their way in may fill together.
    `per_network` is how many sessions one network may have, unless it is one of the `trusted`, in which the mail
    server in front of us is. Words are read in files of the `file_kinds`.
    """

    addresses: tuple[str, ...]
    host: str = "127.0.0.1"
    port: int = 8025
    largest_bytes: int = 10_000_000
    held_bytes: int = 64_000_000
    max_connections: int = 100
    per_network: int = 20
    trusted: tuple[Network, ...] = LOOPBACK
    require_tls: bool = False
    session_seconds: float = 300.0
    session_answers: int = 100
    recipients: int = 10
    per_sender_per_day: int = 50
    keep_note: bool = False
    front: FrontRules = NOBODY
    filters: Filters = no_filter
    file_kinds: tuple[Readable, ...] = ()


class MailDoor:
    """Open it, and voices come in by mail until it is closed. `port` is the one found when 0 was asked for."""

    def __init__(
        self,
        settings: MailDoorSettings,
        passage: Passage,
        read: Callable[[bytes], ReadMail],
        wording: Callable[[str], str],
        acknowledges: Acknowledges | None,
        delivery_key: bytes,
        certificate: Certificate | None = None,
        behind: Behind = _NOTHING,
    ) -> None:
        replies = word_replies(wording)
        self.port = settings.port
        self._settings = settings
        self._too_many_sessions = replies[Reply.TOO_MANY_SESSIONS]
        self._sessions: set[Connection] = set()
        self._server: asyncio.Server | None = None
        self._delivery = Delivery(
            passage,
            read,
            acknowledges,
            DeliveryRules(
                addresses=settings.addresses,
                recipients=settings.recipients,
                per_sender_per_day=settings.per_sender_per_day,
                replies=replies,
                notes=NoteRules(settings.keep_note, wording("mail-note")),
                front=settings.front,
                filters=settings.filters,
                file_kinds=settings.file_kinds,
            ),
            key=delivery_key,
            behind=behind,
        )
        self._rules = SessionRules(
            hostname=settings.addresses[0].rpartition("@")[2],
            largest_bytes=settings.largest_bytes,
            seconds=settings.session_seconds,
            answers=settings.session_answers,
            room=Room(settings.held_bytes),
            crowd=Crowd(settings.per_network, settings.trusted),
            replies=replies,
            certificate=certificate,
            require_tls=settings.require_tls,
        )

    async def open(self) -> None:
        """Start to listen. Raises OSError when the port is taken."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(
            self._begin, self._settings.host, self._settings.port, backlog=_LISTEN_BACKLOG
        )
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self, seconds: float = _ANOTHER_WHILE) -> None:
        """Stop listening, let the deliveries under way finish, and cut what is left after `seconds`."""
        if self._server is None:
            return
        self._server.close()
        for session in tuple(self._sessions):
            session.leave("421 4.3.2 Closing, please come back")
        under_way = {session.task for session in self._sessions if session.task} | self._delivery.running
        if under_way:
            await asyncio.wait(under_way, timeout=seconds)
        for session in tuple(self._sessions):
            session.cut()

    def _begin(self) -> asyncio.Protocol:
        if len(self._sessions) >= self._settings.max_connections:
            return _Turned(self._too_many_sessions)
        session = Session(self._delivery, self._rules, self._sessions.discard)
        self._sessions.add(session)
        return session


class _Turned(asyncio.Protocol):
    """Turns a peer away at once: there are too many."""

    def __init__(self, reply: str) -> None:
        self._reply = reply

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        stream = cast("asyncio.Transport", transport)  # uvloop's is none by birth
        stream.write(f"{self._reply}\r\n".encode())
        stream.close()
