"""What the lab is told: its own folder, and a readable label for whatever it may show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.lab_settings import lab_settings
from desk.settings import FILE, load_settings
from storage.model import Kind, Speaker
from storage.widening import AGES

if TYPE_CHECKING:
    from tests.desk.at_desk import Desk


def test_every_code_has_a_label(desk: Desk) -> None:
    """Nobody in the lab reads a code."""
    settings = load_settings(desk.files.data, {})
    labels = lab_settings(settings, desk.files.data).labels
    assert set(labels["theme"]) == {theme.code for theme in settings.themes}
    assert set(labels["council"]) == {council.code for council in settings.councils}
    assert (set(labels["kind"]), set(labels["age_band"]), set(labels["speaker"])) == ({*Kind}, {*AGES}, {*Speaker})
    assert not [label for column in labels.values() for code, label in column.items() if label == code]


def test_the_lab_is_told_what_the_deployment_set(desk: Desk) -> None:
    """Its title, its port, what counts are rounded to, and the one folder that it reads."""
    path = desk.files.data / FILE
    changed = path.read_text().replace("round_to = 5", "round_to = 10").replace("8002", "8092")
    path.write_text(changed.replace('name = "Care voice"', 'name = "Swindon listens"', 1))
    told = lab_settings(load_settings(desk.files.data, {}), desk.files.data)
    assert (told.title, told.port, told.round_to, told.folder) == ("Swindon listens", 8092, 10, desk.files.lab)


def test_a_demonstration_says_that_it_is_one(desk: Desk) -> None:
    """Nobody takes made-up voices for real ones."""
    settings = load_settings(desk.files.data, {}).model_copy(update={"demo": True})
    assert "made-up" in lab_settings(settings, desk.files.data).title
