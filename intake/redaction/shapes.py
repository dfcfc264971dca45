"""Addresses of the net and postcodes: mails, links, handles, postcodes. Shape decides, never validity."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.redaction.kinds import PLACE, WORD, word_set
from intake.redaction.mails import ENDINGS, PUNCTUATION, find_mails
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text
    from storage.model import Span

URL = re.compile(
    r"(?:https?:/{1,2}|www\.)[^\s<>\"]{2,2000}"
    rf"|(?<![\w@.-])[a-z0-9-]{{1,63}}(?:\.[a-z0-9-]{{2,63}}){{0,4}}\.(?:{ENDINGS})(?![\w-])(?:/[^\s<>\"]{{0,2000}})?"
)
ENDING = re.compile(rf"\.(?:{ENDINGS})(?![\w-])")
LIKELY = 0.9  # less than a link, which may look the same

AT_HANDLE = re.compile(r"(?<![\w@])@ ?[\w](?:[\w.-]{0,62}\w)?")
SHAPED_HANDLE = re.compile(
    r"(?<![\w.@/-])(?:\w{2,32}#[0-9]{4,5}(?!\w)|[^\W_]{0,30}(?:\.[^\W_]{1,20}){0,2}_{1,3}[\w.]{1,40}|[^\W\d_]\w{1,20}(?:\.\w{2,20}){2,4})(?![\w@])"
)
DOTTED = re.compile(r"\.\w{2,20}\.\w")
NETWORK = (
    r"(?:add me|insta|instagram|ig|snap|snapchat|snapcode|sc|tik ?tok|discord|xbox|xbl|psn|playstation|ps[345]|steam|"
    r"roblox|twitter|twitch|fortnite|minecraft|gamer ?tag|username|user ?name|handle|telegram|whatsapp|kik|"
    r"facebook|fb|youtube|bereal|threads)"
)
NETWORKS = word_set(
    """
    add insta instagram ig snap snapchat snapcode sc tik tiktok discord xbox xbl psn playstation ps3 ps4 ps5 steam
    roblox twitter twitch fortnite minecraft gamer gamertag user username handle telegram whatsapp kik facebook fb
    youtube bereal threads
    """
)  # the first words of NETWORK
CUED_HANDLE = re.compile(
    rf"\b{NETWORK}\b(?: (?:name|tag|handle|account|user|username|id|is|its|it's|im|i'm|as|at|me|on|"
    rf"under|called|:|-|@|{NETWORK})|:){{0,4}} ?@?"
    r"(?<!\w)(?P<handle>[\w][\w.-]{2,62}\w(?:#[0-9]{3,5})?)"
)

# a word that no list knows is a handle only if something says so: not `we do minecraft tues`
CUED_NAME = re.compile(
    rf"(?:\b(?:name|tag|handle|account|user|username|id|is|its|it's|im|i'm|as|at|me|under|called)|[:@=-])[ @:]{{1,3}}$"
    rf"|\b(?:add|my|his|her|their|on|follow|find|msg|message) (?:me |him |her |us )?(?:on )?(?:my )?{NETWORK} ?$"
    r"|\b(?:psn|xbl|gamer ?tag|snapcode|username|kik) $"
)
NOBODY = word_set("me u us you him her them it ur all every everyone")

POSTCODE = re.compile(r"(?<![a-z0-9])(?:[a-z]{1,2}[0-9][a-z0-9]?|gir)[ .-]{0,2}[0-9o][abd-hjlnp-uw-z]{2}(?![a-z0-9])")
ORDINAL = re.compile(r"[0-9](?:st|nd|rd|th)$")
AREAS = (
    "ab|al|b|ba|bb|bd|bh|bl|bn|br|bs|bt|ca|cb|cf|ch|cm|co|cr|ct|cv|cw|da|dd|de|dg|dh|dl|dn|dt|dy|e|ec|eh|en|ex|fk|fy|"
    "g|gl|gu|ha|hd|hg|hp|hr|hs|hu|hx|ig|ip|iv|ka|kt|kw|ky|l|la|ld|le|ll|ln|ls|lu|m|me|mk|ml|n|ne|ng|nn|np|nr|nw|ol|ox|"
    "pa|pe|ph|pl|po|pr|rg|rh|rm|s|sa|se|sg|sk|sl|sm|sn|so|sp|sr|ss|st|sw|sy|ta|td|tf|tn|tq|tr|ts|tw|ub|w|wa|wc|wd|wf|wn|wr|ws|wv|yo|ze"
)
COUNTED = (
    r"years?|yrs?|weeks?|wks?|days?|months?|mths?|times?|of|miles?|mins?|minutes|hours?|hrs?|bed|people|kids|more|other|"
    r"nights?|am|pm|to|or|different|homes|houses|placements"
)
SHORT_WORD = "is|it|in|to|so|at|on|my|me|we|he|im|up|no|ok|or|of|do|go|an|as|be|by|if|us|am|ive|id|ur|pm|wi|xx|bc|rn|ya"
OUTWARD = re.compile(
    rf"(?<![a-z0-9£#-])(?P<area>{AREAS})(?P<district>[0-9][0-9a-hjkp-uw-y]?)(?![a-z0-9-])"
    rf"(?: [0-9](?![\w.:%]|,[0-9])(?! (?:{COUNTED})\b)| (?!(?:{SHORT_WORD})\b)[a-z]{{2}}(?= ?[.,;!?]| ?$| ?\n))?"
)
OUTWARD_BEFORE = re.compile(
    r"(?:\b(?:in|to|from|near|around|round|at|live|lives|said|covers?|over|postcode(?: is)?|area|street|road|lane|"
    r"avenue|drive|st|close|crescent|way|rd|ave)|,)[ ,:]{1,2}$"
)
NUMBERED_THING = re.compile(
    r"\b(?:the|bus|buses|train|vitamin|room|rm|flat|block|unit|section|level|year|form|page|grade|class|motorway|"
    r"junction|size|ward|bed|route|number|no|gate|row|seat|band|stage|group|table|paragraph|para|question|house|a|my|of|btec|on)"
    r"s? $"
)
AND_OUTWARD = re.compile(r" ?(?:,|/|&|and|n|or|nd|to|then)? ?(?:and |or )?")
NOT_OUTWARD = word_set("co2 me2 so1 so2 cr7 wd40 b12 l8r w8 l8 h8 m8 b4 n1 ub40 s1 s2 s3 s4 s5 s6")
TOWN_REACH = 60  # characters
TOWN = re.compile(
    r"(?:(?P<name>[A-Z][\w'-]{1,24}(?:[ -](?:[A-Z][\w'-]{1,24}|on|upon|under|le|of|in|the)){0,3})"
    r"|\b(?P<lower>[a-z][a-z'-]{2,24})),?[ \n]{1,2}$"
)
SHORT_OUTWARD = word_set("n1 m8 s1 s2 s3 s4 s5 s6 w8 l8 so1 so2")  # districts too: `in n1`
LAW = re.compile(r"s(?:17|20|22|23|24|31|38|47)(?![0-9])")


def find_emails(text: Text) -> Iterator[Span]:
    """Yield mail addresses, also as spoken: `jay dot k at gmail dot com`."""
    return find_mails(text)


def find_links(text: Text) -> Iterator[Span]:
    """Yield links and names of sites."""
    if "http" in text.low or "www." in text.low or ENDING.search(text.low):
        for found in URL.finditer(text.low):
            yield text.span(found.start(), found.start() + len(found[0].rstrip(PUNCTUATION)), Label.URL)


def find_handles(text: Text) -> Iterator[Span]:
    """Yield names on social networks and in games."""
    plain = text.plain
    for pattern, possible in (
        (AT_HANDLE, "@" in plain),
        (SHAPED_HANDLE, "_" in plain or "#" in plain or DOTTED.search(plain)),
    ):
        for found in pattern.finditer(plain) if possible else ():
            if any(map(str.isalnum, found[0])) and not _is_spoken(text, found[0].lower()):
                yield text.span(*found.span(), Label.HANDLE, LIKELY)
    if NETWORKS.isdisjoint(text.spoken):
        return
    for found in CUED_HANDLE.finditer(text.low):
        handle = found["handle"]
        start = found.start("handle")
        simple = handle.rstrip(".").isalpha()
        if not simple or (not text.look_up(handle) and CUED_NAME.search(text.low, max(0, start - 40), start)):
            yield text.span(found.start("handle"), found.start("handle") + len(handle), Label.HANDLE)


def _is_spoken(text: Text, handle: str) -> bool:
    """Whether `@` only stands for a word: `dont @ me`, `meet @ 7`."""
    name = handle.lstrip("@")
    if name.startswith(" "):
        return name.strip().isdigit() or bool(text.look_up(name.strip()) & WORD)
    return name in NOBODY


def find_towns(text: Text) -> Iterator[Span]:
    """Yield the town that stands before a postcode: "Wigan WN1 3AB"."""
    for found in text.find(POSTCODE, text.numbered):
        town = TOWN.search(text.plain, max(0, found.start() - TOWN_REACH), found.start())
        if town and (town["name"] or text.look_up(town["lower"]) & PLACE):
            yield text.span(*town.span(town.lastgroup or 0), Label.PLACE)


def find_postcodes(text: Text) -> Iterator[Span]:
    """Yield postcodes, and the first half alone where it can hardly be anything else."""
    for found in text.find(POSTCODE, text.numbered):
        if " " not in found[0] or not ORDINAL.search(found[0]):
            yield text.span(*found.span(), Label.POSTCODE)
    last = -1
    for found in text.find(OUTWARD, text.numbered):
        listed = last >= 0 and AND_OUTWARD.fullmatch(text.low, last, found.start()) is not None
        if (listed and found[0] not in NOT_OUTWARD) or _is_outward(text, found):
            last = found.end()
            yield text.span(*found.span(), Label.POSTCODE)


def _is_outward(text: Text, found: re.Match[str]) -> bool:
    """Whether half a postcode is one: `in m14`, `SE15`, `cf24`, but not `the M6`, `so1` or `level B2`."""
    start = found.start()
    before = max(0, start - 24)
    if OUTWARD_BEFORE.search(text.low, before, start):
        return not LAW.match(found[0]) and found[0] not in NOT_OUTWARD - SHORT_OUTWARD
    if found[0] in NOT_OUTWARD or NUMBERED_THING.search(text.low, before, start):
        return False
    capitals = text.plain[start : found.end("district")].isupper()
    if len(found["area"]) > 1:
        return capitals or (found["district"].isdigit() and len(found["district"]) > 1)
    return capitals and len(found["district"]) > 1 and found["area"] not in "ms"
