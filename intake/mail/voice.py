"""A mail as the voice that is kept of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake.mail.fingerprint import fingerprint
from intake.passage import Voice
from storage.arriving import Known
from storage.model import Channel, Consent, Flag, Speaker

if TYPE_CHECKING:
    from intake.mail.files.joining import Left
    from intake.mail.filtering import Arrived
    from intake.mail.read import ReadMail
    from intake.raw import RawWords

_FORGED = frozenset({Flag.SPAM, Flag.UNAUTHENTIC})  # then the letter of thanks would reach a stranger


@dataclass(frozen=True, slots=True, repr=False)
class Came:
    """A mail as it came, and what was noticed about it. Its repr shows nothing of either."""

    mail: Arrived
    noticed: tuple[Flag, ...]
    left: Left

    @property
    def is_forged(self) -> bool:
        """Say whether nothing vouches for its sender."""
        return _FORGED.issubset(self.noticed)


def voice_of(came: Came, mail: ReadMail, words: RawWords, relay: str | None, key: bytes) -> Voice:
    """Return those of a mail's words that are kept as a voice; `relay` is whose address it came by."""
    arrived = came.mail
    return Voice(
        words=words,
        known=Known(
            channel=Channel.MAIL,
            speaker=Speaker.ADVOCATE if relay or mail.kind == "forward" else None,
            consent=Consent.READ,
            relay=relay,
            delivery=fingerprint(key, arrived.sender, arrived.recipients, arrived.content),
        ),
        flags=(*came.noticed, *((Flag.UNSURE,) if mail.unsure else ())),
    )
