"""What reading one file may take at most: the system keeps it, whatever reads."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys

import pytest

from intake.mail.files.reading import FileReader
from intake.mail.read import read_mail
from tests.fakes.files import docx, odt, page, paragraph, pdf, rtf
from tests.intake.mail.files.test_reading import ALL, mail

SHUT_IN = "from intake.mail.files.limits import shut_in; shut_in(); "
RUN = "<w:p><w:r><w:t>I</w:t></w:r></w:p>"
SLOW = {
    "hex.pdf": pdf("BT <" + "41" * 9_000_000 + "> Tj ET"),
    "lines.pdf": pdf("BT " + "(a)' " * 3_000_000 + "ET"),
    "pages.pdf": pdf(*["BT " + "(x) Tj " * 14_000 + "ET"] * 100),
    "words.rtf": rtf("\\v\\v0" * 200_000),
    "groups.rtf": rtf("{}" * 4_000_000),
    "attributes.docx": docx("<w:p " + " ".join(f'a{n}="1"' for n in range(500_000)) + "/>"),
    "runs.docx": docx("".join(f"{RUN}<w:x{n}/>" for n in range(200_000))),
    "spaces.odt": odt("".join(f"<text:s text:c='{n}'/>" for n in range(500_000))),
}


def ended(code: str) -> int:
    """Run Python code in a process of its own, and return how it ended."""
    return subprocess.run([sys.executable, "-P", "-c", code], check=False, stderr=subprocess.DEVNULL).returncode


def used() -> float:
    """Return the seconds of a processor that every process started here, and ended, has used."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def test_what_goes_on_for_ever_is_ended() -> None:
    """By a signal that nothing in the process handles, before it has used a second of a processor."""
    before = used()
    assert ended(f"{SHUT_IN}\nwhile True: pass") == -signal.SIGPROF
    assert used() - before < 1.0


@pytest.mark.parametrize(("megabytes", "status"), [(30, 0), (50, 1)])
def test_it_may_grow_by_less_than_50_mb(megabytes: int, status: int) -> None:
    """Beyond what it filled before, however much that was."""
    filled = "held = bytearray(200 * 2**20); "
    assert ended(f"{filled}{SHUT_IN}more = bytearray({megabytes} * 2**20)") == status


@pytest.mark.parametrize("name", SLOW)
async def test_a_slow_file_takes_less_than_a_second(name: str) -> None:
    """Of a processor; then it counts as unread."""
    (attached,) = read_mail(mail("Words.", (name, SLOW[name])).as_bytes()).files
    before = used()
    found = await FileReader(ALL).read([attached])
    assert used() - before < 1.0
    assert (found.unread, found.texts) == (1, [])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("long.pdf", pdf(*[page(*["I moved four times, and nobody asked me."] * 30)] * 50)),
        ("long.rtf", rtf("I moved four times, and nobody asked me.\\par " * 1_500)),
        ("long.docx", docx(paragraph("I moved four times, and nobody asked me.") * 1_500)),
    ],
)
async def test_a_long_letter_is_read_to_its_end(name: str, data: bytes) -> None:
    """Fifty pages of it: the limits are for what nobody wrote."""
    (attached,) = read_mail(mail("Words.", (name, data)).as_bytes()).files
    found = await FileReader(ALL).read([attached])
    assert found.texts[0].split().count("moved") == 1_500
