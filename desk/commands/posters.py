"""The command that makes posters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from desk.place import Place
    from desk.poster.drawing import Size

# ruff: noqa: PLC0415, D301 - imports stand inside the commands on purpose: see desk/cli.py


@click.command()
@click.option("--council", metavar="CODE", help="Ask who comes by it whether this council looks after them.")
@click.option("--workshop", metavar="NAME", help="Mark what people say as from this workshop; its code will do.")
@click.option("--language", metavar="CODE", help="One of your languages; without it, the main one.")
@click.option("--size", type=click.Choice(["a4", "a5"]), default="a4", show_default=True, help="The size of the page.")
@click.option("--bot", "name", metavar="NAME", help="Your bot's name; without it, Telegram is asked.")
@click.option(
    "-o",
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=".",
    help="Where to put the files; without it, here.",
)
@click.pass_obj
def poster(
    place: Place,
    council: str | None,
    workshop: str | None,
    language: str | None,
    size: Size,
    name: str | None,
    folder: Path,
) -> None:
    """Make a poster to print, and a picture of it, with a code to scan that opens your bot.

    \b
    Examples:  care-voice poster
               care-voice poster --council swindon --size a5 -o posters
               care-voice poster --workshop "Swindon, 3 March"
    """
    from desk.poster.make import Wanted, make

    if council is not None and workshop is not None:
        raise click.UsageError("A poster is for a council or for a workshop: take one of --council and --workshop.")
    click.echo(make(place, Wanted(council, workshop, language, size, name), folder))
