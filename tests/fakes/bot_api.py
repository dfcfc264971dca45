"""A Bot API server of our own over real HTTP, and the people who write to the bot behind it.

It keeps what Telegram keeps (unconfirmed updates, chats, messages) and answers as Telegram does, mistakes included:
core.telegram.org/bots/api. A test asks for faults with `fail`, or judges each call with `fault_for`.
"""

from __future__ import annotations

import asyncio
import itertools
import json
from collections import defaultdict, deque
from typing import TYPE_CHECKING, Any, Self

from tests.fakes.bot_chats import BOT, Chats, Refusal
from tests.fakes.bot_http import Answer, BotHttp, Call
from tests.fakes.bot_poster import Poster
from tests.fakes.bot_updates import Conflict, Updates
from tests.fakes.people import Person

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fakes.faults import Fault

TOKEN = "7000000001:FICTIONAL-bot-token_of-a-test_00001"
_PROFILE = {
    f"{verb}My{what}" for verb in ("set", "delete") for what in ("Commands", "Description", "ShortDescription", "Name")
}
_ONLY_TRUE = {"answerInlineQuery", "answerShippingQuery", "answerPreCheckoutQuery", "logOut", "close"}


class BotApi:
    """Listens while its `async with` lasts; `base_url` is what the product's settings call by that name.

    `calls` holds every request that came, for a test to look through. `webhook` is the address of one that was set.
    """

    def __init__(self, token: str = TOKEN, *, first_update: int | None = None) -> None:
        self.token = token
        self.updates = Updates(first_update)
        self.chats = Chats()
        self.calls: list[Call] = []
        self.people: dict[int, Person] = {}
        self.profile: dict[str, Any] = {}
        self.webhook = ""
        self.poster = Poster(self.updates)
        self.fault_for: Callable[[Call], Fault | None] = lambda _: None
        self._faults: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self._ids = itertools.count(5_000_000_001)
        self._called = asyncio.Condition()
        self._http = BotHttp(self._answer)

    async def __aenter__(self) -> Self:
        await self._http.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.poster.close()
        await self._http.close()

    @property
    def base_url(self) -> str:
        """Where the API is; the token follows it."""
        return f"http://127.0.0.1:{self._http.port}/bot"

    @property
    def connections(self) -> int:
        """How many connections are open."""
        return len(self._http.clients)

    async def deserted(self, seconds: float = 5.0) -> None:
        """Wait until no connection is open any more."""
        async with asyncio.timeout(seconds):
            await self._http.deserted.wait()

    async def stop(self) -> None:
        """Be gone, as a server that crashed; what it knows stays."""
        await self._http.close()

    async def start(self) -> None:
        """Come back on the same port."""
        await self._http.open()

    def person(self, first_name: str = "Alex", language: str = "en") -> Person:
        """Return somebody new, with a private chat of their own."""
        person = Person(self, next(self._ids), first_name, language)
        self.people[person.id] = person
        return person

    def fail(self, method: str, *faults: Fault) -> None:
        """Let the next calls of a method go wrong, one after the other."""
        self._faults[method].extend(faults)

    def called(self, method: str) -> list[Call]:
        """Return the calls of one method, in the order they came."""
        return [call for call in self.calls if call.method == method]

    async def was_called(self, method: str, times: int = 1, seconds: float = 10.0) -> Call:
        """Wait for the call of that number, counted from 1."""
        async with asyncio.timeout(seconds), self._called:
            await self._called.wait_for(lambda: len(self.called(method)) >= times)
        return self.called(method)[times - 1]

    async def all_confirmed(self, of: Person | None = None, seconds: float = 20.0) -> None:
        """Wait until no update is left (of this person) that the bot has not confirmed."""
        async with asyncio.timeout(seconds), self.updates.changed:
            await self.updates.changed.wait_for(lambda: not self._waits(of))

    def _waits(self, of: Person | None) -> bool:
        senders = (
            content.get("from")
            for each in self.updates.pending.values()
            for content in each.values()
            if isinstance(content, dict)
        )
        return any(sender == of.about for sender in senders) if of else bool(self.updates.pending)

    async def _answer(self, call: Call) -> Answer:
        async with self._called:
            self.calls.append(call)
            self._called.notify_all()
        waiting = self._faults[call.method]
        fault = waiting.popleft() if waiting else self.fault_for(call)
        if fault is None:
            return await self._truly(call)
        if fault.effect:
            answer = await self._truly(call)
            if fault.until:
                await fault.until.wait()
            return _spoilt(answer, fault)
        return _spoilt(Answer(fault.status, fault.body), fault)

    async def _truly(self, call: Call) -> Answer:
        if call.token != self.token:
            return _said(401, "Unauthorized")
        try:
            result = await self._result(call)
        except Refusal as refusal:
            return _said(refusal.status, refusal.description)
        except Conflict as conflict:
            return _said(409, str(conflict))
        return Answer(200, json.dumps({"ok": True, "result": result}).encode())

    async def _result(self, call: Call) -> Any:
        method, data = call.method, call.data
        if method == "getUpdates":
            if self.webhook:
                raise Conflict(
                    "Conflict: can't use getUpdates method while webhook is active; "
                    "use deleteWebhook to delete the webhook first"
                )
            return await self.updates.get(data)
        if method in _PROFILE:
            self.profile[method] = data
            return True
        if method in _ONLY_TRUE:
            return True
        if method in Chats.METHODS:
            return await self.chats.do(method, data)
        return getattr(self, f"_{method}", self._unknown)(data)

    def _getMe(self, _: object) -> dict[str, Any]:  # noqa: N802 - Telegram's name
        return BOT

    def _setWebhook(self, data: dict[str, Any]) -> bool:  # noqa: N802
        self.webhook = data.get("url", "")
        self.updates.want(data.get("allowed_updates"))
        self.poster.begin(self.webhook, data.get("secret_token", ""), data.get("max_connections", 40))
        return True

    def _deleteWebhook(self, _: object) -> bool:  # noqa: N802
        self.webhook = ""
        self.poster.end()
        return True

    def _getWebhookInfo(self, _: object) -> dict[str, Any]:  # noqa: N802
        pending = len(self.updates.pending)
        info = {"url": self.webhook, "has_custom_certificate": False, "pending_update_count": pending}
        return info | self.poster.trouble

    def _unknown(self, _: object) -> Any:
        raise Refusal(404, "Not Found")


def _said(status: int, description: str) -> Answer:
    return Answer(status, json.dumps({"ok": False, "error_code": status, "description": description}).encode())


def _spoilt(answer: Answer, fault: Fault) -> Answer:
    if fault.answer == "none":
        return Answer(None)
    return Answer(answer.status, answer.body, len(answer.body) // 2 if fault.answer == "half" else None)
