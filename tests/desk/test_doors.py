"""The doors of a demonstration: thanks are shown in the terminal, so that its code can be tried."""

from __future__ import annotations

import re
import shlex
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desk.settings import FILE, load_settings
from tests.desk.at_desk import Desk, copy_of
from tests.product import PATIENCE, Product, free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

TOP = Path(__file__).parents[2]
CODE = re.compile(r"(?m)^ +((?:[a-z]+-){4}[a-z]+)$")


@pytest.fixture(scope="module")
def running(demo: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Path]]:
    """Run a demonstration as `make run` does, on free ports; gives it and where its output goes."""
    folder = tmp_path_factory.mktemp("running")
    copied = copy_of(demo, folder)
    path = copied.files.data / FILE
    path.write_text(re.sub(r"(?m)^port = (?!587).*", lambda _: f"port = {free_port()}", path.read_text()))
    with Product(copied.files.data, demo.said).running("run", folder / "said"):
        yield copied, folder / "said"


def said(output: Path, pattern: str) -> re.Match[str]:
    """Wait until the service said something."""
    deadline = time.monotonic() + PATIENCE
    while not (found := re.search(pattern, output.read_text(), re.MULTILINE)):
        assert time.monotonic() < deadline, pattern
        time.sleep(0.02)
    return found


def test_a_demonstration_says_what_to_try(running: tuple[Desk, Path]) -> None:
    """That it is one comes first, then the steps."""
    said(running[1], "This is a demonstration: every voice in it is made up")
    said(running[1], "moderate --as reader")


def test_the_first_step_works_and_thanks_are_shown(running: tuple[Desk, Path]) -> None:
    """What a newcomer pastes sends a mail; its code and the helplines appear, but nobody's address."""
    desk, output = running
    typed = said(output, r"^ +(curl .*)$")[1]
    subprocess.run(shlex.split(typed), cwd=TOP, check=True, capture_output=True, timeout=PATIENCE)
    code = said(output, CODE.pattern)[1]
    shown = output.read_text()
    for line in load_settings(desk.files.data, {}).helplines:
        assert f"- {line.name}: {line.how}" in shown
    assert "you@example.org" not in shown.partition("Try it")[2].partition("Thank you")[2]
    assert "It is gone from everywhere" in desk.run("withdraw", code).output
