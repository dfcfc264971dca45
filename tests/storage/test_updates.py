"""Telegram's updates bring each voice once, however often they come, and are forgotten once they are done with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.arriving import add, receive_again
from storage.opening import immediate
from storage.submissions import count_waiting, find
from storage.updates import advance, next_update
from tests.storage.deployment import TODAY, Deployment, opened, voice

if TYPE_CHECKING:
    from storage.arriving import Receipt

UPDATE = 760_546_622


def again(deployment: Deployment, update: int) -> Receipt | None:
    """Ask for the receipt of what an update brought before."""
    with immediate(deployment.intake):
        return receive_again(deployment.intake, deployment.keys, update)


def done(deployment: Deployment, update: int) -> None:
    """Note that all updates below `update` are done with."""
    with immediate(deployment.intake):
        advance(deployment.intake, update)


def marks(deployment: Deployment) -> list[int]:
    """Return the updates that are remembered for what they brought."""
    return [row[0] for row in deployment.intake.execute("SELECT id FROM updates ORDER BY id")]


def test_an_update_that_comes_again_is_folded(deployment: Deployment) -> None:
    """The second time it is no second voice: it gets a fresh code, and both codes work."""
    first = deployment.receive(voice(update=UPDATE))
    second = deployment.receive(voice(update=UPDATE))
    assert (first.again, second.again) == (False, True)
    assert second.code not in (None, first.code)
    assert count_waiting(deployment.intake) == (1, 0)
    assert len({find(deployment.intake, deployment.keys, str(code)) for code in (first.code, second.code)}) == 1


def test_a_receipt_is_given_again_without_the_words(deployment: Deployment) -> None:
    """Whoever handles a repeated update can answer it before anybody types or redacts anything again."""
    code = deployment.receive(voice(update=UPDATE)).code
    receipt = again(deployment, UPDATE)
    assert receipt is not None
    assert receipt.again
    assert deployment.voice(str(receipt.code)) == deployment.voice(str(code))


def test_an_update_that_brought_nothing_has_no_receipt(deployment: Deployment) -> None:
    """A button or a greeting stores no voice, and neither does another's update."""
    deployment.receive(voice(update=UPDATE))
    assert again(deployment, UPDATE + 1) is None


def test_equal_words_by_two_updates_are_two_voices(deployment: Deployment) -> None:
    """Words are never compared, only the number of the update."""
    deployment.receive(voice("Me too.", update=UPDATE))
    deployment.receive(voice("Me too.", update=UPDATE + 1))
    assert count_waiting(deployment.intake) == (2, 0)


def test_an_update_that_comes_again_after_a_withdrawal_is_not_kept(deployment: Deployment) -> None:
    """A repeated update can't bring back what was taken back, and gets no code for it."""
    deployment.withdraw(str(deployment.receive(voice(update=UPDATE)).code))
    receipts = [deployment.receive(voice(update=UPDATE)), again(deployment, UPDATE)]
    assert [(receipt.code, receipt.again) for receipt in receipts if receipt] == [(None, True)] * 2
    assert count_waiting(deployment.intake) == (0, 0)


def test_a_failed_transaction_leaves_no_mark(deployment: Deployment) -> None:
    """A voice and the update that brought it are stored together or not at all: else the next try would be folded."""
    deployment.intake.execute("BEGIN IMMEDIATE")
    add(deployment.intake, deployment.keys, voice(update=UPDATE), TODAY)
    deployment.intake.execute("ROLLBACK")
    assert (count_waiting(deployment.intake), marks(deployment)) == ((0, 0), [])
    assert not deployment.receive(voice(update=UPDATE)).again


def test_nothing_is_done_with_at_first(deployment: Deployment) -> None:
    """A new deployment takes whatever Telegram keeps for it."""
    assert next_update(deployment.intake) == 0


def test_what_is_done_with_is_forgotten(deployment: Deployment) -> None:
    """Below the offset no number stays beside a voice; at it and above, each still folds."""
    for number in range(4):
        deployment.receive(voice(update=UPDATE + number))
    done(deployment, UPDATE + 2)
    assert next_update(deployment.intake) == UPDATE + 2
    assert marks(deployment) == [UPDATE + 2, UPDATE + 3]
    assert deployment.receive(voice(update=UPDATE + 2)).again


def test_the_offset_survives_a_restart(deployment: Deployment) -> None:
    """It is read back from the file that another process opens."""
    done(deployment, UPDATE)
    with opened(deployment.folder) as restarted:
        assert next_update(restarted.intake) == UPDATE


def test_numbers_may_begin_lower_again(deployment: Deployment) -> None:
    """After a quiet week Telegram's numbers start anywhere: an offset kept above them would bring them for ever."""
    done(deployment, UPDATE)
    deployment.receive(voice(update=100))
    done(deployment, 101)
    assert next_update(deployment.intake) == 101
    assert marks(deployment) == []


def test_an_offset_that_was_not_committed_is_not_kept(deployment: Deployment) -> None:
    """The offset and the marks change together: a crash between them is a crash before both."""
    deployment.receive(voice(update=UPDATE))
    deployment.intake.execute("BEGIN IMMEDIATE")
    advance(deployment.intake, UPDATE + 1)
    deployment.intake.execute("ROLLBACK")
    assert (next_update(deployment.intake), marks(deployment)) == (0, [UPDATE])
