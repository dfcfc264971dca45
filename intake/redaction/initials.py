"""People of whom only the initials are said: `L.M.'s review`, `t.j. n me`, `RT, who is 15`. Not `P.E.`, nor `a PA`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.redaction.kinds import word_set
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text
    from storage.model import Span

LIKELY = 0.6
DOTTED = re.compile(
    r"(?<![\w.@/&'-])(?:[A-Z]\.[A-Z](?:\.[A-Z])?(?:\.(?![\w@])|(?='s|,|\)))|[a-z]\.[a-z]\.(?='s| |,|\)|$))"
)
SOMEBODYS = (
    r"placement|review|views?|mum|mother|dad|father|nan|brother|sister|family|social worker|worker|care plan|plan|"
    r"school|carer|foster|pa|room|file|birthday|behalf|voice|words|case|life|home"
)
# two capitals are somebody's only where somebody does or is something
TWO = re.compile(
    rf"(?<![\w.@/&'-])[A-Z]{{2}}(?=,? who\b|'s (?:{SOMEBODYS})\b|,? \(?aged\b|"
    r" is (?:a|an|[0-9]{1,2})\b(?! (?:of|in)\b)|"
    r" (?:has|have) (?:been|asked|told|said|lived|moved|had)\b| (?:asked|told) (?:me|us)\b| said (?:he|she|they|to)\b|"
    r" (?:wants|wanted|feels|felt|lives|lived|absconded|misses|attends) | would (?:like|love)\b|"
    r" was (?:placed|moved|born|taken|adopted|removed)\b| came into\b|"
    r" got (?:moved|banned|excluded|kicked|put|sent|arrested)\b)"
)
LED = re.compile(
    r"\b(?:an?|the|my|our|your|his|her|their|this|that|every|no|any|some|of|new|each|which|\w{1,12}'s) $", re.IGNORECASE
)
NEAR = 16
# what else is written so
COMMON = word_set(
    """
    am pm ie eg ps pps nb pe re rs uk us usa eu un gb ni tv id ids it itv pc gp pa pas sw sws la las aka asap dob doa
    rip ok okay mp mps bbc nhs dj cv hr pr ta qc kc bc ad pto rsvp ph phd ba bsc ma msc hq iq eq sos diy vip ft em cc
    fao yp yps dv uc ct hb dhp pip dla esa jsa pf mh ld sen ehc sg so sgo cp ce lo yo yj fc sc ri ed er ae ap vs ho bf
    gf lc ll dm dms ig fb sm pm wc nd rd st th lac cic cla asd asc add ehcp ep fm xx xo tf wtf omg btw imo ngl tbh hp
    hmp up go in on at to by of or if as an be we he me my no do is she mr ms dr vr ai ar ip ux pt qr hd dvd cd mot
    ca ss ww fa hv ehco vat ltd plc co bt ee o2 ba ra ns nw ne se sw ec wc ukip snp dup lib con ui ot slt cpn cmht
    """
)


def find_initials(text: Text) -> Iterator[Span]:
    """Yield initials that stand for somebody."""
    plain = text.plain
    if "." in plain:
        for found in DOTTED.finditer(plain):
            if found[0].replace(".", "").lower() not in COMMON:
                yield text.span(*found.span(), Label.NAME, LIKELY)
    if text.is_loud:
        return
    for found in TWO.finditer(plain):
        led = LED.search(plain, max(0, found.start() - NEAR), found.start())
        if not led and found[0].lower() not in COMMON:
            yield text.span(*found.span(), Label.NAME, LIKELY)
