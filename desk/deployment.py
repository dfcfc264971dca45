"""Where the files of a deployment lie, and how they are made and opened. One folder holds everything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.lab.settings import make_secret
from desk.terms import FOLDER, KINDS
from storage.expired import Counts
from storage.intake_db import DEMO, REAL, create_intake, migrate_intake, open_intake
from storage.keys import Keys, load_keys, make_keys
from storage.opening import connect_reader, make_folder
from storage.published_db import create_published, open_published
from storage.withdrawal import Tombstones

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Files:
    """The files of the deployment in folder `data`; `demo` tells a demonstration from a real one."""

    data: Path
    demo: bool

    @property
    def intake_db(self) -> Path:
        """The private database: never served."""
        return self.data / "intake" / "intake.db"

    @property
    def keys(self) -> Path:
        """The folder of the deployment's secret: backed up apart."""
        return self.data / "keys"

    @property
    def wording(self) -> Path:
        """The deployment's own words, over ours."""
        return self.data / "wording"

    @property
    def rights(self) -> Path:
        """What councils offer, a file each, if the deployment wrote any."""
        return self.data / "rights"

    @property
    def terms(self) -> tuple[Path, ...]:
        """The deployment's own terms for the redactor, whether or not they are there."""
        return tuple(self.data / FOLDER / f"{kind}.txt" for kind in KINDS)

    @property
    def lab(self) -> Path:
        """The folder that the lab's process reads, and nothing else."""
        return self.data / "lab"

    @property
    def published_db(self) -> Path:
        """What the lab reads."""
        return self.lab / "published.db"

    @property
    def sign_ins(self) -> Path:
        """Who may read the lab: names and password hashes."""
        return self.lab / "sign-ins.json"

    @property
    def tombstones(self) -> Tombstones:
        """What was taken back: kept out of intake.db, so that a restored copy can be purged again."""
        return Tombstones(self.data / "tombstones")

    @property
    def expired(self) -> Counts:
        """How many went because their time was over: kept out of intake.db, like tombstones."""
        return Counts(self.data / "expired")

    def make(self) -> None:
        """Make whatever is missing. Never touches what is there."""
        make_folder(self.data, 0o711)
        if not self.intake_db.exists():
            make_keys(self.keys)
            create_intake(self.intake_db, demo=self.demo)
        if not self.published_db.exists():
            create_published(self.published_db, demo=self.demo)
        make_secret(self.lab)

    def migrate(self) -> None:
        """Bring intake.db up to this version of care-voice."""
        migrate_intake(self.intake_db, demo=self.demo)

    def open_intake(self) -> sqlite3.Connection:
        """Open intake.db for writing."""
        return open_intake(self.intake_db, demo=self.demo)

    def open_published(self) -> sqlite3.Connection:
        """Open published.db for writing."""
        return open_published(self.published_db, demo=self.demo)

    def check_published(self) -> None:
        """Raise `NotOurs` unless published.db is there and of this kind of deployment. Only reads."""
        connect_reader(self.published_db, stamp=DEMO if self.demo else REAL, mode=0o640).close()

    def load_keys(self) -> Keys:
        """Read the deployment's secret."""
        return load_keys(self.keys)
