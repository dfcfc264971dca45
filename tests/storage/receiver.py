"""A process that stores voices under load and prints each receipt after its commit. Made to be killed.

`python -m tests.storage.receiver FOLDER VOICES CHARACTERS`: a line "code words" for each voice that was stored.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import sys
from functools import partial
from pathlib import Path

from storage.arriving import add
from storage.intake_db import open_intake
from storage.keys import Keys, load_keys
from storage.writer import Writer
from tests.storage.deployment import TODAY, voice

_AT_ONCE = 20

# Coverage would write a file of its own in that process, and meet the faults that are meant for ours.
UNMEASURED = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}


def command(folder: Path, voices: int, characters: int) -> list[str]:
    """Return the command that runs this in a process; its environment should be `UNMEASURED`."""
    return [sys.executable, "-m", "tests.storage.receiver", str(folder), str(voices), str(characters)]


async def receive(folder: Path, voices: int, characters: int) -> None:
    """Store voices, twenty at once, and say so."""
    keys = load_keys(folder / "keys")
    writer = Writer(open_intake(folder / "intake" / "intake.db", demo=False))
    numbers = iter(range(voices))
    try:
        await asyncio.gather(*(_receive(writer, keys, numbers, characters) for _ in range(_AT_ONCE)))
    finally:
        await writer.close()


async def _receive(writer: Writer, keys: Keys, numbers: object, characters: int) -> None:
    for number in numbers:  # type: ignore[attr-defined]  # shared: whoever is free takes the next one
        words = f"{number:0{characters}}"
        try:
            receipt = await writer.run(partial(add, keys=keys, new=voice(words), today=TODAY))
        except sqlite3.Error:
            continue  # not stored, and nobody is told that it was
        sys.stdout.write(f"{receipt.code} {words}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(receive(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
