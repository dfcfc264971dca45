"""Updates that Telegram posts: answered 200 once they are done with and not before, and each handled once."""

from __future__ import annotations

import asyncio
import json
import random
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from bot.hook_door import LARGEST, MOST, SECRET
from bot.offset import Offset
from bot.order import Order
from tests.bot.over_http import HOOK_SECRET, begins, door_open, hook_open, to_summary
from tests.bot.polling import QUICK
from tests.bot.talking import code_in
from tests.fakes.faults import broken, dropped, held, refused, too_many

if TYPE_CHECKING:
    from tests.bot.talking import Kept
    from tests.fakes.bot_api import BotApi
    from tests.fakes.faults import Fault

# The library warns of its own error's number of seconds whenever it raises it.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after:telegram.warnings.PTBDeprecationWarning")
PATH = "/telegram"


async def post(
    port: int, content: Any = None, path: str = PATH, secret: str | None = HOOK_SECRET, method: str = "POST"
) -> int:
    """Send a request of any kind; return the answer's status."""
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    headers = {SECRET: secret} if secret is not None else {}
    async with httpx.AsyncClient() as client:
        answer = await client.request(method, f"http://127.0.0.1:{port}{path}", content=body, headers=headers)
    assert answer.content == b""
    return answer.status_code


async def test_a_whole_conversation_by_webhook(api: BotApi, kept: Kept) -> None:
    """From /start to the receipt and its status; Telegram was told where, with the secret, and to drop nothing."""
    alex = api.person()
    async with hook_open(api, kept):
        await to_summary(alex)
        await alex.taps("Send")
        code = code_in((await alex.hears("Your code")).text)
        await alex.says(code)
        await alex.hears("your words")
        await api.all_confirmed()
    assert kept.voice(code)
    told = (await api.was_called("setWebhook")).data
    assert (told["secret_token"], told["drop_pending_updates"], told["max_connections"]) == (HOOK_SECRET, False, 40)
    assert "message_reaction" in told["allowed_updates"]
    assert set(api.poster.statuses) == {200}
    assert api.webhook  # Telegram keeps what people write until we are back


@pytest.mark.parametrize("secret", [None, "", "wrong", HOOK_SECRET[:-1], HOOK_SECRET + "1", "é"])
async def test_without_the_secret_nothing_is_looked_at(api: BotApi, kept: Kept, secret: str | None) -> None:
    """403, whatever the path or the body, even one that would be too large."""
    alex = api.person()
    update = {"update_id": 1, "message": alex._message(1, {"text": "hello"})}
    async with hook_open(api, kept) as webhook:
        await api.was_called("setWebhook")
        given = None if secret is None else secret.encode("utf-8").decode("latin-1") if secret == "é" else secret
        if secret != "é":
            for path, content in ((PATH, update), ("/", update), (PATH, b"{"), (PATH, b"x" * (LARGEST + 1))):
                assert await post(webhook.port, content, path, given) == 403
    assert alex.messages == []


async def test_what_is_no_update_is_refused(api: BotApi, kept: Kept) -> None:
    """Other paths, other methods, too much, and bodies that hold none; the door goes on."""
    alex = api.person()
    async with hook_open(api, kept) as webhook:
        await api.was_called("setWebhook")
        port = webhook.port
        assert await post(port, {}, "/other") == 404
        assert await post(port, {}, method="GET") == 405
        assert await post(port, b"x" * (LARGEST + 1)) == 413
        nonsense: list[Any] = [b"", b"{", b"\xff", b"[" * 100_000, [], {}, {"update_id": "1"}, None, b'"x"']
        assert [await post(port, each) for each in nonsense] == [400] * len(nonsense)
        assert await post(port, {"update_id": 7}) == 200
        await alex.says("/help")
        await alex.hears("999")


async def test_an_update_is_answered_only_once_it_is_done_with(api: BotApi, kept: Kept) -> None:
    """While the person hasn't read the answer Telegram hears nothing, or that it has to come again; then 200."""
    alex, may_go_on = api.person(), asyncio.Event()
    update = {"update_id": 5, "message": alex._message(1, {"text": "my flat is damp"})}
    async with hook_open(api, kept, replace(QUICK, posting=0.05)) as webhook:
        await api.was_called("setMyDescription")
        api.fail("sendMessage", held(may_go_on))
        assert await post(webhook.port, update) == 503
        first, second = asyncio.ensure_future(post(webhook.port, update)), post(webhook.port, update)
        assert await second == 503
        may_go_on.set()
        await first
        assert await post(webhook.port, update) == 200
        assert await post(webhook.port, update) == 200
    assert len(api.called("sendMessage")) == 1
    assert len(alex.messages) == 1


@pytest.mark.parametrize("fault", [broken(), dropped(), too_many(1), refused(400, "Bad Request: no")])
async def test_trouble_doubles_no_voice(api: BotApi, kept: Kept, fault: Fault) -> None:
    """Whatever Telegram does while a voice is sent, it is kept once, and its code gets there."""
    alex = api.person()
    async with hook_open(api, kept):
        await to_summary(alex)
        api.fail("sendMessage", fault)
        await alex.taps("Send")
        code = code_in((await alex.hears("Your code")).text)
        await api.all_confirmed()
    assert kept.voice(code) == kept.all()[0]


