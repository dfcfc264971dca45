"""The command line. Each command imports what it needs when it runs, so that looking inside starts at once."""

from __future__ import annotations

import errno
import sys
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

if TYPE_CHECKING:
    from desk.deployment import Files
    from desk.logs import Level
    from desk.settings import Settings
    from intake.wording import Wording
    from storage.release import Thresholds

# Imports stand inside the commands on purpose: see above. A true \b keeps click from filling the lines after it.
# ruff: noqa: PLC0415, D301
_ROOMS = ("bot", "desk", "intake", "storage")


@dataclass(frozen=True)
class Place:
    """The deployment that a command works on; its settings are read when first asked for."""

    data: Path

    @cached_property
    def settings(self) -> Settings:
        """All settings, secrets too."""
        from desk.settings import load_settings

        return load_settings(self.data)

    @property
    def files(self) -> Files:
        """Where its files lie."""
        from desk.deployment import Files

        return Files(self.data, demo=self.settings.demo)

    @cached_property
    def say(self) -> Wording:
        """The words to say things in."""
        from intake.wording import load_wording

        return load_wording(self.settings.deployment.languages[0], self.files.wording)

    @property
    def thresholds(self) -> Thresholds:
        """When a detail, a count or a release is shown."""
        from desk.publishing import thresholds

        return thresholds(self.settings)


