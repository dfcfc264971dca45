"""Names of schools, churches and prisons that are known in lower case by two words or one. Data only."""

from __future__ import annotations

from intake.redaction.kinds import word_set

# schools and churches are called so, in lower case too: `her school holy trinity`
DEDICATIONS = frozenset(
    {("holy", name) for name in ("trinity", "family", "cross", "name", "rosary", "redeemer", "ghost", "child", "souls")}
    | {("sacred", "heart"), ("all", "saints"), ("all", "souls"), ("all", "hallows"), ("christ", "church")}
    | {("corpus", "christi"), ("good", "shepherd"), ("blessed", "sacrament"), ("immaculate", "conception")}
    | {("our", "lady"), ("mount", "carmel")}
    # prisons and units where young people are held, and said without their sign
    | {("eastwood", "park"), ("cookham", "wood"), ("low", "newton"), ("stoke", "heath"), ("glen", "parva")}
    | {("barton", "moss"), ("adel", "beck"), ("vinney", "green"), ("thorn", "cross"), ("hollesley", "bay")}
    | {("forest", "bank"), ("swinfen", "hall"), ("drake", "hall"), ("foston", "hall"), ("askham", "grange")}
)
# pubs, that take people on
DEDICATIONS |= frozenset(
    {("royal", "oak"), ("kings", "head"), ("kings", "arms"), ("queens", "head"), ("queens", "arms"), ("nags", "head")}
    | {(colour, beast) for colour in ("red", "white", "black", "golden") for beast in ("lion", "hart", "swan")}
    | {("black", "bull"), ("black", "horse"), ("white", "horse"), ("white", "bear"), ("golden", "fleece")}
)
# titles of those whom schools are called after: `Lady Lumley`
DEDICATED = word_set("bishop archbishop cardinal king queen lady lord sir prince princess dame holy sacred blessed")
# young offenders, women and children are held here, which is said without a sign: `in parc`
HELD = word_set("parc styal bronzefield brinsford deerbolt polmont hydebank rainsbrook oakhill downview stokeheath")
