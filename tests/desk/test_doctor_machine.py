"""The doctor looks at the machine: disks, swap space, crashes, clock, programs. Linux's own files are laid out here."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desk.doctor import machine, programs
from desk.doctor.examine import host_of
from desk.doctor.mounts import mount_of
from storage import looking
from tests.desk.examined import found, found_in, verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from desk.doctor.findings import Finding, Host
    from tests.desk.at_desk import Desk

DOCTOR = '-m desk --data "$1/data" doctor --json'
CRYPT = "CRYPT-LUKS2-0123456789abcdef-data"


@pytest.fixture
def host(desk: Desk, tmp_path: Path) -> Host:
    """Give a machine of which nothing is known yet; its data is on the plain disk 8:1."""
    root = tmp_path / "machine"
    block(root, "8:0", "sda")
    block(root, "8:1", "sda/sda1", partition="1")
    mounted(root, "8:1 / / rw - ext4 /dev/sda1 rw")
    return replace(host_of(desk.files.data), root=root)


def mounted(root: Path, *mounts: str) -> None:
    """Write /proc/self/mountinfo."""
    path = root / "proc" / "self" / "mountinfo"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{20 + at} 1 {mount}\n" for at, mount in enumerate(mounts)))


def block(
    root: Path, number: str, name: str, *, uuid: str = "", partition: str = "", slaves: tuple[str, ...] = ()
) -> None:
    """Describe a block device as /sys does."""
    device = root / "sys" / "devices" / name
    device.mkdir(parents=True)
    for folder, link in (("dev/block", number), ("class/block", device.name)):
        (root / "sys" / folder).mkdir(parents=True, exist_ok=True)
        (root / "sys" / folder / link).symlink_to(device)
    if uuid:
        (device / "dm").mkdir()
        (device / "dm" / "uuid").write_text(f"{uuid}\n")
    if partition:
        (device / "partition").write_text(partition)
    (device / "slaves").mkdir()
    for slave in slaves:
        (device / "slaves" / slave.rpartition("/")[2]).symlink_to(root / "sys" / "devices" / slave)


def judged(check: Callable[[Host], Iterable[Finding]], host: Host) -> str:
    """Return the one verdict of a check."""
    (finding,) = check(host)
    return str(finding.verdict)


def test_a_plain_disk_is_a_warning(host: Host) -> None:
    """Nothing says that it is encrypted; how to know is told."""
    (finding,) = machine.encryption(host)
    assert finding.verdict == "warning"
    assert "lsblk" in finding.todo


def test_a_locked_disk_is_ok(host: Host) -> None:
    """dm-crypt below the file system."""
    block(host.root, "253:0", "dm-0", uuid=CRYPT, slaves=("sda/sda1",))
    mounted(host.root, "253:0 / / rw - ext4 /dev/mapper/data rw")
    assert judged(machine.encryption, host) == "ok"


def test_a_volume_on_a_locked_disk_is_ok(host: Host) -> None:
    """LVM over dm-crypt, as Debian and Ubuntu install it."""
    block(host.root, "253:0", "dm-0", uuid=CRYPT, slaves=("sda/sda1",))
    block(host.root, "253:1", "dm-1", uuid="LVM-abc", slaves=("dm-0",))
    mounted(host.root, "253:1 / / rw - xfs /dev/mapper/vg-data rw")
    assert judged(machine.encryption, host) == "ok"


def test_a_volume_over_a_locked_and_a_plain_disk_is_a_warning(host: Host) -> None:
    """Half of it can be read."""
    block(host.root, "253:0", "dm-0", uuid=CRYPT)
    block(host.root, "253:1", "dm-1", uuid="LVM-abc", slaves=("dm-0", "sda/sda1"))
    mounted(host.root, "253:1 / / rw - ext4 /dev/mapper/vg-data rw")
    assert judged(machine.encryption, host) == "warning"


def test_a_partition_of_a_locked_disk_is_ok(host: Host) -> None:
    """What holds for the disk holds for its parts."""
    block(host.root, "9:0", "md0", slaves=())
    block(host.root, "253:7", "dm-7", uuid=CRYPT)
    block(host.root, "259:0", "dm-7/dm-7p1", partition="1")
    mounted(host.root, "259:0 / / rw - ext4 /dev/dm-7p1 rw")
    assert judged(machine.encryption, host) == "ok"


def test_the_disk_of_the_data_counts(host: Host) -> None:
    """Not that of the system: what is mounted nearest to the data folder, and last."""
    block(host.root, "253:0", "dm-0", uuid=CRYPT)
    data = str(host.files.data.resolve()).replace(" ", "\\040")
    mounted(host.root, "253:0 / / rw - ext4 /dev/dm-0 rw", f"8:1 / {data} rw - ext4 /dev/sda1 rw")
    assert judged(machine.encryption, host) == "warning"
    mounted(host.root, f"8:1 / {data} rw - ext4 /dev/sda1 rw", f"253:0 / {data} rw - ext4 /dev/dm-0 rw")
    assert judged(machine.encryption, host) == "ok"


@pytest.mark.parametrize(("kind", "expected"), [("fuse.gocryptfs", "ok"), ("zfs", "warning")])
def test_file_systems_that_encrypt_by_themselves(host: Host, kind: str, expected: str) -> None:
    """Some always do; zfs may, and how to know is told."""
    mounted(host.root, f"0:40 / / rw - {kind} tank/data rw")
    (finding,) = machine.encryption(host)
    assert finding.verdict == expected
    assert ("zfs get encryption" in finding.todo) == (kind == "zfs")


@pytest.mark.parametrize(
    ("kind", "expected"), [("ext4", "ok"), ("btrfs", "ok"), ("tmpfs", "wrong"), ("nfs4", "wrong"), ("cifs", "wrong")]
)
def test_a_file_system_that_loses_data_is_wrong(host: Host, kind: str, expected: str) -> None:
    """In memory all is lost at a power cut; over a network SQLite's locks don't hold."""
    mounted(host.root, f"0:40 / / rw - {kind} there rw")
    assert judged(machine.file_system, host) == expected


def test_this_machines_own_mounts_are_read(desk: Desk) -> None:
    """The real ones."""
    mount = mount_of(desk.files.data)
    assert desk.files.data.resolve().is_relative_to(mount.point)
    assert verdict(desk, "encryption") in {"ok", "warning"}


def swaps(host: Host, *lines: str) -> None:
    """Write /proc/swaps."""
    head = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"
    (host.root / "proc" / "swaps").write_text(head + "".join(f"{line}\t8388604\t\t0\t\t-2\n" for line in lines))


def test_no_swap_space_is_ok(host: Host) -> None:
    """Nothing of what is in memory is written out."""
    swaps(host)
    assert judged(machine.swap, host) == "ok"


def test_plain_swap_space_is_a_warning(host: Host) -> None:
    """A partition, or a file on a plain disk; one is enough."""
    block(host.root, "253:1", "dm-1", uuid=CRYPT)
    for line in ("/dev/sda1 partition", "/swap.img file"):
        swaps(host, "/dev/dm-1 partition", line)
        assert judged(machine.swap, host) == "warning"


def test_locked_swap_space_is_ok(host: Host) -> None:
    """On dm-crypt, or in memory only."""
    block(host.root, "253:1", "dm-1", uuid=CRYPT)
    block(host.root, "252:0", "zram0")
    swaps(host, "/dev/dm-1 partition", "/dev/zram0 partition")
    assert judged(machine.swap, host) == "ok"
    (host.root / "sys" / "devices" / "zram0" / "backing_dev").write_text("/dev/sda1\n")
    assert judged(machine.swap, host) == "warning"


def core_pattern(host: Host, pattern: str, conf: str = "") -> None:
    """Write where crashes go."""
    for name, text in (("proc/sys/kernel/core_pattern", pattern), ("etc/systemd/coredump.conf", conf)):
        path = host.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.mark.parametrize(
    ("pattern", "conf", "expected"),
    [
        ("", "", "ok"),
        ("|/bin/false", "", "ok"),
        ("|/usr/share/apport/apport %p", "", "warning"),
        ("|/lib/systemd/systemd-coredump %P", "[Coredump]\n#Storage=none\n", "warning"),
        ("|/lib/systemd/systemd-coredump %P", "[Coredump]\nStorage=none\n", "ok"),
    ],
)
def test_a_crash_reporter_that_keeps_memory_is_a_warning(host: Host, pattern: str, conf: str, expected: str) -> None:
    """Our doors are shut to it; what else people's words pass through may not be."""
    core_pattern(host, pattern, conf)
    assert judged(machine.crashes, host) == expected


