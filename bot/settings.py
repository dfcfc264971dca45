"""What the Telegram door needs to know about its deployment. Reads no file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.limits import VOICES_A_DAY
from intake.quiet import somebody_reads

if TYPE_CHECKING:
    from collections.abc import Callable

    from intake.plea import Lead
    from intake.quiet import NobodyReads
    from intake.signpost import Helpline

Choices = tuple[tuple[str, str], ...]  # how each is kept, and how it is shown


@dataclass(frozen=True, slots=True)
class Uses:
    """The one question about how words may be used, and its three answers, in the deployment's words."""

    question: str
    quote: str
    read: str
    count: str


@dataclass(frozen=True, slots=True)
class Hook:
    """Where Telegram posts updates to (`url`), where they come out (`port`, on this machine), and what it must know."""

    url: str
    port: int
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class BotSettings:
    """The Telegram door of a deployment.

    `mail` is the address that takes voices too, or empty. The token is never shown. Right and wrong receipt codes alike
    are answered after `look_up` seconds, which is longer than looking takes. `voices_a_day` are those of one person
    without waiting. `lead` can be asked to contact somebody: None unless a mailbox of theirs was set up and tested.
    `nobody_reads` tells whether people are to be told so now.
    `offer` gives what a council says that it offers, by its code: paragraphs, or nothing.

    `language` is the code of the one that these settings are said in, `languages` those that are offered, by their own
    names, the main one first, `unchecked` the names of those that nobody who speaks them has checked yet, and `unset`
    the codes of those that Telegram must not show (any more).
    """

    token: str = field(repr=False)
    base_url: str
    deployment: str
    contact: str
    themes: Choices
    councils: Choices
    helplines: tuple[Helpline, ...]
    uses: Uses
    mail: str = ""
    look_up: float = 0.5
    voices_a_day: int = VOICES_A_DAY
    lead: Lead | None = None
    nobody_reads: NobodyReads = field(default=somebody_reads, repr=False)
    offer: Callable[[str], tuple[str, ...]] = field(default=lambda _: (), repr=False)
    language: str = "en"
    languages: Choices = ()
    unchecked: tuple[str, ...] = ()
    unset: tuple[str, ...] = ()
