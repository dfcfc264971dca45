"""Every reason why words could point to somebody has its words, for both who hear of it."""

import pytest

from intake.wording import load_wording
from storage.model import Jigsaw


@pytest.mark.parametrize("side", ["writer", "moderator"])
def test_every_reason_is_said_in_words_of_its_own(side: str) -> None:
    """Nobody is warned without being told why."""
    words = load_wording()
    said = [words(f"jigsaw-{reason}-{side}") for reason in Jigsaw]
    assert len(set(said)) == len(Jigsaw)
    assert words(f"jigsaw-warning-{side}")
    assert words(f"jigsaw-advice-{side}")
