"""Changes of a database's tables in their order, and which of them a file has had: sqlite-utils makes and notes them.

Looking needs no more than SQLite itself. Only who migrates imports sqlite-utils, which takes 10 MB with what it brings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    import sqlite_utils

    Migration = Callable[[sqlite_utils.Database], None]

_TABLE = "_sqlite_migrations"  # sqlite-utils: Migrations.migrations_table


class Migrations:
    """The migrations of one kind of database, by name."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.known: dict[str, Migration] = {}

    def __call__(self, *, name: str | None = None) -> Callable[[Migration], Migration]:
        """Return a decorator that adds a migration, called as its function is."""

        def add(change: Migration) -> Migration:
            known = name or change.__name__
            if known in self.known:
                raise ValueError(f"there is a migration {known} already")
            self.known[known] = change
            return change

        return add

    @property
    def names(self) -> frozenset[str]:
        """The migrations that this care-voice knows."""
        return frozenset(self.known)

    def applied(self, conn: sqlite3.Connection) -> frozenset[str]:
        """Return the names of those that a file has had. Only reads."""
        if not conn.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (_TABLE,)).fetchone():
            return frozenset()
        had = conn.execute(f"SELECT name FROM {_TABLE} WHERE migration_set = ?", (self.kind,))  # noqa: S608 - our name
        return frozenset(name for (name,) in had)

    def apply(self, conn: sqlite3.Connection) -> None:
        """Make the changes that a file has not had."""
        import sqlite_utils  # noqa: PLC0415 - see above
        from sqlite_utils.migrations import Migrations as Applied  # noqa: PLC0415

        them = Applied(self.kind)
        for name, change in self.known.items():
            them(name=name)(change)
        them.apply(sqlite_utils.Database(conn, recursive_triggers=False))
