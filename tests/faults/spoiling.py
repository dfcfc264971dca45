"""A Bot API on a bad day: calls fail in every way there is, and updates come twice and in any order."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from typing import TYPE_CHECKING, Any

from tests.fakes.faults import broken, dropped, half, held, lost, too_many

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from tests.fakes.bot_api import BotApi
    from tests.fakes.bot_http import Call
    from tests.fakes.faults import Fault

TOO_LONG = 30.0  # seconds until an answer: nobody waits for it
AGAIN = 3  # updates of before that come again with others


class Spoiling:
    """Chooses with a seeded die what goes wrong with a share of the calls; `kinds` counts it."""

    def __init__(self, api: BotApi, die: random.Random, share: float) -> None:
        self._die = die
        self._share = share
        self._given: deque[dict[str, Any]] = deque(maxlen=100)
        self.kinds: Counter[str] = Counter()
        api.updates.gives = self._disorderly

    def fault(self, call: Call) -> Fault | None:
        """Choose what goes wrong with a call, if anything does."""
        if call.method == "getMe":  # another life, which could not know what was given before
            self._given.clear()
        if self._die.random() >= self._share:
            return None
        ways: dict[str, tuple[int, Callable[[], Fault]]] = {
            "5xx": (10, lambda: broken(self._die.choice((500, 502, 503, 504)))),
            "429": (4, lambda: too_many(1)),
            "half": (10, half),
            "lost": (10, lost),
            "dropped": (10, dropped),
            "timeout": (1, _too_late),
        }
        kind = self._die.choices(list(ways), [often for often, _ in ways.values()])[0]
        self.kinds[kind] += 1
        return ways[kind][1]()

    def _disorderly(self, updates: list[dict[str, Any]]) -> list[dict[str, Any]]:
        if not updates or self._die.random() < 0.5:  # half of the answers are as they should be
            return updates
        again = self._die.sample(list(self._given), min(AGAIN, len(self._given)))
        self._given.extend(updates)
        both = [*updates, *self._die.sample(updates, 1), *again]
        return self._die.sample(both, len(both))


def _too_late() -> Fault:
    until = asyncio.Event()
    asyncio.get_running_loop().call_later(TOO_LONG, until.set)
    return held(until)
