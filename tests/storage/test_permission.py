"""A story that somebody could be recognised by: without a yes its words never go out, whoever tries."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from typing import Any

import pytest

from storage.backup.removed import removed_in
from storage.backup.replaying import replay
from storage.decisions import approve, first_approvals, history
from storage.due import finish
from storage.errors import Refused
from storage.leaving import leave, stay
from storage.model import AgeBand, Consent, Distress, Section, State
from storage.opening import immediate
from storage.permission import (
    DAYS,
    LONGEST,
    MARKED,
    Permission,
    ask_permission,
    in_question,
    permit,
    settle_overdue,
    stop_asking,
)
from storage.publishing import publish
from storage.questions import Came, ask
from storage.queue import queue
from storage.responses import status
from storage.retention import expire
from tests.storage.deployment import OPEN, TODAY, Deployment, voice

WORDS = "My zanzibar moved me nine times before I was six, and it was in the paper."
SUMMARY = "Many moves in early childhood."
OVER = TODAY + timedelta(days=DAYS + 1)


def asks(files: Deployment, summary: str = SUMMARY, **changes: Any) -> str:
    """Receive a voice and ask its person, as a moderator does; return its code."""
    code = files.arrived(voice(WORDS, **changes))
    with immediate(files.intake):
        ask_permission(files.intake, files.voice(code), "ash", summary, TODAY)
    return code


def says(files: Deployment, code: str, said: Permission, **changes: Any) -> Came:
    """Answer, as the doors do."""
    with immediate(files.intake):
        came = permit(files.intake, files.keys, code, said, **{"today": TODAY, **changes})
    finish(files.intake, files.published, OPEN)
    return came


def approves(files: Deployment, code: str, account: str = "ash") -> bool:
    """Approve it, as a moderator does."""
    with immediate(files.intake):
        return approve(files.intake, files.voice(code), account)


def text(files: Deployment, code: str) -> str | None:
    """Return the words that are kept."""
    words = files.voice(code).words
    return None if words is None else words.text


def test_while_it_is_asked_nothing_can_publish_it(deployment: Deployment) -> None:
    """Not a moderator, nor a program that writes into the file itself; it is in no queue and no release."""
    code = asks(deployment)
    assert queue(deployment.intake) == []
    with pytest.raises(Refused, match="asked already"):
        approves(deployment, code)
    with pytest.raises(sqlite3.IntegrityError, match="still asked"):
        deployment.intake.execute("UPDATE submissions SET state = 'approved'")
    deployment.intake.execute("UPDATE submissions SET released_in = 1, public_id = 1")
    deployment.sync()
    assert deployment.shown() == []
    with pytest.raises(Refused, match="nothing new"):
        publish(deployment.intake, deployment.published, OPEN, account="ash", today=OVER)


@pytest.mark.parametrize(("summary", "shown"), [(SUMMARY, [MARKED + SUMMARY]), ("", [])])
def test_without_an_answer_the_words_are_gone(deployment: Deployment, summary: str, shown: list[str]) -> None:
    """After the last day a release shows the marked summary, or counts it; no byte of the words is left anywhere."""
    code = asks(deployment, summary)
    expire(deployment.intake, TODAY + timedelta(days=DAYS), declined_days=90)
    assert text(deployment, code) == WORDS
    expire(deployment.intake, OVER, declined_days=90)
    if summary:
        assert approves(deployment, code)
    deployment.publish(today=OVER)
    assert deployment.shown() == shown
    counted = dict(deployment.published.execute("SELECT about, voices FROM counts WHERE about = 'everything'"))
    assert counted == {"everything": 1}
    assert deployment.find_bytes("zanzibar") == []


def test_with_a_yes_it_goes_out_as_it_is(deployment: Deployment) -> None:
    """It waits again, for a person to approve it."""
    code = asks(deployment)
    assert says(deployment, code, Permission.AS_IT_IS) is Came.KEPT
    assert deployment.voice(code).state is State.WAITING
    approves(deployment, code)
    deployment.publish()
    assert deployment.shown() == [WORDS]


def test_a_summary_takes_the_place_of_the_words(deployment: Deployment) -> None:
    """At once and for good, also in the file; what is shown says whose words it is."""
    code = asks(deployment)
    says(deployment, code, Permission.SUMMARY)
    assert text(deployment, code) == MARKED + SUMMARY
    assert deployment.find_bytes("zanzibar") == []
    approves(deployment, code)
    deployment.publish()
    assert deployment.shown() == [MARKED + SUMMARY]


def test_what_is_only_counted_needs_nobody_more(deployment: Deployment) -> None:
    """The words are gone at once, and it can't be loosened any more: there is nothing left to show."""
    code = asks(deployment)
    says(deployment, code, Permission.COUNT)
    assert (text(deployment, code), deployment.voice(code).state) == (None, State.APPROVED)
    assert deployment.voice(code).consent is Consent.COUNT
    assert deployment.find_bytes("zanzibar") == []
    assert deployment.find_bytes("early childhood") == []
    deployment.publish()
    assert deployment.shown() == []


