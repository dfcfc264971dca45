"""What the desk asks by code, and what is answered: kept once, redacted, private, and gone with its voice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from storage.backup import snapshot
from storage.backup.removed import removed_in
from storage.backup.replaying import replay
from storage.decisions import Reason, approve, decline, history
from storage.due import Due, what_is_due
from storage.errors import Refused
from storage.leaving import leave
from storage.model import Consent, Label, RedactedWords, Span
from storage.opening import immediate
from storage.questions import (
    LONGEST,
    Came,
    NewAnswer,
    Standing,
    answer,
    ask,
    hide_in_answer,
    mark_read,
    open_question,
    questions_to,
    take_question_back,
    unread_answers,
)
from storage.responses import status
from storage.retention import expire
from storage.updates import advance, brought_voice
from tests.storage.deployment import TODAY, Deployment, let_a_minute_pass, opened, voice

if TYPE_CHECKING:
    from collections.abc import Callable

QUESTION = "Which office was it?"


def asks(files: Deployment, code: str, text: str = QUESTION) -> int:
    """Ask whoever has this code, as a moderator does."""
    with immediate(files.intake):
        return ask(files.intake, files.voice(code), text, "ash", TODAY)


def answers(files: Deployment, code: str, question: int, text: str | None = "zanzibar", **changes: Any) -> Came:
    """Answer it, as the door does."""
    words = None if text is None else RedactedWords(text)
    with immediate(files.intake):
        new = NewAnswer(question, changes.pop("update", 7), words, **changes)
        return answer(files.intake, files.keys, code, new)


def test_a_question_waits_by_code_until_it_is_answered(deployment: Deployment) -> None:
    """Whoever has the code is shown it; the answer is for the desk, and never shown by the code again."""
    code = deployment.arrived()
    number = asks(deployment, code)
    told = status(deployment.intake, deployment.keys, code)
    assert told is not None
    assert told.question is not None
    assert (told.question.id, told.question.text) == (number, QUESTION)
    assert answers(deployment, code, number) is Came.KEPT
    told = status(deployment.intake, deployment.keys, code)
    assert told is not None
    assert (told.question, told.answered) == (None, True)
    assert "zanzibar" not in str(told)
    (one,) = questions_to(deployment.intake, deployment.voice(code).id)
    assert (one.standing, one.answer and one.answer.text, one.unread) == (Standing.ANSWERED, "zanzibar", True)


def test_an_answer_is_kept_as_the_redactor_made_it(deployment: Deployment) -> None:
    """What was hidden, where names may be left and why somebody may be known are kept with it, as with a voice."""
    code = deployment.arrived()
    number = asks(deployment, code)
    words = RedactedWords("[name] and Sol.", ((Label.NAME, 1),), (Span(11, 14, Label.NAME, 0.4),))
    with immediate(deployment.intake):
        answer(deployment.intake, deployment.keys, code, NewAnswer(number, 7, words, language="und"))
    (one,) = questions_to(deployment.intake, deployment.voice(code).id)
    assert (one.answer, one.language) == (words, "und")


def test_nobody_has_to_answer(deployment: Deployment) -> None:
    """Who would rather not is asked no more, and the desk sees that."""
    code = deployment.arrived()
    assert answers(deployment, code, asks(deployment, code), None) is Came.KEPT
    (one,) = questions_to(deployment.intake, deployment.voice(code).id)
    assert (one.standing, one.answer, one.unread) == (Standing.RATHER_NOT, None, True)
    asks(deployment, code, "May we ask something else?")


def test_one_question_is_open_at_a_time(deployment: Deployment) -> None:
    """Nobody is questioned: the next comes after the answer, or in the place of one that was taken back."""
    code = deployment.arrived()
    first = asks(deployment, code)
    with pytest.raises(Refused, match="asked something already"):
        asks(deployment, code, "And when?")
    with immediate(deployment.intake):
        take_question_back(deployment.intake, first)
    second = asks(deployment, code, "And when?")
    answers(deployment, code, second)
    with pytest.raises(Refused, match="open no more"):
        take_question_back(deployment.intake, second)


@pytest.mark.parametrize(
    ("text", "why"), [("", "Write your question"), (" \n", "Write your question"), ("x" * (LONGEST + 1), "shorter")]
)
def test_a_question_says_something_and_is_short(deployment: Deployment, text: str, why: str) -> None:
    """It is refused with what to do."""
    code = deployment.arrived()
    with pytest.raises(Refused, match=why):
        asks(deployment, code, text)
    assert questions_to(deployment.intake, deployment.voice(code).id) == ()


def test_who_asked_is_written_down(deployment: Deployment) -> None:
    """As with everything that is done with a voice; and never what was asked."""
    code = deployment.arrived()
    asks(deployment, code)
    (line,) = history(deployment.intake, deployment.voice(code).id)
    assert line[:3] == ("ash", "ask", None)


def test_an_answer_that_comes_again_is_kept_once(deployment: Deployment) -> None:
    """The same update says so; another one finds the question closed; the first words stay."""
    code = deployment.arrived()
    number = asks(deployment, code)
    came = [answers(deployment, code, number, text, update=update) for text, update in (("a", 7), ("b", 7), ("c", 8))]
    assert came == [Came.KEPT, Came.AGAIN, Came.GONE]
    (one,) = questions_to(deployment.intake, deployment.voice(code).id)
    assert one.answer is not None
    assert one.answer.text == "a"
    assert brought_voice(deployment.intake, 7)
    advance(deployment.intake, 8)
    assert not brought_voice(deployment.intake, 7)


def test_an_answer_needs_its_code(deployment: Deployment) -> None:
    """Somebody else's code, a wrong one and one whose voice is leaving answer nothing."""
    code, other = deployment.arrived(), deployment.arrived()
    number = asks(deployment, code)
    assert answers(deployment, other, number) is Came.GONE
    assert answers(deployment, "velvet-otter-plank-sunny-drift", number) is Came.GONE
    leave(deployment.intake, deployment.keys, code, 1_800_000_000.0)
    assert answers(deployment, code, number) is Came.GONE
    assert unread_answers(deployment.intake) == []


