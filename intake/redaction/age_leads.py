"""What stands before an age: `im`, `my son is`, `the papers say`. Each pattern ends where the number begins."""

from __future__ import annotations

import re

from intake.redaction.age_words import MONTHS

SOON = (
    r"(?:(?:not even|(?:grand|ripe) old age of|only|just|now|nearly|almost|about|bout|like|actually|still|already|"
    r"coming up (?:to|for)|getting on for|pushing|knocking on(?: for)?|"
    r"literally|currently|is|am|turned|gone|gonna be|going to be|coming up|rising|barely|officially|really|basically|"
    r"sweet|well|finally|kinda|kind of|sorta|technically|proper|fully|both|all|maybe|probably) ){0,3}"
)
PERSON = (
    "grandson|granddaughter|stepson|stepdaughter|mother|father|brothers?|sisters?|bro|bros|sis|sons?|daughters?|cousins?|"
    "nephews?|niece|twins?|baby|bby|bubba|bubs|(?:lil|little) man|bairns?|weans?|nan|nana|nanny|granny|gran|grandma|"
    "grandad|grandpa|mum|dad|mam|youngest|oldest|eldest|little one|wee one|mi?ddle one|"
    "boyfriend|girlfriend|bf|gf|bestie|partner|husband|wife|foster kid"
)
KIN = (
    rf"{PERSON}|boys?|girls?|kids?|child|children|grandchildren|grandkids|lads?|lass|lassie|friend|mate|"
    "young person|young people|young woman|young man|yp|woman|man|fella|ma|da|"
    "teenager|resident|uncle|aunt|auntie|anon|anonymous|care leaver|female|male|siblings|"
    "(?:child|yp|young person|sibling) [a-z]|(?:my|our|the) (?:two|three|four|five)|"
    "the (?:first|second|third|other one)|(?:oldest|eldest|youngest|little|middle|big) one"
)
WORKER = (
    r"pa|sw|iro|workers?|key ?worker|carers?|advocate|mentor|teacher|tutor|manager|therapist|lodger|landlord|landlady|"
    r"(?:house|flat|room|team|class|school) ?mates?|neighbours?|ex|guardian|boss|apprentice"
)
IS = r"(?: is| are| r|,| ?\(| who is| who's| whos| who are| he's| hes| she's| shes|'s|s|:| -)"
SAYS = r"(?:i'?m|i am|he'?s|he is|she'?s|she is|he|she|i)"

