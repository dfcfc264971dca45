"""What stands beside the name of a council and says that it is one, and whose. Patterns only."""

from __future__ import annotations

import re

from intake.redaction.kinds import word_set

NEAR = 64  # characters before a name

OPENS = frozenset({" ", "'", "\u2019"})  # whatever says after a name that it is a council begins so
# and so does end what says it before
LEADING = word_set(
    """
    of the council la authority parent parents me is was are were being called named to under with by from in into a an
    """
)

OF_ENDS = (" of ", " of the ")
UNDER_ENDS = tuple([f" {word} {the}" for word in ("to", "of", "under", "with", "by", "from") for the in ("", "the ")])
KINDS = ("council", "la", "authority", "corporate parent")

SIZE = r"(?:city|county|borough|metropolitan|met|district|unitary|town|parish|islands?)"
S = r"(?:'|\u2019)?s"
OWNS = r"(?:'s|\u2019s)?"
BEING = r"(?:is|are|was|were)"
NEVER = r"(?:won'?t|wouldn'?t|didn'?t|don'?t|never|always)"
DOING = r"(?:pay|paid|fund|let|give|gave|help|tell|told|house|answer|sign|say|said|listen|ring|rang|repl(?:y|ied)|want)"
SAYING = r"(?:sa(?:id|ys?)|told|tells?|refused?|agreed|promised?|decided?|apologised|offered|placed|owes?)"
CUTTING = r"(?:closed|stopped|cut|lost|moved|housed|rehoused) (?:my|me|our|us)"
VERB = rf"(?:{SAYING}|{NEVER} {DOING}|{CUTTING}|took me|(?:have|has) (?:a duty|to pay|{SAYING}))"
# what the placeholder stands for as well: `Salford City Council`, `Kent LA`
COUNCIL = re.compile(
    rf"{OWNS}(?: {{1,2}}{SIZE}(?= )){{0,3}} {{1,2}}"
    r"(?:councils?|cncl|coun[cs]il|corporation|local authority|authority|mbc|(?-i:LA|CC|MDC|BC)|"
    rf"la(?= {VERB}| {BEING}| (?:and|but|should|has|have)\b)|children{S} trust|(?:health and social care|hsc) trust)"
    r"(?!\w| tax\b)",
    re.IGNORECASE,
)
ACTS = re.compile(
    r"(?: (?:borough|city|county))* (?:council|la|social services)"
    rf"(?=$|[^\w\s'-]|'s|\u2019s|\n| (?:{BEING}|{VERB}|has|have|had|and|but|who|that|when|because|cos|coz|for|to|took|"
    r"gave|moved|put|let|keeps?|kept|should|could|can|can'?t)\b)",
    re.IGNORECASE,
)
# the name of an organisation that is one
ITSELF = re.compile(r" (?:council|authority|trust)$", re.IGNORECASE)
# parts of a council, which stay readable beside it
PART = re.compile(
    rf"{OWNS} {{1,2}}(?:social (?:services|care|workers?)|children{S} (?:services|social care|social services)|"
    r"leaving care|care leavers?|through ?care|after ?care|corporate parent(?:s|ing)?|housing|virtual school|"
    r"children in care|cicc|youth council|fostering|adoption team|emergency duty|edt|lado|mash|looked after)(?!\w)",
    re.IGNORECASE,
)
OF = re.compile(
    r"(?<!\w)(?:the )?(?:(?:london|royal|metropolitan|county) ){0,3}(?:borough|council) of (?:the )?$", re.IGNORECASE
)
OWN = r"(?:my|our|me)(?: (?:own|home|responsible|main|actual))?"
KIND = r"(?:council|la|local authority|authority|corporate parents?|home authority)"
IS = r"(?:(?: (?:is|was|are|were|being|called|named)){0,2}|,|:| ?\(| -) ?$"
NOT_SAID = r"(?<!\w)" + "".join(rf"(?<!{be} )(?<!{be} my )(?<!{be} our )" for be in ("is", "are", "was", "were"))
CALLED = re.compile(rf"{NOT_SAID}{KIND}(?: responsible for me)?{IS}", re.IGNORECASE)
MINE = re.compile(
    rf"{NOT_SAID}(?:(?:{OWN}|responsible) {KIND}(?: responsible for me)?|{KIND} responsible for me){IS}", re.IGNORECASE
)
MINE_BESIDE = re.compile(rf"(?<!\w){OWN} (?:council |la |local authority )?$", re.IGNORECASE)
IS_MINE = re.compile(
    rf"(?: (?:city|county|borough))?(?: council| la| local authority)?(?: social services)? {BEING}"
    r"(?: (?:still|also|actually|(?:meant|supposed) to be))? (?:responsible for me|"
    r"(?:my|our)(?: (?:own|home|responsible|legal))? (?:council|la|local authority|corporate parents?|authority))\b",
    re.IGNORECASE,
)
CARE = (
    r"(?:in (?:the )?care (?:to|of|under|with)|looked after (?:by|child (?:of|under))|care orders? (?:to|with|under)|"
    r"section 20 (?:to|with|under)|(?:accommodated|raised|brought up) by|care leaver (?:from|of|under|with)|"
    r"belong(?:ed|ing)? to)(?: the)? $"
)
UNDER = re.compile(rf"(?<!\w){CARE}", re.IGNORECASE)
I_AM = r"(?:i|me|we|(?:i|we)(?:'|\u2019)?(?:m|ve|re))"
I_WAS = (
    r"(?: (?:was|am|are|were|been|have|has|went|came|come|still|always|all|both|got|taken|put|a|an|on|under|the)){0,4}"
)
I_UNDER = re.compile(rf"(?<!\w){I_AM}{I_WAS} (?:{CARE}|(?:under|care to)(?: the)? $)", re.IGNORECASE)
# `I'm a Barnet care leaver`
I_LEFT = re.compile(rf"(?<!\w)(?:{I_AM}|i am|as) an? $", re.IGNORECASE)
LEAVER = re.compile(rf"(?: {SIZE}| council){{0,3}} care[ -](?:leaver|experienced)", re.IGNORECASE)
ANOTHERS = re.compile(
    rf"(?<!\w)(?:(?:another|other|different|host|neighbouring|new) {KIND}{IS}|"
    r"out of (?:my |our )?(?:area|borough|county|authority|la)(?: placement)? (?:to|in|into|under|with) (?:the )?$)",
    re.IGNORECASE,
)
AREA = re.compile(r"(?:'s|\u2019s| (?:council|la)(?:'s|\u2019s)?) area(?!\w)", re.IGNORECASE)
MOVED = re.compile(
    r"(?<!\w)(?:placed|moved|put|sent|living|live|lived|placement|shipped)(?: \w{1,12}){0,3} $", re.IGNORECASE
)
# what only somebody can do, or a council: `Kirklees said no`
SAYS = re.compile(rf" {VERB}\b", re.IGNORECASE)
