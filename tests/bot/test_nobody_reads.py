"""When nobody reads at the desk, the greeting and the receipt say so; no longer than that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from intake.quiet import Readers
from tests.bot.talking import SETTINGS, talk

if TYPE_CHECKING:
    from tests.bot.talking import Kept

SAYS = "Right now nobody is reading messages."


@pytest.mark.parametrize("nobody", [True, False])
async def test_the_greeting_and_the_receipt_say_so(kept: Kept, nobody: bool) -> None:  # noqa: FBT001 - a case
    """It is asked anew each time, so that it ends as soon as somebody reads."""
    readers = Readers()
    alex = talk(kept, settings=replace(SETTINGS, nobody_reads=readers.nobody_reads))
    readers.nobody = nobody
    await alex.types("/start")
    assert (SAYS in alex.reads) is nobody
    await alex.gets_to("summary")
    await alex.presses("Send")
    assert (SAYS in alex.reads) is nobody
    readers.nobody = not nobody
    await alex.types("/start")
    assert (SAYS in alex.reads) is not nobody
