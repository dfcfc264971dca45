"""The commands that look at what care-voice does with words, and keep nothing."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desk.place import FILE, Place, start_logs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intake.mail.files.kinds import Readable
    from storage.model import Jigsaw

# ruff: noqa: PLC0415, D301 - imports stand inside the commands on purpose: see desk/cli.py


@click.command()
@click.option("--jsonl", is_flag=True, help='Read lines {"id", "text"} and write a JSON line for each, with its spans.')
@click.option("--detector", "detectors", multiple=True, metavar="NAME[:MODEL]", help="Try a detector of another maker.")
@click.pass_obj
def redact(place: Place, *, jsonl: bool, detectors: tuple[str, ...]) -> None:
    """Read text from standard input and write it redacted. Keeps nothing.

    Uses what the deployment in the data folder keeps readable and always hides, if there is one, and says so.

    \b
    Examples:  echo "my worker Karolina is on 07700 900123" | care-voice redact
               care-voice redact --jsonl --detector spacy:en_core_web_sm < messages.jsonl
    """
    from desk.redact import Added, redact_jsonl, redact_text

    added = Added(*_terms(place), detectors)
    if jsonl:
        sys.exit(redact_jsonl(sys.stdin.buffer, sys.stdout, added))
    sys.exit(redact_text(sys.stdin, sys.stdout, added, partial(_tell, place)))


def _tell(place: Place, reasons: Sequence[Jigsaw]) -> None:
    """Say, beside the text and not in it, why somebody might be recognised all the same."""
    from intake.wording import load_wording

    say = place.say if (place.data / FILE).exists() else load_wording()
    click.echo(f"\n{say('jigsaw-warning-moderator')}:", err=True)
    for reason in reasons:
        click.echo(f"- {say(f'jigsaw-{reason}-moderator')}", err=True)


def _terms(place: Place) -> tuple[Sequence[str], Sequence[str]]:
    """Return the deployment's own terms to keep and to hide; none where there is no deployment."""
    if not (place.data / FILE).exists():
        return (), ()
    its = place.settings.redaction
    if its.keep or its.hide:
        click.echo(place.say("redact-terms", keep=len(its.keep), hide=len(its.hide), path=str(place.data)), err=True)
    return its.keep, its.hide


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--read-files", is_flag=True, help="Read the words in files of every kind, whatever is set.")
@click.pass_obj
def mail(place: Place, files: tuple[Path, ...], *, read_files: bool) -> None:
    """Say what would be kept of mails, before redaction: a JSON line for each file. Keeps nothing.

    Files that came along are read as the deployment in the data folder says, if there is one.

    \b
    Example:  care-voice mail examples/*.eml
    """
    from desk import readmail
    from intake.mail.files.kinds import Readable

    sys.exit(readmail.read_files(files, sys.stdout, tuple(Readable) if read_files else _kinds(place)))


def _kinds(place: Place) -> Sequence[Readable]:
    if not (place.data / FILE).exists():
        return ()
    its = place.settings.mail
    return its.file_kinds if its.read_files else ()


@click.command()
@click.option("--language", metavar="CODE", help="Talk in this language, offered or not: en, en-simple, cy, ar …")
@click.pass_obj
def chat(place: Place, language: str | None) -> None:
    """Talk with the Telegram bot in the terminal, without Telegram.

    In a demonstration what is sent is kept in it; on a real deployment this is a rehearsal, and nothing is kept.

    \b
    Examples:  care-voice chat
               care-voice --data /srv/care-voice chat
               care-voice chat --language en-simple
    """
    from desk.chat.talk import run_chat
    from intake.wording import load_wordings

    start_logs("warning")
    settings = place.settings
    if language is not None:
        settings = settings.speaking(language)
    spoken = load_wordings(settings.deployment.languages, place.files.wording)
    run_chat(settings, place.files, place.thresholds, spoken)
