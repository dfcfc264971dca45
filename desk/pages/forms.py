"""Forms: only from our own pages, with a token of their own, and small. Looks at every one before a route sees it."""

from __future__ import annotations

import hmac
import re
import secrets
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import structlog

from desk.pages.sessions import COOKIE
from desk.web.asgi import App, Receive, Scope, Send, cookie, header, raw_path, read_body, redirect
from desk.web.gate import READ, SIGN_IN, is_small_form

if TYPE_CHECKING:
    from desk.pages.sessions import Sessions

_log = structlog.get_logger("desk")

FORM_COOKIE = "desk_form"  # of someone who has not signed in yet
TOKEN = "token"  # noqa: S105 - the name of a field
REFUSED = "/-/refused"
LARGEST = 64_000  # bytes: the longest answer to a voice, each letter written as %XX%XX%XX
_MOST_FIELDS = 200
# Control characters but tab and line feed, and those that turn the direction of writing (UAX #9): they would turn,
# break or cut off a page, or the chat in which somebody reads an answer.
_NOT_PLAIN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Form:
    """What somebody filled in."""

    def __init__(self, fields: dict[str, list[str]]) -> None:
        self._fields = fields

    def one(self, name: str) -> str:
        """Return a field's first value, as plain text with plain line ends; an empty string if it was not sent."""
        return _NOT_PLAIN.sub("", self._fields.get(name, [""])[0].replace("\r\n", "\n"))

    def all(self, name: str) -> list[str]:
        """Return every value of a field."""
        return self._fields.get(name, [])


class OwnForms:
    """Passes a form on, as `scope["form"]`, if it comes from a page of ours."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._key = secrets.token_bytes(32)

    def new_cookie(self) -> str:
        """Return a cookie for someone who has not signed in."""
        return secrets.token_urlsafe(24)

    def token(self, form_cookie: str) -> str:
        """Return what the sign-in form carries in a browser with this cookie."""
        return hmac.digest(self._key, form_cookie.encode("utf-8", "replace"), "sha256").hex()

    async def __call__(self, app: App, scope: Scope, receive: Receive, send: Send) -> None:
        """Look at one form."""
        if not is_ours(scope) or not is_small_form(scope, LARGEST):
            await _refuse(app, scope, receive, send)
            return
        body = await read_body(receive, LARGEST)
        form = _parsed(body or b"")
        expected = self._expected(scope)
        if expected is None or not hmac.compare_digest(form.one(TOKEN).encode(), expected.encode()):
            await _refuse(app, scope, receive, send)
            return
        await app({**scope, "form": form}, receive, send)

    def _expected(self, scope: Scope) -> str | None:
        if _is_of_the_sign_in(scope):
            known = cookie(scope, FORM_COOKIE)
            return self.token(known) if known else None
        session = self._sessions.find(cookie(scope, COOKIE))
        return session.form if session else None


def is_ours(scope: Scope) -> bool:
    """Tell whether a request comes from our own pages, as far as the browser says (Fetch Metadata; RFC 6454)."""
    if header(scope, b"sec-fetch-site") not in {"", "same-origin", "none"}:
        return False
    origin = header(scope, b"origin")
    # A page under "no-referrer" sends "null"; the token has to speak for it.
    return origin in {"", "null"} or (
        urlsplit(origin).netloc.lower() == header(scope, b"host").lower() and urlsplit(origin).scheme == scope["scheme"]
    )


def _is_of_the_sign_in(scope: Scope) -> bool:
    path = raw_path(scope)
    return path == SIGN_IN or path.startswith(f"{SIGN_IN}/")


def form_of(request: Any) -> Form:
    """Return the form that a request brought."""
    form: Form = request.scope["form"]
    return form


def _parsed(body: bytes) -> Form:
    try:
        return Form(parse_qs(body.decode("latin-1"), keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError:
        return Form({})


async def _refuse(app: App, scope: Scope, receive: Receive, send: Send) -> None:
    """Change nothing: show the sign-in again, or a page that says what to do."""
    _log.warning("form", outcome="refused")
    if _is_of_the_sign_in(scope):
        await redirect(send, f"{SIGN_IN}?again=1")
        return
    method = next(iter(sorted(READ)))
    await app(
        {**scope, "method": method, "path": REFUSED, "raw_path": REFUSED.encode(), "query_string": b""}, receive, send
    )
