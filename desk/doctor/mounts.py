"""Says what a folder lies on: its file system, and whether a locked (encrypted) device is below it. Asks Linux only."""

from __future__ import annotations

import fcntl
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

IN_MEMORY = frozenset({"tmpfs", "ramfs"})
NETWORK = re.compile(r"nfs\d?|cifs|smb3|9p|afs|ceph|glusterfs|fuse\.(sshfs|glusterfs|s3fs|rclone)")
_LOCKED = frozenset({"ecryptfs", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs"})
_GET_POLICY = 0xC0096616  # FS_IOC_GET_ENCRYPTION_POLICY_EX (kernel.org, "Filesystem-level encryption")
_ROOM = 24  # bytes that the longest policy takes


@dataclass(frozen=True, slots=True)
class Mount:
    """Where a file system is mounted. `device` is "major:minor"; `source` is what was mounted."""

    point: Path
    device: str
    kind: str
    source: str


def mount_of(path: Path, root: Path = Path("/")) -> Mount:
    """Return the mount that a folder lies on."""
    real = path.resolve()
    around = [mount for mount in _mounts(root) if real.is_relative_to(mount.point)]
    return max(reversed(around), key=lambda mount: len(mount.point.parts))  # of two in one place the later one counts


def is_locked(path: Path, root: Path = Path("/")) -> bool:
    """Tell whether Linux itself encrypts what lies under `path`; what a disk or a provider does can't be seen."""
    mount = mount_of(path, root)
    return mount.kind in _LOCKED or _has_policy(path) or _is_locked_device(_device(mount, root), root)


def is_locked_swap(name: str, root: Path = Path("/")) -> bool:
    """Tell whether the device called `name` ("dm-1", "sda2", "zram0") leaves nothing readable on a disk."""
    device = root / "sys" / "class" / "block" / name
    backing = device / "backing_dev"  # of zram, which is in memory unless it has one
    if name.startswith("zram"):
        return not backing.exists() or backing.read_text().strip() == "none"
    return _is_locked_device(device, root)


def unescaped(written: str) -> str:
    r"""Return a path of proc(5), where \040 is a space."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), written)


def _mounts(root: Path) -> Iterator[Mount]:
    for line in (root / "proc" / "self" / "mountinfo").read_text().splitlines():
        before, _, after = line.partition(" - ")
        kind, source, *_ = after.split(" ")
        _, _, device, _, point, *_ = before.split(" ")
        yield Mount(Path(unescaped(point)), device, kind, unescaped(source))


def _device(mount: Mount, root: Path) -> Path:
    """Return where Linux describes the device; btrfs has a number of its own, so there its source says which."""
    number = mount.device
    if number.startswith("0:") and mount.source.startswith("/dev/") and Path(mount.source).exists():
        found = Path(mount.source).stat().st_rdev
        number = f"{os.major(found)}:{os.minor(found)}"
    return root / "sys" / "dev" / "block" / number


def _is_locked_device(device: Path, root: Path) -> bool:
    """Tell whether a device, or everything that it is made of, is dm-crypt's."""
    device = device.resolve()
    if _text(device / "dm" / "uuid").startswith("CRYPT-"):
        return True
    if backing := _text(device / "loop" / "backing_file"):
        return is_locked(Path(backing), root)
    if (device / "partition").exists():
        return _is_locked_device(device.parent, root)
    below = [*(device / "slaves").glob("*")]
    return bool(below) and all(_is_locked_device(one, root) for one in below)


def _text(path: Path) -> str:
    return path.read_text().strip() if path.is_file() else ""


def _has_policy(path: Path) -> bool:
    """Tell whether a folder is encrypted by fscrypt."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        fcntl.ioctl(descriptor, _GET_POLICY, _ROOM.to_bytes(8, "little") + bytes(_ROOM))
    except OSError:  # it has none, or its file system knows of none
        return False
    finally:
        os.close(descriptor)
    return True
