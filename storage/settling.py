"""Decides in intake.db what each released voice shows, once, and remembers it: no voice ever gains a detail later.

Functions run inside a transaction of their caller's. What a voice shows is kept as JSON, in the order of DETAILS.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from storage.grouping import decide, mend
from storage.widening import DETAILS, wider

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

    from storage.release import Thresholds
    from storage.widening import Details

# Voices that readers can see; written as the index of it is, so that SQLite uses that.
IN_THE_LAB = "released_in IS NOT NULL AND state = 'approved' AND consent != 'count'"
YOUNG = "(age_band IS 'under-16' OR instr(' ' || flags || ' ', ' young '))"
MAY_QUOTE = f"(consent = 'quote' AND hushed < 1 AND NOT {YOUNG})"
_NEW = "came_in IS NULL AND consent != 'count'"
JUST_LOOSENED = -1  # in place of `hushed`, until the next release is settled


@dataclass(frozen=True, slots=True)
class Gate:
    """What is remembered of the last time: the last release `decided` on, and with which thresholds."""

    decided: int
    k: int
    by_month: bool


def settle(intake: sqlite3.Connection, thresholds: Thresholds) -> None:
    """Decide about releases that nobody decided on yet, and mend those that somebody left."""
    before, now = _gate(intake), Gate(_last(intake), thresholds.k, thresholds.by_month)
    same = (before.k, before.by_month) == (now.k, now.by_month)
    for release in _touched(intake, before, now):
        if release > before.decided:
            _decide(intake, release, thresholds)
        elif not same or _is_torn(intake, release, now.k):
            _mend(intake, release, thresholds)
        else:
            continue
        _hush(intake, release, now.k)
    intake.execute("UPDATE gate SET decided = ?, k = ?, by_month = ?", (now.decided, now.k, now.by_month))


def decided_first(
    intake: sqlite3.Connection, thresholds: Thresholds, ready: str, values: Mapping[str, str | None]
) -> str:
    """Decide what the voices that are `ready` are to show once they enter; return that, in SQL, for each of them.

    One that comes back goes on showing what it did.
    """
    rows = intake.execute(
        f"SELECT {known(thresholds)} FROM submissions WHERE {ready} AND {_NEW}",  # noqa: S608 - ours
        values,
    )
    groups = Counter(text for (text,) in rows)
    found = decide({told(text): number for text, number in groups.items()}, thresholds.k)
    shows = {text: _dump(found[told(text)]) for text in groups}
    intake.create_function("shown_first", 1, shows.__getitem__, deterministic=True)
    return f"CASE WHEN {_NEW} THEN shown_first({known(thresholds)}) ELSE shown END"


def entered(intake: sqlite3.Connection, thresholds: Thresholds, release: int) -> None:
    """Finish deciding on a release whose voices were given what they show as they entered."""
    _hush(intake, release, thresholds.k)
    intake.execute("UPDATE gate SET decided = ?", (release,))


def known(thresholds: Thresholds) -> str:
    """Return, in SQL, what could be shown of a voice at most: what was said, or what was shown of it before."""
    return f"coalesce(shown, json_array(council, age_band, speaker, {time(thresholds)}))"


def time(thresholds: Thresholds) -> str:
    """Return, in SQL, the quarter ("2026 Q4") or the month ("2026-11") in which a voice came in."""
    if thresholds.by_month:
        return "substr(day_received, 1, 7)"
    return "substr(day_received, 1, 4) || ' Q' || ((substr(day_received, 6, 2) + 2) / 3)"


def adopt(intake: sqlite3.Connection, published: sqlite3.Connection) -> None:
    """Take over what readers see of voices that were published before anybody remembered what they show."""
    if _gate(intake).decided or not intake.execute("SELECT 1 FROM releases").fetchone():
        return
    rows = published.execute(f"SELECT json_array({', '.join(DETAILS)}), id FROM voices")  # noqa: S608 - our names
    intake.executemany("UPDATE submissions SET shown = ? WHERE public_id = ? AND shown IS NULL", rows)


@lru_cache(maxsize=8192)
def told(text: str) -> Details:
    """Read details out of their column."""
    council, age, speaker, time = json.loads(text)
    return council, age, speaker, time


def _gate(intake: sqlite3.Connection) -> Gate:
    decided, k, by_month = intake.execute("SELECT decided, k, by_month FROM gate").fetchone()
    return Gate(decided, k, bool(by_month))


def _last(intake: sqlite3.Connection) -> int:
    return int(intake.execute("SELECT coalesce(max(number), 0) FROM releases").fetchone()[0])


def _touched(intake: sqlite3.Connection, before: Gate, now: Gate) -> list[int]:
    """Return the releases to look at: all of them after a change of the thresholds."""
    if (before.k, before.by_month) != (now.k, now.by_month):
        return list(range(1, now.decided + 1))
    rows = intake.execute(
        "SELECT DISTINCT release FROM to_show UNION SELECT number FROM releases WHERE number > ?", (before.decided,)
    )
    return [row[0] for row in rows if row[0] <= now.decided]


def _decide(intake: sqlite3.Connection, release: int, thresholds: Thresholds) -> None:
    groups = _groups(intake, release, thresholds)
    found = decide({told(text): number for text, number in groups.items()}, thresholds.k)
    _show(intake, release, thresholds, {text: found[told(text)] for text in groups})


def _mend(intake: sqlite3.Connection, release: int, thresholds: Thresholds) -> None:
    groups = _groups(intake, release, thresholds)  # a voice that was not shown with the others knows no more
    coarse = {text: _no_finer(told(text), thresholds) for text in groups}
    numbers: dict[Details, int] = dict.fromkeys(coarse.values(), 0)
    for text, details in coarse.items():
        numbers[details] += groups[text]
    found = mend(numbers, thresholds.k)
    _show(intake, release, thresholds, {text: found[details] for text, details in coarse.items()})


def _is_torn(intake: sqlite3.Connection, release: int, k: int) -> bool:
    """Tell whether a group of which a voice changed is too small now, or holds too few that can't be quoted.

    Looks at those groups alone: in a large release a change takes no more time than in a small one.
    """
    touched = intake.execute("SELECT DISTINCT shown FROM to_show WHERE release = ?", (release,)).fetchall()
    return any(shown is None or _is_small(intake, release, shown, k) for (shown,) in touched)


def _is_small(intake: sqlite3.Connection, release: int, shown: str, k: int) -> bool:
    voices, young, quotable, loosened = intake.execute(
        f"SELECT count(*), total({YOUNG}), total({MAY_QUOTE}), total(hushed < 0) FROM submissions "  # noqa: S608 - ours
        f"WHERE released_in = ? AND shown = ? AND {IN_THE_LAB}",
        (release, shown),
    ).fetchone()
    return bool(0 < voices < k or loosened or (young and quotable and voices - quotable < k))


def _groups(intake: sqlite3.Connection, release: int, thresholds: Thresholds) -> Counter[str]:
    """Count the voices of a release that know the same: those that show something, and those that don't yet."""
    shown = intake.execute(
        f"SELECT shown, count(*) FROM submissions WHERE released_in = ? AND {IN_THE_LAB} AND shown IS NOT NULL "  # noqa: S608 - ours
        "GROUP BY shown",
        (release,),
    )
    return Counter(dict(shown)) + Counter(text for _, text in _undecided(intake, release, thresholds))


