"""The look that all pages share: one style sheet and an icon, for each site to mount."""

from __future__ import annotations

from pathlib import Path

MOUNT = ("shared", str(Path(__file__).parent / "static"))
