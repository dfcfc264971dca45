"""Makes a poster: finds out what it is about, draws it, writes its files, and says what to do with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.starting import link, preset
from desk.poster.bot_name import asked, typed
from desk.poster.drawing import draw
from desk.poster.words import mail_address, poster
from desk.settings import FILE
from intake.wording import FALL_BACK, load_wording, unsaid
from storage.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from desk.place import Place
    from desk.poster.drawing import Drawn, Size
    from desk.settings import Settings
    from intake.wording import Wording

_UNLISTED = "another"


def make(place: Place, council: str | None, language: str | None, size: Size, name: str | None, folder: Path) -> str:
    """Make the two files of a poster and return what to say of them. Raises `Refused`, with what to do."""
    language = language or place.settings.deployment.languages[0]
    say = _words(place, language)
    lead = _lead(place.settings, say, council)
    opens = link(typed(name) if name else asked(place.settings), preset("council", council) if council else "")
    drawn = draw(poster(place.settings, say, language, opens, lead), size)
    called = "-".join(filter(None, ("poster", council, "a5" if size == "a5" else "", language)))
    pdf, png = _write(drawn, folder, called)
    made = place.say("poster-made", pdf=str(pdf), png=str(png), link=opens)
    return made if mail_address(place.settings) else f"{made}\n{place.say('poster-no-mail', file=FILE)}"


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
        raise Refused(place.say("poster-missing", language=language, missing=len(missing)))
    return load_wording(language, place.files.wording)


def _lead(settings: Settings, say: Wording, council: str | None) -> str:
    if council is None:
        return say("poster-lead")
    names = {one.code: one.name for one in settings.councils if one.code != _UNLISTED}
    if council not in names:
        known = f"Write one of: {', '.join(names)}. " if names else ""
        raise Refused(f"There is no council with the code {council}. {known}They stand in [[councils]] of {FILE}.")
    return say("poster-lead-council", council=names[council])


def _write(drawn: Drawn, folder: Path, called: str) -> tuple[Path, Path]:
    folder.mkdir(parents=True, exist_ok=True)
    pdf, png = folder / f"{called}.pdf", folder / f"{called}.png"
    pdf.write_bytes(drawn.pdf)
    png.write_bytes(drawn.png)
    return pdf, png
