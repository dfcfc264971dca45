"""Makes a poster: finds out what it is about, draws it, writes its files, and says what to do with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.starting import link, preset
from desk.poster.bot_name import asked, typed
from desk.poster.drawing import draw
from desk.poster.words import mail_address, poster
from desk.settings import FILE
from desk.workshops import find
from intake.wording import FALL_BACK, load_wording, unsaid
from storage.errors import Refused
from storage.model import UNLISTED

if TYPE_CHECKING:
    from pathlib import Path

    from desk.place import Place
    from desk.poster.drawing import Drawn, Size
    from desk.settings import Settings
    from intake.wording import Wording


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for; `name` is the bot's."""

    council: str | None
    workshop: str | None
    language: str | None
    size: Size
    name: str | None


@dataclass(frozen=True, slots=True)
class _About:
    """Whose poster it is: what its link brings, what it begins with, and what its files are called after."""

    brings: str
    lead: str
    called: str


def make(place: Place, wanted: Wanted, folder: Path) -> str:
    """Make the two files of a poster and return what to say of them. Raises `Refused`, with what to do."""
    language = wanted.language or place.settings.deployment.languages[0]
    say = _words(place, language)
    about = _about(place, say, wanted)
    opens = link(typed(wanted.name) if wanted.name else asked(place.settings), about.brings)
    drawn = draw(poster(place.settings, say, language, opens, about.lead), wanted.size)
    parts = ("poster", about.called, "a5" if wanted.size == "a5" else "", language)
    pdf, png = _write(drawn, folder, "-".join(filter(None, parts)))
    notes = [] if mail_address(place.settings) else [place.say("posters-no-mail", file=FILE)]
    if say("bot-unchecked").strip():
        notes.append(place.say("posters-unchecked", language=language))
    return "\n".join([place.say("posters-made", pdf=str(pdf), png=str(png), link=opens), *notes])


def _words(place: Place, language: str) -> Wording:
    """Read the words of a poster's language, which has to be one that the bot speaks too."""
    speaks = place.settings.deployment.languages
    if language not in speaks:
        raise Refused(
            f"People are not spoken to in {language} here, but in: {', '.join(speaks)}. "
            f"Add it to languages in [deployment] of {FILE} first."
        )
    if language == FALL_BACK == speaks[0]:
        return place.say
    if missing := [one for one in unsaid(language, place.files.wording) if one.startswith("poster-")]:
        raise Refused(place.say("posters-missing", language=language, missing=len(missing)))
    return load_wording(language, place.files.wording)


def _about(place: Place, say: Wording, wanted: Wanted) -> _About:
    if wanted.workshop is not None:
        name, code = find(place, wanted.workshop)
        return _About(preset("workshop", code), say("poster-lead-workshop", workshop=name), code)
    if wanted.council is None:
        return _About("", say("poster-lead"), "")
    name = _council(place.settings, wanted.council)
    return _About(
        preset("council", wanted.council), say("poster-lead-council", council=say.named(name)), wanted.council
    )


def _council(settings: Settings, code: str) -> str:
    names = {one.code: one.name for one in settings.councils if one.code != UNLISTED}
    if code not in names:
        known = f"Write one of: {', '.join(names)}. " if names else ""
        raise Refused(f"There is no council with the code {code}. {known}They stand in [[councils]] of {FILE}.")
    return names[code]


def _write(drawn: Drawn, folder: Path, called: str) -> tuple[Path, Path]:
    folder.mkdir(parents=True, exist_ok=True)
    pdf, png = folder / f"{called}.pdf", folder / f"{called}.png"
    pdf.write_bytes(drawn.pdf)
    png.write_bytes(drawn.png)
    return pdf, png
