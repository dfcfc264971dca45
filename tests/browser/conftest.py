"""What the desk's tests start from, for a browser too."""

from tests.desk.conftest import _new_desk, desk

__all__ = ["_new_desk", "desk"]
