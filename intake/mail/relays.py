"""Which addresses are ours: those of the settings, and those of advocates' organisations, `voice+CODE@…`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from intake.mail.replies import Reply

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 64  # characters of a local part (RFC 5321, 4.5.3.1.1)


class KnowsRelays(Protocol):
    """Whoever knows whose address a code is in."""

    async def organisation(self, code: str, *, revoked: bool) -> str | None:
        """Return whose it is; None if nobody's, or (unless `revoked`) if it was taken away."""
        ...


class Addresses:
    """Says what mail is for us, and through which organisation it came."""

    def __init__(self, own: Iterable[str], relays: KnowsRelays | None) -> None:
        self._own = frozenset(address.casefold() for address in own)
        self._relays = relays

    def are_ours(self, address: str) -> bool:
        """Say whether an address is one of ours, whatever stands behind its plus sign."""
        return address.casefold() in self._own or _split(address)[0] in self._own

    async def refusal(self, address: str) -> Reply | None:
        """Return why mail to an address isn't taken; None if it is. What is unknown and what was revoked look alike."""
        if address.casefold() in self._own:
            return None
        plain, code = _split(address)
        if plain not in self._own:
            return Reply.UNKNOWN_ADDRESS
        known = self._relays and code and await self._relays.organisation(code, revoked=False)
        return None if known else Reply.UNKNOWN_RELAY

    async def organisation(self, recipients: Iterable[str]) -> str | None:
        """Return the organisation whose address a mail came by, if it came by one."""
        for address in recipients:
            code = "" if address.casefold() in self._own else _split(address)[1]
            if self._relays and code and (name := await self._relays.organisation(code, revoked=True)):
                return name
        return None


def _split(address: str) -> tuple[str, str]:
    """Return an address without what stands behind its plus sign, and that; both in lower case."""
    user, _, domain = address.casefold().rpartition("@")
    name, plus, code = user.partition("+")
    return (f"{name}@{domain}", code) if plus and len(user) <= _LONGEST else ("", "")
