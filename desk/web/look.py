"""The look that all pages share: one frame, one style sheet and an icon, for each site to take up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, FileSystemLoader

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).parent
MOUNT = ("shared", str(HERE / "static"))
TEMPLATES = HERE / "templates"


def share(env: Environment) -> None:
    """Let a site's templates build on the shared ones, which go before Datasette's of the same name."""
    own = [env.loader] if env.loader else []
    env.loader = ChoiceLoader([FileSystemLoader(TEMPLATES), *own])
