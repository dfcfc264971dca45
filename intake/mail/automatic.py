"""Whether a machine sent a mail, so that nobody may be answered (RFC 3834, 2): by its headers and its subject."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake.mail.headers import Headers

_BULK = frozenset({"bulk", "list", "junk", "auto_reply", "auto-reply", "autoreply"})
# Fields that people's programs never write.
_ONLY_MACHINES = re.compile(
    r"list-.+|(?:x-)?mailing-list|x-list(?:server|processor-version|-.+)|x-been-?there|x-mailman-.+|x-google-group-id"
    r"|x-auto-?(?:repl(?:y|ied).*|respon(?:d|der|se)|generated|submitted|answer)|x-mail-autoreply|x-away.*|x-vacation.*"
    r"|x-out-?of-?office.*|x-failed-recipients|x-mailer-daemon|(?:x-)?feedback-id|x-ms-exchange-message-is-ndr"
    r"|x-ms-exchange-generated-message-source|x-cron-env|x-rt-.+|rt-ticket|x-otrs-loop|x-zendesk-.+|x-github-.+"
    r"|x-gitlab-.+|x-jira-fingerprint|x-boxtrapper.*|x-tmda-.+|x-nagios.*|x-zabbix.*|x-mc-user|x-mailchimp.*|x-campaign.*"
    r"|x-abuse-report|x-arf.*"
)
_SUPPRESSES = frozenset({"all", "oof", "autoreply", "dr", "ndr", "rn", "nrn"})
_BREAKS = re.compile(r"[,;\s]+")
_WORD_ENDS = re.compile(r"[;(\s]+")
_NOBODY_READS = (
    r"(?:please|pls|do|kindly)?[-_.]?(?:no|not|dont|don)[-_.]?repl(?:y|ies)|no[-_.]?(?:response|responder|responda)"
    r"|ne[-_.]?pas[-_.]?repondre|nao[-_.]?respond(?:a|er)|non[-_.]?rispondere|(?:bitte[-_.]?)?nicht[-_.]?antworten"
    r"|keine[-_.]?antwort|niet[-_.]?beantwoorden|svara[-_.]?(?:inte|ej)|ei[-_.]?vastata|nie[-_.]?odpowiadaj|dim[-_.]?ateb"
)
_MACHINE = re.compile(
    rf"(?:mailer[-_.]?daemon|mail[-_.]?daemon|post[-_.]?master|double-bounce|bounces?|{_NOBODY_READS}"
    r"|auto[-_.]?(?:reply|responder|response|submitted|confirm|notify|mailer|answer)|mail[-_.]?delivery[-_.\w]*"
    r"|listserv|majordomo|mailman|newsletters?|notifications?|calendar-notification|owner-.+)(?:[-+=._].*)?"
    r"|.+-(?:bounces?|owner|request)|daemon|root|nobody|mmdf|uucp|cron|nagios|zabbix|icinga|monit(?:or(?:ing)?)?|alerts?"
    r"|notify|notifier|mail-?admin|mdaemon|microsoftexchange[0-9a-f]{8,}"
)
_NAMES = re.compile(  # of the senders of bounces, beside addresses that may be anything
    r"\W*(?:(?:internet )?mail delivery (?:(?:sub)?system|service|agent)|delivery subsystem|mail administrator"
    r"|system administrator|mailer[- ]daemon|mail system|postmaster|microsoft outlook|microsoft exchange)\W*"
)
_LOCAL_PART = re.compile(r"([^\s<>@\"(),:;]{1,64})@")
_ADDRESS = re.compile(r"<[^<>]{0,320}>")
_LONGEST_ADDRESS, _LONGEST_TITLE = 64, 80
REPORTS = (
    "multipart/report",
    "message/delivery-status",
    "message/disposition-notification",
    "message/feedback-report",
    "message/feedback-report+xml",
)
_CALENDAR = "urn:content-classes:calendarmessage"
_AFTER_TITLE = re.compile(r"\s*(?:[.!*]*$|[:：(\[#])|\s+[-–—]")  # noqa: RUF001 - what people's keyboards make of them
_ENDING = re.compile(r"[(\[](?:out of (?:the )?office|auto(?:matic)?[- ]?reply|verification required)[)\]]$")
_NOTES = re.compile(r"(?:[A-Z][\w'/.-]{1,30} ){2,4}is out of the office(?:\W|$)")  # with its owner's name
_ALONE = ("away", "undelivered", "receipts")
_ANSWERS = ("in-reply-to", "references", "original-message-id")


def is_automatic(headers: Headers, subject: str = "") -> bool:
    """Return whether a machine sent a mail: a list, a bulk sender, an auto-responder, a bounce, a receipt."""
    return (
        _first_word(headers, "auto-submitted") not in {"", "no"}
        or _first_word(headers, "precedence") in _BULK
        or _first_word(headers, "x-precedence") in _BULK
        or any(map(_ONLY_MACHINES.fullmatch, headers.fields))
        or not _SUPPRESSES.isdisjoint(_BREAKS.split(headers.text("x-auto-response-suppress").lower()))
        or headers.kind() in REPORTS
        or answers_invitation(headers)
        or headers.text("return-path").strip() == "<>"
        or "autorespon" in headers.text("delivered-to").lower()
        or any(_is_sent_by_machine(headers.text(name).lower()) for name in ("from", "sender", "return-path"))
        or _NAMES.fullmatch(_ADDRESS.sub("", headers.text("from").lower()).strip()) is not None
        or _is_titled_by_machine(headers, subject)
    )


def is_machine(user: str) -> bool:
    """Return whether the part of an address before the @ is a machine's: who answers it answers nobody."""
    return len(user) <= _LONGEST_ADDRESS and _MACHINE.fullmatch(user.lower()) is not None


