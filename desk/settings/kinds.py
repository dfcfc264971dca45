"""The kinds of value that settings have, each with what is allowed. Every refusal says what to write instead."""

from __future__ import annotations

import ipaddress
import re
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict
from pydantic_core import PydanticCustomError

from desk.terms import what_is_wrong
from intake.mail.files.kinds import Readable

T = TypeVar("T")
LEAST_SHARED = 5  # below it, official statistics call a cell disclosive (GSS, "Disclosure control for tables")
ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")


def refused(wrong: str, cure: str = "", at: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """Make the error a validator raises: what is wrong, what to do (empty: show an example), where inside the value."""
    return PydanticCustomError("refused", "{wrong}", {"wrong": wrong, "cure": cure, "at": at})


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine, and nothing but it."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _loopback(host: str) -> str:
    if not is_loopback(host):
        raise refused("care-voice listens on this machine only: a mail or web server in front of it faces the world")
    return host


def _rspamd(where: str) -> str:
    host, _, port = where.rpartition(":")
    if where and not (is_loopback(host) and port.isascii() and port.isdigit() and 0 < int(port[:6]) < 2**16):
        raise refused("mails are shown to an rspamd on this machine only: its address, a colon and its port")
    return where


def _network(network: str) -> str:
    try:
        ipaddress.ip_network(network)
    except ValueError:
        raise refused("a network is written as its first address, a slash and a number") from None
    return network


def _address(address: str) -> str:
    if not ADDRESS.fullmatch(address):
        raise refused("this does not look like an email address")
    return address


def _named(detector: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9._-]+(:[^\x00-\x1f\x7f]+)?", detector):
        raise refused("a detector is written as its name, or as its name, a colon and its model")
    return detector


def _kept(term: str) -> str:
    return _term(term, keep=True)


def _hidden(term: str) -> str:
    return _term(term, keep=False)


def _term(term: str, *, keep: bool) -> str:
    if said := what_is_wrong(term, keep=keep):
        raise refused(*said)
    return term


def _enough_to_hide_among(number: int) -> int:
    if number < LEAST_SHARED:
        raise refused(f"under {LEAST_SHARED}, what is published could single a person out")
    return number


def _not_empty(entries: tuple[T, ...]) -> tuple[T, ...]:
    if not entries:
        raise refused("this list can't be empty")
    return entries


Several = Annotated[tuple[T, ...], Strict(strict=False)]  # TOML's lists become tuples
FileKind = Annotated[Readable, Strict(strict=False)]
Listed = Annotated[tuple[T, ...], Strict(strict=False), AfterValidator(_not_empty)]
# Fluent takes at most 2,500 characters, and a line end in a name would break the head of a mail.
Filled = Annotated[str, Field(min_length=1, max_length=500, pattern=r"^[^\x00-\x1f\x7f]*$")]
Code = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Port = Annotated[int, Field(ge=1, le=65535)]
Loopback = Annotated[str, AfterValidator(_loopback)]
Address = Annotated[str, AfterValidator(_address)]
Network = Annotated[str, AfterValidator(_network)]
Rspamd = Annotated[str, AfterValidator(_rspamd)]
Threshold = Annotated[int, AfterValidator(_enough_to_hide_among)]
Detector = Annotated[Filled, AfterValidator(_named)]
Kept = Annotated[Filled, AfterValidator(_kept)]
Hidden = Annotated[Filled, AfterValidator(_hidden)]
Days = Annotated[int, Field(ge=0, le=3650)]


class Section(BaseModel):
    """A table of the file: nothing unknown in it, nothing changed after it was read."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
