"""What the lab's process is told, and the files it starts from. Reads only the lab's own folder."""

from __future__ import annotations

import json
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intake.wording import Wording, load_wording
from storage.opening import make_file

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).parent
_SHORTEST_SECRET = 32


class NotReady(Exception):
    """Raised when the lab can't open yet; the message says what to do."""


@dataclass(frozen=True, slots=True)
class LabSettings:
    """How one deployment's lab is served.

    `folder` holds published.db, sign-ins.json and secret. `labels` gives, for each column (theme, kind, council,
    age_band, speaker), the words shown for a code, in the order in which they are shown. `round_to` is what counts
    are rounded to. `words` are what the pages say.
    """

    folder: Path
    title: str
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    host: str = "127.0.0.1"
    port: int = 8002
    sign_in: bool = True
    round_to: int = 5
    words: Wording = field(default_factory=load_wording)
    keep_exports_days: int = 92

    @property
    def published(self) -> Path:
        """The only database that this process opens."""
        return self.folder / "published.db"


def make_secret(folder: Path) -> None:
    """Write the key that signs sessions into `folder`, unless it is there: signing people out is not for a restart."""
    with suppress(FileExistsError):
        make_file(folder / "secret", secrets.token_hex(32).encode(), 0o640)


def read_secret(folder: Path) -> str:
    """Return the key that signs sessions. Raises NotReady if it is missing or too short to be one."""
    with suppress(FileNotFoundError):
        secret = (folder / "secret").read_text("ascii").strip()
        if len(secret) >= _SHORTEST_SECRET:
            return secret
    raise NotReady("The lab has no key to sign sessions with. Run: care-voice init")


def metadata_path() -> Path:
    """Return where datasette_metadata.json is: beside this file in an installed copy, at the top of a checkout."""
    installed = HERE / "datasette_metadata.json"
    return installed if installed.exists() else HERE.parents[1] / "datasette_metadata.json"


def load_metadata(lab: LabSettings) -> dict[str, Any]:
    """Return what Datasette is told about the data, under the deployment's own title."""
    metadata: dict[str, Any] = json.loads(metadata_path().read_text("utf-8"))
    metadata["title"] = lab.title
    if not lab.sign_in:
        metadata["allow"] = True
    return metadata
