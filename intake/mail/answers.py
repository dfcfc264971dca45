"""What a letter says that answers a mailed command: what was done, or what to do. It never holds a code or a word."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING

from intake.mail.commands import Wish
from intake.mail.obey import CONSENTS
from intake.standing import standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from intake.mail.letter import LetterSettings
    from intake.mail.obey import Done


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
        yield wording("bot-status")
        for text, quoted in standing(wording, done.status, settings.uses.__getitem__):
            yield indent(text, "    ") if quoted else text
        if done.status.question:
            yield wording("answer-question")
    else:
        yield wording(f"answer-use-{done.changed}", use=settings.uses[CONSENTS[done.wish]])
    if done.wish is not Wish.WITHDRAW or done.what != "done":
        yield wording("answer-commands", address=settings.sender)
    yield wording("ack-cannot-come")