def test_an_answer_at_risk_makes_its_voice_urgent(deployment: Deployment) -> None:
    """It comes first in the queue, and first among the answers to be read."""
    calm, risk = deployment.arrived(), deployment.arrived()
    for update, code in enumerate((calm, risk)):
        answers(deployment, code, asks(deployment, code), update=update, urgent=code == risk)
    numbers = [deployment.voice(code).id for code in (risk, calm)]
    assert [row[0] for row in unread_answers(deployment.intake)] == numbers
    assert deployment.voice(risk).urgent
    mark_read(deployment.intake, numbers[0])
    assert [row[0] for row in unread_answers(deployment.intake)] == numbers[1:]


def _declined_long_ago(files: Deployment, code: str) -> None:
    decline(files.intake, files.voice(code), "ash", Reason.SPAM)
    let_a_minute_pass(files.intake)
    expire(files.intake, TODAY.replace(year=TODAY.year + 9), declined_days=1)


def _withdrawn(files: Deployment, code: str) -> None:
    files.withdraw(code)


def _counted(files: Deployment, code: str) -> None:
    approve(files.intake, files.voice(code), "ash")
    files.publish()


@pytest.mark.parametrize("goes", [_withdrawn, _declined_long_ago, _counted])
def test_an_answer_goes_with_the_words_of_its_voice(
    deployment: Deployment, goes: Callable[[Deployment, str], None]
) -> None:
    """Taken back, over its time or counted: neither the question nor the answer is in any byte."""
    code = deployment.arrived(voice(consent=Consent.COUNT if goes is _counted else Consent.READ))
    answers(deployment, code, asks(deployment, code, "Was it timbuktu?"))
    assert deployment.find_bytes("zanzibar")
    goes(deployment, code)
    assert deployment.find_bytes("zanzibar") == []
    assert deployment.find_bytes("timbuktu") == []
    assert deployment.intake.execute("SELECT count(*) FROM questions").fetchone() == (0,)


def test_an_answer_is_never_published(deployment: Deployment) -> None:
    """Whatever happens to its voice, it stays in intake.db."""
    code = deployment.approved("Stays.")
    answers(deployment, code, asks(deployment, code))
    deployment.publish()
    assert deployment.shown() == ["Stays."]
    assert deployment.find_bytes("zanzibar")
    assert not any("published" in name for name in deployment.find_bytes("zanzibar"))


def test_more_can_be_hidden_in_an_answer(deployment: Deployment) -> None:
    """For good: it is due to leave the file, and who does it has read the latest version."""
    code = deployment.arrived()
    number = asks(deployment, code)
    answers(deployment, code, number, "Ask zanzibar there.")
    with immediate(deployment.intake):
        hide_in_answer(deployment.intake, number, 1, "ash", [(4, 12)])
    (one,) = questions_to(deployment.intake, deployment.voice(code).id)
    assert one.answer is not None
    assert one.answer.text == "Ask [hidden] there."
    assert Due.WIPE in what_is_due(deployment.intake)
    with pytest.raises(Refused, match="somebody else changed it"):
        hide_in_answer(deployment.intake, number, 1, "ash", [(4, 5)])


def test_a_restored_copy_brings_no_hidden_words_back(deployment: Deployment) -> None:
    """What was hidden in an answer since the copy is hidden in it whole; an answer of before stays."""
    hides, stays = deployment.arrived(), deployment.arrived()
    first, second = asks(deployment, hides), asks(deployment, stays)
    answers(deployment, hides, first, "Ask zanzibar there.", update=1)
    answers(deployment, stays, second, "Ask at the desk.", update=2)
    copy = snapshot.take(deployment.folder / "intake" / "intake.db", demo=False)
    with immediate(deployment.intake):
        hide_in_answer(deployment.intake, first, 1, "ash", [(4, 12)])
    lines = removed_in(deployment.intake)
    restored = snapshot.open_in_memory(copy, demo=False)
    replay(restored, lines)
    rows = dict(restored.execute("SELECT id, answer FROM questions").fetchall())
    assert rows == {first: "[hidden]", second: "Ask at the desk."}
    restored.close()


def test_a_restart_keeps_a_question_open(deployment: Deployment) -> None:
    """It is on the disk, as a voice is."""
    code = deployment.arrived()
    asks(deployment, code)
    with opened(deployment.folder) as again:
        assert open_question(again.intake, again.voice(code).id) is not None
