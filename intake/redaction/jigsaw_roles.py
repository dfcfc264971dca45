"""Posts and parts that one person has: head girl, captain, the chair of a council, who won a prize."""

from __future__ import annotations

from functools import partial

from intake.redaction import jigsaw_rule
from intake.redaction.jigsaw_rule import GROUP, HIDDEN_PLACE, SELF, at, together
from storage.model import Jigsaw

BODY = "(?:council|forum|board|panel|committee|cicc|union|society)"
LED = "(?:(?:the|a|our|my|vice|co|young|outgoing|former|deputy|new|first|elected|team) )"
RAN = "(?:(?:registered|deputy|former|acting|night|last|retired|once) )"
GRAND = (
    "(?:conference|town hall|parliament|mayor|minister|king|queen|prince|princess|summit|assembly|downing street|"
    "flag|torch|wreath|opening|cathedral|awards|radio|tv|telly|care leavers week)"
)
GREAT = (
    "(?:england|scotland|wales|ireland|(?:the )?county|the academy|the national|great britain|gb|team gb|wembley|"
    "glastonbury|the albert hall)"
)
rule = partial(jigsaw_rule.rule, Jigsaw.ROLE)
ROLE = together(
    at("head", rule(r"head of (?:the )?(?:student|school|pupil) (?:council|union|parliament)\b")),
    at("head", rule(r"head (?:girl|boy|student|pupil|prefect|chorister)\b(?! told| said| never)")),
    at(
        "captain captained skipper",
        rule(r"\w+(?! of industry)\b", before=f"(?:{SELF}|i|made|made me|became|team|vice|club) {LED}?"),
    ),
    at(
        "chair chairperson chairwoman chairman chaired co-chair",
        rule(
            rf"\w+(?: of| for| on)?(?: [a-z]+){{0,5}}? {BODY}\b",
            before=f"(?:{SELF}|i|outgoing|former|elected|made me|became) {LED}{{0,3}}",
        ),
    ),
    at("ambassador", rule(r"\w+ (?:for|of|at|in) ", before=f"{SELF} (?:the |a |an |our )?(?:[a-z]+ ){{0,3}}")),
    at("mayor commissioner trustee governor", rule(before="(?:young|youth|junior|child|student) ")),
    at("myp", rule()),
    at("parliament", rule(before="member of (?:the )?(?:uk )?youth ")),
    at(
        "manager head headteacher headmaster headmistress matron warden",
        rule(
            r"(?:manager|head ?teacher|headmaster|headmistress|matron|warden) (?:of|at|in|here|for)\b"
            rf"(?: [a-z-]+){{0,4}}? (?:{GROUP}\b|project\b|{HIDDEN_PLACE})",
            before=f"(?:as|im|i am|i was|am|was) (?:the |a )?{RAN}{{0,2}}",
        ),
    ),
    at(
        "managed ran run manage",
        rule(
            rf"\w+ (?:(?:the|a|this|that|our) )?"
            rf"(?:{HIDDEN_PLACE}|(?:[a-z]+ |\[name\] )?(?:childrens|kids|care) home)(?! (?:to|away))",
            before="i (?:have |once |used to |also )?",
        ),
    ),
    at(
        "played play plays playing star starred lead part sang",
        rule(
            r"\w+ [^.!?]{0,30}?\bin (?:the|our|my|a) (?:[a-z]+ ){0,2}"
            r"(?:play|musical|panto|pantomime|nativity|show|production)\b"
        ),
        rule(rf"\w+ (?:[a-z]+ )?(?:for|at|in goal for) (?:the )?(?:[a-z0-9]+ ){{0,2}}?{GREAT}\b"),
        rule(r"\w+ (?:role|part) (?:in|as|of) ", before="the "),
        rule(r"part in (?:a|an|the) (?:[a-z]+ )?(?:film|movie|tv|series|advert|drama|soap)\b", before="a "),
    ),
    at(
        "goalkeeper goalie keeper striker drummer singer bassist conductor mascot president secretary treasurer",
        rule(r"\w+ (?:for|in|of) (?:the|our|my|\[)", before=f"{SELF} (?:the |a |their |our )"),
    ),
    at("academy", rule(r"\w+ (?:team|side|squad|player|contract)\b")),
    at("county national", rule(r"\w+ (?:team|squad|champion|side|record|title|trials)\b")),
    at(
        "won win winner",
        rule(
            r"\w+ (?:of )?(?:the|a|an|our|my) (?:[a-z]+ ){0,3}"
            r"(?:prize|award|competition|cup|title|championships?|medal|scholarship|contest|final)\b",
            before=r"(?:i|he|she|we|have|ive|hes|shes|has|who|brother|sister|the) |\[name\] ",
        ),
    ),
    at(
        "picked chosen selected invited asked",
        rule(
            r"\w+ (?:me |him |her )?to (?:speak|sing|read|perform|give|talk|present|carry|meet|open)\b"
            rf"[^.!?]{{0,60}}\b{GRAND}\b"
        ),
    ),
    at("represented represent", rule(rf"\w+ (?:{GREAT}|\[(?:org|place)\]|my (?:school|county|town|country|council))")),
    at("president", rule(rf"\w+(?: of| at)?(?: the| our| my)?(?: [a-z]+)? {BODY}\b", before=f"{SELF} {LED}{{0,2}}")),
    at("queen king", rule(before="(?:carnival|may|prom|rose|gala) ")),
)
