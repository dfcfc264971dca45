"""What every command shares: the deployment it works on, errors in plain words, and the options that come again."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from pathlib import Path

    from desk.deployment import Files
    from desk.logs import Level
    from desk.settings import Settings
    from intake.wording import Wording
    from storage.release import Thresholds

# ruff: noqa: PLC0415 - imports stand inside on purpose: see desk/cli.py
FILE = "care-voice.toml"  # a deployment's settings, in its data folder
_ROOMS = ("bot", "desk", "intake", "storage")

log_level_option = click.option(
    "--log-level",
    type=click.Choice(["debug", "info", "warning", "error"]),
    default="info",
    show_default=True,
    help="How much the logs tell; never who or what, at any level.",
)
account_option = click.option("--as", "account", required=True, metavar="NAME", help="Your moderator's account.")


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


class Commands(click.Group):
    """Keeps the order in which commands are written, and says our own errors in plain words."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """List them in that order."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command, and say what went wrong if whoever typed it can cure that."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            if (said := _in_plain_words(error)) is None:
                raise
            raise click.ClickException(said) from None


def start_logs(level: Level) -> None:
    """Let the logs of this process begin, at a level."""
    from desk.logs import setup_logs

    setup_logs(level=level)


def _in_plain_words(error: Exception) -> str | None:
    """Return what to say of an error that whoever typed the command can cure; None for any other."""
    if type(error).__module__.partition(".")[0] in _ROOMS:
        return str(error)
    if type(error).__module__ == "sqlite3":
        return f"A database can't be used: {error}."  # SQLite's messages hold no value of a row
    if isinstance(error, OSError) and error.strerror and error.errno != errno.EPIPE:  # click knows what to do with that
        return ": ".join(str(part) for part in (error.filename, error.strerror) if part) + "."
    return None
