"""Names of firms, clubs and schemes of several parts: `Salt & Scissors`, `Nails by Elen`, `dr patel & partners`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.redaction import cues, sites, wheres
from intake.redaction.heads import FAR, LIKELY, run_of
from intake.redaction.kinds import FIRST, PLACE, WORD, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from intake.redaction.heads import Found
    from intake.redaction.text import Word

PARTNERS = word_set("partners associates sons daughters")
# what is made by somebody: `Nails by Elen`
MADE = word_set(
    """
    nails cuts cutz fades hair brows lashes beauty cakes bakes blooms flowers tattoos tatts ink braids styles trims
    photography portraits crafts designs cooking catering gardens locs
    """
)
WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
GATHERINGS = word_set("club group gang crew project choir school")
BEFORE_TWO = word_set("at from with by to for out shoutout called than like and outside through near love")
AFTER_TWO = wheres.IS_DOING | word_set("are were who let lets paid pay pays give gives make makes do does")
# schemes are called with these and their town: `Next Steps Lewisham`, `Build It Bolton`
HOPEFUL = word_set(
    """
    next new build building it step steps start starts moving move on forward forwards voice voices roots rise rising
    shine your our us me we all grow growing open own together first fresh bright brighter hope future futures change
    changing changes lives young heard speak out up make making way ways stand reach here be you can love matters minds
    mind heroes better stronger strong bridge bridges house link links safe pathways horizons works working ready
    """
)
BEFORE_SCHEMES = wheres.BEFORE_SEVERAL | word_set("at with via for")
JOINED = re.compile(r"[a-z]{3,}[24][a-z]+")  # `Aspire2Nest`, `Home4U`
STOCK = word_set(
    """
    terms pros ups ins odds bits names dates pens rock rules policies food drinks drugs alcohol maths trial love
    training sick bed fish romeo ant tom cat cats dogs boys girls kids parents education time hopes dreams highs
    lows black
    """
)
NOT_TWO = sites.GENERIC | cues.KIN | cues.ROLES | cues.SEASONS | WEEKDAYS | STOCK


def is_joined(word: Word) -> bool:
    """Whether words are joined by a digit and begin with a capital: `Aspire2Nest`."""
    return word.capital and JOINED.fullmatch(word.low) is not None


def of_partners(words: Sequence[Word], i: int) -> Iterator[Found]:
    """Yield whose partners or sons word `i` means: `dr patel & partners`, `Hobbs and sons`."""
    at = i - 2 if i > 1 and words[i - 1].low in {"and", "n"} else i - 1
    joined = words[i].gap in {" & ", " + "} or at == i - 2
    if at < 0 or not joined:
        return
    whose = words[at]
    if whose.low not in NOT_TWO and (whose.capital or not whose.kinds & WORD):
        yield at - (at > 0 and words[at - 1].low in {"dr", "drs", "doctor"}), i, LIKELY


def of_two(words: Sequence[Word], i: int) -> Iterator[Found]:
    """Yield two things in capitals that word `i` ends, where one stands that does something: `Salt & Scissors are`."""
    first, second = words[i - 1], words[i]
    if not (first.capital and second.capital) or first.kinds & second.kinds & FIRST:
        return
    if first.low in NOT_TWO or second.low in NOT_TWO:
        return
    before = words[i - 2].low if i > 1 and not first.opens else ""
    after = words[i + 1].low if i + 1 < len(words) and words[i + 1].gap == " " else ""
    if before in BEFORE_TWO or (first.opens and after in AFTER_TWO):
        yield i - 1, i, LIKELY


def made_by(words: Sequence[Word], i: int) -> Iterator[Found]:
    """Yield what somebody makes who stands after `by`, word `i`: `Nails by Elen`."""
    if not i or i + 1 == len(words) or words[i + 1].gap != " " or words[i - 1].low not in MADE:
        return
    maker = words[i + 1]
    if maker.low not in NOT_TWO and (maker.capital or not maker.kinds & WORD):
        yield i - 1, run_of(tuple(words), i + 1) if maker.capital else i + 1, LIKELY


def on_a_weekday(words: Sequence[Word], i: int) -> Iterator[Found]:
    """Yield a club that is called after weekday `i`: `the Tuesday Lunch Club`, `Polish Saturday School`."""
    end = i
    while end + 1 < len(words) and end - i < FAR and words[end + 1].capital and words[end + 1].gap == " ":
        end += 1
    led = i > 0 and words[i].gap == " " and words[i - 1].capital and words[i - 1].low != "the"
    if words[end].low in GATHERINGS and end > i and (led or words[end].low != "school"):
        yield i - led, end, LIKELY


def of_a_town(words: Sequence[Word], i: int) -> Iterator[Found]:
    """Yield a scheme that ends in its town, word `i`: `from Next Steps Lewisham`."""
    first = i
    while first and i - first < FAR and words[first].gap == " " and words[first - 1].capital and not words[first].opens:
        first -= 1
    run = words[first:i]
    hopeful = len(run) > 1 and all(word.low in HOPEFUL or not word.kinds & (FIRST | PLACE) for word in run)
    if not hopeful or any(word.low in sites.GENERIC - HOPEFUL for word in run):
        return
    if first and words[first - 1].low in BEFORE_SCHEMES and any(word.low in HOPEFUL for word in run):
        yield first, i, LIKELY
