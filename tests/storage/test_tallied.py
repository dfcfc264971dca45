"""What counts are made of is kept, and is at any time what adding up every voice anew would give."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from storage.decisions import Reason, approve, decline, sort, undo
from storage.errors import Refused
from storage.leaving import leave, stay
from storage.model import Kind, State
from storage.opening import immediate
from storage.release import Thresholds
from storage.tallied import Crowds, look

if TYPE_CHECKING:
    from tests.storage.deployment import Deployment

AT_THREE = Thresholds(k=3, batch=1, days=0)


class Life:
    """Does what can happen to voices, by chance."""

    def __init__(self, deployment: Deployment, seed: int) -> None:
        self.deployment, self.codes = deployment, list[str]()
        self.draw = random.Random(seed)  # noqa: S311 - the same in every run

    def arrive(self) -> None:
        """Let a few voices be approved, some of which are only to be counted."""
        for _ in range(self.draw.randrange(1, 4)):
            council, consent = self.draw.choice(("wigan", "swindon")), self.draw.choice(("quote", "read", "count"))
            self.codes.append(self.deployment.approved(f"{len(self.codes)}", council=council, consent=consent))

    def publish(self) -> None:
        """Publish, if there is anything new."""
        try:
            self.deployment.publish(AT_THREE)
        except Refused:
            self.deployment.sync(AT_THREE)

    def decline(self) -> None:
        """Decline one late."""
        code = self._any(State.APPROVED)
        if code:
            decline(self.deployment.intake, self.deployment.voice(code), "ash", Reason.IDENTIFIES)

    def come_back(self) -> None:
        """Approve one again that was declined."""
        code = self._any(State.DECLINED)
        if code:
            undo(self.deployment.intake, self.deployment.voice(code), "ash")
            if self.deployment.voice(code).state is State.WAITING:
                approve(self.deployment.intake, self.deployment.voice(code), "ash")

    def sort(self) -> None:
        """Make one an idea."""
        code = self._any(State.APPROVED)
        if code:
            with immediate(self.deployment.intake):
                sort(self.deployment.intake, self.deployment.voice(code), "ash", kind=Kind.IDEA)

    def leave(self) -> None:
        """Take one back, and sometimes think better of it."""
        code, keys = self._any(State.APPROVED), self.deployment.keys
        if code:
            with immediate(self.deployment.intake):
                leave(self.deployment.intake, keys, code, 0)
            if self.draw.random() < 0.5:
                with immediate(self.deployment.intake):
                    stay(self.deployment.intake, keys, code, 1)
            else:
                self.codes.remove(code)

    def withdraw(self) -> None:
        """Erase one at once."""
        code = self._any(State.APPROVED, State.COUNTED)
        if code:
            self.codes.remove(code)
            self.deployment.withdraw(code)

    def _any(self, *states: State) -> str | None:
        there = [code for code in self.codes if self.deployment.voice(code).state in states]
        return self.draw.choice(there) if there else None


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_is_what_there_is(deployment: Deployment, seed: int) -> None:
    """Whatever happens to voices, and in which order, a look at what is kept gives the same as a look at all."""
    life = Life(deployment, seed)
    life.arrive()
    life.publish()
    doing = (life.arrive, life.arrive, life.publish, life.decline, life.come_back, life.sort, life.leave, life.withdraw)
    for _ in range(20):
        life.draw.choice(doing)()
        deployment.sync(AT_THREE)
        kept, anew = look(deployment.intake, anew=False), look(deployment.intake, anew=True)
        assert kept.sums == anew.sums
        found = [dict(Crowds(deployment.intake, alike, AT_THREE)) for alike in (kept, anew)]
        assert found[0] == found[1]


def test_a_change_takes_no_look_at_other_voices(deployment: Deployment) -> None:
    """Who leaves is taken off what is kept: had anything else been added up anew, this would be found wrong."""
    codes = [deployment.approved(f"{number}") for number in range(5)]
    deployment.publish(AT_THREE)
    deployment.intake.execute("UPDATE tallied SET voices = voices + 100 WHERE about = 'everything' AND side = 'said'")
    deployment.withdraw(codes[0])
    rows = deployment.intake.execute("SELECT voices FROM tallied WHERE about = 'everything' AND side = 'said'")
    assert rows.fetchall() == [(104,)]
    deployment.intake.execute("UPDATE gate SET digest = NULL")
    deployment.sync(AT_THREE)
    rows = deployment.intake.execute("SELECT voices FROM tallied WHERE about = 'everything' AND side = 'said'")
    assert rows.fetchall() == [(4,)]
