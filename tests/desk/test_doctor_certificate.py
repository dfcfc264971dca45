"""The doctor looks at the mail door's certificate, in its files and as the running door shows it."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import trustme

from tests.desk.examined import found_in
from tests.product import PATIENCE, Product, make_product

if TYPE_CHECKING:
    from pathlib import Path

LOCKED = {
    "acknowledge = true": "acknowledge = false",
    'certificate = ""': 'certificate = "door.pem"',
    'key = ""': 'key = "door.key"',
}


@pytest.fixture
def product(tmp_path: Path) -> Product:
    """Make a deployment whose mail door has a certificate."""
    made = make_product(tmp_path, LOCKED)
    issue(made)
    return made


def issue(product: Product, *, days: int = 90) -> None:
    """Put a new pair into the data folder."""
    issued = trustme.CA().issue_cert("care.example", not_after=datetime.now(UTC) + timedelta(days=days, hours=1))
    issued.cert_chain_pems[0].write_to_path(str(product.data / "door.pem"))
    issued.private_key_pem.write_to_path(str(product.data / "door.key"))
    (product.data / "door.key").chmod(0o600)


def seen(product: Product) -> list[tuple[str, str]]:
    """Return (verdict, what) of what the doctor finds."""
    argv = [sys.executable, "-P", "-m", "desk", "--data", str(product.data), "doctor", "--json"]
    ran = subprocess.run(argv, capture_output=True, text=True, check=False, timeout=PATIENCE)
    return found_in(ran.stdout, "certificate")


def test_a_good_pair_is_good_and_the_door_shows_it(product: Product) -> None:
    """Until the day it says; and when another lies there the door shows that at once."""
    with product.running("doors"):
        assert [verdict for verdict, _ in seen(product)] == ["ok"]
        issue(product)
        assert [verdict for verdict, _ in seen(product)] == ["ok"]


def test_a_bad_new_pair_is_told(product: Product) -> None:
    """The running door keeps the old one, and whoever looks after it hears so before the next start."""
    with product.running("doors"):
        good = (product.data / "door.key").read_bytes()
        (product.data / "door.key").write_bytes(b"no key")
        ((verdict, what),) = seen(product)
        assert verdict == "wrong"
        assert "goes on with the last good one" in what
        (product.data / "door.key").write_bytes(good)


def test_an_end_that_is_near_and_an_open_key_are_told(product: Product) -> None:
    """Two weeks before, and whenever others can read the key."""
    issue(product, days=13)
    (product.data / "door.key").chmod(0o644)
    assert seen(product) == [
        ("warning", "The mail door's certificate ends in 13 days."),
        ("wrong", "Everybody on this machine can read the key of the mail door's certificate."),
    ]


def test_one_that_has_ended_is_wrong(product: Product) -> None:
    """And the message says so."""
    issue(product, days=-1)
    assert [verdict for verdict, _ in seen(product)] == ["wrong"]


def test_doors_with_a_broken_pair_stay_shut(product: Product) -> None:
    """At the start there is no old one to keep: it says which files to look at."""
    (product.data / "door.pem").unlink()
    argv = [sys.executable, "-P", "-m", "desk", "--data", str(product.data), "doors"]
    ran = subprocess.run(argv, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert ran.returncode == 1
    assert "door.pem and its key" in ran.stderr
