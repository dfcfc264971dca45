"""The command line: its table of contents.

Each command imports what it needs when it runs, so that looking inside starts at once.
"""

from __future__ import annotations

from pathlib import Path

import click

from desk.commands import (
    alerts,
    contact,
    copies,
    drill,
    looking,
    posters,
    relays,
    retention,
    service,
    users,
    voices,
    wording,
    workshops,
)
from desk.place import Commands, Place

# A true \b in a docstring keeps click from filling the lines after it: hence D301, here and in the commands.
# ruff: noqa: D301
_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_IN_ORDER = (  # as help and docs/commands.md show them
    service.init,
    service.run,
    service.doors,
    service.desk,
    service.lab,
    looking.redact,
    looking.mail,
    looking.chat,
    voices.moderate,
    drill.drill,
    voices.publish,
    voices.withdraw,
    retention.retention,
    posters.poster,
    service.doctor,
    copies.backup,
    copies.restore,
    service.fictions,
    users.user,
    relays.relay,
    workshops.workshop,
    contact.contact,
    alerts.alert,
    wording.wording,
)


@click.group(cls=Commands, context_settings=_SETTINGS)
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


for _command in _IN_ORDER:
    main.add_command(_command)
