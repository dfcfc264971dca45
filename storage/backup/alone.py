"""Makes sure that nobody has a database open while it is put in the place of another."""

from __future__ import annotations

import fcntl
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, BinaryIO

from storage.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

# Every connection to a file in WAL mode keeps a read lock on these bytes of it (sqlite.org/fileformat2.html, "The
# Lock-Byte Page"; os.h). The file is not read, so one that is damaged beyond reading is locked just as well.
_SHARED_FIRST, _SHARED_SIZE = 0x40000002, 510


@contextmanager
def alone_with(paths: Iterable[Path]) -> Iterator[Sequence[BinaryIO]]:
    """Keep everybody else out of these databases, where they are there, until the block ends; gives them opened.

    Nothing in this process may open or close one of them in other ways meanwhile: that would end the lock (fcntl(2)).

    Raises:
        Refused: somebody has one of them open.
    """
    with ExitStack() as held:
        handles = [held.enter_context(path.open("r+b")) for path in paths if path.exists()]
        for handle in handles:
            _lock(handle)
        yield list(handles)


def _lock(handle: BinaryIO) -> None:
    try:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_SIZE, _SHARED_FIRST)
    except OSError:
        raise Refused(
            "care-voice is running on this data folder, or a command is. Stop it (Ctrl-C, or systemctl stop), wait "
            "until it has ended, and try again."
        ) from None