def test_a_summary_is_offered_only_if_there_is_one(deployment: Deployment) -> None:
    """An answer that was not offered changes nothing."""
    code = asks(deployment, "")
    assert says(deployment, code, Permission.SUMMARY) is Came.GONE
    assert says(deployment, code, Permission.NO_ANSWER) is Came.GONE
    assert deployment.voice(code).state is State.ASKED


def test_an_answer_counts_once_and_in_time(deployment: Deployment) -> None:
    """The same update changes nothing again; another answer comes too late, as does one after the last day."""
    code, late = asks(deployment), asks(deployment)
    assert says(deployment, code, Permission.AS_IT_IS, update=7) is Came.KEPT
    assert says(deployment, code, Permission.AS_IT_IS, update=7) is Came.AGAIN
    assert says(deployment, code, Permission.COUNT, update=8) is Came.GONE
    assert says(deployment, late, Permission.AS_IT_IS, today=OVER) is Came.GONE
    assert says(deployment, "velvet-otter-plank-sunny-drift", Permission.COUNT) is Came.GONE


def test_the_code_tells_what_is_asked_and_not_what_was_said(deployment: Deployment) -> None:
    """Somebody else may hold the code: neither the words nor their summary are in what is told."""
    code = asks(deployment)
    told = status(deployment.intake, deployment.keys, code)
    assert told is not None
    assert told.whether is not None
    assert (told.state, told.whether.answer) == (State.ASKED, None)
    assert told.whether.offered == (Permission.AS_IT_IS, Permission.SUMMARY, Permission.COUNT)
    assert told.whether.last_day == TODAY + timedelta(days=DAYS)
    assert not {"zanzibar", "childhood"} & set(str(told).split())


def test_who_asked_is_written_down_and_nobody_who_answered(deployment: Deployment) -> None:
    """A time of an answer could be laid beside Telegram's."""
    code = asks(deployment)
    says(deployment, code, Permission.AS_IT_IS)
    assert [line[:3] for line in history(deployment.intake, deployment.voice(code).id)] == [
        ("ash", "ask-permission", None)
    ]


def test_two_people_approve_a_childs_story_after_the_answer(deployment: Deployment) -> None:
    """A first approval of the words is none of the summary's."""
    code = deployment.arrived(voice(WORDS, age_band=AgeBand.UNDER_16))
    approves(deployment, code, "sam")
    with immediate(deployment.intake):
        ask_permission(deployment.intake, deployment.voice(code), "ash", SUMMARY, TODAY)
    says(deployment, code, Permission.SUMMARY)
    assert first_approvals(deployment.intake, deployment.voice(code).id) == frozenset()
    assert not approves(deployment, code, "ash")


def test_asking_can_be_stopped(deployment: Deployment) -> None:
    """The voice waits again as before, and is asked about no more; once it was answered, that is too late."""
    code = asks(deployment)
    with immediate(deployment.intake):
        stop_asking(deployment.intake, deployment.voice(code), "sam")
    assert (deployment.voice(code).state, text(deployment, code)) == (State.WAITING, WORDS)
    assert says(deployment, code, Permission.COUNT) is Came.GONE
    with pytest.raises(Refused, match="any more"):
        stop_asking(deployment.intake, deployment.voice(code), "sam")


