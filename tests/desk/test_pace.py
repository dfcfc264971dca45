"""How much somebody has read that is hard, and for how long: counted for them alone, and forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from desk.pages.pace import PAUSE, Caring, Pace, Told, Wants

CARING = Caring(hard_a_day=2, voices=3, minutes=45)


@dataclass
class Time:
    """A day and a clock that a test moves."""

    day: date = date(2026, 11, 22)
    seconds: float = 0.0


def pace(time: Time) -> Pace:
    """Make one at this time."""
    return Pace(CARING, lambda: time.day, lambda: time.seconds)


def test_after_a_share_of_hard_voices_others_are_given_them() -> None:
    """Of each person alone; the same voice counts once, and can be gone on with; they may choose to read on."""
    ours = pace(Time())
    for voice in (1, 1, 2):
        assert not ours.opened("ash", voice, hard=True).enough
    assert ours.wants("ash").mild
    assert ours.opened("ash", 3, hard=True).enough
    assert not ours.opened("ash", 2, hard=True).enough
    assert not ours.opened("ash", 4, hard=False).enough
    assert (ours.hard_today("ash"), ours.wants("sam")) == (2, Wants())
    ours.read_on("ash")
    assert not ours.opened("ash", 3, hard=True).enough
    assert not ours.wants("ash").mild


def test_what_somebody_leaves_to_others_does_not_come_back_that_day() -> None:
    """Tomorrow nothing of today is known any more."""
    time = Time()
    ours = pace(time)
    ours.leave("ash", 7)
    for voice in (1, 2):
        ours.opened("ash", voice, hard=True)
    assert ours.wants("ash") == Wants(frozenset({7}), mild=True)
    time.day += timedelta(days=1)
    assert (ours.wants("ash"), ours.hard_today("ash")) == (Wants(), 0)


def test_a_break_is_suggested_after_many_voices_in_a_row() -> None:
    """Until they had one, or say that they are rested; a voice that is opened again is the same one."""
    time = Time()
    ours = pace(time)
    for voice in (1, 2, 3, 3):
        assert ours.opened("ash", voice, hard=False) == Told()
    time.seconds = 120
    assert ours.opened("ash", 4, hard=False) == Told(voices=4, minutes=2)
    ours.begin_again("ash")
    assert ours.opened("ash", 5, hard=False) == Told()


def test_a_break_is_suggested_after_many_minutes() -> None:
    """Counted from the last pause."""
    time = Time()
    ours = pace(time)
    for _ in range(5):
        assert ours.opened("ash", 1, hard=False) == Told()
        time.seconds += PAUSE - 1
    assert ours.opened("ash", 1, hard=False) == Told(voices=1, minutes=49)
    time.seconds += PAUSE + 1
    assert ours.opened("ash", 2, hard=False) == Told()
