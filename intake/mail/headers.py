"""The header fields of one message or part that reading it needs, each cut to a size. Never a Received line."""

from __future__ import annotations

import re
from binascii import Error as BadBase64
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from typing import TYPE_CHECKING

from intake.mail.text import decode

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEAD_BYTES = 256_000
_VALUE_CHARACTERS = 1_000
_MOST_FIELDS = 60

_MACHINES = (
    rb"auto|mail-auto|away|vacation|out-?of|failed-recipients|mailer-daemon|feedback-id|precedence|mailing-list"
    rb"|list|been|mailman|google-group-id|ms-exchange-(?:message-is-ndr|generated)|cron-env|rt-|otrs|zendesk|github"
    rb"|gitlab|jira|boxtrapper|tmda|nagios|zabbix|mc-user|mailchimp|campaign|abuse-report|arf"
)
_FIELDS = re.compile(
    rb"^(content-(?:type|transfer-encoding|disposition|class)|subject|from|sender|return-path|delivered-to"
    rb"|in-reply-to|references|original-message-id|auto-submitted|precedence|mailing-list|list-[a-z]+|feedback-id"
    rb"|rt-ticket|x-(?:" + _MACHINES + rb")[a-z0-9-]*)[ \t]*:([^\n]*+(?:\n[ \t][^\n]*+)*+)",
    re.IGNORECASE | re.MULTILINE,
)
_FAMILIES = ("text/", "multipart/", "message/", "application/", "image/", "audio/", "video/", "font/", "model/", "x-")
_PLAIN = "text/plain"  # what a part without a type is (RFC 2045, 5.2)
_TYPE = re.compile(r"[\s\"']{0,5}([\w.+-]{1,100}/[\w.+-]{1,100})(?![\w./+-])", re.ASCII)
_USUAL_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+(?:; ?charset=(\"?)([\w-]+)\1)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Headers:
    """The first field of each name, by its name in lower case."""

    fields: Mapping[str, str]

    def text(self, name: str) -> str:
        """Return what a field says; nothing if it is missing."""
        return self.fields.get(name, "")

    def kind(self) -> str:
        """Return the media type, in lower case."""
        found = _TYPE.match(self.fields.get("content-type", _PLAIN).lower())
        return found[1] if found and found[1].startswith(_FAMILIES) else _PLAIN

    def charset(self) -> str | None:
        """Return the declared charset, in lower case."""
        # The usual shape, without the standard library's parser: it takes longer than all the rest.
        if usual := _USUAL_TYPE.fullmatch(self.text("content-type")):
            return usual[2] and usual[2].lower()
        return self._parsed().get_content_charset()

    def says(self, parameter: str, value: str) -> bool:
        """Return whether a parameter of the media type has this value (in lower case)."""
        if parameter not in self.text("content-type").lower():
            return False
        return str(self._parsed().get_param(parameter, "")).lower() == value

    def boundary(self) -> bytes:
        """Return what separates the parts of a multipart; nothing if it isn't said."""
        return (self._parsed().get_boundary() or "").encode("ascii", "replace")

    def is_file(self) -> bool:
        """Return whether the part is an attachment, or has a name as one has."""
        if "content-disposition" not in self.fields and "name" not in self.text("content-type").lower():
            return False
        parsed = self._parsed()
        return parsed.get_content_disposition() == "attachment" or parsed.get_filename() is not None

    def is_inline(self) -> bool:
        """Return whether the part is to be shown inside the mail."""
        return self._parsed().get_content_disposition() == "inline"

    def file_name(self) -> str:
        """Return the name that the part has as a file, to see what kind it is; nothing if it has none."""
        if not self.is_file():
            return ""
        return spelled_out(self._parsed().get_filename() or "")

    def _parsed(self) -> Message:
        """Leave to the standard library what parameters mean (compat32: newer policies take seconds for a kilobyte)."""
        message = Message()
        for name in ("content-type", "content-disposition"):
            if name in self.fields:
                message[name] = self.fields[name]
        return message


def read_headers(mail: bytes, start: int, end: int) -> Headers:
    """Read the fields that are needed among the header lines `mail[start:end]`."""
    fields: dict[str, str] = {}
    for count, field in enumerate(_FIELDS.finditer(mail, start, min(end, start + _HEAD_BYTES))):
        if count == _MOST_FIELDS:
            break
        value = field[2][:_VALUE_CHARACTERS].decode("utf-8", "replace").replace("\r", "").strip()
        fields.setdefault(field[1].decode("ascii").lower(), value.replace("\n", " "))
    return Headers(fields)


def spelled_out(value: str) -> str:
    """Return a value with its encoded words decoded (RFC 2047), or as it is where they are broken."""
    if "=?" not in value:
        return value
    try:
        words = decode_header(value)
    except (HeaderParseError, BadBase64, ValueError):
        return value
    return "".join(word if isinstance(word, str) else decode(word, charset) for word, charset in words)
