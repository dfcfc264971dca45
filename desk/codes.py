"""Time-based one-time codes (RFC 6238) and recovery codes. Keeps no secret: each is made when it is needed.

A code's secret is drawn from the deployment's key and a salt: whoever has a copy of intake.db alone can make no code.
"""

from __future__ import annotations

import base64
import hmac
import re
import secrets
import time
from typing import TYPE_CHECKING

import segno
from pyotp import TOTP

from desk.passwords import tidy_password

if TYPE_CHECKING:
    from storage.keys import Keys

RECOVERY_CODES = 10
_SALT, _SECRET = 16, 20  # bytes; RFC 4226, 4 asks for a secret of at least 16
_EITHER_WAY = 1  # steps by which a clock may be wrong (RFC 6238, 5.2)
_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"


def new_salt() -> bytes:
    """Return what somebody's codes are made with from now on."""
    return secrets.token_bytes(_SALT)


def secret_of(keys: Keys, account: str, salt: bytes) -> str:
    """Return the secret of an account's codes in base32, as an app takes it. Never keep, log or show it elsewhere."""
    drawn = hmac.digest(keys.codes, b"\n".join((b"second factor", account.encode(), salt)), "sha256")
    return base64.b32encode(drawn[:_SECRET]).decode()


def step_of(secret: str, typed: str, now: float | None = None) -> int | None:
    """Return which step of thirty seconds a code is of, among now and its neighbours; None if it is of none."""
    totp, digits = TOTP(secret), re.sub(r"\s", "", typed)
    current = int(time.time() if now is None else now) // totp.interval
    steps = range(current - _EITHER_WAY, current + _EITHER_WAY + 1)
    found = [step for step in steps if hmac.compare_digest(totp.generate_otp(step).encode(), digits.encode())]
    return found[-1] if found else None


def address_of(secret: str, account: str, title: str) -> str:
    """Return the address that an app reads out of a QR code."""
    return TOTP(secret).provisioning_uri(name=account, issuer_name=title.replace(":", " "))


def picture_of(address: str) -> str:
    """Return a QR code as SVG to stand in a page: dark on light in any colour scheme."""
    return str(segno.make(address, micro=False).svg_inline(scale=5, border=4, dark="#000", light="#fff", omitsize=True))


def in_groups(secret: str) -> str:
    """Return a secret as people type it: in groups of four."""
    return " ".join(re.findall(".{1,4}", secret))


def new_recovery_codes() -> list[str]:
    """Return codes of 60 random bits, to be shown once: each lets its owner in once without the app."""
    return ["-".join(_letters() for _ in range(3)) for _ in range(RECOVERY_CODES)]


def recovery_hash(keys: Keys, account: str, typed: str) -> bytes:
    """Return what is kept of a recovery code."""
    said = f"recovery\n{account}\n{tidy_password(typed.strip())}"
    return hmac.digest(keys.codes, said.encode("utf-8", "replace"), "sha256")


def _letters() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(4))
