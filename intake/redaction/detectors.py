"""The door for other detectors, that an operator adds. They can only hide more; one that fails, fails the message.

A package offers one by an entry point of the group `care_voice.detectors`, which leads to a `Load`. What stands here
for others to write against, `Load`, `Detect` and `NoDetector`, stays as it is.
"""

from __future__ import annotations

from operator import index
from typing import TYPE_CHECKING, Protocol

from storage.model import Label, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

GROUP = "care_voice.detectors"
LABELS = frozenset(Label)


class Detect(Protocol):
    """Finds what could point to someone. It must neither keep, log nor repeat the text."""

    def __call__(self, text: str, /) -> Iterable[tuple[int, int, str]]:
        """Return start, end (in code points of `text`, not empty) and label of what to hide.

        A label is one of storage.model.Label; what bears any other is hidden too, as `[hidden]`.
        """
        ...


class Load(Protocol):
    """Makes a detector ready: called once, in the redactor's process, before any message."""

    def __call__(self, model: str, /) -> Detect:
        """Return the detector; `model` is what the settings name after the colon, or "". Raises NoDetector."""
        ...


class NoDetector(Exception):
    """Raised when a detector can't be had; its text says what to do."""


def load_detectors(settings: Iterable[str]) -> tuple[Detect, ...]:
    """Return the detectors that settings name, as `name` or `name:model`. Raises NoDetector."""
    return tuple([_load(*setting.partition(":")[::2]) for setting in settings])


def _load(name: str, model: str) -> Detect:
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow to load, and most deployments add none

    offered = tuple(entry_points(group=GROUP, name=name))
    if len(offered) != 1:
        wrong = "is offered by several packages: take out all but one" if offered else "is not installed: install it"
        raise NoDetector(f"the detector “{name}” {wrong}, or take it out of [redaction] detectors")
    try:
        load: Load = offered[0].load()
        return load(model)
    except NoDetector:
        raise
    except Exception as error:
        kind = type(error).__name__
        raise NoDetector(f"the detector “{name}” can't be loaded ({kind}): ask who made it") from error


def find_more(detectors: Iterable[Detect], raw: str) -> list[Span]:
    """Return what detectors find in a message, sorted. Raises whatever they raise, and ValueError for bad offsets."""
    return sorted({_span(len(raw), *found) for detect in detectors for found in detect(raw)})


def _span(size: int, start: int, end: int, label: str) -> Span:
    start, end = index(start), index(end)
    if not 0 <= start < end <= size:
        raise ValueError("a detector's offsets don't fit the text")  # whatever it meant would stay readable
    return Span(start, end, Label(label) if label in LABELS else Label.HIDDEN)
