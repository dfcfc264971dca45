"""What the mail server in front of us says of whoever is connected to it (XFORWARD). Never kept, never logged."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ATTRIBUTE = re.compile(r"([A-Za-z]{1,20})=(\S{0,300})")
_XTEXT = re.compile(r"\+([0-9A-F]{2})")
_MOST = 10
_UNSAID = ("[UNAVAILABLE]", "[TEMPUNAVAIL]")


@dataclass(frozen=True, slots=True, repr=False)
class Client:
    """Who is connected to the server in front: address and greeting, empty if it didn't say. Its repr shows neither."""

    address: str = ""
    greeting: str = ""


def forwarded(arg: str, before: Client | None) -> Client | None:
    """Read one XFORWARD command, added to what came before it; None if it isn't one."""
    words = arg.split()
    found = [_ATTRIBUTE.fullmatch(word) for word in words]
    if not words or len(words) > _MOST or not all(found):
        return None
    said = {match[1].upper(): _plain(match[2]) for match in found if match}
    was = before or Client()
    return Client(_address(said["ADDR"]) if "ADDR" in said else was.address, said.get("HELO", was.greeting))


def _plain(value: str) -> str:
    """Undo what xtext does to a value (RFC 3461, 4)."""
    return "" if value in _UNSAID else _XTEXT.sub(lambda found: chr(int(found[1], 16)), value)


def _address(value: str) -> str:
    return value[5:] if value[:5].upper() == "IPV6:" else value
