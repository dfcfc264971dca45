"""An attack by somebody who knows a person well: their true details, when they spoke, the settings and the code.

They kept a copy of the file after each release and each change. Knows no product code: what is wider than what is
written down here anew. Each function gives what it found out, in words; nothing found is the product's success.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tests.privacy.collection import Collection, Copy, Person, Row

NOTHING = (None, None, None, None)
HOLDS = {
    "under-18": {"under-16", "16-17"},
    "21-plus": {"21-24", "25-plus"},
    "18-plus": {"18-20", "21-24", "25-plus", "21-plus"},
}


def is_true(row: Row, person: Person) -> bool:
    """Tell whether nothing that a row shows speaks against its being a person's."""
    council, age, speaker, time, quote = row
    return (
        council in {None, person.council}
        and (age in {None, person.age_band} or person.age_band in HOLDS.get(str(age), set()))
        and speaker in {None, person.speaker}
        and (time is None or time in _times(person))
        and not (quote and person.young)
    )


def no_more(after: Row, before: Row) -> bool:
    """Tell whether a row shows nothing that it didn't show before, but that it may be quoted now."""
    return all(
        new is None or new == old or old in HOLDS.get(str(new), set()) or _holds(str(new), old)
        for new, old in zip(after[:4], before[:4], strict=True)
    )


def entered(copies: Sequence[Copy]) -> Iterator[dict[int, set[int]]]:
    """Give, copy by copy, which rows are there that first came in with each release."""
    since: dict[int, int] = {}
    for place, copy in enumerate(copies):
        found: dict[int, set[int]] = defaultdict(set)
        for number in copy.rows:
            found[since.setdefault(number, place)].add(number)
        yield found


def too_few(made: Collection) -> Iterator[str]:
    """Count who shows the same among those of one release, and those of whom nothing is shown."""
    for copy, cohorts in zip(made.copies, entered(made.copies), strict=True):
        for release, numbers in cohorts.items():
            groups = Counter(copy.rows[number][:4] for number in numbers)
            if len(numbers) < made.limits.k:
                yield from (f"{release}: {group} of {len(numbers)}" for group in groups if group != NOTHING)
            else:
                yield from (f"{release}: {group} {few}" for group, few in groups.items() if few < made.limits.k)


def between_two(made: Collection) -> Iterator[str]:
    """Lay any two copies side by side, and count who shows the same among those that only the later one has."""
    ever: set[int] = set()
    for place, copy in enumerate(made.copies):
        for later in made.copies[place + 1 :]:
            new = [row[:4] for number, row in later.rows.items() if number not in copy.rows and number not in ever]
            few = {group: few for group, few in Counter(new).items() if few < made.limits.k and group != NOTHING}
            if later.release:
                yield from (f"{place}: {group} {number}" for group, number in few.items())
        ever |= copy.rows.keys()


def known(made: Collection) -> Iterator[str]:
    """Look for the row of everybody who came in with a release, with the copy that they came in with."""
    truth = made.numbers()
    for place, (copy, cohorts) in enumerate(zip(made.copies, entered(made.copies), strict=True)):
        new = cohorts.get(place, set()) if copy.release else set()
        for number in new & truth.keys():
            person, row = truth[number], copy.rows[number]
            if not is_true(row, person):
                yield f"{number} is not true"
            # The code is known: it says which group such a person's voice is in.
            could = [other for other in new if copy.rows[other][:4] == row[:4] and is_true(copy.rows[other], person)]
            if len(could) < min(made.limits.k, len(new)):
                yield f"{number}: {len(could)} of {len(new)}"


def told_later(made: Collection) -> Iterator[str]:
    """Follow every row through all copies: what it shows more, and who is told apart from those they were with."""
    seen: dict[int, Row] = {}
    for before, after in pairwise([*made.copies[:1], *made.copies]):
        for number, row in after.rows.items():
            if number in seen and not no_more(row, seen[number]):
                yield f"{number} gains: {seen[number]} {row}"
        stayed = before.rows.keys() & after.rows.keys()
        yield from _parted({n: before.rows[n] for n in stayed}, after, made)
        seen |= after.rows


def _parted(before: Mapping[int, Row], after: Copy, made: Collection) -> Iterator[str]:
    """Those of one release who showed the same, and stayed, show the same again."""
    cohorts = list(entered(made.copies))[made.copies.index(after)]
    for release, numbers in cohorts.items():
        now: dict[object, set[object]] = defaultdict(set)
        for number in numbers & before.keys():
            now[before[number][:4]].add(after.rows[number][:4])
        yield from (f"{release}: {was} became {len(rows)}" for was, rows in now.items() if len(rows) > 1)


def _times(person: Person) -> set[str]:
    day = person.day
    return {f"{day:%Y-%m}", f"{day.year} Q{(day.month + 2) // 3}", f"{day.year}"}


def _holds(wide: str, time: str | None) -> bool:
    if time is None:
        return False
    month = re.fullmatch(r"(\d{4})-(\d\d)", time)
    quarter = f"{month[1]} Q{(int(month[2]) + 2) // 3}" if month else time
    return wide in {quarter, time[:4]}
