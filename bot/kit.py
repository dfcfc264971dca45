"""What the parts of the conversation share, made once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.arriving import Arriving
from bot.asked import Asked
from bot.codes import Codes
from bot.contacting import Contacting
from bot.handover import Handover
from bot.hiding import Hiding
from bot.latest import Latest
from bot.limits import Sending
from bot.lookup import LookUp
from bot.pages import Pages
from bot.permission import Permits
from bot.previews import Previews
from bot.remembered import Remembered
from bot.rights import Rights
from bot.saying import Say, remembering
from bot.screens import Screens
from bot.steps import Steps
from bot.ways import Ways
from bot.writing import Writing

if TYPE_CHECKING:
    from bot.settings import BotSettings
    from bot.starting import Link
    from intake.guesses import Guesses
    from intake.passage import Passage
    from intake.voices import Voices


@dataclass(frozen=True, slots=True)
class Kit:
    """Screens and pages that show, and what writes, steps, looks codes up and hands over."""

    settings: BotSettings
    say: Say
    screens: Screens
    pages: Pages
    steps: Steps
    ways: Ways
    writing: Writing
    codes: Codes
    handover: Handover
    hiding: Hiding
    contacting: Contacting | None
    latest: Latest
    arriving: Arriving
    rights: Rights
    asked: Asked
    permits: Permits


def make_kit(
    settings: BotSettings,
    passage: Passage,
    voices: Voices,
    say: Say,
    guesses: Guesses,
    link: Link,
    remembered: Remembered | None = None,
) -> Kit:
    """Put together what a conversation needs."""
    say, remembered = remembering(say), remembered or Remembered(Sending(settings.voices_a_day))
    screens = Screens(settings, say, link)
    pages = Pages(settings, say, screens)
    previews = Previews(settings, say, screens)
    contacting = Contacting(settings.lead, say, screens, remembered) if settings.lead else None
    steps = Steps(settings, passage, say, screens, previews)
    writing = Writing(say, screens, pages, steps)
    rights = Rights(settings, say, screens)
    ways = Ways(screens, pages, contacting, rights)
    return Kit(
        settings,
        say,
        screens,
        pages,
        steps,
        ways,
        writing,
        Codes(voices, LookUp(voices, guesses, settings.look_up), pages, writing, say),
        Handover(settings, passage, voices, screens, remembered),
        Hiding(settings, say, steps, previews),
        contacting,
        Latest(voices, pages),
        Arriving(settings, voices, say, ways, steps),
        rights,
        Asked(passage, voices, say, screens, pages, steps, writing, remembered),
        Permits(voices, pages),
    )
