"""Whose words are those of somebody under 16, or may be: two people approve them, and nobody quotes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.model import AgeBand, Flag

if TYPE_CHECKING:
    from collections.abc import Collection


def may_be_young(age_band: AgeBand | None, flags: Collection[Flag]) -> bool:
    """Tell whether somebody under 16 is speaking, or may be: a mail says no age but in its words."""
    return age_band is AgeBand.UNDER_16 or Flag.YOUNG in flags
