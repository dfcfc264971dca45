"""Looks over the wording: what is missing, unused, too long, too hard to read, or said in words to avoid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.wording.avoided import avoided
from desk.wording.files import look
from desk.wording.findings import Finding
from desk.wording.lengths import A_BUTTON, too_long
from desk.wording.overrides import unread
from desk.wording.reading_age import FEWEST, OLDEST, is_known, reading_age, words_in
from desk.wording.spoken import UNCHECKED, is_for_writers
from desk.wording.used import unused
from intake.wording import FALL_BACK, mistakes, unsaid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.wording.deployed import Deployed
    from desk.wording.files import Looked
    from desk.wording.findings import Said
    from intake.wording import Wording

ENGLISHES = frozenset((FALL_BACK, "en-simple"))
# Read by whoever runs the machine: their own words (encryption, certificate) are long ones.
_FOR_ADMINISTRATORS = ("doctor.ftl", "backup.ftl", "desk.ftl", "wording.ftl")


def check(deployed: Deployed, say: Wording) -> tuple[int, list[Finding]]:
    """Return how many messages were looked over, and what was found: file by file, from top to bottom."""
    looked = look((FALL_BACK, *deployed.languages), deployed.overrides)
    found = [*_found(looked, deployed, say)]
    return len(looked.said), sorted(found, key=lambda one: (one.note, one.file, one.line, one.key))


def _found(looked: Looked, deployed: Deployed, say: Wording) -> Iterator[Finding]:
    for language in looked.languages:
        for entry, cure in mistakes(language, looked.overrides):
            yield Finding(entry.file, entry.line, entry.key, cure)
        yield from _missing(language, looked, say)
    for one in looked.said:
        yield from too_long(one, say)
        yield from _avoided(one, say)
    yield from _too_old(looked, say)
    yield from _unused(looked, say)
    yield from unread(looked, deployed, say)
    yield from _settings(deployed, say)


def _missing(language: str, looked: Looked, say: Wording) -> Iterator[Finding]:
    """Find what the bot says in English; of a language nobody has checked yet, only say how much."""
    keys = [key for key in unsaid(language, looked.overrides) if is_for_writers(key)]
    folder = f"wording/{language}"
    if keys and any(one.entry.key == UNCHECKED and one.text.strip() for one in looked.of(language)):
        told = say("wording-missing-some", count=len(keys), first=keys[0])
        yield Finding(folder, 0, "", told, note=True)
        return
    for key in keys:
        yield Finding(folder, 0, key, say("wording-missing", language=language, file=f"{folder}/bot.ftl"))


def _unused(looked: Looked, say: Wording) -> Iterator[Finding]:
    """Find messages of ours that nothing says; those that others quote are said."""
    english = looked.of(FALL_BACK)
    quoted = {part for one in english for part in one.entry.parts}
    left = set(unused(one.entry.key for one in english if one.ours)) - quoted
    return (one.finding(say("wording-unused")) for one in english if one.entry.key in left)


def _avoided(one: Said, say: Wording) -> Iterator[Finding]:
    if one.language in ENGLISHES:
        for word, instead in avoided(one.text):
            yield one.finding(say("wording-avoid", word=word, instead=instead))


def _too_old(looked: Looked, say: Wording) -> Iterator[Finding]:
    if not is_known():
        yield Finding("textstat", 0, "", say("wording-no-textstat"), note=True)
        return
    for one in looked.said:
        if _has_an_age(one) and (age := reading_age(one.text)) > OLDEST:
            yield one.finding(say("wording-old", age=f"{age:.1f}", most=OLDEST))


def _has_an_age(one: Said) -> bool:
    of_administrators = one.entry.file.endswith(_FOR_ADMINISTRATORS)
    typed = one.entry.key.startswith("bot-answers-")  # by people, who write as they like
    return one.language in ENGLISHES and not (of_administrators or typed) and words_in(one.text) >= FEWEST


def _settings(deployed: Deployed, say: Wording) -> Iterator[Finding]:
    """Look over what a deployment wrote into its settings for people to read."""
    for text, is_button in deployed.texts:
        where = (deployed.file, deployed.line_of(text), "")
        if is_button and len(text) > A_BUTTON:
            yield Finding(*where, f"“{text}”: {say('wording-button', long=len(text), most=A_BUTTON)}")
        for word, instead in avoided(text):
            yield Finding(*where, say("wording-avoid", word=word, instead=instead))
