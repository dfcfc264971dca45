"""Runs all checks at once, each in a thread of its own: one that breaks or hangs never stops the others."""

from __future__ import annotations

import logging
import threading
import time
import tomllib
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desk.deployment import Files
from desk.doctor.checks import CHECKS, FIRST
from desk.doctor.findings import Check, Finding, Host, Seen, skipped, wrong
from desk.settings import FILE, Settings, SettingsWrong, load_settings
from intake.wording import WordingWrong, load_wording

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desk.settings import Mistake
    from intake.wording import Wording


def host_of(data: Path) -> Host:
    """Return what there is to look at in folder `data`, as far as its settings can be read."""
    mistakes: tuple[Mistake, ...] = ()
    try:
        settings = load_settings(data)
    except SettingsWrong as error:
        settings, mistakes = Settings(demo=_is_demo(data / FILE)), error.mistakes
    files = Files(data, demo=settings.demo)
    return Host(files, settings, _wording(settings, files), mistakes)


def examine(host: Host) -> list[Seen]:
    """Return all findings, in their order. Each check has as long as its patience lasts, all at the same time."""
    if not (host.files.data / FILE).exists():  # no deployment, or not where we looked: one line says it all
        return [Seen("settings", FIRST.name, finding) for finding in FIRST.look(host)]
    looks = [_Look(host, group, check) for group, checks in CHECKS.items() for check in checks]
    with _silent_libraries():
        began = time.monotonic()
        for look in looks:
            look.thread.start()
        for look in looks:
            look.thread.join(max(0.0, began + look.check.patience - time.monotonic()))
    return [seen for look in looks for seen in look.seen()]


@contextmanager
def _silent_libraries() -> Iterator[None]:
    """Let no library log meanwhile: what goes wrong is told by a check, and their records may hold the bot's token."""
    before = logging.root.manager.disable
    logging.disable()
    try:
        yield
    finally:
        logging.disable(before)


@dataclass
class _Look:
    """One check on its way."""

    host: Host
    group: str
    check: Check
    findings: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        # A daemon: one that hangs is left behind, and the program ends all the same.
        self.thread = threading.Thread(target=self._run, daemon=True)

    def seen(self) -> list[Seen]:
        """Return what was found so far."""
        late = [wrong(self._told("late"), self._told("late-do"))] if self.thread.is_alive() else []
        return [Seen(self.group, self.check.name, finding) for finding in (*self.findings, *late)]

    def _run(self) -> None:
        if self.check.needs_settings and self.host.mistakes:
            self.findings.append(skipped(self._told("needs-settings")))
        elif self.host.settings.demo and not self.check.in_demo:
            self.findings.append(skipped(self._told("not-in-demo")))
        else:
            self._look()

    def _look(self) -> None:
        try:
            for finding in self.check.look(self.host):
                self.findings.append(finding)
        except PermissionError:
            self.findings.append(wrong(self._told("not-allowed"), self._told("not-allowed-do")))
        except Exception as error:  # noqa: BLE001 - whatever it is, the other checks go on
            self.findings.append(wrong(self._told("broken", error=type(error).__name__), self._told("broken-do")))

    def _told(self, what: str, **parts: str) -> str:
        say = self.host.say
        named = {} if what.endswith("-do") else {"what": say(f"doctor-check-{self.check.name}")}
        return say(f"doctor-{what}", **named, **parts)


def _is_demo(path: Path) -> bool:
    """Tell whether a file of settings with mistakes belongs to a demonstration."""
    try:
        return tomllib.loads(path.read_text("utf-8")).get("demo") is True
    except (OSError, ValueError):
        return False


def _wording(settings: Settings, files: Files) -> Wording:
    try:
        return load_wording(settings.deployment.languages[0], files.wording)
    except WordingWrong:  # which a check tells
        return load_wording()
