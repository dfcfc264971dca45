"""Who is signed in: a signed cookie that ends by itself after twelve hours. Nothing about it is written down."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from itsdangerous import BadSignature, URLSafeTimedSerializer

if TYPE_CHECKING:
    from desk.accounts import SignIns

COOKIE = "lab_session"
LASTS = 12 * 60 * 60  # seconds
_ENDED_KEPT = 1000


class Sessions:
    """Starts, reads and ends sessions. Taking a sign-in away, or giving it a new password, ends its sessions."""

    def __init__(self, secret: str, sign_ins: SignIns) -> None:
        self._signer = URLSafeTimedSerializer(secret, salt="lab-session")
        self._sign_ins = sign_ins
        self._ended: dict[str, None] = {}

    def start(self, name: str) -> str:
        """Return the cookie of a new session of `name`."""
        return str(self._signer.dumps([name, self._sign_ins.mark(name), secrets.token_hex(8)]))

    def who(self, cookie: str | None) -> str | None:
        """Return whose session it is, or None if it is nobody's, over, or ended."""
        session = self._read(cookie)
        if session is None or session[2] in self._ended:
            return None
        name, mark, _ = session
        return str(name) if mark and self._sign_ins.mark(name) == mark else None

    def end(self, cookie: str | None) -> None:
        """End a session here too, so that a copy of its cookie is worth nothing."""
        session = self._read(cookie)
        if session is not None:
            self._ended[session[2]] = None
            while len(self._ended) > _ENDED_KEPT:
                self._ended.pop(next(iter(self._ended)))

    def _read(self, cookie: str | None) -> list[Any] | None:
        try:
            session: list[Any] = self._signer.loads(cookie or "", max_age=LASTS)
        except BadSignature:
            return None
        return session
