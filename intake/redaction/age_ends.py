"""What stands after an age, where little before it says that it is one: ` and pregnant`, ` on paper`."""

from __future__ import annotations

import re

from intake.redaction.age_words import AFTER, AGE, MONTH, MONTHS, NEAR_DAY, WEEKDAY, YEARS

# an age at which no law changes anything: `17 and loud`, but not `18 and out`
UNLEGAL = (
    r"(?:(?<=1[1-57])|(?<=19)|(?<=2[02-46-9])|(?<=[3-9][0-9])|(?<=rteen)|(?<=nteen)|(?<=neteen)|"
    r"(?<=nty)|(?<=rty)|(?<=xty)|(?<=fty)|(?<=hty))"
)
# what follows an age, where little before it says that it is one
BIRTHDAY = r"(?:st|nd|rd|th) b(?:irth)?-?day"
BIRTH = re.compile(BIRTHDAY)
NEAR_BIRTH = re.compile(rf"{BIRTHDAY}(?: is| party is| was)?(?:{NEAR_DAY.pattern}| coming up)")
TEEN_SOON = re.compile(rf"(?:(?<=1[0-9])|(?<=2[0-5])|(?<=teen)){NEAR_DAY.pattern}")
YOUNG = re.compile(rf"(?:(?<= [1-9])|(?<= 1[0-5])){AFTER}")  # at other ages the law changes: `when Nat turned 18`
YEARS_OLD = re.compile(rf" {YEARS}(?: old| of age| and (?:is|am|he|she|i|[0-9])\b|[.,!?;]|$|\n)")
TEENS = re.compile(rf"(?:(?<= 1[0-9])|(?<= 2[0-9])|(?<=teen)){AFTER}")  # as who learns English says: `i 18 now`
LIKE_ME = re.compile(r" (?:just )?like (?:me|him|her)\b")
HOW_OLD = re.compile(r" is my age\b|[.,]? (?:that'?s |is )?how old (?:i am|[\w' -]{1,24} is)\b")
GOING_ON = re.compile(r" (?:(?:going|goin) on|(?<=1[0-9] )(?:almost|nearly)) [0-9]")
PART_END = re.compile(rf"(?:(?<=half)|(?<=bit)){AFTER}")
TWO_DIGITS = re.compile(rf"(?:(?<=[2-9][0-9])|(?<=ty)|(?<=ty.one)){AFTER}")
STOPS = re.compile(r"(?<=[1-9][0-9])(?=[,;)!?]|[.](?![0-9])|\n|$)|(?<=een)(?=[.!,])")
BIG_STOPS = re.compile(r"(?:(?<=1[3-9])|(?<=[2-9][0-9]))(?=[!?]|[.](?![0-9]))|(?<=[3-9][0-9])(?= i )")
SEX = re.compile(
    r"(?:(?<=1[0-9])|(?<=2[0-5]))[mf](?! ?[0-9]| (?:away|from the|ago|long|wide|deep|high|tall|of|to|walk)\b)(?!\w)"
)
IS_NOW = re.compile(" now")
FOR = re.compile(" (?:for|since) ")
ORDINAL = re.compile(r"(?:st|nd|rd|th)(?!\w)(?! b)")
JUST_WAS = re.compile(rf" (?:yesterday|yday|the other (?:day|week)|(?:last|on) (?:{WEEKDAY}|week(?:end)?|month))\b")
STILL = re.compile(
    r",? (?:i|he|she) (?:still|am|already|has no|have no|have learned)\b|"
    r",? (?:i'?m|he'?s|she'?s) (?:still|already|too old|old enough)\b| still counts"
)
AT_PRESENT = re.compile(rf"{UNLEGAL},? (?:i'?m|i am|i (?:have to|need|want|know|feel|live|can'?t|don'?t))\b")
OVER_25 = re.compile(r"(?:(?<=[3-9][0-9])|(?<=2[6-9])|(?<=ty))(?=[.,!?)\n]|$| (?:and|n|with|but)\b)")
AND_HOW = re.compile(
    rf"{UNLEGAL} (?:and|n|&) (?!(?:an?|half|up|over|under|above|below|out|done|gone|counting|rising|falling|climbing|"
    r"growing|more|less|change|then|they|you|u|its?|it's|"
    rf"thats?|that's|we|there|not|no|none|the|he|she|all|every|each|older|younger|so|in|on|{AGE})\b)[a-z]"
)
AND_I = re.compile(r" (?:and|n|&) (?:i (?:still|need|want|have|live|am|can'?t|don'?t)|i'?m|i'?ve)\b")
THEN_NOW = re.compile(r"(?<=[1-9][0-9]) (?:but|and|n|with|still|living|so)\b")
ON_PAPER = re.compile(
    r"(?:(?<=[12][0-9])|(?<=een)|(?<=twenty)) (?:on (?:my |his |her )?papers?|in the eyes of|"
    r"according to (?:(?:my|his|her|their|the) )?(?:mum|mam|mother|dad|father|passport|papers?|home office|doctors?|"
    r"dentist|social worker|sw|council|id|assessment|file|court|birth certificate))\b"
)
OTHERWISE = re.compile(
    r"[.,;]? (?:but |and )?(?:i'?m|i am|he'?s|he is|she'?s|she is) (?:only |really |actually )?[12][0-9]"
)
GROWN_SOON = re.compile(
    r"(?:(?<=[3-9][0-9])|(?<=2[6-9])|(?<=ty)|(?<=ty.[a-z]{3})|(?<=ty.[a-z]{4})|(?<=ty.[a-z]{5})) (?:"
    rf"tomorrow|next (?:{WEEKDAY}|{MONTH}|week|month|year|birthday)|on (?:a )?{WEEKDAY}|"
    rf"(?:in|on|this|come) (?:the )?(?:[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? )?{MONTH})\b"
)
ON_A_DAY = re.compile(rf" on an? {WEEKDAY}")
ENDS = re.compile(r"(?![.,:][0-9])(?= ?[,.;:!?)\n]| ?$| (?:and|n|&) )")
AND_SO = re.compile(r"(?![.,:][0-9])(?= ?[,.;:!?)\n]| ?$| (?:and|n|&|with|in|from|now) )")
# `15f`, `17 m`
LETTER = re.compile(r" ?/? ?(?:[fm]|(?:fe)?male|girl|boy|lad|lass)(?=[ ,.]*(?:$|\n|here|from|in |and |n |[,./]))")
# how a message begins that first says who speaks: `17 now`, `16 and pregnant`
OPENS = re.compile(
    r" (?:here|now)\b(?! (?:is|are|and then|we|they|there)\b)|"
    r" (?:and|n|an|&|\+) (?:pregnant|still|homeless|living|in care|on my own|already|never|not|no|alone|tired|scared|"
    r"fed up|bored|counting (?:the|down)|skint|stuck|sick|a (?:mum|dad|carer|half))\b|"
    r" with (?:no|a)\b| in (?:foster|a hostel|a home|a unit|care|supported)\b|"
    rf" {YEARS} (?:of age|young)\b|,? ?{YEARS},? (?:and )?{AGE} {MONTHS}(?: old|[.!]|$)"
)
FIRST_WORD = re.compile(
    r"(?:(?<=[0-9][0-9])|(?<=een)|(?<=elve)|(?<=ty)), "
    rf"(?!{AGE}(?:[,.;]| and|$)|that|thats|that's|count|yes|i\b|in\b|and\b|maybe|or\b|then|"
    r"to\b|if\b|they|we\b|it|of\b)"
)
OLD = re.compile(
    r"(?:[ -]?y[a-z]{0,5}[ -]?(?:old|auld|owd)(?P<all>s)?|[ -]?y[./-]?o| ?y[a-z]{0,5} of age|"
    r"(?P<unit>[ -]?(?:month|week|day|wk|mth)s?)[ -]old)"
    r"(?!\w| (?:pup|puppy|dog|cat|kitten|horse|car|building|house|laptop|phone|sofa|mattress|report|file|plan|email)"
    r"s?\b)"
)
OLD_BOTH = re.compile(rf" (?:and|n|nd|&|or) (?:(?:an?|my) )?{AGE}(?:{OLD.pattern})")
NO_LAW = re.compile(r"(?:(?<=19)|(?<=2[0234]))(?=[.!?,]|$)")
HERE = re.compile(r" here\b(?! (?:is|are|was)\b)")
NEAR = re.compile(rf"(?:st|nd|rd|th){NEAR_DAY.pattern}")
SO_MANY = re.compile(rf" ?{MONTHS}(?= old| now| today| an?d?\b| n | but | bye|[^\w\s]|$|\n)")
