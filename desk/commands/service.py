"""The commands that make a deployment, run it, and look over the host it runs on."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from desk.place import Place, log_level_option, start_logs

if TYPE_CHECKING:
    from desk.logs import Level

# ruff: noqa: PLC0415, D301 - imports stand inside the commands on purpose: see desk/cli.py


@click.command()
@click.pass_obj
def init(place: Place) -> None:
    """Make a new, clean deployment: its settings, its files and the first two sign-ins.

    \b
    Example:  care-voice --data /srv/care-voice init
    Then read and change /srv/care-voice/care-voice.toml, and start:  care-voice --data /srv/care-voice run
    """
    from desk.setup import make_deployment

    make_deployment(place.data, click.echo)


@click.command()
@click.option("--demo", is_flag=True, help="Try it out on embedded defaults, with fictional voices to look at.")
@log_level_option
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
    start_logs(log_level)
    run_service(place.settings, place.files, place.thresholds, place.say, log_level)


@click.command()
@log_level_option
@click.pass_obj
def doors(place: Place, *, log_level: Level) -> None:
    """Run the doors alone: mail, and Telegram if a token is set. `run` does this for you.

    \b
    Example:  care-voice --data /srv/care-voice doors
    """
    from desk.doors import run_doors

    start_logs(log_level)
    run_doors(place.settings, place.files)


@click.command()
@log_level_option
@click.pass_obj
def desk(place: Place, *, log_level: Level) -> None:
    """Run the moderators' pages alone. `run` does this for you.

    \b
    Example:  care-voice --data /srv/care-voice desk
    """
    from desk.pages.serve import serve
    from desk.pages_settings import pages_settings
    from desk.settings import load_settings

    start_logs(log_level)
    serve(pages_settings(load_settings(place.data, secrets=False), place.data))


@click.command()
@log_level_option
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

    start_logs(log_level)
    settings = load_settings(place.data, secrets=False)
    Files(place.data, demo=settings.demo).check_published()
    serve(lab_settings(settings, place.data))


@click.command()
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


@click.command(hidden=True)
@click.pass_obj
def fictions(place: Place) -> None:
    """Put the fictional voices into a demonstration."""
    from desk.demo.seed import fictions as all_fictions
    from desk.demo.seed import seed

    start_logs("warning")
    with click.progressbar(length=len(all_fictions()), label=place.say("demo-filling")) as bar:
        seed(place.files, place.thresholds, date.today(), lambda: bar.update(1))
