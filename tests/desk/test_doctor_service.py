"""The doctor looks at the running service: ports, logs, memory; and at the same when it doesn't run."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desk.doctor.listening import _listeners
from desk.doctor.processes import Process, processes
from tests.desk.examined import found, found_in
from tests.product import PATIENCE, Product, free_port, make_product, make_quiet_product, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.desk.at_desk import Desk

LISTEN = """
import socket, sys
family = socket.AF_INET6 if ":" in sys.argv[1] else socket.AF_INET
server = socket.create_server((sys.argv[1], int(sys.argv[2])), family=family)
print("ready", flush=True)
input()
"""
OPEN = """
import resource
resource.setrlimit(resource.RLIMIT_CORE, (4096, 4096))
print("ready", flush=True)
input()
"""


def seen(product: Product, check: str) -> list[tuple[str, str]]:
    """Run the doctor; return (verdict, what) of all that one check found."""
    return found_in(product.command("doctor", "--json").stdout, check)


@contextmanager
def another(*argv: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program of somebody else's until the block ends; it is ready when this starts."""
    process = subprocess.Popen([sys.executable, *argv], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Product, Path]]:
    """Give a running service, and the file that it writes its log to."""
    product = make_quiet_product(tmp_path_factory.mktemp("service"))
    log = tmp_path_factory.mktemp("log") / "care-voice.log"
    with product.running("run", log):
        yield product, log


def test_a_running_service_is_ok(running: tuple[Product, Path]) -> None:
    """It runs, its ports are its own, its memory is closed; as root it is told that root is too much."""
    product, log = running
    log.chmod(0o640)
    findings = json.loads(product.command("doctor", "--json").stdout)["findings"]
    told = {one["check"]: one["verdict"] for one in findings}
    assert told["running"] == ("warning" if os.geteuid() == 0 else "ok")
    assert told["logs"] == told["memory"] == "ok"
    ports = [one for one in findings if one["check"] == "ports"]
    assert len(ports) >= 2
    assert all(one["verdict"] == "ok" and one["what"].endswith("for this machine only.") for one in ports)


def test_looking_changes_nothing_beside_the_service(running: tuple[Product, Path]) -> None:
    """Its databases are read as they are, and the service doesn't notice."""
    product, _ = running
    before = {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in product.data.rglob("*.db*")}
    assert seen(product, "intake-db")[0][0] == "ok"
    assert {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in product.data.rglob("*.db*")} == before


def test_a_log_that_everybody_can_read_is_a_warning(running: tuple[Product, Path]) -> None:
    """A file that the service's output goes to; its name is told, and the command to close it."""
    product, log = running
    log.chmod(0o644)
    assert seen(product, "logs") == [("warning", "Everybody on this machine can read the log care-voice.log.")]
    assert f"chmod o-r {log}" in " ".join(product.command("doctor").stdout.split())


def test_another_deployments_service_is_not_ours(running: tuple[Product, Path], desk: Desk) -> None:
    """Two may live on one machine: each doctor looks at its own."""
    assert found(desk, "running")[0][1] == "The service is not running: nothing comes in."
    assert running[0].data != desk.files.data


def test_a_service_that_does_not_run_is_a_warning(tmp_path: Path) -> None:
    """Its ports are free, and that is said; what can't be seen is skipped."""
    product = make_quiet_product(tmp_path)
    assert seen(product, "running") == [("warning", "The service is not running: nothing comes in.")]
    ports = seen(product, "ports")
    assert len(ports) >= 2
    assert all(verdict == "ok" and " is free for " in what for verdict, what in ports)
    assert seen(product, "logs")[0][0] == seen(product, "memory")[0][0] == "skipped"


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0", "::1"])
def test_a_port_that_another_program_took_is_wrong(tmp_path: Path, host: str) -> None:
    """Wherever it listens for what is sent to this machine."""
    product = make_quiet_product(tmp_path)
    with another("-c", LISTEN, host, str(product.mail_port)):
        ports = seen(product, "ports")
    assert [one for one, what in ports if str(product.mail_port) in what] == ["wrong"]


