"""Detectors as another maker would write them, offered by entry points of a package of theirs."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    import pytest

    Found = Iterable[tuple[int, int, str]]

HERE = "tests.intake.redaction.offered"
OFFERED = ("words", "given", "raises", "beyond", "hangs", "leaves", "broken")
GIVEN: list[tuple[int, int, str]] = []


def words(model: str) -> Callable[[str], Found]:
    """Find the words that `model` names, comma by comma, each as `label=word`."""
    pairs = [pair.split("=") for pair in model.split(",")]

    def find(text: str) -> Found:
        found = ((text.find(word), len(word), label) for label, word in pairs)
        return [(start, start + size, label) for start, size, label in found if start >= 0]

    return find


def given(_: str) -> Callable[[str], Found]:
    """Find what a test says."""
    return lambda _: GIVEN


def raises(_: str) -> Callable[[str], Found]:
    """Fail with the words in its mouth, if there are any to find."""

    def find(text: str) -> Found:
        if "blue gate" in text:
            raise ValueError(text)
        return ()

    return find


def beyond(_: str) -> Callable[[str], Found]:
    """Count bytes instead of code points."""
    return lambda text: [(0, len(text.encode()), "NAME")]


def hangs(_: str) -> Callable[[str], Found]:
    """Never come back from some messages."""

    def find(text: str) -> Found:
        time.sleep(3600 if "blue gate" in text else 0)
        return ()

    return find


def leaves(_: str) -> Callable[[str], Found]:
    """End the process, as a library written in C may."""
    return lambda text: os._exit(1) if "blue gate" in text else ()


def broken(_: str) -> Callable[[str], Found]:
    """Can't be loaded."""
    raise ZeroDivisionError


def offer(folder: Path, monkeypatch: pytest.MonkeyPatch, package: str = "offering") -> None:
    """Install a package into `folder` that offers all of these, for this process and those that it starts."""
    info = folder / f"{package}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
    entries = "\n".join(f"{name} = {HERE}:{name}" for name in OFFERED)
    (info / "entry_points.txt").write_text(f"[care_voice.detectors]\n{entries}\n")
    monkeypatch.syspath_prepend(folder)
    top = str(__file__).removesuffix(HERE.replace(".", "/") + ".py")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), top, os.environ.get("PYTHONPATH", "")]))