def test_crashes_into_files_count_where_they_are_allowed(host: Host) -> None:
    """The limit of whoever runs the doctor is that of what they start."""
    core_pattern(host, "core")
    before = resource.getrlimit(resource.RLIMIT_CORE)
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, before[1]))
        assert judged(machine.crashes, host) == "ok"
        if before[1]:
            resource.setrlimit(resource.RLIMIT_CORE, (1, before[1]))
            assert judged(machine.crashes, host) == "warning"
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, before)


def test_the_clock_is_asked_and_not_set(desk: Desk) -> None:
    """Linux says the same as `adjtimex` and `timedatectl` would; a machine that won't say is skipped."""
    assert verdict(desk, "clock") in {"ok", "warning", "skipped"}


def test_room_is_told_in_numbers(desk: Desk) -> None:
    """Of the disk that the data is on."""
    disk = os.statvfs(desk.files.data)
    free = disk.f_bavail * disk.f_frsize
    if free < 0.1 * disk.f_blocks * disk.f_frsize or free < 1e9:
        pytest.skip("this disk is nearly full itself")
    assert verdict(desk, "room") == "ok"


@pytest.mark.parametrize(("megabytes", "expected"), [(150, "wrong"), (600, "warning")])
def test_a_full_disk_is_told(desk: Desk, megabytes: int, expected: str) -> None:
    """A real small disk, made for this one command."""
    script = f'mount -t tmpfs -o size={megabytes}m none "$1" && cp -a "$2" "$1/data" && exec "$3" {DOCTOR}'
    small = desk.files.data.parent / "small"
    small.mkdir()
    argv = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh"]
    if not shutil.which("unshare") or subprocess.run([*argv[:4], "true"], check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount")
    ran = subprocess.run(
        [*argv, str(small), str(desk.files.data), sys.executable], capture_output=True, text=True, check=False
    )
    ((one, what),) = found_in(ran.stdout, "room")
    assert one == expected
    assert " MB are free" in what
    assert found_in(ran.stdout, "file-system")[0][0] == "wrong"


def test_sqlite_and_libraries_are_good_enough(desk: Desk) -> None:
    """Here they are, or nothing else would work."""
    assert verdict(desk, "sqlite") == verdict(desk, "libraries") == "ok"


@pytest.mark.parametrize(
    ("line", "there", "expected"),
    [
        ("datasette<0.66,>=0.65.5", "0.65.5", None),
        ("datasette<0.66,>=0.65.5", "0.65.4", "datasette"),
        ("datasette<0.66,>=0.65.5", "1.0a41", "datasette"),
        ("aiosmtplib>=5.1.2", "5.1.10", None),
        ("aiosmtplib>=5.1.2", "5.1.1", "aiosmtplib"),
        ("python-telegram-bot[rate-limiter,webhooks]>=22.8", "22.8", None),
        ("uvloop>=0.20; sys_platform != 'win32'", "0.19.0", "uvloop"),
        ("pytest>=8.2; extra == 'dev'", "1.0", None),
    ],
)
def test_a_library_of_the_wrong_version_is_found(
    monkeypatch: pytest.MonkeyPatch, line: str, there: str, expected: str | None
) -> None:
    """By what the installed care-voice itself asks for."""
    monkeypatch.setattr(programs, "version", lambda _: there)
    assert programs._unfit(line) == expected


def test_a_missing_library_is_found() -> None:
    """Taken out by hand, or an installation cut short."""
    assert programs._unfit("no-such-library>=1") == "no-such-library"


def test_what_a_sqlite_lacks_is_named(monkeypatch: pytest.MonkeyPatch, desk: Desk) -> None:
    """A build that writes temporary files, whatever it is asked."""
    monkeypatch.setattr(programs, "lacks", lambda conn: [*looking.lacks(conn), "temp_store"])
    ((one, what),) = found(desk, "sqlite")
    assert one == "wrong"
    assert what.endswith("lacks temp_store.")
