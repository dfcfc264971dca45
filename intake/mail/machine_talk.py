"""What machines say at the beginning of a mail whose headers don't tell: bounces, who is away, ticket systems."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_BEGINNING = 600  # characters
_SHORT = 2_500  # characters: whoever writes more wrote it themselves
_WORTH_A_LOOK = (  # one of them is in whatever one of the patterns below finds
    *("automat", "deliver", "postfix", "qmail", "inform you", "original message", "recipients", "reply to this"),
    *("respond to this", "awaits", "being held", "requires", "you are", "office", "away", "leave", "holiday"),
    *("vacation", "unavailable", "received", "contacting", "for your", "monitored", "in use", "working", "not work"),
    *("longer work", "have left", "now left", "verif", "virus", "blocked", "banned", "spam", "off work"),
    *("i work", "training", "closed", "getting in touch", "emailing", "was read on"),
)
_UNDELIVERED_SAYS = (
    *("automatically", "mail system", "postfix", "qmail", "inform you", "deliver", "original message", "your message"),
    *("following", "mail server", "rejected", "blocked", "checker", "scanner", "unsolicited", "abuse report"),
)
_MACHINE_SAYS = (
    *("automat", "awtomat", "is auto", "an auto", "to this", "your message", "your e", "you are", "mailbox", "inbox"),
    *("account", "address", "click", "verification"),
)
_UNDELIVERED = re.compile(
    r"this message was created automatically by mail delivery software|this is the mail system at host"
    r"|this is the postfix program at host|this is the qmail-send program|i'm sorry to have to inform you that"
    r"|this is (?:an automatically generated |the )?(?:delivery status notification|mail delivery system)"
    r"|the original message was received at \w{3},|your message did not reach some or all of the intended recipients"
    r"|delivery has failed to these recipients"
    r"|your message (?:to \S{1,200} )?(?:wasn't|was not|could not be|couldn't be) delivered"
    r"|your message to: .{1,300} was read on"
    r"|the following (?:message|mail) (?:to|for) <[^<>]{1,200}> was undeliverable|message could not be delivered to"
    r"|(?:the )?following (?:addresses|recipients?) (?:had|have|has) (?:permanent|delivery|failed)"
    r"|i tried to deliver (?:your|a) message|i could not deliver your (?:mail|message)"
    r"|this is the \w{2,20} mail server at|wasn't able to deliver your message|delivery is delayed to these recipients"
    r"|delivery to these recipients or (?:groups|distribution lists) is complete"
    r"|was (?:rejected|blocked) by (?:the|our) (?:local scanning|spam|content|bulk)|(?:virus checker|scanner) found"
    r"|(?:a message|mail) from you\b.{0,80}\bconsidered unsolicited bulk|this is an email abuse report"
)
_MACHINE = re.compile(
    r"this is (?:an )?auto(?:mat(?:ed|ic))?(?:ally)?[- ]?(?:generated)? (?:e-?mail|message|reply|response|notification)"
    r"|this (?:e-?mail|message|reply|response) (?:was|is|has been) (?:sent |generated |created )?automatic(?:ally)?"
    r"|(?:please )?do not (?:reply|respond) to this (?:automated |auto-generated )?(?:e-?mail|message|address)"
    r"|your (?:message|e-?mail) to .{1,80} (?:awaits|is being held|requires (?:confirmation|approval))"
    r"|to (?:confirm|prove) (?:that )?you are (?:not )?a (?:human|person|robot|spammer)"
    r"|(?:^|[.!?:] )(?:please note (?:that )?)?this (?:mailbox|inbox|account|(?:e-?mail )?address|e-?mail account)"
    r" is (?:not|no longer|un)[ -]?(?:currently |being |regularly )?(?:monitored|in use|active|checked|attended)"
    r"|click (?:on )?the link below to (?:complete|confirm|verify)|to complete the verification"
    r"|anfonwyd y neges hon yn awtomatig|diese (?:e-?mail|nachricht) wurde automatisch"
)
_AWAY = re.compile(
    r"\bi(?:'m| am| will be)(?: (?:now|currently|away|presently|afraid i am)){0,2} (?:out of (?:the )?office"
    r"|away from (?:the office|my (?:desk|email|e-mail))|on (?:annual|maternity|paternity|parental|sick) leave"
    r"|on leave|on holiday|on vacation|unavailable|not (?:at|in) work|not working"
    r"|off (?:work|sick)|(?:on|in|at) (?:a )?(?:training|conference)|away from my (?:mail|inbox))\b"
    r"|\bplease note (?:that )?i (?:only )?work (?:on )?(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?)\b"
    r"|\b(?:our|the|school) offices? (?:is|are) (?:now |currently )?closed (?:for|until|from|on)\b"
    r"|\bi (?:don't|do not) work (?:on )?(?:mondays|tuesdays|wednesdays|thursdays|fridays|weekends)\b"
    r"|\bmy (?:normal |usual )?working (?:days|hours|pattern) (?:are|is)\b"
)
_LEFT = re.compile(r"\bi (?:have (?:now )?left|(?:no longer|don't|do not) work (?:for|at|with|here|in))\b")
_ELSEWHERE = re.compile(r"\bplease (?:re-?direct|direct|forward|contact|e-?mail|send|call)\b(?! me\b)")
_COMES_BACK = re.compile(
    r"\b(?:return(?:ing)? (?:on|to)|returning \d"
    r"|urgent (?:response|matters|queries)|re-?opens?|(?:on|when) (?:our|we) return"
    r"|back (?:on|in|at)|until|in my absence|for urgent|if (?:it|this) is urgent"
    r"|as soon as (?:i|possible)|please (?:contact|e-?mail|call)|will (?:reply|respond)|(?:no|limited) access)\b"
)
_RECEIVED = re.compile(
    r"\b(?:(?:have|has been|was) (?:successfully )?received|thank you for contacting"
    r"|thank you for (?:your (?:e-?mail|enquiry|message|request)|e-?mailing)|thanks for (?:contacting|your e-?mail)"
    r"|thank(?:s| you) for getting in touch)\b"
)
_IN_TURN = re.compile(
    r"\b(?:ticket|(?:reference|case|request|enquiry|incident) (?:number|no|id|ref)|working days"
    r"|aim to (?:reply|respond)|get back to you (?:as soon as|within)"
    r"|a member of (?:our|the) team will|will be in touch (?:shortly|soon)|opening hours)\b"
    r"|\[#\d+\]|\b(?:inbox|mailbox) is (?:only )?(?:monitored|checked)|(?:immediate|at) (?:risk|danger).{0,60}\b999\b"
)
_A_LIFE = re.compile(  # what machines don't speak of
    r"\bmy (?:social worker|foster|mum|mam|mom|dad|nan|brother|sister|placement|pa|(?:key ?)?worker|personal advis[eo]r"
    r"|carers?|flat|bed|room|letters|rent|life)\b|\bi (?:feel|felt|hate|hated|love|loved|wish|cried|got)\b"
    r"|\bthey (?:moved|kept|keep|told|said|never|won't|open|lock|locked|took|put)\b"
)


_TOGETHER = ((_AWAY, _COMES_BACK), (_LEFT, _ELSEWHERE), (_RECEIVED, _IN_TURN))


def is_machine_talk(text: str) -> bool:
    """Return whether the words that somebody wrote are a machine's. Says nothing about long ones."""
    if len(text) > _SHORT:
        return False
    said = " ".join(text[:_BEGINNING].lower().replace("’", "'").split())  # noqa: RUF001 - Outlook's apostrophe
    if _is_said_by_machines(said):
        return True
    if not _holds(said, _WORTH_A_LOOK):
        return False
    if _holds(said, _UNDELIVERED_SAYS) and _UNDELIVERED.search(said):
        return True
    if _holds(said, _MACHINE_SAYS) and _MACHINE.search(said):
        return True
    return any(one.search(said) and other.search(said) for one, other in _TOGETHER) and not tells_a_life(said)