class _Commands(click.Group):
    """Keeps the order in which commands are written, and says our own errors in plain words."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Exception as error:
            if (said := _in_plain_words(error)) is None:
                raise
            raise click.ClickException(said) from None


def _in_plain_words(error: Exception) -> str | None:
    """Return what to say of an error that whoever typed the command can cure; None for any other."""
    if type(error).__module__.partition(".")[0] in _ROOMS:
        return str(error)
    if type(error).__module__ == "sqlite3":
        return f"A database can't be used: {error}."  # SQLite's messages hold no value of a row
    if isinstance(error, OSError) and error.strerror and error.errno != errno.EPIPE:  # click knows what to do with that
        return ": ".join(str(part) for part in (error.filename, error.strerror) if part) + "."
    return None


def _reason(_context: click.Context, _parameter: click.Parameter, reason: str | None) -> str | None:
    if reason is not None and not reason.strip():
        raise click.BadParameter("say why: everyone will be able to read it.")
    return reason


_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_level = click.option(
    "--log-level",
    type=click.Choice(["debug", "info", "warning", "error"]),
    default="info",
    show_default=True,
    help="How much the logs tell; never who or what, at any level.",
)
_account = click.option("--as", "account", required=True, metavar="NAME", help="Your moderator's account.")


@click.group(cls=_Commands, context_settings=_SETTINGS)
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default="data",
    show_default=True,
    help="The folder that holds the deployment.",
)
@click.version_option(package_name="care-voice")
@click.pass_context
def main(context: click.Context, data: Path) -> None:
    """Carry what care-experienced people say to the councils that serve them.

    \b
    A first look:       care-voice run --demo
    A real deployment:  care-voice --data /srv/care-voice init
    """
    context.obj = Place(data)


@main.command()
@click.pass_obj
def init(place: Place) -> None:
    """Make a new, clean deployment: its settings, its files and the first two sign-ins.

    \b
    Example:  care-voice --data /srv/care-voice init
    Then read and change /srv/care-voice/care-voice.toml, and start:  care-voice --data /srv/care-voice run
    """
    from desk.setup import make_deployment

    make_deployment(place.data, click.echo)


@main.command()
@click.option("--demo", is_flag=True, help="Try it out on embedded defaults, with fictional voices to look at.")
@_level
@click.pass_obj
def run(place: Place, *, demo: bool, log_level: Level) -> None:
    """Start the whole service, and keep it running until Ctrl-C or SIGTERM.

    \b
    Examples:  care-voice run --demo
               care-voice --data /srv/care-voice run
    """
    from desk.service import run_service

    if demo:
        from desk.setup import make_demonstration

        make_demonstration(place.data, click.echo)
    _log(log_level)
    run_service(place.settings, place.files, place.thresholds, place.say, log_level)


@main.command()
@_level
@click.pass_obj
def doors(place: Place, *, log_level: Level) -> None:
    """Run the doors alone: mail, and Telegram if a token is set. `run` does this for you.

    \b
    Example:  care-voice --data /srv/care-voice doors
    """
    from desk.doors import run_doors

    _log(log_level)
    run_doors(place.settings, place.files)


@main.command()
@_level
@click.pass_obj
def desk(place: Place, *, log_level: Level) -> None:
    """Run the moderators' pages alone. `run` does this for you.

    \b
    Example:  care-voice --data /srv/care-voice desk
    """
    from desk.pages.serve import serve
    from desk.pages_settings import pages_settings
    from desk.settings import load_settings

    _log(log_level)
    serve(pages_settings(load_settings(place.data, secrets=False), place.data))


@main.command()
@_level
@click.pass_obj
def lab(place: Place, *, log_level: Level) -> None:
    """Run the lab's pages alone. `run` does this for you.

    \b
    Example:  care-voice --data /srv/care-voice lab
    """
    from desk.deployment import Files
    from desk.lab.serve import serve
    from desk.lab_settings import lab_settings
    from desk.settings import load_settings

    _log(log_level)
    settings = load_settings(place.data, secrets=False)
    Files(place.data, demo=settings.demo).check_published()
    serve(lab_settings(settings, place.data))


def _log(level: Level) -> None:
    from desk.logs import setup_logs

    setup_logs(level=level)


@main.command()
@click.option("--jsonl", is_flag=True, help='Read lines {"id", "text"} and write a JSON line for each, with its spans.')
def redact(*, jsonl: bool) -> None:
    """Read text from standard input and write it redacted. Keeps nothing.

    \b
    Example:  echo "my worker Karolina is on 07700 900123" | care-voice redact
    """
    from desk.redact import redact_jsonl, redact_text

    sys.exit(redact_jsonl(sys.stdin.buffer, sys.stdout) if jsonl else redact_text(sys.stdin, sys.stdout))


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def mail(files: tuple[Path, ...]) -> None:
    """Say what would be kept of mails, before redaction: a JSON line for each file. Keeps nothing.

    \b
    Example:  care-voice mail examples/*.eml
    """
    from desk.readmail import read_files

    sys.exit(read_files(files, sys.stdout))


@main.command()
@click.pass_obj
def chat(place: Place) -> None:
    """Talk with the Telegram bot in the terminal, without Telegram.

    In a demonstration what is sent is kept in it; on a real deployment this is a rehearsal, and nothing is kept.

    \b
    Examples:  care-voice chat
               care-voice --data /srv/care-voice chat
    """
    from desk.chat.talk import run_chat

    _log("warning")
    run_chat(place.settings, place.files, place.thresholds, place.say)


@main.command()
@_account
@click.option("--voice", type=int, metavar="NUMBER", help="Look again at one voice that the lab shows already.")
@click.pass_obj
def moderate(place: Place, account: str, voice: int | None) -> None:
    """Read the voices that wait, urgent ones first, and decide what may be published.

    \b
    Examples:  care-voice moderate --as ash
               care-voice moderate --as ash --voice 4821093377   somebody could be recognised after all
    """
    from desk.moderate import Reading
    from desk.publishing import catch_up
    from desk.terminal import sign_in

    intake = place.files.open_intake()
    account = sign_in(intake, account, place.say)
    copies = place.settings.backup.folder
    tidy = partial(catch_up, intake, place.files, place.thresholds, place.say, copies)
    reading = Reading(intake, place.settings, place.say, account, tidy)
    if voice is None:
        reading.go_through()
    else:
        reading.look_again(voice)
        tidy()


@main.command()
@_account
@click.option(
    "--force",
    metavar="REASON",
    callback=_reason,
    help="Publish although too few wait or it is too soon; all will read why.",
)
@click.pass_obj
def publish(place: Place, account: str, force: str | None) -> None:
    """Publish what was approved, once enough voices wait.

    \b
    Examples:  care-voice publish --as ash
               care-voice publish --as ash --force "the lab meets on Monday"
    """
    from desk.publishing import publish_and_say
    from desk.terminal import sign_in

    intake = place.files.open_intake()
    account = sign_in(intake, account, place.say)
    publish_and_say(intake, place.files, place.thresholds, place.say, account=account, forced=force)


@main.command()
@click.argument("code", nargs=-1)
@click.pass_obj
def withdraw(place: Place, code: tuple[str, ...]) -> None:
    """Take a voice back by its receipt code, from everywhere and at once.

    \b
    Examples:  care-voice withdraw                       asks for the code: it stays out of the shell's history
               care-voice withdraw velvet-otter-plank-sunny-drift
    """
    from desk.publishing import withdraw_and_say

    typed = " ".join(code) or click.prompt(place.say("withdraw-code"))
    copies = place.settings.backup.folder
    sys.exit(not withdraw_and_say(place.files, place.thresholds, place.say, typed, copies))


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Write JSON for monitoring: no paths, nobody's names.")
@click.pass_obj
def doctor(place: Place, *, as_json: bool) -> None:
    """Look over the installed host and say what to do. Changes nothing, and may run beside the service.

    Ends with status 0 when all is well, 1 when there is a warning, 2 when something is wrong.

    \b
    Examples:  care-voice --data /srv/care-voice doctor
               care-voice --data /srv/care-voice doctor --json
    """
    from desk.doctor.examine import examine, host_of
    from desk.doctor.show import as_json as written
    from desk.doctor.show import show, status

    host = host_of(place.data)
    seen = examine(host)
    if as_json:
        click.echo(written(seen))
    else:
        show(host, seen)
    sys.exit(status(seen))


_FILE = click.Path(dir_okay=False, path_type=Path)
_identity = click.option(
    "--identity",
    type=click.File("r", errors="replace"),
    metavar="FILE",
    help="The secret key that opens copies; - to paste it.",
)


@main.command()
@click.option("--new-key", type=_FILE, metavar="FILE", help="Make a key pair; the secret key goes into FILE.")
@click.option("--keys", type=_FILE, metavar="FILE", help="Save the deployment's keys, apart from the copies.")
@click.option("--check", type=_FILE, metavar="COPY", help="Open a copy in memory and say what is in it, in numbers.")
@_identity
@click.pass_obj
def backup(place: Place, new_key: Path | None, keys: Path | None, check: Path | None, identity: TextIO | None) -> None:
    """Make an encrypted copy of the deployment, while it runs. `run` does this every day once a folder is set.

    \b
    Examples:  care-voice backup --new-key copies-secret.txt               once, before the first copy
               care-voice backup --keys /media/usb/care-voice-keys.age     once, and when secrets.toml changes
               care-voice backup
               care-voice backup --check /mnt/backup/care-voice/care-voice-20261122T031500Z.age --identity FILE
    """
    from desk import backup as copying

    if sum(option is not None for option in (new_key, keys, check)) > 1:
        raise click.UsageError("Do one thing at a time: --new-key, --keys or --check.")
    if (identity is None) != (check is None):
        raise click.UsageError("--check and --identity belong together: a copy, and the secret key that opens it.")
    if new_key is not None:
        copying.new_key(new_key, place.data, _words(place))
    elif check is not None and identity is not None:
        copying.look_into(check, copying.load_identity(identity.read()), place.data, _words(place))
    elif keys is not None:
        copying.keep_keys(place.settings, place.files, keys, _words(place))
    else:
        copying.back_up(place.settings, place.files, _words(place))


@main.command()
@click.argument("copy", type=_FILE)
@_identity
@click.option("--keys", type=_FILE, metavar="FILE", help="The file that care-voice backup --keys made.")
@click.option("--replace", is_flag=True, help="Replace the databases that are there; an encrypted copy is made first.")
@click.option("--keys-lost", is_flag=True, help="The file of keys is lost for good: no receipt code will work again.")
@click.option("--list-lost", is_flag=True, help="The list of what was removed is lost for good: it will come back.")
@click.pass_obj
def restore(
    place: Place,
    *,
    copy: Path,
    identity: TextIO | None,
    keys: Path | None,
    replace: bool,
    keys_lost: bool,
    list_lost: bool,
) -> None:
    """Bring a deployment back from a copy, without anything that people took back since. Stop care-voice first.

    \b
    Examples:  care-voice --data /srv/new restore COPY --identity copies-secret.txt --keys care-voice-keys.age
               care-voice --data /srv/care-voice restore COPY --identity copies-secret.txt --replace
    """
    from desk.backup import load_identity
    from desk.restore import Order, restore, say_restored

    if identity is None:
        raise click.UsageError("Give the secret key that opens the copy: --identity FILE.")
    order = Order(place.data, copy, load_identity(identity.read()), keys, replace, keys_lost, list_lost)
    say_restored(order, restore(order), _words(place))


def _words(place: Place) -> Wording:
    """Return the deployment's words, or our own: copies are for where nothing is, or not as it should be."""
    from desk.settings import SettingsWrong
    from intake.wording import WordingWrong, load_wording

    try:
        return place.say
    except (SettingsWrong, WordingWrong):
        return load_wording()


@main.command(hidden=True)
@click.pass_obj
def fictions(place: Place) -> None:
    """Put the fictional voices into a demonstration."""
    from desk.demo.seed import fictions as all_fictions
    from desk.demo.seed import seed

    _log("warning")
    with click.progressbar(length=len(all_fictions()), label=place.say("demo-filling")) as bar:
        seed(place.files, place.thresholds, date.today(), lambda: bar.update(1))


@main.group(cls=_Commands)
def user() -> None:
    """Manage who may moderate and who may read the lab.

    \b
    Example:  care-voice user add ash --role moderator
    """


_role = click.option("--role", type=click.Choice(["moderator", "lab"]), required=True, help="What they may do.")


@user.command()
@click.argument("name")
@_role
@click.pass_obj
def add(place: Place, name: str, role: str) -> None:
    """Make a sign-in and show its password, once.

    \b
    Example:  care-voice user add ash --role moderator
    """
    from desk.users import add_user

    click.echo(place.say("sign-in-made", name=name, password=add_user(place.files, name, role)))


@user.command()
@click.argument("name")
@_role
@click.pass_obj
def remove(place: Place, name: str, role: str) -> None:
    """Take a sign-in away. What they decided stays.

    \b
    Example:  care-voice user remove ash --role lab
    """
    from desk.users import remove_user

    remove_user(place.files, name, role)
    click.echo(place.say("sign-in-removed", name=name))


@user.command(name="list")
@click.pass_obj
def list_users(place: Place) -> None:
    """Show all sign-ins.

    \b
    Example:  care-voice user list
    """
    from desk.users import list_users

    for name, role in list_users(place.files):
        click.echo(f"{role:10} {name}")
