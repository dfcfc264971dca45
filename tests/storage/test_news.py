"""What everybody may read of what councils did: only what was written for all, to voices that are in the collection."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from storage.decisions import Reason, decline
from storage.model import Consent
from storage.news import A_PAGE, news
from storage.opening import immediate
from storage.responses import NewResponse, ResponseKind, draft, take_back
from tests.storage.deployment import TODAY, Deployment, brought_up_to_date

if TYPE_CHECKING:
    from datetime import date

    import pytest


def answer(
    deployment: Deployment, *codes: str, text: str = "We mended it.", day: date = TODAY, everyone: bool = True
) -> int:
    """Answer voices, for everybody to read."""
    with immediate(deployment.intake):
        numbers = [deployment.voice(code).id for code in codes]
        return draft(
            deployment.intake,
            NewResponse(ResponseKind.CHANGED, text, "ash", day, everyone=everyone, approver="ash"),
            numbers,
        )


def read(deployment: Deployment, page: int = 0) -> list[str]:
    """Return what a page says."""
    return [each.text for each in news(deployment.intake, page).responses]


def test_an_answer_is_read_by_all_once_its_voice_is_published(deployment: Deployment) -> None:
    """Neither while the voice waits, nor when it is only approved."""
    waits, code = deployment.arrived(), deployment.approved()
    answer(deployment, waits, text="Waits.")
    answer(deployment, code)
    assert read(deployment) == []
    deployment.publish()
    assert read(deployment) == ["We mended it."]


def test_an_answer_to_one_person_is_read_by_no_other(deployment: Deployment) -> None:
    """It was written to whoever has the code."""
    code = deployment.approved()
    deployment.publish()
    answer(deployment, code, everyone=False)
    assert read(deployment) == []


def test_older_answers_stay_between_two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who wrote them knew of no other reader."""
    conn = brought_up_to_date(monkeypatch, "answers_for_everyone")
    draft(conn, NewResponse(ResponseKind.THANKS, "Thank you.", "ash", TODAY, approver="ash"), [1])
    assert conn.execute("SELECT everyone FROM responses").fetchall() == [(0,)]
    conn.close()


def test_an_answer_to_a_counted_voice_is_read(deployment: Deployment) -> None:
    """It is in the collection as a number, and something was done."""
    code = deployment.approved(consent=Consent.COUNT)
    deployment.publish()
    answer(deployment, code)
    assert read(deployment) == ["We mended it."]


def test_an_answer_leaves_with_the_last_published_voice(deployment: Deployment) -> None:
    """It may repeat what somebody said: a withdrawal or a late refusal takes it along at once."""
    one, two = deployment.approved(), deployment.approved()
    deployment.publish()
    answer(deployment, one, two)
    deployment.withdraw(one)
    assert read(deployment) == ["We mended it."]
    decline(deployment.intake, deployment.voice(two), "ash", Reason.IDENTIFIES)
    assert read(deployment) == []


def test_an_answer_that_was_taken_back_is_read_by_nobody(deployment: Deployment) -> None:
    """Taken back means for everyone."""
    code = deployment.approved()
    deployment.publish()
    wrong = answer(deployment, code)
    with immediate(deployment.intake):
        take_back(deployment.intake, wrong)
    assert news(deployment.intake).pages == 0


def test_the_newest_is_first_and_each_is_on_one_page(deployment: Deployment) -> None:
    """Whoever turns the pages reads every answer once, and a page past the last is the last."""
    code = deployment.approved()
    deployment.publish()
    many = 2 * A_PAGE + 1
    for days in range(many):
        answer(deployment, code, text=f"Day {days}.", day=TODAY + timedelta(days))
    pages = [read(deployment, page) for page in range(3)]
    assert [text for page in pages for text in page] == [f"Day {days}." for days in reversed(range(many))]
    assert [len(page) for page in pages] == [A_PAGE, A_PAGE, 1]
    assert news(deployment.intake, 99) == news(deployment.intake, 2)
    assert news(deployment.intake, -1).page == 0
