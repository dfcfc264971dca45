"""The product's source, parsed once, for tests that look at how it is built."""

import ast
from functools import cache
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
ROOMS = ("storage", "intake", "bot", "desk")  # a room may import itself and those before it


@cache
def modules() -> dict[str, ast.Module]:
    """Return every module of the four rooms, by its path from the top."""
    paths = [path for room in ROOMS for path in sorted((TOP / room).rglob("*.py"))]
    return {str(path.relative_to(TOP)): ast.parse(path.read_text("utf-8")) for path in paths}


def calls(name: str) -> set[str]:
    """Return the modules that call something called `name`, as a function or a method."""
    return {
        path
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and name in (getattr(node.func, "id", None), getattr(node.func, "attr", None))
    }


def imports(tree: ast.Module) -> set[str]:
    """Return the top-level names of everything a module imports, under TYPE_CHECKING too."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names
