"""What the door takes at most: of one sender in a day, of one network and of everybody at once. Keeps no address."""

from __future__ import annotations

import hashlib
import ipaddress
import secrets
import time
from typing import TYPE_CHECKING

from intake.marks import DAY, Marks

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
LOOPBACK: tuple[Network, ...] = (ipaddress.ip_network("127.0.0.0/8"), ipaddress.ip_network("::1/128"))
_PREFIX = {4: 24, 6: 56}


class Room:
    """The memory, in bytes, that all big mails on their way in may fill together."""

    __slots__ = ("_free",)

    def __init__(self, size: int) -> None:
        self._free = size

    def take(self, size: int) -> bool:
        """Take `size` bytes; False, and nothing taken, when there is no room."""
        if size > self._free:
            return False
        self._free -= size
        return True

    def give(self, size: int) -> None:
        """Give back what was taken."""
        self._free += size


class Crowd:
    """Counts who is here by network (an IPv4 /24, an IPv6 /56), in memory only, under a key that dies with the process.

    Networks that are trusted, such as the mail server in front of us, may bring as many as they like.
    """

    def __init__(self, most: int, trusted: Collection[Network] = ()) -> None:
        self._most = most
        self._trusted = tuple(trusted)
        self._key = secrets.token_bytes(32)
        self._here: dict[bytes, int] = {}

    def trusts(self, address: str) -> bool:
        """Say whether an address is in a network that is trusted."""
        found = _parsed(address)
        return found is not None and any(found in network for network in self._trusted)

    def enter(self, address: str) -> bytes | None:
        """Let somebody in; returns the mark to leave with, or None when there are too many from that network."""
        if self.trusts(address):
            return b""
        mark = hashlib.blake2b(_network(address).encode(), key=self._key, digest_size=16).digest()
        if self._here.get(mark, 0) >= self._most:
            return None
        self._here[mark] = self._here.get(mark, 0) + 1
        return mark

    def leave(self, mark: bytes) -> None:
        """Forget one who was let in."""
        left = self._here.pop(mark, 0) - 1
        if left > 0:
            self._here[mark] = left


def _network(address: str) -> str:
    found = _parsed(address)
    if found is None:
        return ""
    return str(ipaddress.ip_network((found, _PREFIX[found.version]), strict=False))


def _parsed(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


class Throttle:
    """Counts by sender, for a day, in memory only, and by marks that nobody can be told from.

    When `most_senders` are known, the one counted longest ago is forgotten. The day may have fewer `seconds`.
    """

    def __init__(
        self,
        per_day: int,
        *,
        most_senders: int = 10_000,
        clock: Callable[[], float] = time.monotonic,
        seconds: float = DAY,
    ) -> None:
        self._per_day = per_day
        self._most_senders = most_senders
        self._marks = Marks(clock, seconds)
        self._counts: dict[bytes, int] = {}

    def is_used_up(self, sender: str) -> bool:
        """Say whether `sender` has had as many as one may have in a day."""
        if self._marks.is_new_day():
            self._counts.clear()
        return self._counts.get(self._marks.of(sender.casefold()), 0) >= self._per_day

    def count(self, sender: str) -> None:
        """Count one for `sender`."""
        mark = self._marks.of(sender.casefold())
        self._counts[mark] = self._counts.pop(mark, 0) + 1
        if len(self._counts) > self._most_senders:
            del self._counts[next(iter(self._counts))]
