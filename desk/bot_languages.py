"""Says a deployment's settings in each language that its bot speaks: themes, councils, helplines, answers."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bot.settings import Uses
from desk.bot_settings import bot_settings
from intake.fluent_files import shipped_languages
from intake.quiet import somebody_reads
from intake.rights import offer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from bot.settings import BotSettings, Choices
    from desk.settings import Settings
    from intake.plea import Lead
    from intake.quiet import NobodyReads
    from intake.wording import Wording

Spoken = tuple["BotSettings", "Wording"]
_TWO_LETTERS = 2  # what Telegram tells languages apart by


def bot_languages(
    settings: Settings,
    spoken: Mapping[str, Wording],
    *,
    lead: Lead | None = None,
    rights: Path | None = None,
    nobody_reads: NobodyReads = somebody_reads,
) -> list[Spoken]:
    """Return the settings of the bot in each language that is offered, the main one first.

    `rights` is the folder of what councils offer, which they say in their own words.
    """
    offered = {code: spoken[code] for code in settings.deployment.languages}
    names = {code: say("bot-language-name") for code, say in offered.items()}
    unchecked = tuple(names[code] for code, say in offered.items() if say("bot-unchecked").strip())
    ours = replace(
        bot_settings(settings),
        lead=lead,
        nobody_reads=nobody_reads,
        languages=tuple(names.items()),
        unchecked=unchecked,
        unset=_unset(list(offered)),
    )
    if rights:
        ours = replace(ours, offer=partial(offer, rights))
    return [(_said_in(ours, code, say), say) for code, say in offered.items()]


def _unset(offered: Sequence[str]) -> tuple[str, ...]:
    """Return the languages of which Telegram may show what it was told in earlier days, and must not any more."""
    known = (code for code in dict.fromkeys((*shipped_languages(), offered[0])) if len(code) == _TWO_LETTERS)
    return tuple(code for code in known if code not in offered[1:])


def _said_in(ours: BotSettings, code: str, say: Wording) -> BotSettings:
    named, uses = say.named, ours.uses
    return replace(
        ours,
        language=code,
        deployment=named(ours.deployment),
        themes=_all_named(ours.themes, say),
        councils=_all_named(ours.councils, say),
        helplines=tuple(
            replace(line, name=named(line.name), how=named(line.how), hours=named(line.hours) if line.hours else "")
            for line in ours.helplines
        ),
        uses=Uses(named(uses.question), named(uses.quote), named(uses.read), named(uses.count)),
    )


def _all_named(choices: Choices, say: Wording) -> Choices:
    return tuple((code, say.named(shown)) for code, shown in choices)