def answers_invitation(headers: Headers) -> bool:
    """Return whether a part is an answer to an invitation: a calendar wrote it (RFC 5546, 3.2.3)."""
    if headers.text("content-class").lower() == _CALENDAR:
        return True
    return headers.kind() == "text/calendar" and any(
        headers.says("method", method) for method in ("reply", "counter", "declinecounter", "refresh", "cancel")
    )


def _first_word(headers: Headers, name: str) -> str:
    """Return the first word of a header: parameters and comments may follow it (RFC 3834, 5)."""
    return _WORD_ENDS.split(headers.text(name).lower(), maxsplit=1)[0]


def _is_sent_by_machine(address: str) -> bool:
    """Judge the last address in the header, which is the one in angle brackets if there is a name before it."""
    parts = _LOCAL_PART.findall(address)
    return bool(parts) and is_machine(parts[-1])


def is_bare_title(subject: str) -> bool:
    """Return whether a subject is a machine's title with nothing after it: people may write it too."""
    title = _title(subject).rstrip(" .!*:")
    return any(title in _titles()[kind] for kind in _ALONE)


def _is_titled_by_machine(headers: Headers, subject: str) -> bool:
    title = _title(subject)
    if not title:
        return False
    words, heads = _titles(), _heads(title)
    if any(not heads.isdisjoint(words[kind]) for kind in _ALONE):
        return True
    if _ENDING.search(title) or _NOTES.match(subject.strip()):
        return True
    return ":" in title and any(map(headers.text, _ANSWERS)) and not heads.isdisjoint(words["answers"])


def _title(subject: str) -> str:
    """Return a subject in lower case, without what servers put before it; "[Auto-Reply] hello" is a title itself."""
    title = " ".join(subject.split()).lower().replace("’", "'").lstrip("*")  # noqa: RUF001 - Outlook's apostrophe
    while title.startswith("["):  # "[EXTERNAL] Automatic reply: …"
        label, _, rest = title[1:].partition("]")
        if any(label in _titles()[kind] for kind in _ALONE):
            return label
        title = rest.lstrip()
    return title


def _heads(title: str) -> set[str]:
    """Return all that a subject may begin with: whatever ends where a title may end."""
    return {title[: found.start()] for found in _AFTER_TITLE.finditer(title[:_LONGEST_TITLE])}


@cache
def _titles() -> Mapping[str, frozenset[str]]:
    text = (files("intake.mail") / "machines.toml").read_text("utf-8")
    return {kind: frozenset(phrases) for kind, phrases in tomllib.loads(text).items()}
