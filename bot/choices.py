"""What an answer does to a draft, and how far a draft may go. Pure, and the same however often it is done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.buttons import SKIP, uses
from bot.draft import Draft, Step
from storage.model import AgeBand, Consent, Happened, Kind, Speaker

if TYPE_CHECKING:
    from bot.settings import BotSettings

NEXT = {
    Step.SPEAKER: Step.COUNCIL,
    Step.COUNCIL: Step.AGE,
    Step.AGE: Step.HAPPENED,
    Step.HAPPENED: Step.SUMMARY,
}
_ASKED_AT = {"use": Step.PREVIEW}  # the other answers are named for their steps


def reach(draft: Draft, step: Step) -> Draft:
    """Go to a step, or to the first one before it where something is missing; what was set aside is taken in."""
    if draft.answers and step in {Step.KIND, Step.THEME}:
        step = Step.WORDS
    if step in {Step.KIND, Step.THEME, Step.WORDS}:
        return replace(draft, step=step)
    draft = draft.taking_in()
    if not draft.parts:
        return replace(draft, step=Step.WORDS)
    if step in {Step.HIDE, Step.SHOW}:
        return replace(draft, step=step)
    if step is Step.PREVIEW or draft.consent is None:
        return replace(draft, step=Step.PREVIEW)
    return replace(draft, step=step)


def choose(draft: Draft, question: str, code: str, settings: BotSettings) -> Draft:
    """Take an answer and go on; a late press of an old button changes the answer, and the step stays.

    What isn't among the answers changes nothing. How words may be used is answered by who has seen them, so only
    from the preview on, and below a preview of these very words. An answer to the desk is asked nothing of this.
    """
    if draft.answers:
        return draft
    asked_at = _ASKED_AT.get(question) or Step(question)
    if question == "use":
        code, _, revision = code.partition("-")
        if draft.step in {Step.KIND, Step.THEME, Step.WORDS} or revision != str(draft.revision):
            return draft
    answered = _answered(draft, question, code, settings)
    if answered is None or draft.step is not asked_at:
        return answered or draft
    return reach(answered, _after(answered))


def afresh(draft: Draft) -> Draft:
    """Begin anew: a /start that comes twice leaves the first one's buttons good, and who is under 16 still is.

    What was set aside may yet be words, and the poster that somebody came by is the same.
    """
    new = Draft(
        draft.token,
        revision=draft.revision,
        aside=draft.aside,
        greeted=draft.greeted,
        poster=draft.poster,
        workshop=draft.workshop,
    )
    return under_16(new) if draft.age_band is AgeBand.UNDER_16 else new


def under_16(draft: Draft) -> Draft:
    """Mark words as those of somebody under 16: from then on they are not quoted, whatever was chosen before."""
    consent = Consent.READ if draft.consent is Consent.QUOTE else draft.consent
    return replace(draft, age_band=AgeBand.UNDER_16, young=True, consent=consent)


def _after(draft: Draft) -> Step:
    if draft.step is Step.KIND:
        return Step.THEME
    if draft.step is Step.THEME:
        return Step.PREVIEW if draft.has_words else Step.WORDS
    return NEXT.get(draft.step, Step.SUMMARY)


def _answered(draft: Draft, question: str, code: str, settings: BotSettings) -> Draft | None:  # noqa: PLR0911 - a line each
    chosen = None if code == SKIP else code
    match question:
        case "kind" if chosen is None or chosen in tuple(Kind):
            return replace(draft, kind=Kind(chosen) if chosen else None)
        case "theme" if chosen is None or chosen in dict(settings.themes):
            return replace(draft, theme=chosen)
        case "use" if chosen in uses(draft):
            return replace(draft, consent=Consent(chosen))
        case "speaker" if chosen is None or chosen in tuple(Speaker):
            return replace(draft, speaker=Speaker(chosen) if chosen else None)
        case "council" if chosen is None or chosen in dict(settings.councils):
            return draft.with_council(chosen)
        case "age" if chosen is None or chosen in tuple(AgeBand):
            return _aged(draft, AgeBand(chosen) if chosen else None)
        case "happened" if chosen is None or chosen in tuple(Happened):
            return replace(draft, happened=Happened(chosen) if chosen else None)
    return None


def _aged(draft: Draft, band: AgeBand | None) -> Draft:
    """Take an age; who won't say it stays under 16 if they said so before."""
    said_before = band is None and draft.age_band is AgeBand.UNDER_16
    return under_16(draft) if said_before or band is AgeBand.UNDER_16 else replace(draft, age_band=band)
