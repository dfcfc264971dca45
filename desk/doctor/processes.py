"""Finds the running processes of a deployment, from what Linux tells anyone about them (proc(5))."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROLES = ("run", "doors", "desk", "lab")
_WITH_VALUE = ("--data", "--log-level")


@dataclass(frozen=True, slots=True)
class Process:
    """A process of ours. `role` is the command that it runs, or "child" below the doors."""

    pid: int
    parent: int
    uid: int
    role: str
    level: str = "info"


def processes(data: Path, root: Path = Path("/")) -> list[Process]:
    """Return the processes that serve the deployment in folder `data`, and those that the doors started."""
    everyone = [*_everyone(root)]
    ours = [process for process, folder in everyone if folder is not None and _same(folder, process, data, root)]
    doors = {process.pid for process in ours if process.role == "doors"}
    return ours + [
        Process(process.pid, process.parent, process.uid, "child") for process, _ in everyone if process.parent in doors
    ]


def _everyone(root: Path) -> Iterator[tuple[Process, str | None]]:
    """Give every process there is, and the data folder it was given if it is one of care-voice."""
    for folder in (root / "proc").iterdir():
        if folder.name.isdecimal():
            with suppress(OSError):  # it ended meanwhile
                yield _read(folder)


def _read(folder: Path) -> tuple[Process, str | None]:
    status = (folder / "status").read_text()
    parent, uid = (
        int(found[1]) for name in ("PPid", "Uid") if (found := re.search(rf"^{name}:\s+(\d+)", status, re.MULTILINE))
    )
    argv = (folder / "cmdline").read_bytes().decode(errors="replace").split("\0")
    role, options = _command(_arguments(argv))
    if role not in _ROLES:
        return Process(int(folder.name), parent, uid, ""), None
    level = options.get("--log-level", "info")
    return Process(int(folder.name), parent, uid, role, level), options.get("--data", "data")


def _arguments(argv: list[str]) -> list[str]:
    """Return what follows `care-voice` or `python -m desk`; empty for another program."""
    for at, word in enumerate(argv[:6]):
        if Path(word).name == "care-voice" or (word == "desk" and argv[at - 1] == "-m"):
            return argv[at + 1 :]
    return []


def _command(arguments: list[str]) -> tuple[str, dict[str, str]]:
    """Return the command, and the options around it."""
    role, options = "", dict[str, str]()
    words = iter(arguments)
    for word in words:
        name, equals, value = word.partition("=")
        if name in _WITH_VALUE:
            options[name] = value if equals else next(words, "")
        elif not word.startswith("-"):
            role = role or word
    return role, options


def _same(folder: str, process: Process, data: Path, root: Path) -> bool:
    """Tell whether a process means our folder; what closed its memory hides where it works, and so its parent says."""
    for pid in (process.pid, process.parent):
        with suppress(OSError):
            return ((root / "proc" / str(pid) / "cwd").readlink() / folder).resolve() == data.resolve()
    return Path(folder).resolve() == data.resolve()


def sockets_of(process: Process, root: Path = Path("/")) -> set[int] | None:
    """Return the inodes of a process's sockets; None if we may not look."""
    try:
        links = [str(link.readlink()) for link in (root / "proc" / str(process.pid) / "fd").iterdir()]
    except OSError:
        return None
    return {int(found[1]) for link in links if (found := re.fullmatch(r"socket:\[(\d+)\]", link))}