def test_the_port_that_telegram_s_posts_come_to_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a webhook the doors listen on one port more; another program there is told of."""
    monkeypatch.setenv("CARE_VOICE_TELEGRAM_TOKEN", "7000000001:FICTIONAL-bot-token_of-a-test_00001")
    port = free_port()
    hook = {'mode = "polling"': 'mode = "webhook"', "webhook_port = 8003": f"webhook_port = {port}"}
    address = {'webhook_url = ""': 'webhook_url = "https://voice.council.example/telegram"'}
    product = make_product(tmp_path, hook | address)
    assert ("ok", True) in [
        (one, f"Port {port} is free for the Telegram door" in what) for one, what in seen(product, "ports")
    ]
    with another("-c", LISTEN, "127.0.0.1", str(port)):
        assert [one for one, what in seen(product, "ports") if str(port) in what] == ["wrong"]


def test_a_door_that_falls_is_wrong(tmp_path: Path) -> None:
    """The service runs, and one of its programs doesn't come up: here the doors, for want of a relay."""
    product = make_product(tmp_path, {})
    argv = [sys.executable, "-P", "-m", "desk", "--data", str(product.data), "run"]
    process = subprocess.Popen(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(product.lab_port, process)
        told = {what.split()[1].rstrip(":"): verdict for verdict, what in seen(product, "ports")}
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)
    assert told[str(product.mail_port)] == "wrong"
    assert told[str(product.lab_port)] == "ok"


def test_debug_left_on_is_a_warning(tmp_path: Path) -> None:
    """It says no more of anyone, but of everything."""
    product = make_quiet_product(tmp_path)
    argv = [sys.executable, "-P", "-m", "desk", "--data", str(product.data), "lab", "--log-level", "debug"]
    process = subprocess.Popen(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(product.lab_port, process)
        assert [verdict for verdict, _ in seen(product, "logs")] == ["warning"]
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)


def test_open_memory_is_wrong(tmp_path: Path) -> None:
    """Doors that don't close their memory: here a program that only looks like them."""
    product = make_quiet_product(tmp_path)
    program = tmp_path / "care-voice"
    program.write_text(OPEN)
    with another(str(program), f"--data={product.data}", "doors"):
        assert [verdict for verdict, _ in seen(product, "memory")] == ["wrong"]


@pytest.mark.parametrize(
    ("argv", "role"),
    [
        (("python3", "-P", "-m", "desk", "--data", "DATA", "run", "--log-level", "info"), "run"),
        (("python3", "/usr/bin/care-voice", "--data=DATA", "lab"), "lab"),
        (("/usr/bin/care-voice", "--data", "DATA", "moderate", "--as", "run"), None),
        (("python3", "-m", "desk", "--data", "OTHER", "run"), None),
        (("vim", "DATA/run"), None),
    ],
)
def test_processes_are_told_apart_by_their_command(tmp_path: Path, argv: tuple[str, ...], role: str | None) -> None:
    """Only what serves this folder counts, however it was started."""
    data, folder = tmp_path / "data", tmp_path / "proc" / "77"
    folder.mkdir(parents=True)
    (folder / "status").write_text("Name:\tpython3\nPPid:\t1\nUid:\t1000\t1000\t1000\t1000\n")
    words = [word.replace("DATA", str(data)) for word in argv]
    (folder / "cmdline").write_bytes("\0".join([*words, ""]).encode())
    told = processes(data, tmp_path)
    assert told == ([Process(77, 1, 1000, role)] if role else [])


def test_a_folder_is_found_from_where_the_process_works(tmp_path: Path) -> None:
    """`care-voice run` without --data works on ./data; doors hide where they work, and their parent doesn't."""
    for pid, parent, role in ((7, 1, "run"), (8, 7, "doors")):
        folder = tmp_path / "proc" / str(pid)
        folder.mkdir(parents=True)
        (folder / "status").write_text(f"PPid:\t{parent}\nUid:\t1000\t1000\t1000\t1000\n")
        (folder / "cmdline").write_bytes(f"python3\0-m\0desk\0{role}\0".encode())
    (tmp_path / "proc" / "7" / "cwd").symlink_to(tmp_path)
    assert {one.role for one in processes(tmp_path / "data", tmp_path)} == {"run", "doors"}
    assert processes(tmp_path / "elsewhere", tmp_path) == []


def test_listeners_are_read_as_the_kernel_writes_them(tmp_path: Path) -> None:
    """Both families; only those that listen."""
    (tmp_path / "proc" / "net").mkdir(parents=True)
    head = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
    rest = "00000000:0000 {} 00000000:00000000 00:00000000 00000000  1000        0 4711 1 0 100 0 0 10 0\n"
    four = "   0: 0100007F:1F59 " + rest.format("0A") + "   1: 0100007F:1F5A " + rest.format("01")
    six = "   0: 00000000000000000000000001000000:1F42 " + rest.format("0A")
    (tmp_path / "proc" / "net" / "tcp").write_text(head + four)
    (tmp_path / "proc" / "net" / "tcp6").write_text(head + six)
    told = [(str(one.address), one.port, one.uid, one.inode) for one in _listeners(tmp_path)]
    assert told == [("127.0.0.1", 8025, 1000, 4711), ("::1", 8002, 1000, 4711)]


def test_a_free_port_is_free() -> None:
    """What the tests call free is free for the doctor too."""
    assert free_port() not in {one.port for one in _listeners(Path("/"))}
