"""What somebody with a receipt code can choose again: how their words may be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from structlog.testing import capture_logs

from storage.model import Consent
from storage.opening import immediate
from tests.bot.over_http import door_open
from tests.bot.talking import talk, wording

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.bot.talking import Kept, Talker
    from tests.fakes.bot_api import BotApi

QUOTE, READ, COUNT = "Read it and quote it", "Read it, don't quote it", "Only count it"
say = wording()


def becomes(kept: Kept, code: str, statement: str) -> None:
    """Change what is kept of a voice, as time or a moderator would."""
    conn = kept.files.open_intake()
    with immediate(conn):
        conn.execute(statement, (kept.voice(code).id,))
    conn.close()


@pytest.mark.parametrize(("label", "consent"), [(QUOTE, Consent.QUOTE), (COUNT, Consent.COUNT), (READ, Consent.READ)])
async def test_the_use_of_words_is_chosen_again_by_code(alex: Talker, kept: Kept, label: str, consent: Consent) -> None:
    """What was chosen is said, each answer is offered, and the new one holds at once."""
    code = await alex.sends()
    await alex.types(f"/change {code}")
    assert f"You chose: {READ}." in alex.reads
    assert alex.labels[:4] == [QUOTE, READ, COUNT, "Leave it as it is"]
    assert kept.voice(code).consent is Consent.READ
    await alex.presses(label)
    assert f'From now on we use the words like this: "{label}"' in alex.reads
    assert (kept.voice(code).consent, alex.draft) == (consent, None)


async def test_the_code_can_be_asked_for_first(alex: Talker, kept: Kept) -> None:
    """/change alone, or the word alone, asks for it; the next message is it."""
    code = await alex.sends()
    for typed in ("/change", "change"):
        await alex.types(typed)
        assert say("bot-ask-change") in alex.reads
        await alex.types(code)
        assert say("bot-change-ask") in alex.reads
    assert kept.voice(code).consent is Consent.READ


@pytest.mark.parametrize(
    ("typed", "consent"),
    [(COUNT.lower(), Consent.COUNT), ("quote", Consent.QUOTE), ("COUNT", Consent.COUNT), ("no", Consent.READ)],
)
async def test_the_answer_can_be_typed(alex: Talker, kept: Kept, typed: str, consent: Consent) -> None:
    """As it is on its button or as mailed commands call it; it is an answer, and begins no new voice."""
    code = await alex.sends()
    await alex.types(f"/change {code}")
    await alex.types(typed)
    assert (kept.voice(code).consent, alex.draft) == (consent, None)


@pytest.mark.parametrize("leave", [lambda alex: alex.presses("Leave it"), lambda alex: alex.types("leave it as it is")])
async def test_it_can_be_left_after_all(alex: Talker, kept: Kept, leave: Callable[[Talker], Awaitable[None]]) -> None:
    """Then nothing changes, and that is said."""
    code = await alex.sends()
    await alex.types(f"/change {code}")
    await leave(alex)
    assert say("bot-kept") in alex.reads
    assert kept.voice(code).consent is Consent.READ


async def test_an_answer_is_about_the_voice_that_was_asked_about(alex: Talker, kept: Kept) -> None:
    """One to an earlier question changes nothing; nor does one to a question about taking words back."""
    first = await alex.sends()
    second = await alex.sends()
    await alex.types(f"/change {first}")
    old = alex.button(COUNT)
    await alex.types(f"/withdraw {second}")
    await alex.presses_again(old)
    assert say("bot-change-what") in alex.reads
    assert [kept.voice(code).consent for code in (first, second)] == [Consent.READ] * 2


async def test_a_draft_stays_as_it_is_beside_it(alex: Talker, kept: Kept) -> None:
    """The buttons of its own question look the same: only what was asked last is answered by typing."""
    code = await alex.sends()
    await alex.gets_to("preview")
    words = alex.begun.words.reveal()
    await alex.types(f"/change {code}")
    await alex.types(COUNT)
    assert kept.voice(code).consent is Consent.COUNT
    assert (alex.begun.words.reveal(), alex.begun.consent) == (words, None)


async def test_the_words_of_somebody_under_16_are_never_quoted(alex: Talker, kept: Kept) -> None:
    """Whatever is answered; why is said."""
    code = await alex.sends()
    becomes(kept, code, "UPDATE submissions SET age_band = 'under-16' WHERE id = ?")
    await alex.types(f"/change {code}")
    await alex.presses(QUOTE)
    assert say("answer-use-never") in alex.reads
    assert kept.voice(code).consent is Consent.READ


async def test_a_looser_answer_about_published_words_waits(alex: Talker, kept: Kept) -> None:
    """For the next release, which is said; a tighter one doesn't."""
    code = await alex.sends()
    becomes(kept, code, "UPDATE submissions SET released_in = 1, state = 'approved' WHERE id = ?")
    await alex.types(f"/change {code}")
    await alex.presses(QUOTE)
    assert "the next time that new voices come out" in alex.reads
    assert kept.voice(code).consent is Consent.READ


async def test_words_that_are_wiped_have_no_use(alex: Talker, kept: Kept) -> None:
    """There is nothing left to choose about."""
    code = await alex.sends()
    becomes(kept, code, "UPDATE submissions SET words = NULL, state = 'counted' WHERE id = ?")
    await alex.types(f"/change {code}")
    await alex.presses(QUOTE)
    assert say("answer-use-wiped") in alex.reads


async def test_a_voice_that_was_taken_back_meanwhile_is_gone(alex: Talker, kept: Kept) -> None:
    """The code leads nowhere then."""
    code = await alex.sends()
    await alex.types(f"/change {code}")
    await kept.voices.withdraw(code)
    await alex.presses(COUNT)
    assert "I can't find that code" in alex.reads


async def test_a_change_that_fails_is_not_called_done(alex: Talker, kept: Kept) -> None:
    """The old choice may still hold, and the question stands; the log says no more than that it failed."""
    code = await alex.sends()
    await alex.types(f"/change {code}")
    intake = kept.files.intake_db
    intake.rename(intake.with_suffix(".away"))
    with capture_logs() as logs:
        await alex.presses(COUNT)
    assert say("bot-change-failed") in alex.reads
    assert [(log["event"], log["outcome"]) for log in logs] == [("wish-by-code", "failed")]
    intake.unlink(missing_ok=True)
    intake.with_suffix(".away").rename(intake)
    await alex.types(COUNT)
    assert kept.voice(code).consent is Consent.COUNT


async def test_when_it_was_done_is_nowhere(alex: Talker, kept: Kept) -> None:
    """Not in the log: it could be laid beside the times at which somebody was seen to use Telegram."""
    code = await alex.sends()
    with capture_logs() as logs:
        await alex.types(f"/change {code}")
        await alex.presses(COUNT)
    assert kept.voice(code).consent is Consent.COUNT
    assert logs == []


async def test_over_telegram(api: BotApi, kept: Kept) -> None:
    """From the command to the answer below a button, with the real library between."""
    alex = api.person("Alex")
    receipt = await talk(kept).sends()
    async with door_open(api, kept):
        await alex.says(f"/change {receipt}")
        await alex.hears("How may we use your words from now on?")
        await alex.taps(COUNT)
        await alex.hears("From now on we use the words like this")
        await api.all_confirmed()
    assert kept.voice(receipt).consent is Consent.COUNT
