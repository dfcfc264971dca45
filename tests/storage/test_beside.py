"""Published voices to read beside one that waits: few, of its theme, and drawn by chance that stays the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.beside import HANDFUL, beside
from storage.model import Consent, Distress
from tests.storage.deployment import voice

if TYPE_CHECKING:
    from tests.storage.deployment import Deployment


def test_they_are_a_handful_of_the_published_voices_on_its_theme(deployment: Deployment) -> None:
    """Not those on others, not only counted ones, not what is hard to read, and none that isn't published."""
    for number in range(9):
        deployment.approved(f"Shown {number}.")
    deployment.approved("Of another theme.", theme="money")
    deployment.approved("Only counted.", consent=Consent.COUNT)
    deployment.approved("Hard to read.", urgent=True, warnings=(Distress.HARM,))
    deployment.publish()
    deployment.approved("Not published.")
    waits = deployment.voice(deployment.arrived())
    found = beside(deployment.intake, waits)
    assert len({one.number for one in found}) == HANDFUL
    assert all(one.opening.startswith("Shown") for one in found)
    assert beside(deployment.intake, waits) == found


def test_another_voice_has_others_beside_it(deployment: Deployment) -> None:
    """By chance, so that no order of arrival or release is told; and never the voice itself."""
    codes = [deployment.approved(f"Shown {number}.") for number in range(12)]
    deployment.publish()
    drawn = {beside(deployment.intake, deployment.voice(deployment.arrived())) for _ in range(8)}
    assert len(drawn) > 1
    for code in codes:
        own = deployment.voice(code)
        assert own.public_id not in {one.number for one in beside(deployment.intake, own)}


def test_without_a_theme_or_published_voices_there_are_none(deployment: Deployment) -> None:
    """The page says what to do then."""
    assert beside(deployment.intake, deployment.voice(deployment.arrived())) == ()
    deployment.approved()
    deployment.publish()
    assert beside(deployment.intake, deployment.voice(deployment.arrived(voice(theme=None)))) == ()
