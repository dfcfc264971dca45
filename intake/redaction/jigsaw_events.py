"""What many people may have heard of: in the news, in court, a fire, a death, a great sum of money."""

from __future__ import annotations

from functools import partial

from intake.redaction import jigsaw_rule
from intake.redaction.jigsaw_rule import at, together
from storage.model import Jigsaw

US = r"(?:i|im|my|me|we|our|us|it|he|she|his|her|him|they|home|trial|case|court|story)\b"
READ = "(?<!read )(?<!saw )(?<!seen )(?<!heard )(?<!watch )"
THEIRS = (
    r"(?:my|our|us|me|the|his|her) (?:[a-z]+ )?(?:home|unit|school|story|face|family|mum|dad|brother|sister|case)\b"
)
HOUSE = "(?:home|house|flat|unit|block|building|hostel|school|room|kitchen)s?"
OUR_HOUSE = rf"(?:(?:my|our|the|his|her) (?:[a-z]+ )?{HOUSE}\b|\[org\])"
NO_FIRE = (
    "(?! (?:drill|alarm|door|regs|service|engine|station|exit|brigade|cadet|risk|safety|test|extinguisher|escape|"
    r"person|pit)s?\b)"
)
BURNS = r"(?:burn\w*|smoke|brigade|alarms?|engines?|above us|next door)\b"
THERE = (
    "(?:custody|prison|fire|crash|flat|home|cell|unit|hostel|street|park|canal|river|placement|segregation|"
    r"\[org\]|\[place\])"
)
OURS = r"(?:us|we|our|my|me|i)\b"
ADULT = "(?:dad|mum|stepdad|carer|teacher|manager|head|worker|staff|uncle|grandad|pa|vicar|priest|landlord|brother)"
SOMEBODY = r"(?:lad|girl|boy|kid|child|baby|young person|friend|mate|one of us|resident|\[name\])"
KIN = "(?:mum|dad|brother|sister|friend)"
THINGS = (
    "phone mobile battery laptop tablet computer charger wifi internet signal car bus telly tv boiler xbox dog cat fish"
)
NO_THING = "".join(rf"(?<!\b{thing} )" for thing in THINGS.split()) + r"\Z"
DEATH = r"(?:died|dead|found|coroner|buried|funeral|killed|inquest (?:at \[|into)|committed|after (?:he|she)|lost)\b"
LIVED = "(?:unit|home|house|hostel|school|class|ward|wing|placement)"
TRIED = r"(?:jury|judge|court|prison|jailed?|guilty|convicted|murder|rape|abuse|sentenced?|witness|verdict|papers?)\b"
CRIME = (
    "(?:what (?:he|she|they|we)|abuse|murder|rape|killing|neglect|hurting|years|life|fire|drugs?|trafficking|fraud|"
    r"doing)\b"
)
RICH = r"£ ?(?:[0-9]{2,3},[0-9]{3}|[0-9]{5,}|[0-9]{1,9} ?k\b|[0-9.]{1,9} million)|(?:[0-9]{2,3} ?(?:k|grand))\b"
BABY = r"(?:baby|newborn|born|hours old|days old|weeks old|whole life|birth|foundling)\b"
rule = partial(jigsaw_rule.rule, Jigsaw.EVENT)
EVENT = together(
    at(
        "news headlines",
        rule(
            r"\w+(?! (?:that|says|said|from|round)\b)",
            before=rf"{READ}(?:in|on|all over|made|reached|hit) (?:all )?(?:the )?(?:local |national |evening )?",
            near=(US,),
        ),
    ),
    at(
        "papers paper newspapers newspaper gazette echo chronicle tabloids",
        rule(
            r"\w+(?! (?:that|says|said|round|work|bag|form|trail|clip|plane)s?\b)",
            before=rf"{READ}(?:in|all over|made|hit|reached) (?:all )?(?:the|every) (?:(?:local|national|daily) )?",
            near=(US,),
        ),
        rule(r"newspaper", before="(?:in|from) (?:a|the|my) (?:local )?", near=(US,)),
        rule(
            r"papers? (?:were|was|came|printed|wrote|had|called|got|found|knocking)\b",
            before="(?:the|local|national) ",
        ),
    ),
    at("page pages", rule(before="(?:on|made) (?:all )?(?:the|every) front ")),
    at(
        "bbc itv journalist journalists reporter reporters crew dispatches",
        rule(r"\w+ (?:came|filmed|did|interviewed|rang|turned up|made|wrote|were outside|was outside)\b", near=(OURS,)),
    ),
    at("tonight north today", rule(before="(?:on|made) (?:north west |look |midlands |south |east |bbc |radio )")),
    at(
        "facebook tiktok",
        rule(before="(?:plastered |spread )?all over ", near=(r"(?:done|arrested|video|court|my|me|us)\b",)),
    ),
    at(
        "video clip",
        rule(r"\w+ of (?:me|us|it|my)\b", near=(r"(?:tiktok|facebook|insta|snap\w*|online|views|shared|round)\b",)),
    ),
    at(
        "done arrested struck charged suspended sent banged",
        rule(
            r"(?:done|arrested|struck off|charged|suspended|sent down|banged up)(?: for| over| with| at|,|\.|$| and)",
            before=rf"{ADULT}[^.!?]{{0,25}} (?:got|was|were|been|being|getting|is|has been) ",
        ),
        rule(r"sent down for what\b"),
    ),
    at(
        "film documentary podcast programme series drama netflix",
        rule(
            r"\w+(?: thing| film| series)? (?:about|on) "
            r"(?:me|us|it|my|our|what happened|the (?:[a-z]+ )?(?:home|school|case|fire))\b"
        ),
    ),
    at("helicopter", rule(near=(r"(?:police|missing|ran|searching)\b", OURS))),
    at("raid raided", rule(near=("police", OUR_HOUSE))),
    at("named", rule(r"named (?:a|the|it|that) [^.!?]{0,30}?after (?:my|our|his|her)\b")),
    at(
        "case",
        rule(
            r"case\b[^.!?]{0,40}\b(?:law|rules|judge|supreme|appeal|precedent|test case|inquiry|parliament)\b",
            before="my ",
        ),
    ),
    at(
        "missing", rule(near=(r"(?:my face|posters?|appeal|helicopter|search party|divers)\b", r"(?:i|me|my|he|she)\b"))
    ),
    at("viral", rule(r"viral\b(?! (?:infection|load|meningitis))", before="(?:went|gone|going|go|was|so) ")),
    at("million thousand", rule(r"\w+ (?:views|likes|hits|shares|people (?:saw|watched))\b")),
    at(
        "documentary panorama dispatches",
        rule(near=(rf"{THEIRS}|(?:i am|i was|im) (?:the|in|on)\b",)),
    ),
    at(
        "fire flood explosion",
        rule(rf"\w+ (?:at|in|that|destroyed|started|which) (?:{OUR_HOUSE}|{HOUSE}\b)"),
        rule(rf"\w+\b{NO_FIRE}", before="(?:after|since) the (?:big |bad |house )?"),
        rule(
            rf"\w+\b{NO_FIRE}",
            before="(?:had|been) a (?:big |bad |massive |house )?",
            near=(
                rf"(?:{HOUSE}|travelodge|premier inn|hotel)\b",
                rf"{BURNS}|(?:us|we)\b",
            ),
        ),
        rule(r"fire\b", before="(?:caught|on) ", near=(OUR_HOUSE, BURNS)),
    ),
    at(
        "burnt burned burning burn",
        rule(
            near=(
                (
                    rf"(?:{HOUSE}|\[org\]) (?:[a-z]+ ){{0,2}}burn\w*|"
                    rf"burn\w* (?:down )?(?:the|our|my|his|her) (?:[a-z]+ )?{HOUSE}\b"
                ),
            )
        ),
    ),
    at(
        "murdered stabbed shot drowned electrocuted kidnapped",
        rule(
            r"\w+(?! (?:up|down|by the look|to bits|at it|the back|of|in the back)\b)",
            before="(?:was|were|got|been|being|gets|is|are|had him|who|half) ",
        ),
    ),
    at(
        "murder manslaughter",
        rule(before=r"(?:(?:for|of|the|s|his|her|my|brothers|sisters|mums|dads)|\[name\]) (?:attempted )?"),
    ),
    at(
        "killed",
        rule(
            r"killed (?:by|in|on|at|himself|herself|themselves|outside|my|his|her)\b"
            r"(?! (?:vibe|it|phone|mood|battery|me\b))"
        ),
    ),
    at(
        "suicide overdose overdosed inquest grenfell",
        rule(
            before=rf"(?:committed|of|by|to|an|the|in|after|{KIN}s|his|her|she|he|mate) |\[name\]s? ",
            near=(DEATH,),
        ),
    ),
    at(
        "died dead",
        rule(
            r"\w+ (?:in|on|at|outside|behind)(?: (?:the|a|his|her|my|our|police)){0,2}(?: [a-z]+)? " + THERE,
            before=NO_THING,
        ),
        rule(
            r"died\b",
            before=rf"{SOMEBODY}[^.!?]{{0,12}} (?:in|at|from|on) (?:our|my|the|this|that) (?:[a-z]+ )?{LIVED} "
            "(?:who |that |has |had )?",
        ),
    ),
    at(
        "died",
        rule(
            before="(?:a|the|one|another|our) (?:lad|girl|boy|kid|child|young person|resident)(?: [a-z]+){0,3} ",
            near=(rf"(?:my|our|the|this) (?:[a-z]+ )?{LIVED}\b",),
        ),
    ),
    at("court", rule(before="(?:supreme|appeal|european|high) "), rule("court of appeal")),
    at(
        "trial",
        rule(
            r"trial(?! (?:shift|run|period|day|week|and|session|no|with|of)\b)",
            before="(?:the|his|her|their|murder|at|on|stood|dads|mums|stepdads|my) (?:murder |whole |rape )?",
            near=(TRIED,),
        ),
    ),
    at(
        "jailed convicted sentenced jail prison",
        rule(
            r"\w+ (?:for|of|to) (?!me\b|no\b|my |the \d|a bit)",
            before="(?:was|got|were|been|went to|in|mum|dad|he|she) ",
            near=(CRIME,),
        ),
    ),
    at("serious safeguarding", rule(r"\w+ (?:case|practice) review\b")),
    at("inadequate", rule(near=("(?:ofsted|rated|graded)", OUR_HOUSE))),
    at(
        "closed shut",
        rule(
            r"\w+(?: down)?(?: in [a-z]+)? (?:after|by|because|cos|following|when)[^.!?]{0,30}?"
            r"(?:ofsted|inspection|report|fire|abuse|scandal|investigation|police)\b"
        ),
    ),
    at("ofsted", rule(r"ofsted[^.!?]{0,20} (?:closed|shut)(?: (?:us|it|them|[a-z]+ home|\[org\]))? down\b")),
    at("scandal", rule(near=(rf"\[place\]|{OUR_HOUSE}", r"(?:in the|abuse|inquiry|police|news|papers?)\b"))),
    at("compensation damages settlement payout inherited tribunal sued awarded redress", rule(near=(RICH,))),
    at(
        "medal mbe obe bravery",
        rule(
            r"\w+ (?:from|off|for|by)\b",
            before="(?:got|won|given|awarded|gave (?:me|him|her)|has|have|was|a|an) (?:(?:a|an|the|his|her|my) )?",
            near=(r"(?:police|king|queen|palace|royal|sav(?:ed|ing)|bravery|pull(?:ed|ing)|rescu\w+|mayor)\b",),
        ),
    ),
    at(
        "foundling abandoned doorstep",
        rule(near=(r"(?:was|were|been|got) (?:left|found|abandoned|dumped)\b|foundling\b", BABY)),
    ),
    at(
        "found left",
        rule(
            r"\w+ (?:as a (?:newborn |tiny )?baby )?(?:in|at|on|outside) (?:a|the) [^.!?]{0,30}?(?:station|phone box|"
            r"hospital|church|waiting room|toilets?|carrier bag|cardboard box|bin|bus shelter|steps?|doorway)\b",
            before="(?:i was|was i|was|been) ",
            near=(BABY,),
        ),
        rule(r"\w+ (?:in|at|on|outside) ", before="baby (?:who was |that was |who got )?"),
        rule("found", before="(?:station|box|hospital|church|waiting room|bin|steps?|doorway) in which i was "),
    ),
)