def test_those_that_wait_for_their_person_are_listed(deployment: Deployment) -> None:
    """The first to end first; not those that are settled, or were taken back."""
    first, settled, left = asks(deployment), asks(deployment), asks(deployment)
    says(deployment, settled, Permission.COUNT)
    with immediate(deployment.intake):
        leave(deployment.intake, deployment.keys, left, 0)
    (listed,) = in_question(deployment.intake)
    assert listed == (deployment.voice(first).id, TODAY, TODAY + timedelta(days=DAYS))


@pytest.mark.parametrize(
    ("summary", "changes", "why"),
    [
        ("x" * (LONGEST + 1), {}, "shorter"),
        ("It was nine times before I was six, they say.", {}, "words of your own"),
        (SUMMARY, {"theme": None}, "theme and a kind"),
        (SUMMARY, {"consent": Consent.COUNT}, "only counted"),
    ],
)
def test_asking_is_refused_with_what_to_do(
    deployment: Deployment, summary: str, changes: dict[str, Any], why: str
) -> None:
    """A summary is short and not a copy; what can't be recognised need not be asked about."""
    with pytest.raises(Refused, match=why):
        asks(deployment, summary, **changes)
    assert in_question(deployment.intake) == []


def test_one_thing_is_asked_at_a_time(deployment: Deployment) -> None:
    """Neither beside a question, nor a question beside it, nor twice."""
    code, other = asks(deployment), deployment.arrived()
    with pytest.raises(Refused, match="One question at a time"):
        ask(deployment.intake, deployment.voice(code), "When?", "ash", TODAY)
    ask(deployment.intake, deployment.voice(other), "When?", "ash", TODAY)
    with pytest.raises(Refused, match="something else already"):
        ask_permission(deployment.intake, deployment.voice(other), "ash", "", TODAY)
    says(deployment, code, Permission.SUMMARY)
    with pytest.raises(Refused, match="a summary already"):
        ask_permission(deployment.intake, deployment.voice(code), "ash", "", TODAY)


def test_it_is_taken_back_as_any_voice(deployment: Deployment) -> None:
    """For a minute it can come back to where it was; after that no summary of it is left in any byte."""
    code = asks(deployment)
    with immediate(deployment.intake):
        leave(deployment.intake, deployment.keys, code, 0)
        assert settle_overdue(deployment.intake, OVER) == 0
        assert stay(deployment.intake, deployment.keys, code, 1)
    assert deployment.voice(code).state is State.ASKED
    deployment.withdraw(code)
    assert deployment.find_bytes("childhood") == []
    assert deployment.intake.execute("SELECT * FROM permissions").fetchall() == []


@pytest.mark.parametrize("said", [Permission.SUMMARY, Permission.COUNT, None])
@pytest.mark.parametrize("when", ["before", "asked"])
def test_an_older_copy_publishes_no_words_either(deployment: Deployment, said: Permission | None, when: str) -> None:
    """Restored from before the question or the answer: without a yes its words are asked about again, or gone."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    if when == "before":
        code = deployment.approved(WORDS)
        deployment.intake.backup(copy)
        deployment.intake.execute("UPDATE submissions SET state = 'waiting', version = version + 1")
        with immediate(deployment.intake):
            ask_permission(deployment.intake, deployment.voice(code), "ash", SUMMARY, TODAY)
    else:
        code = asks(deployment)
        deployment.intake.backup(copy)
    if said:
        says(deployment, code, said)
    replay(copy, removed_in(deployment.intake))
    ((state, words),) = copy.execute("SELECT state, words FROM submissions").fetchall()
    if said is None:
        assert (state, words) == (State.ASKED, WORDS)
    elif said is Permission.SUMMARY and when == "asked":
        assert (state, words) == (State.WAITING, MARKED + SUMMARY)
    else:
        assert (state, words) == (State.APPROVED, None)


def test_what_comes_back_is_in_a_section_of_its_own(deployment: Deployment) -> None:
    """Among those that were set aside and are back; what the words' warning was is none of the summary's."""
    code = deployment.arrived(voice(WORDS, urgent=True, warnings=(Distress.HARM,)))
    with immediate(deployment.intake):
        ask_permission(deployment.intake, deployment.voice(code), "ash", SUMMARY, TODAY)
    says(deployment, code, Permission.SUMMARY)
    kept = deployment.voice(code)
    assert (kept.section, kept.warnings) == (Section.RETURNED, ())
