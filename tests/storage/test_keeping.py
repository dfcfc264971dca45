"""Everything is kept for a time and no longer: announced before, gone from every byte, and counted once."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from storage.backup.removed import buried, removed_in
from storage.backup.replaying import replay
from storage.backup.snapshot import open_in_memory
from storage.decisions import Reason, approve, decline
from storage.expired import Counts
from storage.keeping import Going, Kept, Limits, announced, going, let_go, over, run
from storage.model import Consent, RedactedWords, State
from storage.moves import BackReason, HoldReason, hold, send_back
from storage.opening import immediate
from storage.permission import ask_permission
from storage.questions import NewAnswer, answer, ask, mark_read
from storage.responses import NewResponse, ResponseKind, draft
from storage.submissions import read
from tests.storage.deployment import OPEN, TODAY, Deployment, make, opened, voice

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

LIMITS = Limits(waiting=40, held=50, declined=20, published=60, counted=70, questions=30, warning=10)
ZANZIBAR = "Zanzibar is where I am from."


def day(number: int) -> date:
    """Return a day, that many after the one on which voices arrive."""
    return TODAY + timedelta(days=number)


def counts(files: Deployment) -> Counts:
    """Return the file of what went."""
    return Counts(files.folder / "expired")


def let_go_on(files: Deployment, today: date, limits: Limits = LIMITS) -> dict[Kept, int]:
    """Run it on a day."""
    return run(files.intake, files.published, OPEN, files.tombstones, counts(files), limits, today)


def run_daily(files: Deployment, first: int, last: int, limits: Limits = LIMITS) -> dict[Kept, int]:
    """Run it often enough from one day to another; return what went on the last."""
    for number in range(first, last, 9):
        let_go_on(files, day(number), limits)
    return let_go_on(files, day(last), limits)


def decided_today(files: Deployment) -> None:
    """Let all decisions be of the day on which voices arrive."""
    (kept,) = files.intake.execute("SELECT sql FROM sqlite_master WHERE name = 'decisions_no_update'").fetchone()
    files.intake.execute("DROP TRIGGER decisions_no_update")
    files.intake.execute("UPDATE decisions SET at = ?", (f"{TODAY.isoformat()}T12:00:00+00:00",))
    files.intake.execute(kept)


def waiting(files: Deployment) -> str:
    """Store a voice."""
    return files.arrived(voice(ZANZIBAR))


def held(files: Deployment) -> str:
    """Store a voice that was put aside."""
    code = files.arrived(voice(ZANZIBAR))
    files.intake.execute("UPDATE submissions SET section = 'hold' WHERE id = ?", (files.voice(code).id,))
    return code


def published(files: Deployment) -> str:
    """Publish a voice."""
    code = files.approved(ZANZIBAR)
    files.publish()
    return code


def approved(files: Deployment) -> str:
    """Approve a voice that nobody publishes."""
    return files.approved(ZANZIBAR)


def counted(files: Deployment) -> str:
    """Count a voice whose words are gone."""
    code = files.approved(ZANZIBAR, consent=Consent.COUNT)
    files.publish()
    return code


@pytest.mark.parametrize(
    ("makes", "kept", "days"),
    [
        (waiting, Kept.WAITING, 40),
        (held, Kept.HELD, 50),
        (published, Kept.PUBLISHED, 60),
        (approved, Kept.PUBLISHED, 60),
        (counted, Kept.COUNTED, 70),
    ],
)
def test_whole_voices_go_after_their_time(
    deployment: Deployment, makes: Callable[[Deployment], str], kept: Kept, days: int
) -> None:
    """Not a day before; then from every byte of every file, with their code, and their going is counted."""
    code = makes(deployment)
    decided_today(deployment)
    deployment.receive(voice("Stays."), day(80))
    number = deployment.voice(code).id
    assert run_daily(deployment, 0, days) == {}
    assert deployment.voice(code).id == number
    longer = Limits(**{name: getattr(LIMITS, name) for name in LIMITS.__slots__})
    gone = let_go_on(deployment, day(days + 1), longer)
    assert gone[kept] >= 1
    assert deployment.find_bytes("Zanzibar") == []
    assert deployment.intake.execute("SELECT 1 FROM submissions WHERE id = ?", (number,)).fetchall() == []
    assert deployment.intake.execute("SELECT 1 FROM receipts WHERE submission = ?", (number,)).fetchall() == []
    assert counts(deployment).totals()[f"{day(days + 1):%Y-%m}", kept] == gone[kept] == 1


def with_all_that_belongs_to_it(files: Deployment, name: str, consent: Consent = Consent.READ) -> int:
    """Store a voice with notes, a question, its answer that was read, and what a council answered; return its id."""
    code = files.arrived(voice(f"Said {name}words.", consent=consent))
    number, keys = files.voice(code).id, files.keys
    with immediate(files.intake):
        why = HoldReason.ADVICE
        hold(files.intake, files.voice(code), "ash", why, day(5), today=day(0), note=f"{name}note")
        send_back(files.intake, files.voice(code), "ash", BackReason.LOOKED, f"{name}back")
        asked = ask(files.intake, files.voice(code), f"What of {name}question?", "ash", TODAY)
        answer(files.intake, keys, code, NewAnswer(asked, number % 10**6, RedactedWords(f"It was {name}answer.")))
        mark_read(files.intake, number)
        said = NewResponse(ResponseKind.CHANGED, f"Now {name}response.", "ash", TODAY, everyone=True, approver="sam")
        draft(files.intake, said, [number])
    return number


def test_nothing_that_belonged_to_a_voice_outlives_it(deployment: Deployment) -> None:
    """Words, notes, questions, answers, summaries and what councils answered: in no byte, whatever state it was in."""
    intake, ids = deployment.intake, {}
    for name in ("zqwaits", "zqheld", "zqdeclined", "zqapproved", "zqasked", "zqsummed"):
        ids[name] = with_all_that_belongs_to_it(deployment, name)
    ids["zqcounted"] = with_all_that_belongs_to_it(deployment, "zqcounted", Consent.COUNT)
    with immediate(intake):
        hold(intake, read(intake, ids["zqheld"]), "ash", HoldReason.TIME, day(80), today=day(0), note="zqheldagain")
        decline(intake, read(intake, ids["zqdeclined"]), "ash", Reason.UNSAFE)
        ask_permission(intake, read(intake, ids["zqasked"]), "ash", "", TODAY, 28)
        ask_permission(intake, read(intake, ids["zqsummed"]), "ash", "Short zqsummedsummary.", TODAY, 28)
        approve(intake, read(intake, ids["zqcounted"]), "ash")
    deployment.publish()
    with immediate(intake):
        approve(intake, read(intake, ids["zqapproved"]), "ash")
    decided_today(deployment)
    assert len(deployment.find_bytes("zq")) > 0
    run_daily(deployment, 0, 30)
    for gone in ("zqaskedwords", "zqaskednote", "zqaskedanswer", "zqsummedwords", "zqdeclinedwords", "zqdeclinedback"):
        assert deployment.find_bytes(gone) == []
    run_daily(deployment, 39, 120)
    assert deployment.find_bytes("zq") == []
    assert intake.execute("SELECT count(*) FROM submissions").fetchone() == (0,)


def test_words_of_declined_voices_go_and_then_the_rest(deployment: Deployment) -> None:
    """First the words, the decision stays for ever; what is left of the voice goes later."""
    code = waiting(deployment)
    decline(deployment.intake, deployment.voice(code), "ash", Reason.SPAM)
    decided_today(deployment)
    assert run_daily(deployment, 0, 21) == {Kept.DECLINED: 1}
    assert (deployment.voice(code).words, deployment.find_bytes("Zanzibar")) == (None, [])
    assert run_daily(deployment, 30, 71) == {Kept.COUNTED: 1}
    assert deployment.intake.execute("SELECT reason FROM decisions").fetchall() == [(Reason.SPAM,)]


def test_questions_go_once_their_answers_were_read(deployment: Deployment) -> None:
    """What was asked long ago goes; an answer that nobody has read waits."""
    for text in ("Was it Zanzibar?", "Was it Timbuktu?"):
        code = deployment.arrived()
        with immediate(deployment.intake):
            ask(deployment.intake, deployment.voice(code), text, "ash", TODAY)
    deployment.intake.execute("UPDATE questions SET unread = 1 WHERE text LIKE '%Timbuktu%'")
    assert run_daily(deployment, 0, 31) == {Kept.QUESTIONS: 1}
    assert [deployment.find_bytes(text) for text in ("Zanzibar", "Timbuktu")] == [[], ["intake.db"]]


def test_what_goes_is_announced(deployment: Deployment) -> None:
    """How many go on which day is known before, and a look changes nothing."""
    waiting(deployment)
    waiting(deployment)
    let_go_on(deployment, TODAY)
    before = deployment.intake.serialize()
    assert going(deployment.intake, LIMITS, TODAY, 40) == []
    assert going(deployment.intake, LIMITS, TODAY, 41) == [Going(Kept.WAITING, day(41), 2)]
    assert deployment.intake.serialize() == before
    assert announced(deployment.intake) == []
    run_daily(deployment, 9, 35)
    assert announced(deployment.intake) == [Going(Kept.WAITING, day(41), 2)]


@pytest.mark.parametrize("before", [[], [0, 9, 18, 27, 36, 45], [0]], ids=["new", "made shorter", "not running"])
def test_nothing_goes_that_was_not_announced(deployment: Deployment, before: list[int]) -> None:
    """A newer program, a limit made shorter, or weeks in which nothing ran: the time of warning begins then."""
    long = Limits(waiting=3000, warning=10)
    code = waiting(deployment)
    for number in before:
        let_go_on(deployment, day(number), long)
    for number in (50, 55, 59):
        assert let_go_on(deployment, day(number)) == {}
    assert announced(deployment.intake) == [Going(Kept.WAITING, day(60), 1)]
    assert deployment.voice(code).words is not None
    assert let_go_on(deployment, day(60)) == {Kept.WAITING: 1}


def test_a_clock_that_was_wrong_erases_nothing(deployment: Deployment) -> None:
    """Years ahead for a day, and back again: every voice is still there."""
    code = waiting(deployment)
    published(deployment)
    run_daily(deployment, 0, 30)
    assert let_go_on(deployment, day(9000)) == {}
    assert let_go_on(deployment, day(31)) == {}
    assert let_go_on(deployment, day(41)) == {Kept.WAITING: 1}
    assert code


def test_who_is_decided_on_meanwhile_stays(deployment: Deployment) -> None:
    """Between the look and the going somebody approves it: it is kept for as long as approved ones are."""
    code = waiting(deployment)
    run_daily(deployment, 0, 40)
    due = over(deployment.intake, LIMITS, day(41))
    with immediate(deployment.intake):
        approve(deployment.intake, deployment.voice(code), "ash")
        assert let_go(deployment.intake, LIMITS, day(41), due) == {}
    assert deployment.voice(code).state is State.APPROVED


def test_running_again_changes_nothing(deployment: Deployment) -> None:
    """Neither voices nor counts."""
    waiting(deployment)
    run_daily(deployment, 0, 41)
    kept = counts(deployment).lines()
    assert [let_go_on(deployment, day(41)) for _ in range(2)] == [{}, {}]
    assert counts(deployment).lines() == kept
    assert len(kept) == 1


def test_what_is_counted_says_nothing_else(deployment: Deployment) -> None:
    """Month, what, how many, and a random mark: no id of a voice."""
    number = deployment.voice(waiting(deployment)).id
    run_daily(deployment, 0, 41)
    (line,) = counts(deployment).lines()
    assert line.split()[:3] == [f"{day(41):%Y-%m}", "waiting", "1"]
    assert f"{number:016x}" not in line


ALIKE = Limits(waiting=60, published=60, warning=10)
DIES = """
import os, signal, sys
from pathlib import Path
from storage import expired, keeping, leaving, withdrawal
from tests.storage.deployment import opened
from tests.storage.test_keeping import ALIKE, day, let_go_on

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

