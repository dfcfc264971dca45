"""Addresses of the net and postcodes: mails, links, handles, postcodes. Shape decides, never validity."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.redaction.kinds import PLACE, WORD, word_set
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text
    from storage.model import Span

ENDINGS = (
    "com|co|org|net|uk|io|me|app|dev|info|biz|tv|gg|ly|be|link|site|online|xyz|eu|ie|scot|wales|cymru|london|edu|ac|gov|"
    "school|example|test|fr|de|page|blog|club|shop|social|news|chat"
)
EMAIL = re.compile(
    rf"(?<![\w.+-])[\w.+'-]{{1,200}}(?:@[\w-][\w.-]{{0,99}}| ?@ ?[\w-]{{1,63}}(?: ?\. ?(?:{ENDINGS})\b){{1,3}})"
)
PROVIDER = r"(?:gmail|googlemail|hotmail|outlook|yahoo|ymail|icloud|aol|protonmail|btinternet)"
SPELLED_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?P<parts>(?: (?:dot|underscore|dash|hyphen) [\w.+-]{1,64}){0,4})"
    r"(?: at | ?[(\[{<] ?(?:at|@) ?[)\]}>] ?|@)"
    rf"(?:{PROVIDER}\b(?: ?(?:dot|\.|[(\[{{] ?dot ?[)\]}}]) ?[\w-]{{2,63}}){{0,3}}"
    r"|[\w-]{2,63}(?P<dots>(?: ?(?:\bdot\b|\.(?=\w)|[(\[{] ?dot ?[)\]}]) ?[\w-]{2,63}){0,4}))"
)
SPELLED_AT = re.compile(r"@|at[ )\]}>]")
MAILED = re.compile(r"\b(?:e-?mail|gmail|address|account|contact|reach)\b[^\n]{0,24}$")

URL = re.compile(
    r"(?:https?:/{1,2}|www\.)[^\s<>\"]{2,2000}"
    rf"|(?<![\w@.-])[a-z0-9-]{{2,63}}(?:\.[a-z0-9-]{{2,63}}){{0,4}}\.(?:{ENDINGS})(?![\w-])(?:/[^\s<>\"]{{0,2000}})?"
)
ENDING = re.compile(rf"\.(?:{ENDINGS})(?![\w-])")
LIKELY = 0.9  # less than a link, which may look the same
PUNCTUATION = ".,;:!?)]}'\"*"

AT_HANDLE = re.compile(r"(?<![\w@])@ ?[\w](?:[\w.-]{0,62}\w)?")
SHAPED_HANDLE = re.compile(
    r"(?<![\w.@/-])(?:[^\W_]{0,30}_{1,3}[\w.]{1,40}|[^\W\d_]\w{1,20}(?:\.\w{2,20}){2,4})(?![\w@])"
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
    r"under|called|:|-|@)|:){0,4} ?@?"
    r"(?<!\w)(?P<handle>[\w][\w.-]{2,62}\w(?:#[0-9]{3,5})?)"
)

POSTCODE = re.compile(r"(?<![a-z0-9])(?:[a-z]{1,2}[0-9][a-z0-9]?|gir)[ .-]{0,2}[0-9o][abd-hjlnp-uw-z]{2}(?![a-z0-9])")
ORDINAL = re.compile(r"[0-9](?:st|nd|rd|th)$")
AREAS = (
    "ab|al|b|ba|bb|bd|bh|bl|bn|br|bs|bt|ca|cb|cf|ch|cm|co|cr|ct|cv|cw|da|dd|de|dg|dh|dl|dn|dt|dy|e|ec|eh|en|ex|fk|fy|"
    "g|gl|gu|ha|hd|hg|hp|hr|hs|hu|hx|ig|ip|iv|ka|kt|kw|ky|l|la|ld|le|ll|ln|ls|lu|m|me|mk|ml|n|ne|ng|nn|np|nr|nw|ol|ox|"
    "pa|pe|ph|pl|po|pr|rg|rh|rm|s|sa|se|sg|sk|sl|sm|sn|so|sp|sr|ss|st|sw|sy|ta|td|tf|tn|tq|tr|ts|tw|ub|w|wa|wc|wd|wf|wn|wr|ws|wv|yo|ze"
)
OUTWARD = re.compile(rf"(?<![a-z0-9£#-])(?:{AREAS})[0-9][0-9a-hjkp-uw-y]?(?![a-z0-9-]|[ -]?[0-9])")
OUTWARD_BEFORE = re.compile(
    r"(?:\b(?:in|to|from|near|around|round|live|postcode(?: is)?|area|street|road|lane|avenue|drive|"
    r"close|crescent|way|rd|ave)|,)[ ,]{1,2}$"
)
TOWN_REACH = 60  # characters
TOWN = re.compile(
    r"(?:(?P<name>[A-Z][\w'-]{1,24}(?:[ -](?:[A-Z][\w'-]{1,24}|on|upon|under|le|of|in|the)){0,3})"
    r"|\b(?P<lower>[a-z][a-z'-]{2,24})),?[ \n]{1,2}$"
)
SURE_OUTWARD = 4  # letters: SE15 in capitals needs no other sign
LAW = re.compile(r"s(?:17|20|22|23|24|31|38|47)$")


def find_emails(text: Text) -> Iterator[Span]:
    """Yield mail addresses, also as spoken: `jay dot k at gmail dot com`."""
    if "@" in text.plain:
        for found in EMAIL.finditer(text.plain):
            yield text.span(found.start(), found.start() + len(found[0].rstrip(PUNCTUATION)), Label.EMAIL)
    for found in text.find(SPELLED_EMAIL, text.lines_with(SPELLED_AT)):
        if _is_spelled_email(text, found):
            yield text.span(*found.span(), Label.EMAIL)


def _is_spelled_email(text: Text, found: re.Match[str]) -> bool:
    """Only `at` among words says little: something else must look like a mail address."""
    if found["parts"] or " at " not in found[0] or found["dots"] is None or "dot" in found["dots"]:
        return True
    if found["dots"] and not text.look_up(found[0].split(" ", 1)[0]) & WORD:
        return True
    return MAILED.search(text.low, max(0, found.start() - 40), found.start()) is not None


def find_links(text: Text) -> Iterator[Span]:
    """Yield links and names of sites."""
    if "http" in text.low or "www." in text.low or ENDING.search(text.low):
        for found in URL.finditer(text.low):
            yield text.span(found.start(), found.start() + len(found[0].rstrip(PUNCTUATION)), Label.URL)


def find_handles(text: Text) -> Iterator[Span]:
    """Yield names on social networks and in games."""
    plain = text.plain
    for pattern, possible in ((AT_HANDLE, "@" in plain), (SHAPED_HANDLE, "_" in plain or DOTTED.search(plain))):
        for found in pattern.finditer(plain) if possible else ():
            if any(map(str.isalnum, found[0])):
                yield text.span(*found.span(), Label.HANDLE, LIKELY)
    if NETWORKS.isdisjoint(text.spoken):
        return
    for found in CUED_HANDLE.finditer(text.low):
        handle = found["handle"]
        if not text.look_up(handle) or any(not c.isalpha() for c in handle.rstrip(".")):
            yield text.span(found.start("handle"), found.start("handle") + len(handle), Label.HANDLE)


def find_towns(text: Text) -> Iterator[Span]:
    """Yield the town that stands before a postcode: "Wigan WN1 3AB"."""
    for found in text.find(POSTCODE, text.numbered):
        town = TOWN.search(text.plain, max(0, found.start() - TOWN_REACH), found.start())
        if town and (town["name"] or text.look_up(town["lower"]) & PLACE):
            yield text.span(*town.span(town.lastgroup or 0), Label.PLACE)


def find_postcodes(text: Text) -> Iterator[Span]:
    """Yield postcodes, and the first half alone where the words before it call for one."""
    for found in text.find(POSTCODE, text.numbered):
        if " " not in found[0] or not ORDINAL.search(found[0]):
            yield text.span(*found.span(), Label.POSTCODE)
    for found in text.find(OUTWARD, text.numbered):
        start, end = found.span()
        cued = OUTWARD_BEFORE.search(text.low, max(0, start - 20), start) and not LAW.match(found[0])
        if cued or (text.plain[start:end].isupper() and end - start >= SURE_OUTWARD):
            yield text.span(start, end, Label.POSTCODE)
