"""Sign-ins for the lab: made once, checked slowly, and never guessed."""

from __future__ import annotations

import asyncio
import json
import stat
import threading
import time
from typing import TYPE_CHECKING

import pytest

from desk.accounts import NotAName, SignIns
from desk.lab.sessions import LASTS, Sessions
from desk.passwords import OffLoop, TooBusy, hash_password, verify_password
from desk.web.slowing import Slowing
from desk.web.throttle import Throttle

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def sign_ins(tmp_path: Path) -> SignIns:
    """Sign-ins in a new folder."""
    return SignIns(tmp_path / "sign-ins.json")


def test_a_made_password_opens(sign_ins: SignIns) -> None:
    """The password that `create` returns belongs to that name and to no other."""
    password, other = sign_ins.create("Ash"), sign_ins.create("Robin")
    assert sign_ins.check("ash", password)
    assert not sign_ins.check("ash", other)
    assert not sign_ins.check("nobody", password)
    assert sign_ins.names() == ["ash", "robin"]


def test_a_password_may_be_typed_loosely(sign_ins: SignIns) -> None:
    """Capitals, spaces in place of dashes, and O for 0 or l for 1 are forgiven; one wrong letter is not."""
    password = sign_ins.create("ash")
    loosely = password.upper().replace("-", " ").replace("0", "O").replace("1", "l")
    assert sign_ins.check(" ASH ", loosely)
    assert not sign_ins.check("ash", password[:-1] + ("2" if password[-1] != "2" else "3"))


def test_the_file_holds_hashes_and_nothing_else(sign_ins: SignIns, tmp_path: Path) -> None:
    """The file is readable by its group at most, holds no password, and leaves no half-written file behind."""
    password = sign_ins.create("ash")
    (file,) = tmp_path.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) & 0o027 == 0
    assert json.loads(file.read_text())["ash"].startswith("$argon2id$")
    assert password not in file.read_text()


@pytest.mark.parametrize("name", ["", "-", "a/b", "x" * 61, "a\nb\x00"])
def test_a_name_is_plain(sign_ins: SignIns, name: str) -> None:
    """A name that could confuse a page, a file or a terminal is refused with a reason."""
    with pytest.raises(NotAName, match="letters"):
        sign_ins.create(name)


def test_a_name_is_taken_once(sign_ins: SignIns) -> None:
    """Nobody's password is replaced by mistake: a name has to be removed first."""
    sign_ins.create("ash")
    with pytest.raises(NotAName, match="already"):
        sign_ins.create("ASH")
    assert sign_ins.remove("Ash")
    assert not sign_ins.remove("Ash")
    assert sign_ins.create("ash")


def test_an_unknown_name_takes_as_long(sign_ins: SignIns) -> None:
    """How long an answer takes doesn't tell whether a name exists."""
    sign_ins.create("ash")

    def fastest(name: str) -> float:
        times = []
        for _ in range(8):
            start = time.process_time()  # a busy machine takes nothing of it
            sign_ins.check(name, "wrong")
            times.append(time.process_time() - start)
        return min(times)

    assert 0.5 < fastest("ash") / fastest("nobody") < 2


def test_a_broken_hash_opens_nothing() -> None:
    """A damaged line in the file is a wrong password, not an error."""
    assert verify_password("x", hash_password("x"))
    assert not verify_password("x", "$argon2id$damaged")
    assert not verify_password("x", None)


async def test_checking_never_holds_up_the_loop() -> None:
    """Slow work runs beside the loop, and more than there is room for is refused at once."""
    done = threading.Event()
    beside = OffLoop(waiting=2)
    waiting = [asyncio.create_task(beside.run(done.wait, 5)) for _ in range(2)]
    await asyncio.sleep(0)
    with pytest.raises(TooBusy):
        await beside.run(done.wait, 5)
    done.set()
    assert await asyncio.gather(*waiting) == [True, True]


def test_guessing_codes_is_stopped_by_account_and_overall() -> None:
    """Too many tries of one account, or of all together, have to wait; time and success forgive."""
    now = [0.0]
    throttle = Throttle(each=2, overall=4, seconds=100, clock=lambda: now[0])
    assert [throttle.attempt("a") for _ in range(3)] == [0, 0, 100]
    assert [throttle.attempt(each) for each in "bcd"] == [0, 0, 100]
    throttle.forgive("b")
    assert throttle.attempt("d") == 0
    now[0] = 100
    assert throttle.attempt("a") == 0


def test_guessing_passwords_is_slowed() -> None:
    """By name, by address and overall, more and more up to a limit; time and success forgive; others don't wait."""
    now = [0.0]
    slowing = Slowing(each=2, overall=6, seconds=100, step=1, longest=3, clock=lambda: now[0])
    waits = []
    for number in range(6):
        waits.append(slowing.wait(f"192.0.2.{number}", "ash"))
        slowing.failed(f"192.0.2.{number}", "ash")
    assert waits == [0, 0, 1, 2, 3, 3]
    assert slowing.wait("192.0.2.99", "sam") == 1  # as six failed in all
    slowing.failed("192.0.2.1", "sam")
    slowing.forgive("192.0.2.98", "ash")
    assert slowing.wait("192.0.2.99", "ash") == 0
    assert slowing.wait("192.0.2.1", "kit") == 1
    now[0] = 100
    assert slowing.wait("192.0.2.1", "sam") == 0


def test_what_slows_guessing_keeps_no_name_and_no_address() -> None:
    """What is remembered doesn't contain either, and can't be made from them without its key."""
    one, other = Slowing(), Slowing()
    for slowing in (one, other):
        slowing.failed("192.0.2.7", "reader")
    assert not [who for who in ("192.0.2.7", "reader") if who in repr(vars(one))]
    assert one._names[0][1] != other._names[0][1]
    assert one._addresses[0][1] != other._addresses[0][1]


def test_a_session_ends(sign_ins: SignIns, monkeypatch: pytest.MonkeyPatch) -> None:
    """A session ends after twelve hours, when it is ended, and not when somebody else's is."""
    sign_ins.create("ash")
    sessions = Sessions("s" * 64, sign_ins)
    mine, copy = sessions.start("ash"), sessions.start("ash")
    sessions.end(mine)
    assert sessions.who(mine) is None
    assert sessions.who(copy) == "ash"
    later = time.time() + LASTS + 2
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: later)
    assert sessions.who(copy) is None


def test_a_session_belongs_to_a_password(sign_ins: SignIns) -> None:
    """Removing a sign-in ends its sessions, also when the name comes back with a new password."""
    sign_ins.create("ash")
    sessions = Sessions("s" * 64, sign_ins)
    session = sessions.start("ash")
    sign_ins.remove("ash")
    assert sessions.who(session) is None
    sign_ins.create("ash")
    assert sessions.who(session) is None


@pytest.mark.parametrize("cookie", [None, "", "x", "WyJhc2giXQ.x.y"])
def test_a_session_cannot_be_made_up(sign_ins: SignIns, cookie: str | None) -> None:
    """A cookie that we did not sign is nobody's."""
    sign_ins.create("ash")
    assert Sessions("s" * 64, sign_ins).who(cookie) is None
    assert Sessions("s" * 64, sign_ins).who(Sessions("t" * 64, sign_ins).start("ash")) is None
