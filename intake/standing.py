"""Says in plain words where a voice is and what came of it, for every door. Never shows its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.model import State
from storage.permission import Permission

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from storage.model import Consent
    from storage.permission import AskedWhether
    from storage.responses import Status


def standing(say: Callable[..., str], status: Status, use: Callable[[Consent], str]) -> Iterator[tuple[str, bool]]:
    """Yield paragraphs, each with whether it is a council's own words. `use` words an answer about consent."""
    yield say(f"bot-state-{_where(status)}"), False
    if status.reason:
        yield say(f"bot-reason-{status.reason}"), False
    if status.published and not status.responses:
        yield say("bot-status-unanswered"), False
    for response in status.responses:
        yield say(f"bot-response-{response.kind}", day=f"{response.day:%-d %B %Y}"), False
        yield response.text, True
    if status.question:
        yield say("bot-question"), False
        yield status.question.text, True
    elif status.answered:
        yield say("bot-question-answered"), False
    if status.whether:
        yield from ((text, False) for text in _whether(say, status.whether))
    if status.state in {State.WAITING, State.APPROVED}:
        yield say("bot-status-use", use=use(status.consent)), False
        if status.later:
            yield say("bot-status-later"), False


def _whether(say: Callable[..., str], whether: AskedWhether) -> Iterator[str]:
    """Yield what is asked about a story that could be recognised, or what was answered."""
    if whether.answer is not None:
        yield say(f"bot-permitted-{whether.answer}")
        return
    yield say("bot-permit")
    for each in whether.offered:
        yield say(f"bot-permit-{each}-means")
    otherwise = Permission.SUMMARY if Permission.SUMMARY in whether.offered else Permission.COUNT
    yield say(f"bot-permit-until-{otherwise}", day=f"{whether.last_day:%-d %B %Y}")


def _where(status: Status) -> str:
    """Return what a voice's place on its way is called."""
    if status.state is State.WAITING and status.begun:
        return "reading"
    return "published" if status.state is State.APPROVED and status.published else status.state.value
