"""One text of a mail, read when it is asked for: unpacked, decoded, with its lines as they were meant."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from intake.mail.armour import SIGN, is_locked, without_armour
from intake.mail.parts import decoded
from intake.mail.text import decode, tidy, unflow
from intake.mail.transfer import without_files

if TYPE_CHECKING:
    from intake.mail.parts import MailPart


class Refused(Exception):
    """Raised for a mail that isn't read; the argument is the reason."""


@dataclass(frozen=True)
class Piece:
    """One text. `attached`: how many messages, one attached to the other, it stands in."""

    part: MailPart = field(repr=False)

    @property
    def attached(self) -> int:
        """Return how deep."""
        return self.part.attached

    @cached_property
    def text(self) -> str:
        """Return the text, with its lines as they were meant."""
        text = _text(self.part)
        if is_locked(text):
            raise Refused("encrypted")
        return without_armour(text) if SIGN in text else text


def _text(part: MailPart) -> str:
    kind, body, charset = part.headers.kind(), decoded(part), part.headers.charset()
    if kind == "text/html":
        from intake.mail.html import charset_of, html_to_text  # noqa: PLC0415 - most mails need no HTML reader

        return tidy(html_to_text(decode(body, charset or charset_of(body))))
    text = without_files(tidy(decode(body, charset)))
    if text[:200].lstrip().lower().startswith(("<html", "<!doctype html")):
        from intake.mail.html import html_to_text  # noqa: PLC0415 - the same

        return tidy(html_to_text(text))
    if kind in {"text/enriched", "text/richtext"}:  # older than HTML in mail (RFC 1896)
        from intake.mail.html import html_to_text  # noqa: PLC0415 - the same

        return html_to_text(text.replace("\n", "<br>"))
    if part.headers.says("format", "flowed"):
        text = unflow(text, delsp=part.headers.says("delsp", "yes"))
    return text
