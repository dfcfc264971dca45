"""Four rooms, one direction, and all four are ours."""

import importlib
import json
from importlib.metadata import distribution
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.house.source import ROOMS, TOP, imports, modules


@pytest.mark.parametrize("path", modules())
def test_imports_run_one_way(path: str) -> None:
    """Imports run desk → bot → intake → storage and never back."""
    room = path.split("/", maxsplit=1)[0]
    allowed = set(ROOMS[: ROOMS.index(room) + 1])
    assert imports(modules()[path]) & set(ROOMS) <= allowed


@pytest.mark.parametrize("path", modules())
def test_every_module_says_what_it_is_for(path: str) -> None:
    """A module's first lines say what it is for."""
    body = modules()[path].body
    assert body, path
    assert getattr(getattr(body[0], "value", None), "value", None)


@pytest.mark.parametrize("room", ROOMS)
def test_each_package_belongs_to_care_voice(room: str) -> None:
    """`intake` and `storage` are other people's names on the package index: ours must be the ones that load."""
    home = Path(str(importlib.import_module(room).__file__)).parent
    source = distribution("care-voice").read_text("direct_url.json")
    assert source is not None
    assert home == Path(unquote(urlsplit(json.loads(source)["url"]).path)) / room


def test_care_voice_can_never_be_uploaded() -> None:
    """The classifier that package indexes refuse is set."""
    assert "Private :: Do Not Upload" in distribution("care-voice").metadata.get_all("Classifier", [])


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_locks_have_hashes_and_no_addresses(lock: str) -> None:
    """Every locked package has a hash, and no line names an index."""
    text = (TOP / lock).read_text()
    packages = [line for line in text.splitlines() if "==" in line]
    assert packages
    assert all(line.endswith("\\") for line in packages)
    assert "://" not in text
    assert "--find-links" not in text