def _undecided(intake: sqlite3.Connection, release: int, thresholds: Thresholds) -> Iterator[tuple[int, str]]:
    """Give the voices of which nothing is shown yet, and what they know, in the order in which they lie in the file."""
    return intake.execute(
        f"SELECT id, {known(thresholds)} FROM submissions "  # noqa: S608 - ours
        f"WHERE id IN (SELECT id FROM submissions WHERE released_in = ? AND {IN_THE_LAB} AND shown IS NULL)",
        (release,),
    )


def _show(intake: sqlite3.Connection, release: int, thresholds: Thresholds, found: Mapping[str, Details]) -> None:
    """Write down what voices show; of what they showed before, `to_show` keeps that it is another now."""
    shows = {text: _dump(details) for text, details in found.items()}
    changed = [text for text, dumped in shows.items() if dumped != text]
    rows = intake.execute(
        f"SELECT shown, id FROM submissions WHERE released_in = ? AND {IN_THE_LAB} "  # noqa: S608 - ours
        "AND shown IN (SELECT value FROM json_each(?))",
        (release, json.dumps(changed)),
    ).fetchall()
    write = "UPDATE submissions SET shown = ? WHERE id = ?"
    intake.executemany(write, [(shows[text], number) for text, number in rows])
    # Numbers by themselves take little memory; texts are few, each there once.
    numbers, texts = array("q"), list[str]()
    for number, text in _undecided(intake, release, thresholds):
        numbers.append(number)
        texts.append(shows[text])
    intake.executemany(write, zip(texts, numbers, strict=True))


def _hush(intake: sqlite3.Connection, release: int, k: int) -> None:
    """Let nobody under 16 be known by it that they can't be quoted: `k` of their group can't.

    Whom else that takes is drawn by lot, and remembered: first among those who couldn't be quoted until now, because
    of the others a reader knows already that they aren't so young.
    """
    for shown, few in list(_too_few_unquotable(intake, release, k)):
        hushed = [
            row[0]
            for row in intake.execute(
                f"SELECT public_id FROM submissions WHERE released_in = ? AND shown = ? AND {IN_THE_LAB} "  # noqa: S608 - ours
                f"AND {MAY_QUOTE} ORDER BY hushed, random() LIMIT ?",
                (release, shown, few),
            )
        ]
        intake.executemany("UPDATE submissions SET hushed = 1 WHERE public_id = ?", [(one,) for one in hushed])
        intake.executemany("INSERT INTO to_show (voice, release) VALUES (?, ?)", [(one, release) for one in hushed])
    intake.execute(
        f"UPDATE submissions SET hushed = 0 WHERE released_in = ? AND hushed = ? AND {IN_THE_LAB}",  # noqa: S608 - ours
        (release, JUST_LOOSENED),
    )


def _too_few_unquotable(intake: sqlite3.Connection, release: int, k: int) -> Iterator[tuple[str, int]]:
    rows = intake.execute(
        f"SELECT shown, count(*) - sum({MAY_QUOTE}), sum({MAY_QUOTE}) FROM submissions "  # noqa: S608 - ours
        f"WHERE released_in = ? AND {IN_THE_LAB} GROUP BY shown HAVING sum({YOUNG}) > 0",
        (release,),
    )
    return ((shown, k - unquotable) for shown, unquotable, quotable in rows if unquotable < k and quotable)


def _no_finer(shown: Details, thresholds: Thresholds) -> Details:
    """Return details without a month where months are not to be shown (any more)."""
    council, age, speaker, time = shown
    if thresholds.by_month or time is None or "Q" in time or "-" not in time:
        return shown
    return council, age, speaker, wider("quarter", time)


def _dump(details: Details) -> str:
    return json.dumps(details, ensure_ascii=False, separators=(",", ":"))
