"""Moderators at their browsers: pages served in a process of their own, and clients that fill forms in as one does."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx

from desk.settings import FILE
from tests.desk.at_desk import passwords
from tests.product import PATIENCE, free_port, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.desk.at_desk import Desk


@dataclass(frozen=True, slots=True)
class Site:
    """Pages that are served at `address`, of the deployment of `desk`."""

    desk: Desk
    address: str
    process: subprocess.Popen[bytes]

    @contextmanager
    def moderator(self, name: str = "reader", password: str | None = None) -> Iterator[Moderator]:
        """Give a moderator who has signed in."""
        with httpx.Client(base_url=self.address, timeout=PATIENCE) as client:
            answer = try_to_sign_in(client, name, password or self.desk.password)
            assert answer.status_code == 303, answer.text
            yield Moderator(client)

    def second(self) -> str:
        """Make an account called sam and return its password."""
        return passwords(self.desk.run("user", "add", "sam", "--role", "moderator").output)[0]


@dataclass(frozen=True, slots=True)
class Moderator:
    """A browser without scripts."""

    client: httpx.Client

    def read(self, path: str) -> str:
        """Open a page and return it."""
        answer = self.client.get(path)
        assert answer.status_code == 200, answer.text
        return answer.text

    def fill(self, path: str, page: str | None = None, **fields: str) -> httpx.Response:
        """Send a form of `page` (or of the voice that `path` is about) to `path`, with what stands hidden in it."""
        shown = self.client.get(page or path.rpartition("/")[0]).text
        if path.endswith("/approve"):
            fields = {"tell": "nobody", **fields}
        return self.client.post(path, data={**hidden(shown), **fields})

    def text(self, path: str) -> str:
        """Return the words of a page."""
        return words_of(self.read(path))


def hidden(page: str) -> dict[str, str]:
    """Return the token, and what was seen of a voice or of a release, that a page's forms carry."""
    return {
        name: found[1]
        for name in ("token", "version", "seen", "until")
        if (found := re.search(rf'name="{name}" value="([^"]*)"', page))
    }


def words_of(page: str) -> str:
    """Return the words between the tags, on one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


def try_to_sign_in(client: httpx.Client, name: str, password: str, **more: str) -> httpx.Response:
    """Fill in the sign-in form as a browser does."""
    token = hidden(client.get("/sign-in").text)["token"]
    return client.post("/sign-in", data={"token": token, "name": name, "password": password, **more})


@contextmanager
def serving(desk: Desk, output: Path | None = None) -> Iterator[Site]:
    """Serve the pages of a deployment as `care-voice desk` does, on a free port, and stop it with SIGTERM."""
    settings, port = desk.files.data / FILE, free_port()
    settings.write_text(re.sub(r"(\[desk\]\nhost = .*\nport = )\d+", rf"\g<1>{port}", settings.read_text()))
    argv = [sys.executable, "-m", "desk", "--data", str(desk.files.data), "desk", "--log-level", "debug"]
    with (output or desk.files.data / "said").open("ab") as sink:
        process = subprocess.Popen(argv, stdout=sink, stderr=sink)
    try:
        wait_for(port, process)
        yield Site(desk, f"http://127.0.0.1:{port}", process)
    finally:
        process.terminate()
        process.wait(PATIENCE)
