"""PGP in the text of a mail: what is signed is read without its signature, what is locked can't be read at all."""

from __future__ import annotations

SIGN = "-----BEGIN PGP "

_LOCKED = "-----BEGIN PGP MESSAGE-----"
_SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----"


def is_locked(text: str) -> bool:
    """Return whether words are encrypted here."""
    return any(line.strip(" >\t") == _LOCKED for line in text.split("\n")) if _LOCKED in text else False


def without_armour(text: str) -> str:
    """Return text without signatures, keys and the lines that say how it was signed (RFC 9580, 7)."""
    kept: list[str] = []
    block = headers = signed = False
    for line in text.split("\n"):
        bare = line.strip()
        if block:
            block = not bare.startswith("-----END PGP ")
        elif headers:
            headers = bool(bare)
        elif bare == _SIGNED:
            headers = signed = True
        elif bare.startswith(SIGN):
            block, signed = True, False
        else:
            kept.append(line[2:] if signed and line.startswith("- ") else line)
    return "\n".join(kept) if not block else text
