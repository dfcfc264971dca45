"""A deployment's settings: what can be set, what is allowed, and the files that it is read from."""

from desk.place import FILE
from desk.settings.mistakes import Mistake, SettingsWrong
from desk.settings.model import Settings
from desk.settings.reading import SECRETS, load_settings, write_template

__all__ = ["FILE", "SECRETS", "Mistake", "Settings", "SettingsWrong", "load_settings", "write_template"]
