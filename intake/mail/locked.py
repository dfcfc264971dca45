"""Mails that only say where a locked message can be read: there are no words of a person in them."""

from __future__ import annotations

import re

_LONGEST = 3_000  # characters: the notice of a portal; more than that is somebody's own
# One of each is in every notice; looking for them costs next to nothing.
_NAMES = ("message", "mail", "envelope")
_HINTS = (
    "secur",
    "encrypted",
    "protected",
    "registered",
    "confidential",
    "zix",
    "egress",
    "mimecast",
    "proofpoint",
    "365",
)
_MESSAGE = r"(?:message|e-?mail)"
_SECURE = (
    r"(?:encrypted|protected|secured?|registered|confidential|zix\w*|egress|mimecast|proofpoint|office ?365|\bome\b)"
)
_ARRIVED = re.compile(
    rf"(?im)^.{{0,120}}?(?:has |have )?sent you (?:an? )?(?:\w+ )?{_SECURE}(?:[ -]\w+){{0,2}} {_MESSAGE}\b"
    rf"|^\W{{0,20}}you(?:'ve|\u2019ve| have)? (?:received|got|been sent) (?:an? )?(?:new )?(?:\w+ )?{_SECURE}"
    rf"(?:[ -]\w+){{0,2}} {_MESSAGE}\b"
    rf"|^\W{{0,20}}(?:new|this is an?) (?:\w+ )?{_SECURE}(?:[ -]\w+){{0,2}} (?:{_MESSAGE}|envelope)(?: from\b|\W*$)"
)
_WAY_IN = re.compile(
    r"(?i)\b(?:one-?time pass(?:code|word)|sign in|log ?in|register"
    r"|(?:read|view|open) (?:the|your|this) (?:\w+ )?(?:attach\w+|message|e-?mail)"
    r"|(?:click|use) the (?:link|button)|secure (?:message|e-?mail) (?:portal|cent(?:re|er))|securedoc|message\.html)"
)
_FILE = re.compile(r"(?i)message(?:_v\d)?\.rpmsg|securedoc\w{0,40}\.html?|securemessageatt\.html?|message_zdm\.html?")
_TYPES = {"application/x-microsoft-rpmsg-message"}


def is_locked_file(media_type: str, name: str) -> bool:
    """Return whether a file is a message that only its reader's account opens."""
    return media_type in _TYPES or _FILE.fullmatch(name) is not None


def is_notice(text: str) -> bool:
    """Return whether a text says that a locked message waits somewhere, and how to get there, and nothing more."""
    if len(text) > _LONGEST or not _may_be_notice(text.lower()):
        return False
    return _ARRIVED.search(text) is not None and _WAY_IN.search(text) is not None


def _may_be_notice(text: str) -> bool:
    return any(map(text.__contains__, _HINTS)) and any(map(text.__contains__, _NAMES))
