"""An answer waits until a second person lets it out, and what became of all concerns is said honestly."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from storage.accounts import add_account, remove_account
from storage.answering import (
    SECONDS,
    answers_to,
    call_back,
    change,
    let_out,
    of_theme,
    themes,
    unanswered,
    waiting,
    written,
)
from storage.errors import Refused
from storage.news import news
from storage.opening import immediate
from storage.outcomes import Became, Found, as_rows, outcomes_kept, tell
from storage.release import Thresholds
from storage.responses import NewResponse, ResponseKind, draft, status, take_back
from storage.roles import Role
from tests.storage.deployment import TODAY, Deployment

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT = "The office is open on Saturdays now."
USUAL = Thresholds()


def published(deployment: Deployment, count: int = 1, **changes: object) -> list[int]:
    """Publish voices; return their numbers."""
    codes = [deployment.approved(f"Voice {number}.", **changes) for number in range(count)]
    deployment.publish()
    return [deployment.voice(code).id for code in codes]


def answer(deployment: Deployment, to: Sequence[int], kind: ResponseKind = ResponseKind.CHANGED, **more: str) -> int:
    """Write an answer for everybody, as ash; return its number."""
    with immediate(deployment.intake):
        return draft(deployment.intake, NewResponse(kind, TEXT, "ash", TODAY, everyone=True, **more), to)


def out(deployment: Deployment, response: int, account: str = "bo", now: float = 0.0) -> None:
    """Let an answer out as somebody else, long ago unless said."""
    with immediate(deployment.intake):
        let_out(deployment.intake, response, written(deployment.intake, response).seen, account, now)


def test_nobody_reads_an_answer_before_a_second_person_did(deployment: Deployment) -> None:
    """Neither by code nor in /updates; then by both."""
    code = deployment.approved()
    deployment.publish()
    response = answer(deployment, [deployment.voice(code).id])
    for read in (0, 1):
        told = status(deployment.intake, deployment.keys, code)
        assert told is not None
        assert (len(told.responses), len(news(deployment.intake).responses)) == (read, read)
        if not read:
            out(deployment, response)


def test_whoever_wrote_an_answer_cannot_let_it_out(deployment: Deployment) -> None:
    """Nor can somebody let out what they have not seen, or what is out or gone already."""
    response = answer(deployment, published(deployment))
    with pytest.raises(Refused, match="wrote this yourself"):
        out(deployment, response, "ash")
    with pytest.raises(Refused, match="changed meanwhile"), immediate(deployment.intake):
        let_out(deployment.intake, response, "something else", "bo", 0)
    out(deployment, response)
    with pytest.raises(Refused, match="already"):
        out(deployment, response)
    with pytest.raises(Refused, match="gone"):
        out(deployment, response + 1)


def test_who_is_alone_lets_their_own_answer_out_a_day_later(deployment: Deployment) -> None:
    """Only if they say so and nobody else could; until then nobody reads it, and it can be undone."""
    response, now = answer(deployment, published(deployment)), time.time()
    with immediate(deployment.intake):
        add_account(deployment.intake, "ash", "a hash", [Role.MODERATOR])
        add_account(deployment.intake, "bo", "a hash", [Role.LEAD])
        add_account(deployment.intake, "kai", "a hash", [Role.RESPONDER, Role.ADMINISTRATOR])
    with pytest.raises(Refused, match="somebody else"), immediate(deployment.intake):
        let_out(deployment.intake, response, written(deployment.intake, response).seen, "ash", now, alone=True)
    with immediate(deployment.intake):
        remove_account(deployment.intake, "bo")
        let_out(deployment.intake, response, written(deployment.intake, response).seen, "ash", now, alone=True)
    one = written(deployment.intake, response)
    assert (one.is_out, one.is_alone, one.hours, news(deployment.intake).responses) == (False, True, 24, ())
    with immediate(deployment.intake):
        call_back(deployment.intake, response, "ash")
    assert [one.id for one in waiting(deployment.intake)] == [response]


def test_letting_out_can_be_undone_within_a_minute(deployment: Deployment) -> None:
    """In that minute nobody reads it; after it, or by somebody else, it is too late."""
    response = answer(deployment, published(deployment))
    out(deployment, response, now=time.time())
    assert news(deployment.intake).responses == ()
    assert 0 < written(deployment.intake, response).left <= SECONDS
    with pytest.raises(Refused, match="too late"), immediate(deployment.intake):
        call_back(deployment.intake, response, "kai")
    with immediate(deployment.intake):
        call_back(deployment.intake, response, "bo")
    assert [one.id for one in waiting(deployment.intake)] == [response]
    out(deployment, response)
    with pytest.raises(Refused, match="too late"), immediate(deployment.intake):
        call_back(deployment.intake, response, "bo")


def test_a_changed_answer_waits_again(deployment: Deployment) -> None:
    """Nobody reads the old words or the new ones until somebody who did not change it lets it out."""
    response = answer(deployment, published(deployment))
    out(deployment, response)
    with immediate(deployment.intake):
        change(deployment.intake, response, ResponseKind.PLANNED, "From May on.", "bo", everyone=True)
    assert news(deployment.intake).responses == ()
    with pytest.raises(Refused, match="wrote this yourself"):
        out(deployment, response, "bo")
    out(deployment, response, "ash")
    assert [one.text for one in news(deployment.intake).responses] == ["From May on."]


def test_what_nobody_answered_is_listed_by_theme(deployment: Deployment) -> None:
    """Only what the lab shows, and a draft is enough to take a voice off the list."""
    home = published(deployment, 3)
    money = published(deployment, 1, theme="money")
    deployment.approved("Not out yet.")
    assert {one.id for one in unanswered(deployment.intake, "", 0, 9)} == {*home, *money}
    answer(deployment, home[:2])
    assert [one.id for one in unanswered(deployment.intake, "home", 0, 9)] == home[2:]
    found = {one.code: (one.voices, one.unanswered) for one in themes(deployment.intake)}
    assert found == {"home": (3, 1), "money": (1, 1)}


def test_a_theme_is_answered_by_release_and_named_only_if_many_spoke_of_it(deployment: Deployment) -> None:
    """Each code of it reads the answer; with fewer than ten the name of the theme would point to them."""
    first, second = published(deployment, 10), published(deployment, 2)
    assert set(of_theme(deployment.intake, "home", 1)) == set(first)
    assert set(of_theme(deployment.intake, "home", None)) == {*first, *second}
    for to in (first, second):
        out(deployment, answer(deployment, to, theme="home"))
    assert sorted(str(one.theme) for one in news(deployment.intake).responses) == ["None", "home"]
    assert len(answers_to(deployment.intake, first[0])) == 1


def told(deployment: Deployment, thresholds: Thresholds = USUAL) -> dict[str, int | str | None]:
    """Bring the lab in line, and return what it is told: a number, or the symbol in its place."""
    deployment.sync(thresholds)
    return {
        one.outcome: one.symbol if one.voices is None else one.voices for one in outcomes_kept(deployment.published)
    }


def test_of_how_many_concerns_how_many_led_to_a_change(deployment: Deployment) -> None:
    """The best answer to each counts once; thanks and what waits count as none; the lab is told the same."""
    voices = published(deployment, 60)
    for kind, to in (
        (ResponseKind.CHANGED, voices[:15]),
        (ResponseKind.PLANNED, voices[10:30]),
        (ResponseKind.THANKS, voices[30:]),
    ):
        out(deployment, answer(deployment, to, kind))
    answer(deployment, voices[30:])
    assert told(deployment) == {"everything": 60, "changed": 15, "planned": 15, "cannot-change": "z", "no-answer": 30}
    assert outcomes_kept(deployment.intake) == outcomes_kept(deployment.published) == news(deployment.intake).outcomes


def test_a_count_that_is_too_small_is_hidden(deployment: Deployment) -> None:
    """Rounding leaves five numbers that it could be, or another one is hidden too; of too few nothing is said."""
    voices = published(deployment, 60)
    out(deployment, answer(deployment, voices[:3]))
    out(deployment, answer(deployment, voices[3:18], ResponseKind.PLANNED))
    assert told(deployment) == {"everything": 60, "changed": "c", "planned": 15, "cannot-change": "z", "no-answer": 40}
    assert told(deployment, Thresholds(count=61)) == {}


def test_nobody_and_few_look_alike(deployment: Deployment) -> None:
    """Who had such an answer may have left; and where nobody ever gave one, there is nothing that it could be."""
    voices = published(deployment, 60)
    out(deployment, answer(deployment, voices[:15]))
    out(deployment, answer(deployment, voices[:15], ResponseKind.PLANNED))
    assert (told(deployment)["planned"], told(deployment)["cannot-change"]) == ("c", "z")


def test_a_share_that_rounds_to_nothing_says_so() -> None:
    """K stands for what is there and rounds to nothing: a 0 would say that there is none."""
    found = Found({"changed": 10, "planned": None, "cannot-change": None, "no-answer": 2990}, 3000, 0)
    shown = {one.outcome: one for one in as_rows(tell(None, found, found, 3000, 1, USUAL))}
    assert shown["changed"] == Became("changed", 10, None, "k")
    assert shown["no-answer"].share == 100


def test_figures_move_when_ten_moved(deployment: Deployment) -> None:
    """One answer more changes nothing that readers see: they would know whose it is. Twenty more do."""
    voices = published(deployment, 60)
    first = {"everything": 60, "changed": "z", "planned": "z", "cannot-change": "z", "no-answer": 60}
    assert told(deployment) == first
    for some in (voices[:8], voices[8:12]):
        out(deployment, answer(deployment, some))
        assert told(deployment) == {**first, "changed": "c", "no-answer": "c"}
    response = answer(deployment, voices[12:32])
    out(deployment, response)
    assert told(deployment) == {**first, "changed": 30, "no-answer": 30}
    with immediate(deployment.intake):
        take_back(deployment.intake, response)
    assert told(deployment)["changed"] == 10
