"""The whole service, as `care-voice run` starts it: what it says, what it puts in order, and that it comes back."""

from __future__ import annotations

import os
import re
import signal
import smtplib
import socket
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from structlog.testing import capture_logs

from desk.deployment import Files
from desk.service import _DAY, _Every, _finish, _put_in_order
from desk.settings import load_settings
from intake.wording import load_wording
from storage.publishing import publish
from storage.release import Thresholds
from tests.desk.at_desk import Desk
from tests.product import PATIENCE, Product, free_port, make_product, make_quiet_product, with_relay

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator

NOW = Thresholds(batch=1)


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Product:
    """Give a deployment that sends no thanks."""
    return make_quiet_product(tmp_path_factory.mktemp("service"))


@pytest.fixture(scope="module")
def cut_short(product: Product) -> int:
    """Leave a withdrawal as a crash would: the tombstone written, the voice still kept and published."""
    at = files_of(product)
    code = at.approved("Take this back.")
    with at.opened() as intake:
        published = at.files.open_published()
        publish(intake, published, NOW, account="reader", today=at.voice(code).day_received)
        published.close()
    at.files.tombstones.add(at.voice(code).id)
    return at.voice(code).id


@pytest.fixture(scope="module")
def service(
    product: Product, cut_short: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """Give the running service, and where its output goes."""
    assert cut_short
    output = tmp_path_factory.mktemp("output") / "said"
    with product.running("run", output) as process:
        yield process, output


def files_of(product: Product) -> Desk:
    """Give the product's files."""
    return Desk(Files(product.data, demo=False), product.said)


def until(true: Callable[[], object]) -> None:
    """Wait for a condition."""
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def children(process: subprocess.Popen[bytes]) -> dict[str, int]:
    """Return the processes that the service runs, by name."""
    pids = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    lines = {int(pid): Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0") for pid in pids}
    begun = {pid: line for pid, line in lines.items() if b"--log-level" in line}  # else it is only just being started
    return {line[line.index(b"--log-level") - 1].decode(): pid for pid, line in begun.items()}


def alive(process: subprocess.Popen[bytes]) -> set[int]:
    """Return the ids of the processes that it runs now."""
    return set(children(process).values())


def listens(port: int) -> bool:
    """Tell whether somebody takes connections there."""
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


def test_it_says_where_to_look(service: tuple[subprocess.Popen[bytes], Path], product: Product) -> None:
    """Where mail comes in, where moderators and the lab read; nothing of a demonstration."""
    until(lambda: "is running" in service[1].read_text())
    said = service[1].read_text()
    assert f"Mail for voice@localhost comes in at 127.0.0.1:{product.mail_port}" in said
    assert f"Moderators read at            http://localhost:{product.desk_port}/" in said
    assert f"http://127.0.0.1:{product.lab_port}/" in said
    assert "made up" not in said


@pytest.mark.usefixtures("service")
def test_it_finishes_a_withdrawal_that_was_cut_short(product: Product, cut_short: str) -> None:
    """When the doors open, the voice is gone: from what is kept and from what the lab reads."""
    with files_of(product).opened() as intake:
        assert intake.execute("SELECT 1 FROM submissions WHERE id = ?", (cut_short,)).fetchone() is None
    assert files_of(product).shown() == []


def test_what_was_killed_comes_back(service: tuple[subprocess.Popen[bytes], Path], product: Product) -> None:
    """Doors, desk and lab, each killed -9, take connections again; both are other processes then."""
    before = children(service[0])
    for pid in before.values():
        os.kill(pid, signal.SIGKILL)
    until(lambda: len(alive(service[0]) - set(before.values())) == len(before))
    until(lambda: all(map(listens, (product.mail_port, product.desk_port, product.lab_port))))
    assert service[0].poll() is None


def test_it_stops_when_told_to(tmp_path: Path) -> None:
    """SIGTERM ends every process of it, and well."""
    product = make_quiet_product(tmp_path)
    with product.running("run", tmp_path / "said") as process:
        pids = children(process)
        process.terminate()
        assert process.wait(PATIENCE) == 0
    assert pids.keys() == {"doors", "desk", "lab"}
    assert not [pid for pid in pids.values() if Path(f"/proc/{pid}").exists()]
    assert "process-" not in (tmp_path / "said").read_text()


def test_nothing_is_left_running_when_it_is_killed(tmp_path: Path) -> None:
    """Killed -9, it takes doors, desk and lab along: its next start finds the ports free."""
    product = make_quiet_product(tmp_path)
    with product.running("run") as process:
        process.kill()
        until(lambda: not any(map(listens, (product.mail_port, product.desk_port, product.lab_port))))
    assert process.returncode == -signal.SIGKILL


@pytest.mark.parametrize(("name", "port"), [("doors", "mail_port"), ("desk", "desk_port"), ("lab", "lab_port")])
def test_a_taken_port_is_said(tmp_path: Path, name: str, port: str) -> None:
    """Which one, and what to do about it."""
    product = make_quiet_product(tmp_path)
    with socket.create_server(("127.0.0.1", getattr(product, port))) as other:
        said = product.command("run")
    assert said.returncode == 1
    assert said.stderr.startswith(f"Error: {name} can't listen on 127.0.0.1:{getattr(product, port)}: something else")
    assert other


def test_two_of_ours_on_one_port_are_noticed(tmp_path: Path) -> None:
    """Doors, desk and lab can't share one: better said at once than by one that falls for ever."""
    port = free_port()
    product = make_product(tmp_path, {})
    path = product.data / "care-voice.toml"
    path.write_text(re.sub(r"(?m)^port = (?!587).*", f"port = {port}", path.read_text()))
    said = product.command("run")
    assert (said.returncode, f"desk can't listen on 127.0.0.1:{port}" in said.stderr) == (1, True)


def test_a_door_alone_says_that_its_port_is_taken(tmp_path: Path) -> None:
    """No traceback, whoever starts it."""
    product = make_quiet_product(tmp_path)
    with socket.create_server(("127.0.0.1", product.mail_port)):
        said = product.command("doors")
    assert said.returncode == 1
    assert said.stderr.startswith("Error: ")
    assert "address already in use" in said.stderr


def test_without_a_relay_the_mail_door_stays_shut(tmp_path: Path) -> None:
    """Nobody would get a receipt code; what to do is said."""
    product = make_product(tmp_path, {})
    said = product.command("doors")
    assert said.returncode == 1
    assert "name a relay: [mail.relay] host" in said.stderr
    assert "acknowledge = false" in said.stderr
    assert not listens(product.mail_port)


def test_with_a_relay_that_is_away_the_mail_door_stays_shut(tmp_path: Path) -> None:
    """A relay counts once it was seen to work."""
    port = free_port()
    product = make_product(tmp_path, with_relay(port))
    said = product.command("doors")
    assert said.returncode == 1
    assert f"The relay 127.0.0.1:{port} can't be used: nothing answers there" in said.stderr


def test_without_a_lead_the_doors_stay_shut(tmp_path: Path) -> None:
    """Somebody has to be there for people at risk before anyone is asked to speak."""
    product = make_quiet_product(tmp_path)
    path = product.data / "care-voice.toml"
    path.write_text(path.read_text().replace('deputy = "Alex Reed"', 'deputy = ""'))
    said = product.command("doors")
    assert (said.returncode, "lead, deputy and hours" in said.stderr) == (1, True)


def test_the_lab_is_given_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The relay's password reaches the doors alone, and none of them looks for itself in the current folder."""
    monkeypatch.setenv("CARE_VOICE_MAIL_RELAY_PASSWORD", "swordfish")
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "__init__.py").write_text("raise SystemExit('not ours')")
    monkeypatch.chdir(tmp_path)
    product = make_quiet_product(tmp_path)
    with product.running("run") as process:
        seen = {name: Path(f"/proc/{pid}/environ").read_bytes() for name, pid in children(process).items()}
    assert {name: b"swordfish" in environment for name, environment in seen.items()} == {
        "doors": True,
        "desk": False,
        "lab": False,
    }


def test_a_door_that_need_not_thank_opens(tmp_path: Path) -> None:
    """`acknowledge = false` is said on purpose, so it opens."""
    product = make_quiet_product(tmp_path)
    with product.running("doors"), smtplib.SMTP("127.0.0.1", product.mail_port) as client:
        assert client.noop()[0] == 250


def test_starting_erases_what_is_over_its_time(desk: Desk) -> None:
    """The words of a voice that was declined long ago go, before the doors open."""
    code, settings = desk.receive(), load_settings(desk.files.data, {})
    with desk.opened() as intake:
        row = (desk.voice(code).id, "2020-01-01T00:00:00+00:00")
        intake.execute("UPDATE submissions SET state = 'declined' WHERE id = ?", row[:1])
        intake.execute("INSERT INTO decisions (submission, account, action, at) VALUES (?, 'ash', 'decline', ?)", row)
    _put_in_order(settings, desk.files, NOW)
    assert desk.voice(code).words is None


def test_housekeeping_that_fails_is_tried_again() -> None:
    """The doors stay open whatever is wrong; the log tells the kind of error and no more."""

    def fail() -> None:
        raise ValueError

    daily = _Every(_DAY, fail)
    daily._due -= 2 * _DAY
    with capture_logs() as logs:
        daily()
        daily()
        daily()
    assert [(entry["outcome"], entry["error"]) for entry in logs] == [("failed", "ValueError")] * 2


def test_a_withdrawal_that_was_cut_short_is_finished_while_it_runs(desk: Desk) -> None:
    """Kept although buried, or still shown although gone: both are put right at the next look, a minute later."""
    settings = load_settings(desk.files.data, {})
    codes = [desk.approved("Take this back."), desk.approved("And this."), desk.approved("This stays.")]
    with desk.opened() as intake:
        published = desk.files.open_published()
        publish(intake, published, NOW, account="reader", today=date.today())
        published.close()
        desk.files.tombstones.add(desk.voice(codes[0]).id)
        intake.execute("DELETE FROM submissions WHERE id = ?", (desk.voice(codes[1]).id,))
    _finish(settings, desk.files, NOW, load_wording())
    assert desk.shown() == ["This stays."]
