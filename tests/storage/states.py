"""Ways to bring a voice into each state, and get its code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.decisions import Reason, decline
from tests.storage.deployment import voice

if TYPE_CHECKING:
    from tests.storage.deployment import Deployment


def waiting(files: Deployment, words: str) -> str:
    """Return the code of a voice that waits."""
    return files.arrived(voice(words))


def declined(files: Deployment, words: str) -> str:
    """Return the code of one that was declined."""
    code = files.arrived(voice(words))
    decline(files.intake, files.voice(code), "ash", Reason.SPAM)
    return code


def approved(files: Deployment, words: str) -> str:
    """Return the code of one that was approved."""
    return files.approved(words)


def published(files: Deployment, words: str) -> str:
    """Return the code of one that the lab shows."""
    code = files.approved(words)
    files.publish()
    return code
