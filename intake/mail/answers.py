"""What a letter says that answers a mailed command: what was done, or what to do. It never holds a code or a word."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING

from intake.mail.commands import Wish
from intake.mail.obey import CONSENTS, PERMISSIONS
from intake.standing import standing
from storage.model import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from intake.mail.letter import LetterSettings
    from intake.mail.obey import Done
    from storage.responses import Status


def paragraphs(settings: LetterSettings, wording: Callable[..., str], done: Done) -> Iterator[str]:
    """Yield what the letter says, below its greeting and above its signature."""
    contact = settings.contact or wording("ack-contact-unnamed")
    if done.what == "no-code":
        yield wording("answer-no-code", command=done.wish.name)
    elif done.what == "no-such-code":
        yield wording("answer-no-such-code", contact=contact)
    elif done.wish is Wish.WITHDRAW:
        yield wording("answer-withdrawn")
    elif done.status is not None:
        yield from _told(settings, wording, done.status)
    elif done.permitted is not None:
        yield wording(f"bot-permit-{done.permitted}")
    elif done.what == "late":
        yield wording("answer-permit-late")
    else:
        yield wording(f"answer-use-{done.changed}", use=settings.uses[CONSENTS[done.wish]])
    if done.wish is not Wish.WITHDRAW or done.what != "done":
        yield wording("answer-commands", address=settings.sender)
    yield wording("ack-cannot-come")


def _told(settings: LetterSettings, wording: Callable[..., str], status: Status) -> Iterator[str]:
    """Yield what became of a voice, and how to answer what is asked about it."""
    yield wording("bot-status")
    for text, quoted in standing(wording, status, settings.uses.__getitem__):
        yield indent(text, "    ") if quoted else text
    if status.question:
        yield wording("answer-question")
    if status.whether and status.state is State.ASKED:
        names = {said: wish.name for wish, said in PERMISSIONS.items()}
        commands = ", ".join(names[each] for each in status.whether.offered)
        yield wording("answer-permit", address=settings.sender, commands=commands)