async def test_any_order_and_twice(api: BotApi, kept: Kept) -> None:
    """A server that posts in any order, at once and twice: one voice is kept once, as it was written."""
    alex = api.person()
    async with hook_open(api, kept):
        await begins(alex)
        api.poster.rough = random.Random(7)  # noqa: S311 - chosen to be repeated
        for number in range(20):
            await alex.says(f"bus {number:03} was late.")
        await api.all_confirmed()
        api.poster.rough = None
        for label, heard in (
            ("Skip", "mostly about"),
            ("Skip", "How may we use"),
            ("quote it", "Ready"),
            ("Send", "code"),
        ):
            await alex.taps(label)
            await alex.hears(heard)
    (voice,) = kept.all()
    assert voice.words
    assert re.findall(r"bus (\d+)", voice.words.text) == [f"{number:03}" for number in range(20)]


async def test_too_many_are_put_off(api: BotApi, kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """With so much in work that memory has to be minded, Telegram is asked to come again, and does."""
    monkeypatch.setattr("bot.webhook.MOST_OPEN", 2)
    may_go_on, people = asyncio.Event(), [api.person(str(number)) for number in range(6)]
    async with hook_open(api, kept):
        await api.was_called("setMyDescription")
        api.fail("sendMessage", *[held(may_go_on)] * 2)
        for person in people:
            await person.says("/help")
        await api.poster.was_answered(503)
        may_go_on.set()
        for person in people:
            await person.hears("999")
        await api.all_confirmed()
    assert [len(person.messages) for person in people] == [1] * 6


async def test_more_connections_than_telegram_opens_are_shut(api: BotApi, kept: Kept) -> None:
    """They take no room from Telegram's, once some of them have gone."""
    alex = api.person()
    async with hook_open(api, kept) as webhook:
        await begins(alex)
        idle = [await asyncio.open_connection("127.0.0.1", webhook.port) for _ in range(MOST)]
        late, writer = await asyncio.open_connection("127.0.0.1", webhook.port)
        assert await late.read() == b""
        for _, one in [*idle, (late, writer)]:
            one.close()
            await one.wait_closed()
        await alex.says("/help")
        await alex.hears("999")


async def test_both_ways_lead_to_the_other(api: BotApi, kept: Kept) -> None:
    """From polling to a webhook and back: no message is lost, and none is answered twice."""
    alex = api.person()
    async with door_open(api, kept):
        await begins(alex)
    for opens in (hook_open, door_open, hook_open, hook_open, door_open):
        await alex.says("/help")
        async with opens(api, kept):
            await alex.hears("999")
            await alex.says("/privacy")
            await alex.hears("What we keep")
            await api.all_confirmed()
    assert sum("call 0800 1111" in shown.text for shown in alex.messages) == 5
    assert api.webhook == ""


async def test_a_send_whose_receipt_got_lost_comes_again_after_a_crash(api: BotApi, kept: Kept) -> None:
    """Stored, but never answered: at the next start the same update brings a code for the same voice."""
    alex = api.person()
    async with hook_open(api, kept) as webhook:
        port = webhook.port
        await to_summary(alex)
        await api.all_confirmed()
        api.fault_for = lambda call: broken() if call.method == "sendMessage" else None
        sends = len(api.called("sendMessage"))
        await alex.taps("Send")
        await api.was_called("sendMessage", sends + 1)
    assert len(kept.all()) == 1
    api.fault_for = lambda _: None
    async with hook_open(api, kept, port=port):
        code = code_in((await alex.hears("Your code")).text)
        await api.all_confirmed()
    assert kept.voice(code) == kept.all()[0]


@pytest.mark.parametrize("fault", [broken(), dropped(), refused(400, "Bad Request: bad webhook"), too_many(1)])
async def test_telegram_is_told_until_it_takes_it(api: BotApi, kept: Kept, fault: Fault) -> None:
    """However often that fails; what people wrote meanwhile is there."""
    alex = api.person()
    api.fail("setWebhook", fault, fault)
    await alex.says("/help")
    async with hook_open(api, kept):
        await alex.hears("999")
    assert len(api.called("setWebhook")) == 3


async def test_who_takes_the_webhook_away_is_noticed(api: BotApi, kept: Kept) -> None:
    """Telegram is told anew; and when nothing waits there nor here, how far we are is remembered."""
    alex = api.person()
    async with hook_open(api, kept):
        await begins(alex)
        api._deleteWebhook(None)
        last = await alex.says("/help")
        await alex.hears("999")
        seen = len(api.called("getWebhookInfo"))
        await api.was_called("getWebhookInfo", seen + 3)
    assert await Offset(kept.writer).read() == last + 1


async def passing(order: Order, *numbers: int) -> list[int]:
    """Let updates come in this order, at once; return the order in which they passed."""
    passed: list[int] = []

    async def pass_by(number: int) -> None:
        await order.keep(number)
        passed.append(number)

    await asyncio.gather(*map(pass_by, numbers))
    return passed


@pytest.mark.parametrize(
    ("came", "passed"),
    [
        ((8, 7, 6), [6, 7, 8]),
        ((6, 9, 7, 8, 8), [6, 7, 8, 8, 9]),
        ((5, 6), [5, 6]),
        ((9_000_000, 9_000_002, 9_000_001), [9_000_000, 9_000_001, 9_000_002]),
        ((3, 4), [3, 4]),
    ],
)
async def test_who_overtakes_waits_for_the_others(came: tuple[int, ...], passed: list[int]) -> None:
    """Of what comes at once the lower number goes first; twice, late, or counted anew makes nobody wait."""
    order = Order(seconds=60)
    await order.keep(5)
    assert await passing(order, *came) == passed


async def test_nobody_waits_long_for_what_never_comes() -> None:
    """A number that is missing holds the next ones up for a moment, once."""
    order = Order(seconds=0.01)
    await order.keep(5)
    assert sorted(await passing(order, 8, 7)) == [7, 8]
    order._seconds = 60
    assert await passing(order, 9) == [9]