def _holds(said: str, phrases: Iterable[str]) -> bool:
    return any(map(said.__contains__, phrases))


def _is_said_by_machines(said: str) -> bool:
    """Return whether a phrase is a machine's, or two tell in another language than English that somebody is away."""
    phrases, inner = _said_by_machines(), _inner_words()
    if any(_holds(said, inner[word]) for word in inner.keys() & {"", *said.split()}):
        return True
    return _holds(said, phrases["says_away"]) and _holds(said, phrases["says_back"])


def tells_a_life(text: str) -> bool:
    """Return whether words speak of what only people have: a mum, a placement, a wish."""
    return _A_LIFE.search(text[:_SHORT].lower().replace("’", "'")) is not None  # noqa: RUF001 - the same


@cache
def _said_by_machines() -> Mapping[str, tuple[str, ...]]:
    text = (files("intake.mail") / "machines.toml").read_text("utf-8")
    return {kind: tuple(phrases) for kind, phrases in tomllib.loads(text).items()}


@cache
def _inner_words() -> Mapping[str, list[str]]:
    """Return what is said alone by its longest word between others, "" if it has none: a text has it as it is."""
    phrases: dict[str, list[str]] = {}
    for phrase in _said_by_machines()["says_alone"]:
        phrases.setdefault(max(phrase.split()[1:-1], key=len, default=""), []).append(phrase)
    return phrases
