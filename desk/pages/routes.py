"""Every route of the pages. What is not here is closed; what changes something takes a form and nothing else.

Whom each is open to stands in access.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from desk.pages import (
    account,
    answer_form,
    answers,
    aside,
    asking,
    care,
    counts,
    decide,
    doors,
    drill,
    find,
    hiding,
    keys,
    people,
    permission,
    queue,
    release,
    responses,
    spam,
    stepping,
    turns,
    voice,
    withdraw,
)
from desk.pages.access import ANSWER, DRILLED, VOICE
from desk.web.gate import POST, READ, SIGN_IN, SIGN_OUT

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    View = Callable[[Any, Any], Awaitable[Any]]

_VOICE = VOICE


@dataclass(frozen=True, slots=True)
class Page:
    """A path (a regular expression), what answers there, and the only parameters and methods that it takes."""

    path: str
    view: View
    params: frozenset[str] = frozenset()
    methods: frozenset[str] = field(default=READ)
    anyone: bool = False


_ALL = (
    Page(SIGN_IN, doors.sign_in, frozenset({"next", "again", "out"}), READ | POST, anyone=True),
    Page("/sign-in/code", stepping.code, methods=READ | POST, anyone=True),
    Page("/sign-in/password", stepping.password, methods=READ | POST, anyone=True),
    Page("/sign-in/set-up", stepping.choose, methods=READ | POST, anyone=True),
    Page("/sign-in/done", stepping.done, methods=READ | POST, anyone=True),
    Page(SIGN_OUT, doors.sign_out, methods=POST),
    Page("/", queue.show, frozenset({"after", "show"})),
    Page("/next", turns.following, frozenset({"after", "show"})),
    Page("/keys", keys.show),
    Page(_VOICE, voice.show),
    Page(f"{_VOICE}/sort", decide.sort, methods=POST),
    Page(f"{_VOICE}/approve", decide.approve, methods=POST),
    Page(f"{_VOICE}/decline", decide.decline, methods=POST),
    Page(f"{_VOICE}/undo", decide.undo, methods=POST),
    Page(f"{_VOICE}/take", turns.take, methods=POST),
    Page(f"{_VOICE}/hold", aside.hold, methods=POST),
    Page(f"{_VOICE}/second-opinion", aside.second_opinion, methods=POST),
    Page(f"{_VOICE}/escalate", aside.escalate, methods=POST),
    Page(f"{_VOICE}/send-back", aside.send_back, methods=POST),
    Page(f"{_VOICE}/hide", hiding.hide, methods=POST),
    Page(f"{_VOICE}/ask", asking.ask, methods=POST),
    Page(f"{_VOICE}/unask", asking.take_back, methods=POST),
    Page(f"{_VOICE}/read-answer", asking.seen, methods=POST),
    Page(f"{_VOICE}/hide-answer", asking.hide, methods=POST),
    Page(f"{_VOICE}/ask-permission", permission.ask, methods=POST),
    Page(f"{_VOICE}/stop-asking", permission.stop, methods=POST),
    Page("/asked", permission.listed),
    Page("/care", care.show, methods=READ | POST),
    Page("/care/read-on", care.read_on, methods=POST),
    Page("/care/rested", care.rested, methods=POST),
    Page(f"{_VOICE}/leave", care.leave, methods=POST),
    Page(f"{_VOICE}/respond", responses.respond, methods=POST),
    Page(f"{_VOICE}/take-back", responses.take_back, methods=POST),
    Page("/answers", answers.show, frozenset({"theme", "after"})),
    Page("/answers/write", answer_form.write, methods=POST),
    Page(ANSWER, answers.one),
    Page(f"{ANSWER}/let-out", answers.let_out, methods=POST),
    Page(f"{ANSWER}/call-back", answers.call_back, methods=POST),
    Page(f"{ANSWER}/take-back", answers.take_back, methods=POST),
    Page("/spam", spam.show, methods=READ | POST),
    Page("/spam/undo", spam.undo, methods=POST),
    Page("/find", find.show, frozenset({"number"})),
    Page("/release", release.show, frozenset({"after"}), READ | POST),
    Page("/drill", drill.show),
    Page(DRILLED, drill.one, methods=READ | POST),
    Page("/withdraw", withdraw.show, methods=READ | POST),
    Page("/counts", counts.show),
    Page("/people", people.show, methods=READ | POST),
    Page("/account", account.show),
    Page("/account/password", account.change_password, methods=POST),
    Page("/account/codes", account.codes, methods=READ | POST),
    Page("/account/recovery", account.recovery, methods=POST),
    Page("/account/others", account.end_others, methods=POST),
)

# Nobody opens or changes a voice that isn't shown to them, by whatever address.
PAGES = tuple(
    replace(page, view=turns.in_sight(page.view)) if page.path.startswith((_VOICE, DRILLED)) else page for page in _ALL
)
