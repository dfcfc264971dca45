"""The documents say what is there."""

import re
from pathlib import Path

import pytest

from desk.cli import main
from tests.house.source import TOP

DOCUMENTS = [TOP / name for name in ("README.md", "CONTRIBUTING.md")] + sorted((TOP / "docs").rglob("*.md"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    """Every file that a document links to or names as a test is there."""
    text = document.read_text()
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    tests = re.findall(r"`(tests/[\w/]+\.py)`", text)
    assert [link for link in links if not (document.parent / link).exists()] == []
    assert [test for test in tests if not (TOP / test).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_are_real(document: Path) -> None:
    """Every `care-voice …` in a document is a command that exists."""
    text = document.read_text()
    named = re.findall(r"(?:^|`|bin/)care-voice (?:--data \S+ )?([a-z]+)", text, re.MULTILINE)
    assert {name for name in named if name not in main.commands} == set()


def test_every_contract_is_a_promise() -> None:
    """docs/promises.md names every file under tests/contracts."""
    text = (TOP / "docs" / "promises.md").read_text()
    files = {f"tests/contracts/{path.name}" for path in (TOP / "tests" / "contracts").glob("test_*.py")}
    assert files
    assert {file for file in files if file not in text} == set()


def test_make_help_names_every_target() -> None:
    """`make help` explains each target that people may call."""
    makefile = (TOP / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    explained = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    assert {"setup", "run", "test", "lint", "bench", "faults", "help"} <= explained
    assert targets == explained


def test_no_file_names_a_machine_or_an_index() -> None:
    """Nothing in the project names a path of somebody's machine or a package index's host."""
    halves = (("python", "hosted"), ("pypi", ".org"), ("npm", "js"), ("deb.", "debian"), ("/ro", "ot/"), ("/ho", "me/"))
    hosts = ["".join(pair) for pair in halves]  # in halves, so that this file doesn't name them either
    suffixes = {".py", ".md", ".toml", ".lock", ".ftl", ".html", ".css", ".js", ".json", ".txt", ".eml", ""}
    skipped = {".git", ".venv", ".venv-bench", "data"}
    found = [
        str(path.relative_to(TOP))
        for path in TOP.rglob("*")
        if path.is_file() and path.suffix in suffixes and not skipped & set(path.relative_to(TOP).parts[:1])
        if any(host in path.read_text("utf-8", "replace") for host in hosts)
    ]
    assert found == []