module, name = sys.argv[2].split(".")
setattr(expired.Counts if module == "expired" else sys.modules["storage." + module], name, die)
with opened(Path(sys.argv[1])) as files:
    let_go_on(files, day(61), ALIKE)
"""


@pytest.mark.parametrize("at", ["keeping.erase_left", "leaving.bury", "keeping.wipe", "expired.note"])
def test_what_a_kill_cut_short_is_finished_and_counted_once(tmp_path: Path, at: str) -> None:
    """Kill -9 at each step: the next run leaves no byte, neither here nor in a restored older copy."""
    make(tmp_path / "data")
    with opened(tmp_path / "data") as files:
        published(files)
        waiting(files)
        decided_today(files)
        run_daily(files, 0, 54, ALIKE)
        copied = files.intake.serialize()
    died = subprocess.run([sys.executable, "-c", DIES, str(tmp_path / "data"), at], check=False, timeout=60)
    assert died.returncode == -signal.SIGKILL
    with opened(tmp_path / "data") as files:
        let_go_on(files, day(61), ALIKE)
        assert (files.find_bytes("Zanzibar"), files.shown()) == ([], [])
        assert counts(files).totals() == {(f"{day(61):%Y-%m}", kept): 1 for kept in (Kept.PUBLISHED, Kept.WAITING)}
        check_restored(files, copied)


def check_restored(files: Deployment, copied: bytes) -> None:
    """What went does not come back with an older copy, and is not counted again."""
    intake = open_in_memory(copied, demo=False)
    assert replay(intake, removed_in(files.intake) | buried(files.tombstones.ids())).gone == 2
    counts(files).replay(intake)
    for submission in files.tombstones.ids():
        intake.execute("DELETE FROM submissions WHERE id = ?", (submission,))
    with immediate(intake):
        assert let_go(intake, ALIKE, day(63), over(intake, ALIKE, day(63))) == {}
    (total,) = intake.execute("SELECT sum(number) FROM expired").fetchone()
    assert total == 2
    intake.close()


def test_who_has_a_code_is_told_nothing_is_there(deployment: Deployment) -> None:
    """Gone voices can't be undone, nor seen by anyone meanwhile."""
    code = waiting(deployment)
    run_daily(deployment, 0, 35)
    with immediate(deployment.intake):
        let_go(deployment.intake, LIMITS, day(41), over(deployment.intake, LIMITS, day(41)))
    (state,) = deployment.intake.execute("SELECT state FROM submissions").fetchone()
    assert state == State.LEAVING
    assert let_go_on(deployment, day(41)) == {}
    assert deployment.find_bytes("Zanzibar") == []
    assert code