OF_NOW = re.compile(
    r"(?<![\w'])(?:i'?m|i am|ah'?m|a'm|he'?s|he is|she'?s|she is|who is|who's|whos|whose|am|me is|me being|i be|"
    rf"(?:just|jus|i'?ve|have) (?:just |jus |now )?(?:turned|hit|reached|gone)) (?:[a-z]+ (?:and|n) )?"
    rf"(?:(?:an? )?(?:boy|girl|man|woman|lad|lass|guy|mum|dad),? )?{SOON}$"
)
OF_SOMEONE = re.compile(
    r"(?<![\w'])(?:"
    r"(?:they'?re|they are|their|you'?re|you are|u are|ur|u r|my age(?: is| now|[?:,-])?|she|he|true age|adult|"
    r"(?:i|he|she) (?:may|might|could)(?: only| just| well)? be|(?:he|she)'d be|"
    r"how old (?:i am|am i|are you|are u|r u|is he|is she|he is|she is)[^\w\n]{1,2}) "
    rf"{SOON}|(?:is|turned|turning) (?:only|just|now|nearly) |"
    rf"(?:(?:{KIN})(?: here| there| now| of mine)?{IS}|(?:{PERSON})) ?{SOON}|me[:=] ?|"
    rf"(?:my|our|his|her|the|their) (?:[a-z]{{1,12}} )?(?:{WORKER})(?: is|'s|s| who is| whos| who's) {SOON}|"
    r"(?:both|all|two|three) of (?:us|them)(?: are)? |"
    r"(?:years?|yrs?) (?:younger|older)(?: than [a-z]{1,12})?,? so (?:only )?|"
    rf"(?:we|they)(?:'re| are| r) (?:both|all) {SOON}|same age as (?:me|him|her|us)[,:]? (?:so )?|"
    rf"(?:young|small|wee|little|tiny),? only |same age,? both |and (?:i|me|him|her) (?:are|r) {SOON}|"
    rf"(?:oldest|eldest|youngest) at {SOON}|(?:i'?m|i am|he'?s|she'?s) in year [0-9]{{1,2}}(?:, | and ){SOON}|"
    rf"(?:he|she) (?:must|has to|has got to) be |client(?: is| \(|,|:) ?|"
    rf"(?:{KIN}) (?:in|from|next|down|at|with|of|here|who|that|i|we) (?:[a-z'-]{{1,12}} ){{1,4}}(?:is|are) {SOON}|"
    r"(?:home office|papers?|passport|brp|assessment|id|file)(?: that)? (?:say|says|said|put|puts|thinks?) "
    rf"(?:{SAYS} )?|at the (?:grand|ripe) old age of )$"
)
AND_ALSO = re.compile(
    r"(?<![\w'])(?:i'?m|i am|he'?s|she'?s|he is|she is|being) (?:(?:[a-z'-]{1,12}|[1-9]ft|[1-9]ft [0-9]) ){0,4}"
    rf"(?:[a-z'-]{{1,12}}, |and |n ){SOON}$|"
    r"\bbeing $|(?<!\w)(?:pregnant|homeless|in care|alone|skint|scared) (?:and|n|&) $"
)
ALMOST = re.compile(r"(?<!\w)(?:nearly|almost|not even|rising|pushing|coming up(?: to)?|getting on for)[ -]$")
GOT = re.compile(r"(?<!\w)(?:got|have|has|with|raising|are) (?:two|three|four|five|2|3|4|5)[,:] $")
BE = re.compile(r"(?<!\w)be (?:about |around |like |maybe |only |nearly )?$")
WILL_BE = re.compile(r"(?:'ll|will|gonna|going to) (?:be|turn) $")
NOW = re.compile(r"(?:^|(?<!\bit)(?<!\bits)(?<!it's) )now $")
PARENT_OF = re.compile(
    r"(?<!\w)(?:(?:grand)?(?:mum|dad|mother|father)|parent|carer|gran|granny|grandma|nan|pensioner|lady) of $"
)
SENTENCE_AT = re.compile(r"(?:^|[.!?\n] ?)at $")
MESSAGE = re.compile(r"\A$")
NAME = re.compile(r"\A(?:[a-z'-]{3,14} ){0,1}[a-z'-]{3,14}[.,] $")
NOT_THEN = re.compile(r"(?<!was )(?<!were )$")
THEN_I = re.compile(
    rf"(?<!\w)(?:in (?:an?|one|two|three|a few|a couple of|[0-9]{{1,2}}) {MONTHS}|tomorrow|soon|next (?:week|month)) "
    r"(?:i|he|she|my [a-z]{3,12}) (?:turns?|will be|hits?|am) $"
)
KIN_FAR = re.compile(rf"(?<!\w)(?:{KIN})(?! of)(?: [a-z'-]{{1,12}}){{1,3}}, ?{SOON}$")
ONE_OF = re.compile(
    r"(?<!\w)(?:young (?:woman|man|person)|girl|boy|lass|lad|kid|child|teenager|man|woman|son|daughter) of $"
)
ARE = re.compile(rf"(?:(?<!\w)are|we're) {SOON}$")
GROUP = re.compile(r"(?<!\w)(?:(?:siblings|brothers|sisters)(?: aged| of|,|:)?|(?:children|kids)(?: aged|:)) $")
TURNS = re.compile(
    r"(?:(?<!\w)(?:turns|turnin|turning|turned) |"
    rf"(?:(?<![\w'])(?:i|he|she|{PERSON})(?:'?m|'?s|'?ll|'?ve)? |^|[.!?\n,] )"
    rf"(?:(?:will|just|only|am|is|gonna|goin|going|about|to|has|have) ){{0,3}}(?:turn|hit|be|become|reached) ){SOON}$"
)
TURNED = re.compile(r"(?<!\w)turned $")
BEEN = re.compile(rf"(?<!\w)been {SOON}$")
WHOEVER = re.compile(r"(?:\b(?:ur|you're|u|im|i'm|am|he|she|was|is|and|n|lad|girl|boy|kid)|,) $")
IT_IS = re.compile(r"\b(?:it'?s|today is|today'?s|is|for) (?:my|his|her|our [a-z]+'?s) $")
UNTIL = re.compile(
    r"(?<!\w)(?:an?|one|two|three|four|five|six|few|couple of|[0-9]{1,2}) (?:more )?(?:months?|weeks?|wks?|days?) "
    r"(?:(?:to go )?(?:till?|until|before)|off|from|shy of|away from|short of) (?:being |turning |my |his |her |"
    r"(?:i'?m|i am|i turn|i'?ll be|he'?s|she'?s|he turns|she turns|i hit) )?$"
)
WAS = re.compile(rf"(?<![\w'])(?:i|he|she|{PERSON}) was $")
I_AND = re.compile(r"(?:^|[.,!?\n] ?|\b(?:and|but|because|so|now) )i $")
ON_PAPER = re.compile(
    r"\b(?:put|puts|wrote|write|writes)(?: me| him| her)? (?:in|on) (?:(?:my|his|her|the) )?"
    r"(?:papers?|file|form|id)[:,]? $"
)
HAD = re.compile(r"(?<!\w)(?:just|jus|only|i've|ive) (?:just |jus )?had (?:my|his|her) $")
OWN = re.compile(r"(?:\b(?:my|his|her|our|their)|'s|s) $")
AT = re.compile(r"(?<!\w)at (?:the age of |nearly |almost |only )?$")
MINE = re.compile(r"\b(?:my|his|her|our [a-z]+'?s) $")
SOMEONE = re.compile(rf"(?<!\w)(?:{KIN}) $")
ABOUT_TO = re.compile(
    rf"(?:^|(?<![\w'])(?:i'?m|i am|am|he'?s|she'?s|he is|she is|(?:{PERSON})(?: is|'s|s)?) )(?:just |literally |only )?"
    r"(?:a?bout|due) (?:to|2) (?:turn|be|hit) $"
)
AT_PRESENT = re.compile(
    rf"(?<![\w'])(?:(?:am|can|do|should) i|i'?m|i am|i'?ve|(?:{KIN})(?: has| is|'s)) (?:[a-z'-]{{1,12}} ){{0,6}}at $"
)
SINCE_THEN = re.compile(r"(?:^|[.,!?;\n] |(?<!\w)(?:and|but) )now $")
HERE = re.compile(r"(?<!\w)(?:here(?: again)?|(?:my name is|my name'?s|i'?m called) [a-z'-]{1,20})[.,!] $")
SAYS_ONE = re.compile(rf"(?<!\w)(?:say|says|said|think|thinks|thought)(?: that)?(?: {SAYS})? $")
HAS = re.compile(r"(?<!\w)(?:i|he|she) (?:have|has) $")
BABY = re.compile(
    r"(?<![\w'])(?:he'?s|she'?s|he is|she is|who is|who's|whos|aged|"
    r"(?:baby|bby|bubba|bubs|son|daughter|boy|girl|lad|lass|twins|bairn|wean|youngest|niece|nephew|grandson|"
    r"granddaughter|(?:little|wee|lil) (?:one|man))(?: is| are|'s|,| \(| of)?|"
    r"(?<!see )(?<!seen )(?<!miss )(?<!missed )my (?:son|daughter|boy|girl|lad|lass|bairn|wean|niece|nephew)s|"
    r"(?:first|second|third|other) one is) ?(?:(?:only|just|now|is) ){0,2}$"
)
ALONE = re.compile(r"(?:^|[\n.!?(] ?|, )$")  # nothing of the sentence stands before
FIRST = re.compile(r"(?:^|[.!?\n] |\n)$")
AN = re.compile(r"\b(?:an?|my|our|his|her) $")
ANYTHING = re.compile("")
AGED = re.compile(rf"(?<!\w)(?:aged?|ages(?: of [a-z' ]{{1,30}}?)?)(?P<says>(?: is| are)?[ :=,(-]{{1,3}}){SOON}$")


def _last_words(*leads: re.Pattern[str]) -> frozenset[str]:
    """Return every word that some patterns may end with, and more: where none of them stands, they need not look."""
    written = {word for lead in leads for word in LETTERS.findall(lead.pattern.replace("'?", "'"))}
    written |= {word.replace("'", "") for word in written} | {word.partition("'")[0] for word in written}
    return frozenset(written | {word + "s" for word in written} | {word.removesuffix("s") for word in written})


LETTERS = re.compile("[a-z']+")
LAST_WORDS = _last_words(OF_NOW, OF_SOMEONE, AND_ALSO, ARE, TURNS, AGED) | frozenset("abcdefghijklmnopqrstuvwxyz")
