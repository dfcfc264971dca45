"""The only one of a kind somewhere, and brothers and sisters told apart by how many, how old, or as twins."""

from __future__ import annotations

from functools import partial

from intake.redaction import jigsaw_rule
from intake.redaction.backgrounds import COUNTRY, LANGUAGE, PERSON, TRAIT
from intake.redaction.jigsaw_rule import GROUP, HIDDEN_PLACE, SELF, at, together
from storage.model import Jigsaw

WHERE = (
    rf"(?:(?:in|at|on|of|from|out of|across|to)(?: [a-z]+){{0,4}}? (?:{GROUP}\b|{HIDDEN_PLACE})|"
    r"(?:round|around) (?:here|there|ours)|for miles|for (?:about )?[0-9]+ (?:square )?miles)"
)
YOUNG = (
    "(?:girl|boy|lad|lass|lassie|kid|child|bairn|wean|teenager|student|pupil|female|male|care leaver|young person|yp|"
    "family(?! time)|minor|refugee|resident|mum|dad|young (?:man|woman|mum|dad|lad|girl)|care (?:kid|child)|"
    "foster (?:kid|child)|looked after (?:kid|child)|boarder|apprentice|trainee|scholar|inmate|prisoner)s?"
)
OUT = (
    rf"(?:{TRAIT}|in care|from care|care leaver|looked after|in foster care|fostered|adopted|in a home|"
    rf"from (?:{COUNTRY}|abroad|outside|another)|with (?:a|an|my) [a-z]+|not white|a foreigner|accent)\b"
)
DOES = (
    rf"(?:{OUT}|(?:had|has|have) (?:a|an|no) |(?:is|was) (?:a|in) |gets? picked |lived? in |"
    rf"wears?\b|speaks?\b|spoke\b|prays?\b|fasts?\b|{LANGUAGE}\b)"
)
NOT_SPOKEN = rf"\w+ (?:{WHERE}|here)[^.!?]{{0,20}}? (?:speaks?|spoke|signs?) {LANGUAGE}\b"
HOMETOWN = (
    rf"(?:(?:school|town|village|county|home|unit|city|estate|country|borough|island|authority)\b|{HIDDEN_PLACE})"
)
ALONE = r"(?= ?(?:[,.;!]|$)| (?:and|but|here|there|so|cos)\b)"
OPINION = r"(?! (?:time|of (?:them|my|the|these|those|you)|who (?:ever|cares?|came|listen\w*|asked))\b)"
only = partial(jigsaw_rule.rule, Jigsaw.ONLY)
ONLY = together(
    at(
        "only onli ony sole wan",
        only(rf"\w+ (?:one |other |young )?{TRAIT} (?:[a-z]+ ){{0,2}}?{PERSON}\b"),
        only(rf"\w+ (?:one |other )?{TRAIT} (?:in|at|on|here|there|round)\b"),
        only(rf"\w+ (?:(?!child\b)[a-z]+ ){{0,2}}?{YOUNG}(?: [a-z]+){{0,5}}? {WHERE}"),
        only(
            rf"\w+ (?:girl|boy|lad|lass|female|male|care leaver|care kid|foster kid){ALONE}",
            before=f"{SELF} (?:the|an?|da) ",
        ),
        only(rf"\w+ {PERSON}\b{OPINION}", near=(WHERE, OUT)),
        only(rf"\w+ (?:one|{YOUNG}) (?:out )?of (?:the )?[a-z0-9]+ (?:kids|children|girls|boys|lads|young)\b"),
        only(rf"\w+ (?:me and|two|2|three|3)\b[^.!?]{{0,40}}? {TRAIT}\b", near=(WHERE,)),
        only(rf"\w+ (?:one|person|{YOUNG}) {WHERE}[^.!?]{{0,40}}? ever\b"),
        only(r"\w+ unaccompanied (?:minor|child|kid|boy|girl)"),
    ),
    at("just", only(rf"just me (?:who|that|whos|thats|with|in)\b[^.!?]{{0,30}}?\b{OUT}")),
    at(
        "else",
        only(
            rf"else (?:{WHERE}|here|there)[^.!?]{{0,40}}?\b{DOES}",
            before="no ?(?:one|body|1) |none |not one person ",
        ),
    ),
    at("nobody noone", only(NOT_SPOKEN)),
    at("one", only(NOT_SPOKEN, before="no ")),
    at(
        "apart except besides bar other",
        only(
            r"\w+ (?:from |than |for )?me\b",
            near=(WHERE, r"(?:nobody|no ?one|no (?:other )?[a-z]+s)\b"),
        ),
        only(r"\w+ (?:from |than |for )?me\b", near=(r"(?:every|all the|no|any) (?:other )?(?:girl|boy|lad|kid)s?\b",)),
    ),
    at(
        "other",
        only(
            rf"other (?:(?:{TRAIT}|girls?|boys?|care kids|kids in care|foster kids)\b[^.!?]{{0,20}}? {WHERE}|"
            r"[a-z]+ like me\b)",
            before="no |any |not one ",
        ),
    ),
    at(
        "first 1st youngest oldest eldest",
        only(
            rf"\w+ (?:ever )?(?:{TRAIT} |young |foster )?(?:{YOUNG}|person) (?:in care |ever )?"
            rf"(?:from|out of|in)(?: [a-z]+){{0,3}}? {HOMETOWN}"
        ),
        only(
            rf"\w+ (?:{YOUNG}|person) (?:they |theyd |they had )?ever\b",
            near=(rf"(?:in|from) (?:[a-z]+ ){{0,3}}{HOMETOWN}",),
        ),
        only(rf"\w+est {PERSON} (?:they |theyd |they had )?ever\b"),
    ),
)
FOUR = "(?:four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|[4-9]|1[0-9])"
AGE_IN_LIST = (
    r"(?:\[age\]|(?<![\w£.])1?[0-9](?= ?(?:[,.;!?)&(]|$)|"
    r" (?:and|n|an|my|the|then|but|who|all|so|in|we|i|got|were|are|is|months?)\b))"
)
COUNTED = rf"{FOUR} (?:(?:younger|older|little|lil|wee|half|step|big|baby|other|of|my|real|birth|full) ){{0,3}}"
RAISED = r"(?:mum|mam|mother|nan|gran|grandma|aunt(?:ie|y)?)(?: \[name\])? (?:had|has|took|raised|got)"
GOES_ON = (
    r"(?= ?(?:[,.;!?)]|$)|"
    r" (?:kids|children|siblings|brothers|sisters|me|all|we|and (?:we|i|all)|in care|so|but)\b)"
)
family = partial(jigsaw_rule.rule, Jigsaw.FAMILY)
FAMILY = together(
    at(
        "twin",
        family(
            r"twin(?! (?:room|bed|town|cam|track)s?\b)",
            before="(?:my|his|her|our|their|identical|a|me|ma|the|im|is|am|two|both) (?:(?:little|baby|big) )?",
        ),
        family(r"twin (?:sisters?|brothers?|boys?|girls?|babies)\b"),
    ),
    at("twins triplets triplet quads quadruplets", family(r"\w+(?! (?:room|bed|town))\b")),
    at(
        "brothers sisters siblings",
        family(before=rf"{COUNTED}(?:brothers (?:and|n|&) )?"),
        family(r"\w+[^.!?]{0,30}(?:\[name\][^.!?\[]{0,12}){3}"),
    ),
    at("sibling", family(rf"sibling (?:group|set) of {FOUR}\b")),
    at(
        "one 1",
        family(
            rf"\w+ of (?:the )?{FOUR}{GOES_ON}",
            before=r"(?:(?:^|[.!?] )|(?:im|i am|am|i was|hes|shes|is|was|being|as) )",
        ),
    ),
    at(
        "eldest oldest youngest middle",
        family(
            rf"\w+ (?:girl |boy |one |child )?(?:out )?of (?:a family of )?(?:the |us |all )?{FOUR}"
            r"(?! (?:years|weeks|months|homes|schools|times))\b"
        ),
    ),
    at(
        "us",
        family(
            r"us\b[^!?]{0,45}"
            r"\b(?:number|brothers|sisters|siblings|kids|oldest|eldest|youngest|baby|same mum|mums|mam|"
            r"in care|in foster care)\b",
            before=f"{FOUR} of ",
        ),
        family(before=rf"{RAISED} (?:all |in )?{FOUR} of "),
    ),
    at(
        "mother mum mam",
        family(
            rf"\w+ had {FOUR}(?! (?:of my|months|weeks|days|years|jobs|pounds|quid))\b",
            near=(r"(?:us|kids|children|brothers|sisters|kept)\b",),
        ),
    ),
    at("kids children", family(before=f"(?:mum|mam|mother|parents|she|dad|i) (?:had|has|have|got|ve got) {FOUR} ")),
    at(
        "brother brothers sister sisters siblings kids children baby sons daughters mum",
        family(near=(rf"(?:{AGE_IN_LIST}[^.!?]{{0,45}}){{3}}",)),
    ),
)
