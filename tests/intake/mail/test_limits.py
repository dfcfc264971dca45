"""Counting senders without knowing them."""

from __future__ import annotations

from intake.mail.limits import Throttle


class Clock:
    """A clock that is set by hand, in seconds."""

    now = 0.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.now


def test_a_sender_is_used_up_after_as_many_as_a_day_allows() -> None:
    """The count is by sender, however the address is spelled, and starts anew the next day."""
    clock = Clock()
    throttle = Throttle(2, clock=clock)
    for _ in range(2):
        assert not throttle.is_used_up("a@x.example")
        throttle.count("A@X.example")
    assert throttle.is_used_up("a@x.example")
    assert not throttle.is_used_up("b@x.example")
    clock.now = 24 * 60 * 60
    assert not throttle.is_used_up("a@x.example")


def test_a_throttle_remembers_no_more_senders_than_it_may() -> None:
    """Memory is bounded: the sender counted longest ago is forgotten."""
    throttle = Throttle(1, most_senders=2)
    for sender in ("a@x", "b@x", "c@x"):
        throttle.count(sender)
    assert [throttle.is_used_up(sender) for sender in ("a@x", "b@x", "c@x")] == [False, True, True]


def test_a_throttle_holds_no_address() -> None:
    """What is kept is a keyed hash, and another day's or another run's key gives another."""
    one, other = Throttle(1), Throttle(1)
    one.count("a@x.example")
    other.count("a@x.example")
    assert not one._counts.keys() & other._counts.keys()
    assert "a@x" not in repr(vars(one))
