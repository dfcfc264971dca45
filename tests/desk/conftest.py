"""Deployments to work on, and a lab that is served once for a module of tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest

from tests.desk.at_desk import Desk, copy_of, make_demo, make_desk
from tests.desk.published import make_lab, member, serving, sign_in_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Serve a lab with 66 fictional voices; gives its address and its only member's password."""
    settings = make_lab(tmp_path_factory.mktemp("lab"))
    password = sign_in_for(settings)
    with serving(settings) as (address, _):
        yield address, password


@pytest.fixture
def stranger(lab: tuple[str, str]) -> Iterator[httpx.Client]:
    """Someone who has not signed in."""
    with httpx.Client(base_url=lab[0], timeout=20) as client:
        yield client


@pytest.fixture
def reader(lab: tuple[str, str]) -> Iterator[httpx.Client]:
    """A member of the lab, signed in."""
    with member(*lab) as client:
        yield client


@pytest.fixture(scope="session")
def _new_desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Make a deployment once, to be copied."""
    return make_desk(tmp_path_factory.mktemp("desk") / "data")


@pytest.fixture
def desk(_new_desk: Desk, tmp_path: Path) -> Desk:
    """Give a new, empty, real deployment."""
    return copy_of(_new_desk, tmp_path)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Give the demonstration, filled; not to be changed."""
    return make_demo(tmp_path_factory.mktemp("demo") / "data")
