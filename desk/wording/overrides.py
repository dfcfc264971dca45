"""Finds files and messages of a deployment that nobody reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.wording.findings import Finding
from intake.wording import NAMED, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.wording.deployed import Deployed
    from desk.wording.files import Looked
    from intake.wording import Wording


def unread(looked: Looked, deployed: Deployed, say: Wording) -> Iterator[Finding]:
    """Find languages that are not offered, files that are not wording, and names of settings that have changed."""
    if deployed.overrides is not None and deployed.overrides.is_dir():
        for each in sorted(deployed.overrides.iterdir()):
            if each.is_dir() and each.name not in looked.languages:
                yield Finding(str(each), 0, "", say("wording-off", language=each.name))
        for each in sorted(deployed.overrides.rglob("*")):
            if each.is_file() and (each.suffix != ".ftl" or each.parent.parent != deployed.overrides):
                yield Finding(str(each), 0, "", say("wording-no-ftl"))
    names = {name_of(text) for text, _ in deployed.texts}
    for one in looked.said:
        # Of ours, a deployment has those that it named anew itself.
        mine = not one.ours or deployed.overrides is None
        if mine and one.entry.key.startswith(NAMED) and one.entry.key not in names:
            yield one.finding(say("wording-no-name"))
