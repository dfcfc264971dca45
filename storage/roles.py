"""What somebody may do at the desk: the codes of roles, as accounts keep them and pages ask for them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Role(StrEnum):
    """What an account is for; it may have several. Who reads in the lab has no account here."""

    MODERATOR = "moderator"  # reads voices and decides on them
    LEAD = "lead"  # the safeguarding lead or deputy: reads and decides too, and is told of what is urgent
    RESPONDER = "responder"  # writes "you said, we did"; reads published voices only
    ANALYST = "analyst"  # sees counts, and no words
    ADMINISTRATOR = "administrator"  # looks after accounts; reads no voice


READERS = frozenset({Role.MODERATOR, Role.LEAD})
EVERYONE = frozenset(Role)


def written(roles: Iterable[str]) -> str:
    """Return roles as an account keeps them: always in the same order. Raises ValueError for what is no role."""
    given = {Role(role) for role in roles}
    return " ".join(role for role in Role if role in given)


def roles_in(kept: str) -> frozenset[Role]:
    """Return the roles that an account keeps; what is none of ours opens nothing."""
    return frozenset(Role(code) for code in kept.split() if code in set(Role))
