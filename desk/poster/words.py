"""What a poster says: the deployment's words, its mail address, its helplines, and the link that its code opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.poster.drawing import Poster

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.settings import Settings
    from intake.wording import Wording

_RIGHT_TO_LEFT = frozenset(("ar", "fa", "he", "ur"))
_MOST_HELPLINES = 3
_STEPS = ("write", "hide", "read")


def poster(settings: Settings, say: Wording, language: str, link: str, lead: str) -> Poster:
    """Put a poster together."""
    mail = mail_address(settings)
    return Poster(
        language=language.partition("-")[0],
        right_to_left=language.partition("-")[0] in _RIGHT_TO_LEFT,
        deployment=say.named(settings.deployment.name),
        title=say("poster-title"),
        lead=lead,
        scan=say("poster-scan"),
        code_says=say("poster-code-says", link=link),
        opens=say("poster-opens"),
        link=link,
        by_mail=say("poster-by-mail"),
        mail=mail,
        steps=tuple(say(f"poster-step-{step}") for step in _STEPS),
        honest=say("poster-honest" if mail else "poster-honest-no-mail"),
        danger=say("poster-danger"),
        no_help=say("poster-no-help"),
        talk=say("poster-talk"),
        helplines=tuple(_helplines(settings, say)),
    )


def mail_address(settings: Settings) -> str | None:
    """Return where people can send mail to, if that is anywhere but on this machine."""
    address = settings.mail.addresses[0]
    return None if address.endswith("@localhost") else address


def _helplines(settings: Settings, say: Wording) -> Iterator[tuple[str, str]]:
    """Give the first helplines; 999 is said in large letters already."""
    others = [line for line in settings.helplines if "999" not in line.how]
    for line in others[:_MOST_HELPLINES]:
        yield say.named(line.name), say.named(line.how)
