"""Does what a mailed command asks for. Wrong codes are counted, and right and wrong ones take the same time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from intake.mail.commands import Wish
from intake.pace import at_least
from storage.model import Consent, State
from storage.permission import Permission
from storage.questions import Came

if TYPE_CHECKING:
    from intake.guesses import Guesses
    from intake.mail.commands import Command
    from intake.voices import Voices
    from storage.consent import Changed
    from storage.responses import Status

_AT_LEAST = 1.0  # seconds: longer than any command takes, but for a very large collection
PERMISSIONS = {
    Wish.SHARE: Permission.AS_IT_IS,
    Wish.SUMMARY: Permission.SUMMARY,
    Wish.COUNT: Permission.COUNT,
}
CONSENTS = {Wish.QUOTE: Consent.QUOTE, Wish.READ: Consent.READ, Wish.COUNT: Consent.COUNT}


@dataclass(frozen=True, slots=True, repr=False)
class Done:
    """What came of a command, if there was anything to do ("late": what it answers is asked no more).

    `status` is told, or `changed` says what became of an answer about consent, `permitted` what somebody said whose
    story could be recognised.
    """

    wish: Wish
    what: Literal["done", "no-code", "no-such-code", "late"]
    status: Status | None = None
    changed: Changed | None = None
    permitted: Permission | None = None


class Obeys:
    """Obeys commands for the mail door."""

    def __init__(self, voices: Voices, guesses: Guesses, *, seconds: float = _AT_LEAST) -> None:
        self._voices = voices
        self._guesses = guesses
        self._seconds = seconds

    def has_to_wait(self, sender: str) -> bool:
        """Say whether this sender, or everybody together, gave too many wrong codes lately."""
        return self._guesses.are_used_up(sender)

    async def obey(self, command: Command, sender: str) -> Done:
        """Do it; what is said to be done is on the disk.

        Raises:
            TooManyCodes: it was not looked at.
            StorageError: it may not be done; the same command can come again.
        """
        async with at_least(self._seconds):
            return await self._do(command, sender)

    async def _do(self, command: Command, sender: str) -> Done:
        wish, code = command.wish, command.code
        if code is None:
            return Done(wish, "no-code")
        status = await self._guesses.look_up(sender, partial(self._voices.status, code))
        if status is None:
            return Done(wish, "no-such-code")
        if wish is Wish.STATUS:
            return Done(wish, "done", status)
        if wish is Wish.WITHDRAW:
            await self._voices.withdraw(code)
            return Done(wish, "done")
        if wish not in CONSENTS or (status.state is State.ASKED and wish is Wish.COUNT):
            return await self._permit(wish, code)
        changed = await self._voices.choose(code, CONSENTS[wish])
        return Done(wish, "done" if changed else "no-such-code", changed=changed)

    async def _permit(self, wish: Wish, code: str) -> Done:
        came = await self._voices.permit(code, said := PERMISSIONS[wish])
        return Done(wish, "late") if came is Came.GONE else Done(wish, "done", permitted=said)
